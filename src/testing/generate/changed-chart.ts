import {
  holdersOf,
  isAbove,
  isPerson,
  isRole,
  isUnit,
  type Org,
  peopleOf,
  roleOf,
  rolesOf,
  stateOf,
  unitsOf,
} from '../../internal.js'

/** Returns a whole number from 0 to `below - 1`. 0 is the simplest choice. */
export type Draw = (below: number) => number

const TITLES = ['Analyst', 'Coordinator', 'Planner', 'Team Lead', 'Head of Delivery', 'Director']
export const NAMES = ['Ada Ash', 'Grace Birch', 'Alan Cedar', 'Radia Elm']

/** The chart to change, and the choices. */
export class ChangedChart {
  readonly roles: readonly string[]
  readonly units: readonly string[]
  /** The people of an org with `people`. */
  readonly people: readonly string[] | undefined

  constructor(
    readonly org: Org,
    readonly draw: Draw,
  ) {
    this.roles = rolesOf(org)
    this.units = unitsOf(org)
    this.people = stateOf(org).people === undefined ? undefined : peopleOf(org)
  }

  /** Returns `true` about once in `of` times. */
  once(of: number): boolean {
    return this.draw(of) === of - 1
  }

  pick<Item>(list: readonly Item[]): Item | undefined {
    return list.length === 0 ? undefined : list[this.draw(list.length)]
  }

  /** The first item that fits, starting at any item. */
  found<Item>(list: readonly Item[], fits: (item: Item) => boolean): Item | undefined {
    if (list.length === 0) return undefined
    const start = this.draw(list.length)
    for (let step = 0; step < list.length; step++) {
      const item = list[(start + step) % list.length]
      if (fits(item)) return item
    }
    return undefined
  }

  /** An unused id. */
  fresh(noun: 'role' | 'unit' | 'person'): string {
    for (let number = 1; ; number++) {
      const id = `new-${noun}-${String(number)}`
      if (!isRole(this.org, id) && !isUnit(this.org, id) && !isPerson(this.org, id)) return id
    }
  }

  title(): string {
    return this.pick(TITLES) ?? ''
  }

  /** Sometimes a place in an order, other than `item` itself. */
  before(list: readonly string[], item?: string): { readonly before?: string } {
    const before = this.once(5) ? this.found(list, (id) => id !== item) : undefined
    return before === undefined ? {} : { before }
  }

  /** A solid manager for a role: anyone who is not at or below it. */
  newManager(role: string): string | undefined {
    const was = roleOf(this.org, role).reportsTo
    return this.found(this.roles, (id) => id !== role && id !== was && !isAbove(this.org, role, id))
  }

  holderFor(role: string): string | undefined {
    const held = new Set<string>(holdersOf(this.org, role))
    return this.found(this.people ?? NAMES, (person) => !held.has(person))
  }
}
