import {
  type CareerGap,
  careerGap,
  feedersOf,
  givenOptions,
  invalidOption,
  type MoveOptions,
  type Org,
  type OrgState,
  ownHandle,
  oneLine,
  quote,
  quotedList,
  routeText,
  stateOf,
} from '../internal.js'
import { dateIn } from './approval-request.js'
import { permanentHolders, type Seat, seatsOf } from './seats.js'

/** Which successors {@link benchOf} lists. */
export interface BenchOptions<Id extends string = string> extends MoveOptions<Id> {
  /** A calendar date: only assignments of that day count, and the time served is counted up to it. */
  readonly date?: string
  /** Lists only successors who may be ready within this many years. Default: all. */
  readonly withinYears?: number
}

/** Somebody who could succeed to a role. */
export interface Successor<Id extends string = string, Person extends string = string> {
  /** The role they hold. */
  readonly role: Id
  /** `undefined` for a role whose holders the chart does not name. */
  readonly person: Person | undefined
  /**
   * `'now'`: one move away, with the years of the move served and nothing lacking. `'unknown'`: one move away with nothing lacking,
   * but the move states no years. `'later'`: anything else.
   */
  readonly ready: 'now' | 'later' | 'unknown'
  /**
   * The fewest and the most years until the last move is due, less the complete years served in the present role; `undefined` if no
   * move states any.
   */
  readonly years: readonly [min: number, max: number] | undefined
  /** The complete years served in the present role; `undefined` without a date, or if the assignment has no start. */
  readonly served: number | undefined
  /** What the path to the role requires beyond the requirements of the present role. */
  readonly gap: CareerGap<Id>
  /** The successor in one sentence. */
  readonly text: string
}

const MOVES = ['avoid', 'families', 'moves']
const OPTIONS = ['date', 'withinYears', ...MOVES]

/**
 * Returns the bench of a role: who could succeed to it along career moves, how soon, and what each still lacks.
 *
 * A successor is a person in a role from which moves lead to this one, or such a role itself if the chart does not name its holders.
 * Vacant roles provide no successors. A permanent holder is not their own successor; an acting or interim holder may be. Each
 * person is listed once, for the role from which they are ready soonest.
 *
 * The path is the one with the fewest years, or the one with the fewest moves if the time served makes that sooner. With a `date`,
 * complete years in the present role count towards its move and towards the experience that the next role requires.
 *
 * Complexity: O(n × p) for n roles that lead to this one, where p is the cost of {@link careerPath}.
 *
 * @param org The org.
 * @param role The id of a role; a unit has no career.
 * @param options `date`, `withinYears`; `avoid` roles, `families` and kinds of `moves` as for {@link careerPath}.
 * @returns A fresh array: those ready now, then the others by the fewest years, unknown years last; ties by the number of moves, then
 * in input order.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNKNOWN_FAMILY`, `INVALID_OPTION`, `INVALID_ARGUMENT` for an invalid date, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { benchOf } from 'rolegraph/approval'
 *
 * const org = defineOrg({
 *   roles: {
 *     director: { holders: ['Dee'] },
 *     manager: { holders: [{ person: 'May', from: '2021-01-01' }], progressesTo: { to: 'director', years: [4, 6] } },
 *     lead: { holders: ['Lee'], progressesTo: { to: 'manager', years: [2, 3], conditions: ['led a team'] } },
 *   },
 * })
 * for (const { text } of benchOf(org, 'director', { date: '2026-01-01' })) console.log(text)
 * // => 'May' ('manager') is ready now: 'manager' → 'director'
 * // => 'Lee' ('lead') may be ready in 6 to 9 years: 'lead' → 'manager' → 'director'; conditions: led a team
 * ```
 * @see {@link successionRisks}, {@link careerGap}, {@link feedersOf}.
 */
export function benchOf<Id extends string, Unit extends string, Data, Person extends string>(
  org: Org<Id, Unit, Data, Person>,
  role: NoInfer<Id>,
  options?: BenchOptions<NoInfer<Id>>,
): Successor<Id, Person>[] {
  const state: OrgState = stateOf(org)
  ownHandle(state, role)
  const given = givenOptions('benchOf', options, OPTIONS)
  const date = dateIn('benchOf', given)
  const within = yearsIn(given.get('withinYears'))
  // Checks these options even if no role leads to this one.
  const limits = Object.fromEntries(
    Array.from(given).filter(([name]) => MOVES.includes(name)),
  ) as MoveOptions<Id>
  careerGap(org, role, role, limits)
  const known = new Set(permanentHolders(state, role, date))
  const found: Successor<Id, Person>[] = []
  for (const from of rolesLeadingTo(org, role)) {
    const seats = seatsOf(state, from, date).filter(
      ({ person }) => person === undefined || !known.has(person),
    )
    if (seats.length === 0) continue
    const fastest = careerGap(org, from, role, { ...limits, by: 'years' })
    if (fastest === undefined) continue
    const shortest = careerGap(org, from, role, { ...limits, by: 'steps' })
    for (const seat of seats) {
      const successor = soonest(state, from, seat, fastest, shortest ?? fastest)
      // The holders come from the org.
      if (leastYears(successor) <= within) found.push(successor as Successor<Id, Person>)
    }
  }
  // The sort is stable, so input order breaks ties.
  found.sort(bySoonness)
  const listedPeople = new Set<Person>()
  return found.filter(({ person }) => {
    if (person === undefined) return true
    const isFirst = !listedPeople.has(person)
    listedPeople.add(person)
    return isFirst
  })
}

function yearsIn(received: unknown): number {
  if (received === undefined) return Infinity
  if (typeof received === 'number' && received >= 0) return received
  throw invalidOption('withinYears', received, 'a number, 0 or more')
}

/** The roles from which career moves of any kind lead to a role, in input order. */
function rolesLeadingTo<Id extends string>(org: Org<Id>, role: Id): Id[] {
  const reached = new Set([role])
  // Iterating over a set also visits what is added on the way.
  for (const to of reached) for (const { from } of feedersOf<Id, string>(org, to)) reached.add(from)
  reached.delete(role)
  const { handles } = stateOf(org).columns
  const position = (id: Id): number => handles.get(id) ?? 0
  return Array.from(reached).sort((a, b) => position(a) - position(b))
}

function soonest(
  state: OrgState,
  role: string,
  seat: Seat,
  fastest: CareerGap,
  shortest: CareerGap,
): Successor {
  const [one, other] = [successorBy(state, role, seat, fastest), successorBy(state, role, seat, shortest)]
  return bySoonness(other, one) < 0 ? other : one
}

function successorBy(state: OrgState, role: string, { person, served }: Seat, gap: CareerGap): Successor {
  const years = yearsLeft(gap, served)
  const experience = (state.columns.attributes.minYears?.[ownHandle(state, role)] ?? 0) + (served ?? 0)
  const minYears = gap.minYears !== undefined && gap.minYears > experience ? gap.minYears : undefined
  const lacks = lackedBy(gap, minYears)
  const isDirect = gap.path.moves.length === 1 && lacks.length === 0
  const ready = !isDirect || (years !== undefined && years[0] > 0) ? 'later' : years ? 'now' : 'unknown'
  const who = person === undefined ? quote(role) : `${quote(person)} (${quote(role)})`
  const when = {
    now: 'is ready now',
    unknown: 'is one move away, and the move states no years',
    later: `may be ready ${laterText(years, gap.path.yearsUnknown)}`,
  }[ready]
  const text = [`${who} ${when}: ${routeText(gap.path.roles)}`, ...lacks].join('; ')
  return { role, person, ready, years, served, gap, text }
}

/** The years of a path, less the years served in its first role. */
function yearsLeft({ path }: CareerGap, served = 0): readonly [number, number] | undefined {
  const first = path.moves[0].years
  if (path.years === undefined || first === undefined) return path.years
  const [min, max] = path.years
  return [rounded(min - Math.min(first[0], served)), rounded(max - Math.min(first[1], served))]
}

/** Rounds off the floating-point error of a difference. */
function rounded(years: number): number {
  return Number.isFinite(years) ? Math.round(years * 1e6) / 1e6 : years
}

function lackedBy(gap: CareerGap, minYears: number | undefined): string[] {
  const lacked: string[] = []
  if (minYears !== undefined) lacked.push(`needs ${yearsText(minYears)} of experience`)
  for (const [noun, { length }, names] of [
    ['certification', gap.certifications, quotedList(gap.certifications.map(({ name }) => name))],
    ['skill', gap.skills, quotedList(gap.skills.map(({ name }) => name))],
  ] as const) {
    if (length > 0) lacked.push(`lacks the ${noun}${length === 1 ? '' : 's'} ${names}`)
  }
  const conditions = gap.conditions.map(({ condition }) => oneLine(condition))
  if (conditions.length > 0) lacked.push(`conditions: ${conditions.join(', ')}`)
  return lacked
}

function laterText(years: Successor['years'], unknown: number): string {
  if (years === undefined) return 'later; the moves state no years'
  const [min, max] = years
  if (max === Infinity || unknown > 0) return `in ${yearsText(min)} or more`
  return min === max ? `in ${yearsText(min)}` : `in ${String(min)} to ${yearsText(max)}`
}

function yearsText(years: number): string {
  return `${String(years)} ${years === 1 ? 'year' : 'years'}`
}

function leastYears({ years }: Successor): number {
  return years?.[0] ?? 0
}

function bySoonness(one: Successor, other: Successor): number {
  const rank = ({ ready, years }: Successor): number => (ready === 'now' ? -1 : (years?.[0] ?? Infinity))
  const [a, b] = [rank(one), rank(other)]
  return a === b ? one.gap.path.moves.length - other.gap.path.moves.length : a < b ? -1 : 1
}
