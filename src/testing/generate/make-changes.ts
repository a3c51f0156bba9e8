import {
  type Change,
  type ChangeKind,
  givenOptions,
  invalidOption,
  type Org,
  stateOf,
  wholeNumber,
} from '../../internal.js'
import { MAKERS } from './change-makers.js'
import { nextChange } from './next-change.js'
import { Random } from './random.js'

/** The options of {@link makeChanges}. */
export interface MakeChangesOptions {
  /** The number of changes. Default: 10. */
  readonly count?: number
  /** The kinds of changes, such as `['set-manager', 'add-role']`. Default: all. */
  readonly kinds?: readonly ChangeKind[]
  /** The share of the changes, from 0 to 1, that cannot be applied. Default: 0. */
  readonly broken?: number
  /** The same seed makes the same changes. Default: 1. */
  readonly seed?: number
}

/**
 * Makes a list of small changes for an org, each applicable after those before it.
 *
 * The same org and options give the same list. All kinds are equally likely. If the org does not allow a kind, such as `unassign`
 * without holders, the next kind takes its place; if it allows none, the list is shorter. If the org is sound, `checkOrg` finds no
 * error in it after the changes.
 *
 * With `broken`, some changes have one problem each: an unknown id, a taken one, a cycle, a role that is still referred to.
 * `changeOrg` then throws `INVALID_CHANGES`, with issues of exactly these changes.
 *
 * Complexity: O(count × (roles + lines + moves)).
 *
 * @param org The org.
 * @param options `count`, `kinds`, `broken`, `seed`.
 * @returns A fresh list.
 * @throws {@link OrgError} `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { changeOrg, invertChanges } from 'rolegraph'
 * import { makeChanges, makeOrg, toEqualOrg } from 'rolegraph/testing'
 *
 * const org = makeOrg({ roles: 50, people: true })
 * const changes = makeChanges(org, { count: 20, seed: 3 })
 * const after = changeOrg(org, changes).org
 * console.log(changes.length) // => 20
 * console.log(toEqualOrg(changeOrg(after, invertChanges(org, changes)).org, org).pass) // => true
 * ```
 * @see {@link makeOrg}, `changeOrg`.
 */
export function makeChanges(org: Org, options?: MakeChangesOptions): Change[] {
  stateOf(org)
  const given = givenOptions('makeChanges', options, ['count', 'kinds', 'broken', 'seed'])
  const count = wholeNumber('count', given.get('count'), 0, 10)
  const kinds = kindsIn(given.get('kinds'))
  const broken = given.get('broken') ?? 0
  if (!(typeof broken === 'number' && broken >= 0 && broken <= 1))
    throw invalidOption('broken', broken, 'a number from 0 to 1')
  const seed = given.get('seed') ?? 1
  if (!(typeof seed === 'number' && Number.isSafeInteger(seed)))
    throw invalidOption('seed', seed, 'a whole number')
  const random = new Random(seed)
  const changes: Change[] = []
  let now: Org = org
  while (changes.length < count) {
    const draw = (below: number): number => random.below(below)
    const next =
      (random.next() < broken ? nextChange(now, draw, kinds, true) : undefined) ??
      nextChange(now, draw, kinds)
    if (next === undefined) break
    changes.push(next.change)
    now = next.org
  }
  return changes
}

/** The kinds of changes that an option names; all if it is left out. */
export function kindsIn(received: unknown): ReadonlySet<ChangeKind> {
  const all = [...MAKERS.keys()]
  if (received === undefined) return new Set(all)
  const isKinds = Array.isArray(received) && received.every((kind) => all.some((known) => known === kind))
  if (!isKinds) throw invalidOption('kinds', received, `a list of the kinds ${all.join(', ')}`)
  return new Set(received as ChangeKind[])
}
