import { type HolderSpec, type Person, personOfHolder } from '../model/person.js'
import { type Edges, edgesFrom, reversed } from './edges.js'
import type { OrgState } from './org-state.js'

/** The people of an org by number, and who holds which role. */
export interface PeopleIndex {
  /** The ids of the listed people in input order; if none are listed, the names of holders in the order of the roles. */
  readonly ids: readonly string[]
  readonly numbers: ReadonlyMap<string, number>
  /** The people who hold each role, each once, in the order of its holders. */
  readonly holders: Edges
  /** The roles that each person holds, in input order. */
  readonly roles: Edges
}

/** Numbers the people, for `OrgState.kept`. O(roles, people and holders). */
export function peopleIndexOf({ columns, people }: OrgState): PeopleIndex {
  const numbers = new Map<string, number>()
  for (const id of people?.keys() ?? []) numbers.set(id, numbers.size)
  const column = columns.attributes.holders ?? []
  const from: number[] = []
  const to: number[] = []
  for (let handle = 0; handle < column.length; handle++) {
    const first = to.length
    for (const holder of column[handle] ?? []) {
      const number = numberOf(numbers, personOfHolder(holder))
      // One person may have several assignments to one role, one after the other.
      if (to.indexOf(number, first) !== -1) continue
      from.push(handle)
      to.push(number)
    }
  }
  const holders = edgesFrom(columns.count, from, to)
  return { ids: [...numbers.keys()], numbers, holders, roles: reversed(columns.count, holders, numbers.size) }
}

function numberOf(numbers: Map<string, number>, id: string): number {
  const known = numbers.get(id)
  if (known !== undefined) return known
  numbers.set(id, numbers.size)
  return numbers.size - 1
}

/** The holders of a role as written; none if it is vacant or its holders are not known. */
export function holderSpecsOf({ columns }: OrgState, handle: number): readonly HolderSpec[] {
  return columns.attributes.holders?.[handle] ?? []
}

/** The record of a person, made from the name if the org lists no people. */
export function personRecord({ people }: OrgState, id: string): Person {
  return people?.get(id) ?? { id, name: id, aliases: Object.freeze([]), email: undefined, data: undefined }
}
