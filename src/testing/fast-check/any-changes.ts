import fc from 'fast-check'
import {
  type Change,
  type ChangeKind,
  givenOptions,
  type GivenOptions,
  type Org,
  stateOf,
  trueOrFalse,
  wholeNumber,
} from '../../internal.js'
import { describeChange } from '../../internal-change.js'
import { kindsIn } from '../generate/make-changes.js'
import { nextChange } from '../generate/next-change.js'
import { anyOrg, anyStaffedOrg } from './any-org.js'
import type { GeneratedOrg } from './generated-org.js'

/** The options of {@link anyChanges}. */
export interface AnyChangesOptions {
  /** The most changes. Default: 6. */
  readonly maxChanges?: number
  /** The kinds of changes. Default: all. */
  readonly kinds?: readonly ChangeKind[]
  /** Whether to include changes that cannot be applied. Default: `false`. */
  readonly broken?: boolean
}

/** The options of {@link anyReorganisation}. */
export interface AnyReorganisationOptions extends AnyChangesOptions {
  /** The most roles. Default: 8. */
  readonly maxRoles?: number
}

/** An org and changes for it. */
export interface GeneratedReorganisation extends GeneratedOrg {
  readonly changes: readonly Change[]
}

/**
 * Generates lists of changes for one org, each applicable after those before it.
 *
 * They shrink to fewer changes, of simpler kinds and of earlier roles. With `broken`, some lists have changes that cannot be applied,
 * each with one problem: `changeOrg` throws `INVALID_CHANGES` for exactly these.
 *
 * Complexity: O(changes × (roles + lines + moves)) for each list.
 *
 * @param org The org.
 * @param options `maxChanges`, `kinds`, `broken`.
 * @returns A fast-check arbitrary.
 * @throws {@link OrgError} `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { changeOrg, defineOrg, isAbove, isRole } from 'rolegraph'
 * import { anyChanges } from 'rolegraph/testing/fast-check'
 *
 * const office = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' }, planner: { reportsTo: 'lead' } } })
 * fc.assert(
 *   fc.property(anyChanges(office, { kinds: ['add-role', 'reorder'] }), (changes) => {
 *     const { org } = changeOrg(office, changes)
 *     return isRole(org, 'analyst') && isAbove(org, 'lead', 'analyst')
 *   }),
 * )
 * ```
 * @see {@link anyReorganisation}, `makeChanges`.
 */
export function anyChanges(org: Org, options?: AnyChangesOptions): fc.Arbitrary<Change[]> {
  stateOf(org)
  const given = givenOptions('anyChanges', options, ['maxChanges', 'kinds', 'broken'])
  const kinds = kindsIn(given.get('kinds'))
  return choicesOf(given).map((choices) => changesOf(org, choices, kinds))
}

/**
 * Generates orgs of every shape, each with a list of changes that can be applied to it: some orgs have several tops, dotted lines,
 * career moves, units, people or job shares.
 *
 * Both shrink together: a counterexample is a small chart with few changes, and prints as the chart with the changes in words. Each
 * value is `{ org, chart, changes }`.
 *
 * Complexity: O(changes × (roles + lines + moves)) for each value.
 *
 * @param options `maxRoles`, `maxChanges`, `kinds`, `broken`.
 * @returns A fast-check arbitrary.
 * @throws {@link OrgError} `INVALID_OPTION`.
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { changeOrg, diffOrgs } from 'rolegraph'
 * import { toEqualOrg } from 'rolegraph/testing'
 * import { anyReorganisation } from 'rolegraph/testing/fast-check'
 *
 * fc.assert(
 *   fc.property(anyReorganisation(), ({ org, changes }) => {
 *     const after = changeOrg(org, changes).org
 *     return toEqualOrg(changeOrg(org, diffOrgs(org, after).changes).org, after).pass
 *   }),
 * )
 * ```
 * @see {@link anyChanges}, {@link anyOrg}.
 */
export function anyReorganisation(options?: AnyReorganisationOptions): fc.Arbitrary<GeneratedReorganisation> {
  const given = givenOptions('anyReorganisation', options, ['maxRoles', 'maxChanges', 'kinds', 'broken'])
  const maxRoles = wholeNumber('maxRoles', given.get('maxRoles'), 1, 8)
  const kinds = kindsIn(given.get('kinds'))
  const orgs = fc.oneof(anyOrg({ maxRoles }), anyStaffedOrg({ maxRoles }))
  return fc.tuple(orgs, choicesOf(given)).map(([{ org, chart }, choices]) => {
    const changes = changesOf(org, choices, kinds)
    const words = changes.map((change) => `${describeChange(change)}\n`).join('')
    return {
      org,
      chart,
      changes,
      [fc.toStringMethod]: () => `\n${chart}\n\n${words}`,
    } as GeneratedReorganisation
  })
}

/** The choices of one change; 0 is the simplest. */
interface Choice {
  readonly isBroken: boolean
  readonly numbers: readonly number[]
}

/** More than most changes need; any further numbers are 0. */
const NUMBERS = 12

function choicesOf(given: GivenOptions): fc.Arbitrary<readonly Choice[]> {
  const maxChanges = wholeNumber('maxChanges', given.get('maxChanges'), 0, 6)
  const mayBreak = trueOrFalse('broken', given.get('broken'), false)
  const choice = fc.record({
    isBroken: mayBreak ? fc.nat({ max: 3 }).map((pick) => pick === 3) : fc.constant(false),
    numbers: fc.array(fc.nat(), { minLength: NUMBERS, maxLength: NUMBERS }),
  })
  return fc.array(choice, { maxLength: maxChanges, size: 'max' })
}

function changesOf(org: Org, choices: readonly Choice[], kinds: ReadonlySet<ChangeKind>): Change[] {
  const changes: Change[] = []
  let now = org
  for (const { isBroken, numbers } of choices) {
    let used = 0
    const draw = (below: number): number => (used < numbers.length ? numbers[used++] % below : 0)
    const next = nextChange(now, draw, kinds, isBroken)
    if (next === undefined) continue
    changes.push(next.change)
    now = next.org
  }
  return changes
}
