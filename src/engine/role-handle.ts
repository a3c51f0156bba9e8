import { counted } from '../kernel/in-words.js'
import { didYouMean, nearestId } from '../kernel/nearest-id.js'
import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'
import type { Unit } from '../model/unit.js'
import { meantInWords, namedPeople, namedRoles, namesMeant } from './names-meant.js'
import type { OrgState } from './org-state.js'
import { peopleIndexOf } from './people-index.js'

/**
 * The handle of a role, or of the head of a unit: the place of a unit on the chart is that of its head.
 * Throws `UNKNOWN_ROLE` or `UNIT_WITHOUT_HEAD`.
 */
export function roleHandle(state: OrgState, id: string): number {
  const handle = state.columns.handles.get(id)
  return handle ?? headHandle(state, id)
}

function headHandle(state: OrgState, id: string): number {
  const unit = state.units.get(id)
  if (unit === undefined) throw unknownRole(state, id)
  const handle = unit.head === undefined ? undefined : state.columns.handles.get(unit.head)
  if (handle !== undefined) return handle
  throw unitWithoutHead(id)
}

/** The error for a query that needs the place of a unit on the chart. */
export function unitWithoutHead(unit: string): OrgError<'UNIT_WITHOUT_HEAD'> {
  return new OrgError(
    'UNIT_WITHOUT_HEAD',
    `The unit ${quote(unit)} has no head, so it has no place on the chart. Give the unit a head, or ask about one of ` +
      'its members.',
    { unit },
  )
}

function unknownRole(state: OrgState, id: string): OrgError<'UNKNOWN_ROLE'> {
  const meant = namesMeant(id, namedRoles(state)) ?? namesMeant(id, state.units.values())
  const nearest = meant?.ids[0] ?? nearestId(id, state.columns.ids) ?? nearestId(id, state.units.keys())
  return new OrgError(
    'UNKNOWN_ROLE',
    `No role or unit has the id ${quote(id)} in this org of ${counted(state.columns.count, 'role')}` +
      (meantInWords(meant) ||
        didYouMean(nearest) ||
        '. rolesOf(org) lists the ids; find(org, name) looks up names.'),
    { id, nearest },
  )
}

/** The handle of a role; the id of a unit is not accepted. Throws `UNKNOWN_ROLE`. */
export function ownHandle(state: OrgState, id: string): number {
  const handle = state.columns.handles.get(id)
  if (handle === undefined) throw unknownRole(state, id)
  return handle
}

/** A unit by its id. Throws `UNKNOWN_UNIT`. */
export function unitRecord<Id extends string, UnitId extends string>(
  state: OrgState<Id, UnitId>,
  id: string,
): Unit<Id, UnitId> {
  const unit = state.units.get(id)
  if (unit !== undefined) return unit
  const meant = namesMeant(id, state.units.values())
  const nearest = meant?.ids[0] ?? nearestId(id, state.units.keys())
  throw new OrgError(
    'UNKNOWN_UNIT',
    `No unit has the id ${quote(id)} in this org of ${counted(state.units.size, 'unit')}${meantInWords(meant) || didYouMean(nearest)}`,
    { id, nearest },
  )
}

/** The number of a person. Throws `UNKNOWN_PERSON`. */
export function personNumber(state: OrgState, id: string): number {
  const { ids, numbers } = state.kept(peopleIndexOf)
  const number = numbers.get(id)
  if (number !== undefined) return number
  const meant = namesMeant(id, namedPeople(state), 'name')
  const nearest = meant?.ids[0] ?? nearestId(id, ids)
  throw new OrgError(
    'UNKNOWN_PERSON',
    `No person has the id ${quote(id)} in this org of ${ids.length === 1 ? 'one person' : `${String(ids.length)} people`}` +
      (meantInWords(meant) || didYouMean(nearest) || '. peopleOf(org) lists the ids.'),
    { id, nearest },
  )
}
