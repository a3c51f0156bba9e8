import { daysBetween, holdsOn, requireDate, yearsBetween } from '../kernel/calendar-date.js'
import { givenOptions } from '../kernel/option-check.js'
import type { History } from '../model/history.js'
import { type AssignmentsSubject, subjectOf } from '../query/assignments.js'
import { assignmentSpells, joined } from './assignment-spells.js'
import { historyStateOf, requireInHistory } from './history-state.js'
import { unknownRole } from './manager-at.js'
import type { KnownOption } from './org-at.js'

/** How long a person has held a role. */
export interface Tenure<Id extends string = string, Person extends string = string> {
  readonly role: Id
  readonly person: Person
  /** The first day; `undefined` where the org at the start has the assignment without a date: then nobody knows how long it is. */
  readonly from: string | undefined
  /** The days from the first one to the date of the question: 0 on the first day. */
  readonly days: number | undefined
  /** The complete years among them. */
  readonly years: number | undefined
}

/**
 * Returns how long the holders of a role have held it on a date, or how long a person has held each of their roles.
 *
 * What counts is the uninterrupted time up to the date. Another share or kind (`acting`, then `permanent`), and another id of the
 * role, do not interrupt it. Who does not hold the role on the date is left out.
 *
 * Complexity: as for {@link timelineOf}.
 *
 * @param history The history.
 * @param subject `{ role }` or `{ person }`.
 * @param date The date.
 * @param options `knownOn`.
 * @returns Fresh objects, the longest tenure first.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNKNOWN_PERSON`, `NOT_A_HISTORY`, `INVALID_ARGUMENT`, `INVALID_OPTION`; `BEFORE_HISTORY` for a date before the
 * history begins.
 * @example
 * ```ts
 * import { defineOrg, historyOf, tenureOf } from 'rolegraph'
 *
 * const start = defineOrg({ roles: { lead: { holders: [{ person: 'Ada', kind: 'acting', from: '2023-11-01' }] } } })
 * const history = historyOf(start, [
 *   { on: '2024-02-01', changes: [{ do: 'update-role', role: 'lead', set: { holders: [{ person: 'Ada', from: '2024-02-01' }] } }] },
 * ])
 * console.log(tenureOf(history, { role: 'lead' }, '2026-03-31'))
 * // => [ { role: 'lead', person: 'Ada', from: '2023-11-01', days: 881, years: 2 } ]
 * ```
 * @see {@link timelineOf}.
 */
export function tenureOf<Id extends string, Person extends string>(
  history: History<Id, string, unknown, Person>,
  subject: AssignmentsSubject<NoInfer<Id>, NoInfer<Person>>,
  date: string,
  options?: KnownOption,
): Tenure<Id, Person>[] {
  const given = givenOptions('tenureOf', options, ['knownOn'])
  const state = historyStateOf('tenureOf', history, given.get('knownOn'))
  const [role, person] = subjectOf('tenureOf', subject)
  const day = requireDate('tenureOf', 'date', date)
  requireInHistory(state, day)
  const { versions } = state
  const at = versions.indexOf(day)
  const isOfSubject = (assignment: { readonly node: number; readonly person: string }): boolean =>
    role === undefined ? assignment.person === person : versions.nodeAt(role, at) === assignment.node
  const nodes = role === undefined ? state.nodesHeldBy(person) : versions.nodesOf(role)
  if (nodes.length === 0 && role !== undefined) throw unknownRole(versions, role)
  const spells = nodes.flatMap((node) => assignmentSpells(versions, node)).filter(isOfSubject)
  const tenures = joined(spells, (spell) => JSON.stringify([spell.node, spell.person]))
    .filter((spell) => holdsOn(spell, day))
    .map(({ node, person: holder, from }) => ({
      role: versions.idOf(node, at),
      person: holder,
      from,
      days: from === undefined ? undefined : daysBetween(from, day),
      years: from === undefined ? undefined : yearsBetween(from, day),
    }))
  // Every id is one of the history.
  return tenures as Tenure<Id, Person>[]
}
