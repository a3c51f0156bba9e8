import { isUnfilled, type OrgState, ownHandle, yearsBetween } from '../internal.js'
import { holderSpecsOn } from './approval-request.js'

/** A person in a role, or the role itself if the chart does not name its holders. */
export interface Seat {
  readonly person: string | undefined
  /** The complete years in the role; `undefined` if unknown. */
  readonly served: number | undefined
}

/** Who could move on from a role: its holders on a date, each once; nobody if it is vacant. */
export function seatsOf(state: OrgState, role: string, date: string | undefined): Seat[] {
  const handle = ownHandle(state, role)
  if (isUnfilled(state, handle)) return []
  if (state.columns.attributes.holders?.[handle] === undefined)
    return [{ person: undefined, served: undefined }]
  const seats = new Map<string, Seat>()
  for (const holder of holderSpecsOn(state, handle, date)) {
    const { person, from } = typeof holder === 'string' ? { person: holder, from: undefined } : holder
    const served = date === undefined || from === undefined ? undefined : yearsBetween(from, date)
    const before = seats.get(person)
    // Of a person's several assignments to the role, the earliest counts.
    if (before === undefined || (served ?? -1) > (before.served ?? -1)) seats.set(person, { person, served })
  }
  return Array.from(seats.values())
}

/** The permanent holders of a role on a date. */
export function permanentHolders(state: OrgState, role: string, date: string | undefined): string[] {
  const people: string[] = []
  for (const holder of holderSpecsOn(state, ownHandle(state, role), date)) {
    if (typeof holder === 'string') people.push(holder)
    else if ((holder.kind ?? 'permanent') === 'permanent') people.push(holder.person)
  }
  return people
}
