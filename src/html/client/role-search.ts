import { edgesFrom, type Edges, reversed, targetsOf } from '../../engine/edges.js'
import { NameSearch } from '../../engine/name-search.js'
import { type Chart, NONE } from './chart.js'
import { staffing } from './role-names.js'

/** What was found: a role, a unit or a person. */
export interface Result {
  readonly kind: 'role' | 'unit' | 'person'
  /** The row to go to: of a unit its highest role, of a person the first role that they hold. */
  readonly row: number
  readonly name: string
  /** Further facts, such as the name by which it was found; the id comes last. */
  readonly facts: readonly string[]
}

/** Finds roles, units and people by their names, as `find` does. */
export class RoleSearch {
  readonly #search: NameSearch
  readonly #chart: Chart
  readonly #roles: Edges
  readonly #highest: Int32Array

  constructor(chart: Chart) {
    const { data, count, rowOf } = chart
    const aliases: (readonly string[] | undefined)[] = []
    for (const [row, names] of data.aliases) aliases[row] = names
    const holderRows = data.holders.flatMap(([row, , people]) => people.map(() => row))
    const held = edgesFrom(
      count,
      holderRows,
      data.holders.flatMap(([, , people]) => people),
    )
    const people = data.people.map(([id]) => id)
    this.#chart = chart
    this.#roles = reversed(count, held, people.length)
    this.#highest = highestOfUnits(chart)
    this.#search = new NameSearch({
      roles: { ids: data.ids, titles: data.labels, aliases },
      roleNumbers: rowOf,
      units: {
        ids: data.unitNames.map(([id]) => id),
        titles: data.unitTitles,
        aliases: data.unitNames.map(([, ...others]) => others),
      },
      people: {
        ids: people,
        titles: data.people.map(([, name]) => name),
        aliases: data.people.map(([, , ...others]) => others),
      },
      holders: {
        numbers: new Map(people.map((id, number) => [id, number])),
        holders: held,
        roles: this.#roles,
      },
    })
  }

  /** Makes the index, which takes longer than to answer a question. */
  prepare(): void {
    this.#search.makeIndex()
  }

  /** The first results for a text, best first, and whether there are more. */
  find(text: string, most: number): { readonly hasMore: boolean; readonly results: readonly Result[] } {
    if (text.trim() === '') return { hasMore: false, results: [] }
    const { rowOf, data, count } = this.#chart
    const { things } = this.#search
    // A role that has moved is found where it is now.
    const isWanted = (thing: number): boolean =>
      thing < count ? rowOf.get(data.ids[thing]) === thing : this.#rowOf(thing) !== NONE
    const found = this.#search.find(text, isWanted, most + 1)
    const results = found.slice(0, most).map(({ thing, holder, place }): Result => {
      const kind = things.kindOf(thing)
      const named = holder === NONE ? things.nameOf(thing, place) : ''
      const id = things.idOf(thing)
      const title = things.nameOf(thing, 0)
      const by = textOf(named)
      const facts = [by === textOf(title) || by === id ? '' : by, ...this.#about(kind, thing), id]
      const isNews = (fact: string): boolean => fact !== '' && (kind === 'role' || fact !== textOf(title))
      return {
        kind,
        row: this.#rowOf(thing),
        name: textOf(title),
        facts: facts.filter(isNews),
      }
    })
    return { hasMore: found.length > most, results }
  }

  #rowOf(thing: number): number {
    const { count, data } = this.#chart
    if (thing < count) return thing
    const unit = thing - count
    if (unit < data.unitNames.length) return this.#highest[unit]
    return Array.from(targetsOf(this.#roles, unit - data.unitNames.length)).at(0) ?? NONE
  }

  #about(kind: Result['kind'], thing: number): string[] {
    const { data, holdersOf } = this.#chart
    if (kind === 'role') {
      // Roles of the same title are told apart by their units.
      const unit = data.unitTitles[data.units[thing]] as string | undefined
      return [staffing(this.#chart, thing) || (holdersOf(thing)?.join(', ') ?? ''), unit ?? '']
    }
    return [kind === 'unit' ? 'Unit' : `Holder of ${data.labels[this.#rowOf(thing)]}`]
  }
}

/** The highest role of each unit and its parts; of several, the first. */
function highestOfUnits({ data, count, layer, ghost }: Chart): Int32Array {
  const highest = new Int32Array(data.unitNames.length).fill(NONE)
  for (let row = 0; row < count; row++) {
    if (ghost[row] === 1) continue
    for (let unit = data.units[row]; unit !== NONE; unit = data.unitParents[unit]) {
      if (highest[unit] === NONE || layer[row] < layer[highest[unit]]) highest[unit] = row
    }
  }
  return highest
}

function textOf(name: string | { readonly name: string }): string {
  return typeof name === 'string' ? name : name.name
}
