import fc from 'fast-check'
import {
  type ChangeKind,
  type EffectiveChanges,
  givenOptions,
  type History,
  wholeNumber,
} from '../../internal.js'
import { describeChange, historyOf } from '../../internal-change.js'
import { anyReorganisation } from './any-changes.js'
import type { GeneratedOrg } from './generated-org.js'

/** The options of {@link anyHistory}. */
export interface AnyHistoryOptions {
  /** The most roles at the start. Default: 8. */
  readonly maxRoles?: number
  /** The most changes. Default: 6. */
  readonly maxChanges?: number
  /** The kinds of changes. Default: all. */
  readonly kinds?: readonly ChangeKind[]
}

/** A history and its parts: the org at the start, its chart, and the changes by date. */
export interface GeneratedHistory extends GeneratedOrg {
  readonly entries: readonly EffectiveChanges[]
  readonly history: History
}

/** The longest time between two changes, in days. */
const LONGEST = 400

/**
 * Generates histories of orgs of every shape: an org at the start, and changes from 2024 on, some of them on the same date.
 *
 * They shrink to a small chart with few changes on the first of January, and print as the chart with the changes in words. Each
 * value is `{ org, chart, entries, history }`.
 *
 * Complexity: O(changes × (roles + lines + moves)) for each value.
 *
 * @param options `maxRoles`, `maxChanges`, `kinds`.
 * @returns A fast-check arbitrary.
 * @throws {@link OrgError} `INVALID_OPTION`.
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { orgAt } from 'rolegraph'
 * import { toEqualOrg } from 'rolegraph/testing'
 * import { anyHistory } from 'rolegraph/testing/fast-check'
 *
 * fc.assert(
 *   fc.property(anyHistory(), ({ org, history }) => {
 *     return toEqualOrg(orgAt(history, '2023-12-31', { assignments: 'all' }), org).pass
 *   }),
 * )
 * ```
 * @see {@link anyReorganisation}, `historyOf`.
 */
export function anyHistory(options?: AnyHistoryOptions): fc.Arbitrary<GeneratedHistory> {
  const given = givenOptions('anyHistory', options, ['maxRoles', 'maxChanges', 'kinds'])
  const maxChanges = wholeNumber('maxChanges', given.get('maxChanges'), 0, 6)
  const gaps = fc.array(fc.nat({ max: LONGEST }), { minLength: maxChanges, maxLength: maxChanges })
  return fc.tuple(anyReorganisation(options), gaps).map(([{ org, chart, changes }, days]) => {
    const entries: EffectiveChanges[] = []
    let day = 0
    for (const [at, change] of changes.entries()) {
      day += days[at]
      const on = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)
      const last = entries.at(-1)
      if (last?.on === on) entries[entries.length - 1] = { on, changes: [...last.changes, change] }
      else entries.push({ on, changes: [change] })
    }
    const words = entries.flatMap((entry) =>
      entry.changes.map((one) => `${entry.on}: ${describeChange(one)}\n`),
    )
    return {
      org,
      chart,
      entries,
      history: historyOf(org, entries),
      [fc.toStringMethod]: () => `\n${chart}\n\n${words.join('')}`,
    } as GeneratedHistory
  })
}
