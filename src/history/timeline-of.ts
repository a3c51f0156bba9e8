import { writtenRole } from '../change/open-role.js'
import { NONE } from '../engine/columns.js'
import { samePlain } from '../define/org-content.js'
import { givenOptions } from '../kernel/option-check.js'
import type { History, Spell } from '../model/history.js'
import type { Assignment } from '../model/person.js'
import type { RoleSpec } from '../model/role.js'
import { type AssignmentsSubject, subjectOf } from '../query/assignments.js'
import { assignmentSpells, joined, versionSpells } from './assignment-spells.js'
import { type HistoryState, historyStateOf } from './history-state.js'
import { unknownRole } from './manager-at.js'
import type { KnownOption } from './org-at.js'

/** Days on which a role stays as it is. */
export interface RoleSpell<
  Id extends string = string,
  Unit extends string = string,
  Data = unknown,
  Person extends string = string,
> extends Spell {
  /** The id on these days. */
  readonly role: Id
  /** The solid manager; `undefined` where the role reports to nobody. */
  readonly manager: Id | undefined
  /** The role with its lines and moves, as a spec writes it. */
  readonly spec: RoleSpec<Id, Unit, Data, Person>
}

/**
 * Returns what a role was, or what a person held, over time.
 *
 * Of a role, one spell for all days on which nothing about it changes: `{ from, to, role, manager, spec }`. A role that is given
 * another id stays the same role: its timeline has both ids, and is found by either. Days on which the role is not there have no spell.
 *
 * Of a person, their assignments: `{ from, to, role, person, share, kind }`, each with the days on which the chart has it and its
 * own dates hold. An assignment that goes on under the same terms is one spell.
 *
 * Spells are in the order of their first day. `from` is `undefined` where the org at the start has it already, `to` where it goes on.
 *
 * Complexity: O(versions of the role, or of the roles of the person); the first question about a person reads all holders once.
 *
 * @param history The history.
 * @param subject `{ role }` or `{ person }`.
 * @param options `knownOn`.
 * @returns Fresh spells.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNKNOWN_PERSON`, `NOT_A_HISTORY`, `INVALID_ARGUMENT`, `INVALID_OPTION`.
 * @example
 * ```ts
 * import { defineOrg, historyOf, timelineOf } from 'rolegraph'
 *
 * const start = defineOrg({
 *   roles: { director: {}, lead: { reportsTo: 'director' }, analyst: { reportsTo: 'lead', holders: ['Ada'] } },
 * })
 * const history = historyOf(start, [
 *   { on: '2026-04-01', changes: [{ do: 'set-manager', role: 'analyst', manager: 'director' }] },
 *   { on: '2026-07-01', changes: [{ do: 'unassign', role: 'analyst', person: 'Ada' }] },
 * ])
 * for (const { from, to, manager } of timelineOf(history, { role: 'analyst' })) console.log(from, to, manager)
 * // => undefined 2026-04-01 lead
 * // => 2026-04-01 2026-07-01 director
 * // => 2026-07-01 undefined director
 * for (const { from, to, role } of timelineOf(history, { person: 'Ada' })) console.log(from, to, role)
 * // => undefined 2026-07-01 analyst
 * ```
 * @see {@link tenureOf}, {@link managerAt}.
 */
export function timelineOf<Id extends string, Unit extends string, Data, Person extends string>(
  history: History<Id, Unit, Data, Person>,
  subject: { readonly role: NoInfer<Id>; readonly person?: never },
  options?: KnownOption,
): RoleSpell<Id, Unit, Data, Person>[]
export function timelineOf<Id extends string, Unit extends string, Data, Person extends string>(
  history: History<Id, Unit, Data, Person>,
  subject: { readonly person: NoInfer<Person>; readonly role?: never },
  options?: KnownOption,
): Assignment<Id, Person>[]
export function timelineOf(
  history: History,
  subject: AssignmentsSubject,
  options?: KnownOption,
): RoleSpell[] | Assignment[] {
  const given = givenOptions('timelineOf', options, ['knownOn'])
  const state = historyStateOf('timelineOf', history, given.get('knownOn'))
  const [role, person] = subjectOf('timelineOf', subject)
  if (role !== undefined) return roleTimeline(state, role)
  const held = state.nodesHeldBy(person).flatMap((node) => assignmentSpells(state.versions, node))
  return joined(
    held
      .filter((assignment) => assignment.person === person)
      .map(({ node: _node, ...assignment }) => assignment),
    ({ role: id, share, kind }) => JSON.stringify([id, share, kind]),
  )
}

function roleTimeline({ versions }: HistoryState, id: string): RoleSpell[] {
  const nodes = versions.nodesOf(id)
  if (nodes.length === 0) throw unknownRole(versions, id)
  return nodes
    .flatMap((node) => nodeTimeline(versions, node))
    .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
}

function nodeTimeline(versions: HistoryState['versions'], node: number): RoleSpell[] {
  const spells: RoleSpell[] = []
  for (const { date, from, to } of versionSpells(versions, node, datesAround(versions, node))) {
    const role = versions.roleOf(node, date)
    if (role === undefined) continue
    const idOf = (other: number): string => versions.idOf(other, date)
    const spec = writtenRole(role, idOf)
    const { to: above } = role.manager
    const manager = above === NONE || above === node ? undefined : idOf(above)
    const last = spells.at(-1)
    if (last !== undefined && last.to === from && last.role === role.id && samePlain(last.spec, spec))
      spells[spells.length - 1] = { ...last, to }
    else spells.push({ from, to, role: role.id, manager, spec })
  }
  return spells
}

/** The dates on which a role changes, or one that it refers to, which may get another id. */
function datesAround(versions: HistoryState['versions'], node: number): number[] {
  const dates = new Set(versions.datesOf(node))
  const targets = new Set<number>()
  for (const date of dates) {
    const role = versions.roleOf(node, date)
    if (role === undefined) continue
    for (const { to } of [role.manager, ...role.dotted, ...role.moves]) if (to !== NONE) targets.add(to)
  }
  const [first = 0] = dates
  for (const target of targets) for (const date of versions.datesOf(target)) if (date > first) dates.add(date)
  return [...dates].sort((a, b) => a - b)
}
