import { type Alias, writtenAliases } from '../model/alias.js'
import type { OrgState } from './org-state.js'
import { type PeopleIndex, peopleIndexOf } from './people-index.js'

/** The names of one kind of thing. The first name is the title, or the id if there is none. */
export interface NameColumns {
  readonly ids: readonly string[]
  readonly titles: readonly (string | undefined)[]
  readonly aliases: readonly (readonly Alias[] | undefined)[]
}

/** The names of roles, units and people, and who holds which role. */
export interface Names {
  readonly roles: NameColumns
  readonly roleNumbers: Pick<ReadonlyMap<string, number>, 'get'>
  readonly units: NameColumns
  readonly people: NameColumns
  readonly holders: Pick<PeopleIndex, 'numbers' | 'holders' | 'roles'>
}

/** Everything that has names: roles, then units, then people, numbered in order. */
export class NamedThings {
  readonly people: Names['holders']
  /** The number of the first person. */
  readonly firstPerson: number
  readonly count: number
  readonly #firstUnit: number
  readonly #roleNumbers: Names['roleNumbers']
  readonly #unitNumbers: ReadonlyMap<string, number>
  readonly #kinds: readonly NameColumns[]

  constructor({ roles, roleNumbers, units, people, holders }: Names) {
    this.people = holders
    this.#roleNumbers = roleNumbers
    this.#unitNumbers = new Map(units.ids.map((id, number) => [id, number]))
    this.#kinds = [roles, units, people]
    this.#firstUnit = roles.ids.length
    this.firstPerson = this.#firstUnit + units.ids.length
    this.count = this.firstPerson + people.ids.length
  }

  /** Every name of every thing, with its place: 0 is the title, and the aliases follow. */
  eachName(visit: (name: string, thing: number, place: number) => void): void {
    let thing = 0
    for (const { ids, titles, aliases } of this.#kinds) {
      for (let number = 0; number < ids.length; number++, thing++) {
        visit(titles[number] ?? ids[number], thing, 0)
        const others = aliases[number]
        if (others === undefined) continue
        for (let place = 0; place < others.length; place++) visit(textOf(others[place]), thing, place + 1)
      }
    }
  }

  /** The ids of the things with a title, which may equal the id. */
  eachId(visit: (id: string, thing: number) => void): void {
    let thing = 0
    for (const { ids, titles } of this.#kinds) {
      for (let number = 0; number < ids.length; number++, thing++) {
        if (titles[number] !== undefined) visit(ids[number], thing)
      }
    }
  }

  /** The things with an id, which a role, a unit and a person may share. */
  withId(id: string): number[] {
    const numbers = [this.#roleNumbers.get(id), this.#unitNumbers.get(id), this.people.numbers.get(id)]
    const firsts = [0, this.#firstUnit, this.firstPerson]
    return numbers.flatMap((number, kind) => (number === undefined ? [] : [firsts[kind] + number]))
  }

  kindOf(thing: number): 'role' | 'unit' | 'person' {
    if (thing < this.#firstUnit) return 'role'
    return thing < this.firstPerson ? 'unit' : 'person'
  }

  idOf(thing: number): string {
    const [{ ids }, number] = this.#placeOf(thing)
    return ids[number]
  }

  /** A name of a thing by its place. */
  nameOf(thing: number, place: number): Alias {
    const [{ ids, titles, aliases }, number] = this.#placeOf(thing)
    return (place === 0 ? titles[number] : aliases[number]?.[place - 1]) ?? ids[number]
  }

  #placeOf(thing: number): readonly [kind: NameColumns, number: number] {
    const [roles, units, people] = this.#kinds
    if (thing < this.#firstUnit) return [roles, thing]
    return thing < this.firstPerson ? [units, thing - this.#firstUnit] : [people, thing - this.firstPerson]
  }
}

const NONE: readonly never[] = /* @__PURE__ */ Object.freeze([])

/** The names in an org. */
export function namesOf(state: OrgState): Names {
  const { ids, handles, attributes } = state.columns
  const holders = state.kept(peopleIndexOf)
  return {
    roles: { ids, titles: attributes.title ?? NONE, aliases: attributes.aliases ?? NONE },
    roleNumbers: handles,
    units: columnsOf([...state.units.values()]),
    people: columnsOf([...(state.people?.values() ?? [])], holders.ids),
    holders,
  }
}

type NamedRecord = Parameters<typeof writtenAliases>[0] & {
  readonly id: string
  readonly title?: string
  readonly name?: string
}

/** The names of units or people; without records they have only the ids. */
function columnsOf(
  records: readonly NamedRecord[],
  ids: readonly string[] = records.map(({ id }) => id),
): NameColumns {
  return {
    ids,
    titles: records.map(({ title, name }) => title ?? name),
    aliases: records.map(writtenAliases),
  }
}

function textOf(alias: Alias): string {
  return typeof alias === 'string' ? alias : alias.name
}
