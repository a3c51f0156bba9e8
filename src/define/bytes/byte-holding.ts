import { addToList } from '../../kernel/add-to-list.js'
import type { HolderSpec, Person } from '../../model/person.js'
import { checkedAttribute } from '../checked-attribute.js'
import { joinedHolders, joinedPeople, joinedVacancy, rolesAtRow } from '../job-shares.js'
import { knownHolders } from '../read-people.js'
import { BytePeople, type RowNames } from './byte-people.js'
import { type ByteRows, cellText } from './byte-rows.js'
import { LateList } from './late-list.js'

/** Who holds the roles of rows in bytes: names, or people. */
export class ByteHolding {
  readonly #given: ByteRows
  readonly #roles: RowNames
  /** The rows of further holders, by role. */
  readonly #further: ReadonlyMap<number, readonly number[]>
  #people: BytePeople | undefined

  constructor(given: ByteRows, roles: RowNames) {
    this.#given = given
    this.#roles = roles
    this.#further = furtherRows(given)
  }

  /** The people whom rows name by id; absent if holders are names. */
  get people(): ReadonlyMap<string, Person> | undefined {
    return this.#people?.people
  }

  /** Whether several rows may say who holds a role. */
  get isShared(): boolean {
    return this.#further.size > 0
  }

  /** Reads the people of the rows, and who fills the role of each. */
  readPeople(): void {
    const { people, ids, jobShares } = this.#given
    if (people === undefined) return
    const isRead = (row: number): boolean => !ids.isRepeat(row) || jobShares?.get(row)?.length === 0
    this.#people = new BytePeople(this.#given, people, isRead, this.#roles)
  }

  /** Who holds each role according to its first row; `undefined` if holders are names. */
  get column(): LateList<unknown> | undefined {
    return this.#people && columnOf(this.#people.holderAt, this.#given.ids)
  }

  /** If the rows name people, the holders who are among them; the others become issues. */
  known(handle: number, holders: unknown): unknown {
    if (this.people === undefined || holders === undefined) return holders
    return knownHolders(this.#roles, handle, holders as readonly HolderSpec[], this.people)
  }

  /** Adds what the rows of further holders say about roles to `checked`, which has the odd values of the first rows. */
  joinRows(
    name: 'holders' | 'vacant',
    odd: ReadonlyMap<number, unknown>,
    checked: Map<number, unknown>,
  ): void {
    const { ids, vacant } = this.#given
    const further = this.#checkedRows(name, odd)
    for (const [handle, rows] of this.#further) {
      const first = ids.rowOf(handle)
      const values = [first, ...rows].map((row): unknown => {
        if (row === first && checked.has(handle)) return checked.get(handle)
        if (further.has(row)) return further.get(row)
        return name === 'vacant' ? vacancyOf(vacant?.[row] ?? 0) : this.#holdersAt(row)
      })
      // The values have been checked.
      if (name === 'vacant') checked.set(handle, joinedVacancy(values as (boolean | undefined)[]))
      else {
        const lists = values as (readonly HolderSpec[] | undefined)[]
        checked.set(handle, this.#people === undefined ? joinedHolders(lists) : joinedPeople(lists))
      }
    }
  }

  /** The odd values of the rows of further holders, checked in the order of the rows. */
  #checkedRows(name: 'holders' | 'vacant', odd: ReadonlyMap<number, unknown>): ReadonlyMap<number, unknown> {
    const checked = new Map<number, unknown>()
    for (const row of [...odd.keys()].sort((a, b) => a - b)) {
      const handle = this.#given.ids.handles[row]
      if (this.#further.get(handle)?.includes(row) !== true) continue
      const roles = rolesAtRow(this.#roles, (field) => this.#roles.placeOfRow(row, field))
      checked.set(row, checkedAttribute(roles, handle, name, odd.get(row)))
    }
    return checked
  }

  /** The holders that a row names. */
  #holdersAt(row: number): readonly HolderSpec[] | undefined {
    const { holders } = this.#given
    if (this.#people !== undefined) return heldBy(this.#people.holderAt(row))
    if (holders === undefined) return undefined
    if (!('items' in holders)) return holders.starts[row] < 0 ? undefined : [cellText(holders, row)]
    const { first, items, missing } = holders
    if (missing?.[row] === 1) return undefined
    const length = first[row + 1] - first[row]
    return Array.from({ length }, (_, index) => cellText(items, first[row] + index))
  }

  /** A list with as many items as the row has holders. */
  countedAt(row: number): readonly unknown[] | undefined {
    const { holders } = this.#given
    if (this.#people !== undefined || holders === undefined) return this.#holdersAt(row)
    if (!('items' in holders)) return holders.starts[row] < 0 ? undefined : [undefined]
    if (holders.missing?.[row] === 1) return undefined
    return new Array<unknown>(holders.first[row + 1] - holders.first[row])
  }
}

/** Whether a code says that a role is vacant. */
export function vacancyOf(code: number): boolean | undefined {
  return code === 0 ? undefined : code === 1
}

/** Not a closure of the class: the org keeps it, and must not keep the input with it. */
function columnOf(holderAt: BytePeople['holderAt'], { rows, set }: ByteRows['ids']): LateList<unknown> {
  const one = (handle: number): unknown => heldBy(holderAt(rows?.[handle] ?? handle))
  return new LateList(set.count, one, () => Array.from({ length: set.count }, (_, handle) => one(handle)))
}

/** The list of holders for the one holder of a row. */
function heldBy(holder: HolderSpec | undefined | null): readonly HolderSpec[] | undefined {
  if (holder === undefined) return NOBODY
  return holder === null ? undefined : Object.freeze([holder])
}

const NOBODY: readonly HolderSpec[] = Object.freeze([])

/** The rows that repeat the id of a role as one of its holders, by role. */
export function furtherRows({
  ids,
  jobShares,
}: Pick<ByteRows, 'ids' | 'jobShares'>): ReadonlyMap<number, readonly number[]> {
  const further = new Map<number, number[]>()
  for (const [row, differing] of jobShares ?? []) {
    if (differing.length > 0) continue
    const handle = ids.handles[row]
    addToList(further, handle, row)
  }
  return further
}
