import { assignmentsOf, type Org, type Person, personOf, type Role } from '../internal.js'
import { visibleText } from '../render/index.js'
import { termsText } from './assignment-terms.js'
import { dataEntries, written } from './attribute-columns.js'
import type { PageOptions } from './html-options.js'
import type { PageAssignment, PageData, PagePerson } from './page-data.js'

/** The people who hold a role of the page, and what the page says about them. */
export class PeopleOfPage {
  readonly #list: PagePerson[] = []
  readonly #people: Person[] = []
  readonly #numbers = new Map<string, number>()
  readonly #assignments: PageData['assignments'][number][] = []

  constructor(
    private readonly org: Org,
    private readonly options: Pick<PageOptions, 'fields' | 'photo'>,
  ) {}

  /** The holders of the role of a row as positions in the list, each once; none of a ghost. */
  holdersOf(row: number, role: Role | undefined): number[] {
    if (role === undefined) return []
    const assignments = assignmentsOf(this.org, { role: role.id })
    const numbers = assignments.map(({ person }) => this.#numberOf(person))
    const terms = assignments.map(termsText)
    if (terms.some((text) => text !== '')) {
      this.#assignments.push([row, numbers.map((person, place): PageAssignment => [person, terms[place]])])
    }
    return [...new Set(numbers)]
  }

  /** What the page holds about these people. */
  columns(): Pick<PageData, 'people' | 'assignments' | 'emails' | 'photos' | 'personData'> {
    const { fields, photo } = this.options
    const people = [...this.#people.entries()]
    return {
      people: this.#list,
      assignments: this.#assignments,
      emails: people.flatMap(([number, { email }]) =>
        email === undefined || !fields.has('email') ? [] : [[number, visibleText(email)] as const],
      ),
      photos:
        photo === undefined
          ? null
          : people.flatMap(([number, person]) => {
              const image = photo(person)
              return image === undefined ? [] : [[number, image] as const]
            }),
      personData: fields.has('data')
        ? people.flatMap(([number, { data }]) => {
            const entries = dataEntries(data).flatMap(([key, value]) => {
              const shown = written(value)
              return shown === undefined ? [] : [[visibleText(key), textOf(shown)] as const]
            })
            return entries.length === 0 ? [] : [[number, entries] as const]
          })
        : [],
    }
  }

  #numberOf(id: string): number {
    const known = this.#numbers.get(id)
    if (known !== undefined) return known
    const person = personOf(this.org, id)
    const aliases = this.options.fields.has('aliases') ? person.aliases.map(visibleText) : []
    const number = this.#list.push([id, visibleText(person.name), ...aliases]) - 1
    this.#people.push(person)
    this.#numbers.set(id, number)
    return number
  }
}

function textOf(value: number | string | readonly string[]): string {
  return typeof value === 'object' ? value.join(', ') : String(value)
}
