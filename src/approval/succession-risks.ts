import {
  addToList,
  counted,
  directReportsOf,
  feedersOf,
  givenOptions,
  invalidOption,
  type Issue,
  isPlanned,
  isUnfilled,
  makeIssue,
  type Org,
  type OrgState,
  ownHandle,
  quote,
  quotedList,
  rolesOf,
  routeText,
  stateOf,
  wholeNumber,
} from '../internal.js'
import { dateIn } from './approval-request.js'
import { permanentHolders, seatsOf } from './seats.js'

/** The issue codes of {@link successionRisks}. */
export type SuccessionRiskCode = 'NO_BENCH' | 'ONLY_SUCCESSOR' | 'MANY_BENCHES' | 'LEAVES_HOLE'

/** Which risks {@link successionRisks} looks for. */
export interface SuccessionOptions<Id extends string = string> {
  /** A calendar date: only assignments of that day count. Default: all assignments count. */
  readonly date?: string
  /** The roles to be filled from inside. Default: those with direct reports, and those that a career move enters. */
  readonly roles?: readonly Id[]
  /** The most benches that one person may be on: a whole number, 1 or more. Default: 3. */
  readonly maxBenches?: number
}

/** Somebody who is one move away from a role. */
interface Candidate<Id extends string> {
  readonly from: Id
  readonly person: string | undefined
}

type Benches<Id extends string> = ReadonlyMap<Id, readonly Candidate<Id>[]>

/**
 * Returns the roles of an org that would be hard to fill from inside, going by who is one career move away.
 *
 * - `NO_BENCH`, a warning: nobody is one move away, because no move enters the role or the roles before it are vacant.
 * - `ONLY_SUCCESSOR`, a warning: a person is the only one on the bench of several roles.
 * - `MANY_BENCHES`, for information: a person is on more than `maxBenches` benches.
 * - `LEAVES_HOLE`, a warning: the role has a bench, but every move into it leaves a role that nobody can fill, directly or further
 *   down; the witness ends at such a role. If one holder of a job share leaves, the others stay. A role that is not among `roles`
 *   is filled from outside, so leaving it is no risk.
 *
 * A bench is as in {@link benchOf}, limited to one move; years and requirements are ignored. A role whose holders the chart does
 * not name counts as one person, who leaves it empty. A person with several roles leaves only the one that the move starts from.
 * Planned roles are left out unless `roles` names them.
 *
 * Complexity: O(n + m + h) for n roles, m moves and h holders, and O(m) for each role that cannot be filled without a hole.
 *
 * @param org The org.
 * @param options `date`, `roles`, `maxBenches`.
 * @returns Frozen issues by code in the order above, and then by role or person; empty if there is no risk, and for an org without
 * career moves or reporting lines.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `INVALID_OPTION`, `INVALID_ARGUMENT` for an invalid date, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { successionRisks } from 'rolegraph/approval'
 *
 * const org = defineOrg({
 *   roles: {
 *     director: { holders: ['Dee'] },
 *     manager: { reportsTo: 'director', holders: ['May'], progressesTo: 'director' },
 *     lead: { reportsTo: 'manager', vacant: true, progressesTo: 'manager' },
 *   },
 * })
 * for (const { code, message } of successionRisks(org)) console.log(`${code}: ${message}`)
 * // => NO_BENCH: Nobody is one move away from 'manager': nobody in 'lead' could move up
 * //    LEAVES_HOLE: If 'director' is filled from its bench, a role is left that nobody can fill: 'manager' → 'director'
 * ```
 * @see {@link benchOf}.
 */
export function successionRisks<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  options?: SuccessionOptions<NoInfer<Id>>,
): readonly Issue<SuccessionRiskCode>[] {
  const state = stateOf(org)
  const given = givenOptions('successionRisks', options, ['date', 'roles', 'maxBenches'])
  const date = dateIn('successionRisks', given)
  const most = wholeNumber('maxBenches', given.get('maxBenches'), 1, 3)
  const benches = benchesOf(org, rolesIn(org, given.get('roles')), date)
  return Object.freeze([
    ...emptyBenches(org, benches),
    ...peopleOnBenches(benches, most),
    ...holes(state, benches, date),
  ])
}

function rolesIn<Id extends string>(org: Org<Id>, received: unknown): readonly Id[] {
  const state = stateOf(org)
  if (received === undefined) {
    return rolesOf(org).filter((role) => {
      if (isPlanned(state, ownHandle(state, role))) return false
      return directReportsOf<Id, string>(org, role).length > 0 || feedersOf<Id, string>(org, role).length > 0
    })
  }
  if (!Array.isArray(received)) throw invalidOption('roles', received, 'an array of ids of roles')
  const list: readonly unknown[] = received
  // An id that is not a string is reported as unknown.
  return Array.from(new Set(list), (role) => state.columns.ids[ownHandle(state, role as string)])
}

function benchesOf<Id extends string>(
  org: Org<Id>,
  roles: readonly Id[],
  date: string | undefined,
): Benches<Id> {
  const state: OrgState = stateOf(org)
  return new Map(
    roles.map((role) => {
      const holders = new Set<string | undefined>(permanentHolders(state, role, date))
      const candidates = feedersOf<Id, string>(org, role).flatMap(({ from }) =>
        seatsOf(state, from, date)
          .filter(({ person }) => !holders.has(person))
          .map(({ person }) => ({ from, person })),
      )
      return [role, candidates]
    }),
  )
}

function* emptyBenches<Id extends string>(
  org: Org<Id>,
  benches: Benches<Id>,
): Generator<Issue<SuccessionRiskCode>> {
  const state: OrgState = stateOf(org)
  for (const [role, bench] of benches) {
    if (bench.length > 0) continue
    const before = feedersOf<Id, string>(org, role).map(({ from }) => from)
    const isVacant = isUnfilled(state, ownHandle(state, role))
    const why =
      before.length === 0 ? 'no career move leads to it' : `nobody in ${quotedList(before)} could move up`
    yield makeIssue({
      code: 'NO_BENCH',
      severity: 'warning',
      roles: [role],
      witness: [role, ...before],
      message: `Nobody is one move away from ${quote(role)}${isVacant ? ', which is vacant' : ''}: ${why}`,
      suggestion:
        before.length === 0
          ? 'Add a career move to the role, or plan to fill it from outside.'
          : 'Fill one of the roles that lead to it, or add another career move to it.',
    })
  }
}

function* peopleOnBenches<Id extends string>(
  benches: Benches<Id>,
  most: number,
): Generator<Issue<SuccessionRiskCode>> {
  const rolesOfPerson = new Map<string, Id[]>()
  const onlyFor = new Map<string, Id[]>()
  for (const [role, bench] of benches) {
    const people = new Set(bench.map(({ person }) => person))
    for (const person of people) {
      if (person === undefined) continue
      addToList(rolesOfPerson, person, role)
      if (people.size === 1) addToList(onlyFor, person, role)
    }
  }
  for (const [person, roles] of onlyFor) {
    if (roles.length < 2) continue
    yield makeIssue({
      code: 'ONLY_SUCCESSOR',
      severity: 'warning',
      roles,
      witness: [person, ...roles],
      message: `${quote(person)} is the only person on the benches of ${quotedList(roles)}`,
      suggestion: 'Prepare other people for all but one of these roles.',
    })
  }
  for (const [person, roles] of rolesOfPerson) {
    if (roles.length <= most) continue
    yield makeIssue({
      code: 'MANY_BENCHES',
      severity: 'info',
      roles,
      witness: [person, ...roles],
      message: `${quote(person)} is on the benches of ${counted(roles.length, 'role')}: ${quotedList(roles)}`,
      suggestion: 'Decide which of these roles to prepare this person for, and prepare others for the rest.',
    })
  }
}

function* holes<Id extends string>(
  state: OrgState,
  benches: Benches<Id>,
  date: string | undefined,
): Generator<Issue<SuccessionRiskCode>> {
  const shared = new Set(Array.from(benches.keys()).filter((role) => seatsOf(state, role, date).length > 1))
  for (const [role, bench] of benches) {
    if (bench.length === 0 || canFill(role, benches, shared)) continue
    const chain = new Set([role])
    // Iterating over a set also visits what is added on the way. The chain ends at an empty bench, or at a role already on it.
    for (const each of chain) {
      const next = benches.get(each)?.[0]
      if (next !== undefined) chain.add(next.from)
    }
    const roles = Array.from(chain)
    yield makeIssue({
      code: 'LEAVES_HOLE',
      severity: 'warning',
      roles,
      message: `If ${quote(role)} is filled from its bench, a role is left that nobody can fill: ${routeText(roles.toReversed())}`,
      suggestion: `Prepare someone for ${quote(roles.at(-1))}, or add another career move to ${quote(role)}.`,
    })
  }
}

/**
 * Whether some chain of moves fills a role without leaving a hole: one that ends at a job share, or at a role filled from outside.
 * Nobody moves up from the role itself.
 */
function canFill<Id extends string>(role: Id, benches: Benches<Id>, shared: ReadonlySet<Id>): boolean {
  const emptied = new Set([role])
  // Iterating over a set also visits what is added on the way.
  for (const each of emptied) {
    for (const { from } of benches.get(each) ?? []) {
      if (from !== role && (shared.has(from) || !benches.has(from))) return true
      emptied.add(from)
    }
  }
  return false
}
