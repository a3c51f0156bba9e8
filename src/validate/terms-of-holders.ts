import { addToList } from '../kernel/add-to-list.js'
import type { OrgState } from '../engine/org-state.js'
import { type AssignmentTerms, type HolderSpec, personOfHolder } from '../model/person.js'

/** The days of an assignment: from `from` up to, not including, `to`. Without one of them, there is no limit on that side. */
export type Days = Pick<AssignmentTerms, 'from' | 'to'>

/** The days of a holder; a holder given as an id alone has no dates. */
export function daysOf(holder: HolderSpec): Days {
  return typeof holder === 'string' ? ALWAYS : holder
}

const ALWAYS: Days = Object.freeze({})

/** Compares by first day; days without one come first. */
export function byFirstDay(a: Days, b: Days): number {
  const [one, other] = [a.from ?? '', b.from ?? '']
  return one < other ? -1 : one > other ? 1 : 0
}

/** Whether the first days begin before the second end. Dates are compared as text. */
export function beginsBeforeEnd({ from }: Days, { to }: Days): boolean {
  return from === undefined || to === undefined || from < to
}

/** The days with the later end; no end is the latest. */
export function laterEnd(a: Days, b: Days): Days {
  if (a.to === undefined || b.to === undefined) return a.to === undefined ? a : b
  return a.to < b.to ? b : a
}

/** The days of people in roles with dated holders: by person, then by the handle of the role. For {@link OrgState.kept}. */
export type DatedHolders = ReadonlyMap<string, ReadonlyMap<number, readonly Days[]>>

/** Takes O(holders). Leaves out roles without dated holders. */
export function datedHolders({ columns }: OrgState): DatedHolders {
  const people = new Map<string, Map<number, Days[]>>()
  for (const [handle, holders = []] of (columns.attributes.holders ?? []).entries()) {
    if (!holders.some(isDated)) continue
    for (const holder of holders) {
      const person = personOfHolder(holder)
      const roles = people.get(person) ?? new Map<number, Days[]>()
      people.set(person, roles)
      addToList(roles, handle, daysOf(holder))
    }
  }
  return people
}

/** Whether any assignment has a first or a last day, so that the chart depends on the date. */
export function hasDatedHolders(state: OrgState): boolean {
  return state.kept(datedHolders).size > 0
}

function isDated(holder: HolderSpec): boolean {
  const { from, to } = daysOf(holder)
  return from !== undefined || to !== undefined
}

/** Whether two lists of days have a day in common; no list means all days. Takes O(n log n) for lists of length n. */
export function haveDayInCommon(a: readonly Days[] | undefined, b: readonly Days[] | undefined): boolean {
  if (a === undefined || b === undefined) return true
  const [one, other] = [[...a].sort(byFirstDay), [...b].sort(byFirstDay)]
  let next = 0
  for (const days of one) {
    // Days that end before these begin also end before all later ones begin.
    while (next < other.length && !beginsBeforeEnd(days, other[next])) next++
    if (next < other.length && beginsBeforeEnd(other[next], days)) return true
  }
  return false
}
