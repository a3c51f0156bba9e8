import { isUnit, type Org, type Unit, unitOf } from '../internal.js'
import { type Picture, visibleText } from '../render/index.js'
import { NONE, type PageData } from './page-data.js'
import type { PageOptions } from './html-options.js'

type UnitColumns = Pick<PageData, 'unitTitles' | 'unitPlaces' | 'unitParents' | 'unitNames'>

/** The units of a page: those of the picture, and others that its roles are members of. */
export class UnitsOfPage {
  readonly #titles: string[] = []
  readonly #places: number[] = []
  readonly #parents: number[] = []
  readonly #names: [string, ...string[]][] = []
  readonly #numbers = new Map<string, number>()

  constructor(
    private readonly org: Org,
    { units }: Pick<Picture, 'units'>,
    private readonly fields: PageOptions['fields'],
  ) {
    for (const { id, title, place, partOf } of units) this.#add(id, title, place, partOf ?? NONE)
  }

  /** The position of a further unit of a role, which has no colour, which is added if it is not one of the page yet. */
  numberOf(id: string): number {
    return this.#numbers.get(id) ?? this.#add(id, this.#unit(id)?.title ?? id, this.#titles.length, NONE)
  }

  columns(): UnitColumns {
    return {
      unitTitles: this.#titles,
      unitPlaces: this.#places,
      unitParents: this.#parents,
      unitNames: this.#names,
    }
  }

  #add(id: string, title: string, place: number, parent: number): number {
    const aliases = this.fields.has('aliases') ? (this.#unit(id)?.aliases ?? []) : []
    this.#names.push([id, ...aliases.map(visibleText)])
    this.#places.push(place)
    this.#parents.push(parent)
    const number = this.#titles.push(visibleText(title)) - 1
    this.#numbers.set(id, number)
    return number
  }

  #unit(id: string): Unit | undefined {
    return isUnit(this.org, id) ? unitOf(this.org, id) : undefined
  }
}
