import { ASSIGNMENT_KINDS, HEDGES, ROLE_ATTRIBUTES, ROLE_STATUSES } from '../define/attribute-readers.js'
import { MOVE_KINDS } from '../define/read-edges.js'
import { isNested } from '../define/plain-copy.js'
import type { Change } from '../model/change.js'
import { type Person } from '../model/person.js'
import { aliasNames, warnedAliases, writtenAliases } from '../model/alias.js'
import { freeNumbers } from './pseudonyms.js'
import type { Renaming } from './redacted-record.js'
import { SecretWords } from './secret-words.js'

/** Every name that is used in orgs and changes of some dates. */
export interface UsedNames {
  readonly roles: Iterable<string>
  readonly units: Iterable<string>
  /** The texts of each person, by id, in the order in which they are first named. */
  readonly people: ReadonlyMap<string, ReadonlySet<string>>
  /** Whether some org lists its people. */
  readonly listsPeople: boolean
}

/**
 * Erases people from orgs and changes: each becomes a pseudonym, the same everywhere, and the names of each are replaced in all texts. Roles, units
 * and other people whose ids have one of the names get other ids, which are the same everywhere too.
 */
export class Erasure {
  readonly secrets = new SecretWords()
  /** The pseudonym and the number of each person who is erased. */
  readonly #erased = new Map<string, { readonly id: string; readonly name: string }>()
  readonly #people = new Map<string, string>()
  readonly #ids = new Map<string, string>()

  constructor({ roles, units, people, listsPeople }: UsedNames, erased: ReadonlySet<string>) {
    const next = freeNumbers([...people.values()].flatMap((texts) => [...texts]))
    for (const [person, texts] of people) {
      if (!erased.has(person)) continue
      const number = String(next())
      const name = `Person ${number}`
      this.#erased.set(person, { id: listsPeople ? `person-${number}` : name, name })
      for (const text of texts) this.secrets.add(text, name)
    }
    this.#rename(roles, 'role')
    this.#rename(units, 'unit')
    const taken = new Set(people.keys())
    for (const person of people.keys()) {
      const masked = this.secrets.masked(person)
      if (erased.has(person) || masked === person) continue
      let free = masked
      for (let number = 2; taken.has(free); number++) free = `${masked} ${String(number)}`
      taken.add(free)
      this.#people.set(person, free)
    }
  }

  #rename(ids: Iterable<string>, noun: string): void {
    const all = new Set(ids)
    let number = 0
    for (const id of all) {
      number++
      if (this.#ids.has(id) || this.secrets.masked(id) === id) continue
      let free = `${noun}-${String(number)}`
      while (all.has(free) || this.secrets.has(free)) free += '-x'
      this.#ids.set(id, free)
    }
  }

  /** The id of a role or a unit. */
  readonly placeIdOf = (id: string): string => this.#ids.get(id) ?? this.secrets.masked(id)

  personOf(person: string): string {
    return this.#erased.get(person)?.id ?? this.#people.get(person) ?? this.secrets.masked(person)
  }

  /** How the names in one org are replaced, by those people whom it lists. */
  renamingOf(people: ReadonlyMap<string, Person> | undefined): Renaming {
    return {
      secrets: this.secrets,
      idOf: (person) => this.personOf(person),
      people: () => new Map(Array.from(people?.values() ?? [], (person) => this.#person(person))),
      placeIdOf: this.placeIdOf,
    }
  }

  #person(person: Person): [string, Person] {
    const erased = this.#erased.get(person.id)
    if (erased !== undefined)
      return [erased.id, Object.freeze({ ...erased, aliases: NOTHING, email: undefined, data: undefined })]
    const id = this.personOf(person.id)
    const aliases = this.#aliases(writtenAliases(person)) as ReturnType<typeof writtenAliases>
    const warned = warnedAliases(aliases)
    const masked: Person = {
      id,
      name: this.secrets.masked(person.name),
      aliases: aliasNames(aliases),
      ...(warned !== undefined && { warnedAliases: warned }),
      email: person.email === undefined ? undefined : this.secrets.masked(person.email),
      data: this.#plain(person.data),
    }
    return [id, Object.freeze(masked)]
  }

  #aliases(value: unknown): unknown {
    return this.#each(value, (alias) =>
      isObject(alias) ? this.#fields(alias, (_, each) => this.#plain(each)) : this.#plain(alias),
    )
  }

  #plain(value: unknown): unknown {
    return this.secrets.maskedData(value)
  }

  /** An attribute of a role. */
  attribute(name: string, value: unknown): unknown {
    if (PLACES.has(name)) return this.#places(value)
    if (name === 'aliases') return this.#aliases(value)
    return name === 'holders' ? this.#holder(value) : this.#term(name, value, [])
  }

  /** What an edge is based on, and its name. */
  facts<Facts extends object>(facts: Facts): Facts {
    // Texts stay texts, and the words of the format stay as they are.
    return this.#fields(facts, (name, value) => this.#term(name, value, MOVE_KINDS)) as Facts
  }

  /** A line or a move to an id. */
  edge<Edge extends { readonly to: string; readonly facts: object | undefined }>(edge: Edge): Edge {
    const { to, facts, ...others } = edge
    return { ...this.facts(others), to: this.placeIdOf(to), facts: facts && this.facts(facts) } as Edge
  }

  texts(texts: readonly string[]): readonly string[] {
    return Object.freeze(texts.map((text) => this.secrets.masked(text)))
  }

  /** A change with other names. What is not as it should be is a text like any other. */
  change(change: Change): Change {
    const fields = this.#fields(change, (name, value) => {
      switch (name) {
        case 'do':
          return value
        case 'role':
        case 'unit':
        case 'to':
          return this.#places(value)
        case 'person':
          return this.#persons(value)
        case 'before':
          return 'person' in change ? this.#persons(value) : this.#places(value)
        case 'manager':
        case 'move':
        case 'service':
          return this.#edge(value)
        case 'holder':
          return this.#holder(value)
        case 'reports':
          return this.#rule(value, (id) => this.#places(id))
        case 'references':
          return this.#rule(value, (id) => ('person' in change ? this.#persons(id) : this.#places(id)))
        case 'spec':
        case 'set':
          return this.#spec(change, value)
        default:
          return this.#plain(value)
      }
    })
    // The names differ, and nothing else.
    return fields as Change
  }

  /** The own fields of an object, each made anew; a name of a field that is not known can have a secret. */
  #fields(value: object, read: (name: string, value: unknown) => unknown): object {
    const entries = Object.entries(value) as [string, unknown][]
    return Object.freeze(
      Object.fromEntries(
        entries.map(([name, each]) => [
          FIELDS.has(name) ? name : this.secrets.masked(name),
          read(name, each),
        ]),
      ),
    )
  }

  #each(value: unknown, read: (item: unknown) => unknown): unknown {
    return Array.isArray(value) ? Object.freeze(value.map(read)) : read(value)
  }

  #places(value: unknown): unknown {
    return this.#each(value, (id) => (typeof id === 'string' ? this.placeIdOf(id) : this.#plain(id)))
  }

  #persons(value: unknown): unknown {
    return typeof value === 'string' ? this.personOf(value) : this.#plain(value)
  }

  /** Where references go: the name of a rule, or `{ to }`. */
  #rule(value: unknown, idOf: (id: unknown) => unknown): unknown {
    if (!isObject(value)) return RULES.has(value) ? value : this.#plain(value)
    return this.#fields(value, (name, each) => (name === 'to' ? idOf(each) : this.#plain(each)))
  }

  /** An edge, or edges: an id, or an object with ends. */
  #edge(value: unknown): unknown {
    return this.#each(value, (item) => {
      if (!isObject(item)) return this.#places(item)
      return this.#fields(item, (name, each) =>
        name === 'to' || name === 'from' ? this.#places(each) : this.#term(name, each, MOVE_KINDS),
      )
    })
  }

  #holder(value: unknown): unknown {
    return this.#each(value, (item) => {
      if (!isObject(item)) return this.#persons(item)
      return this.#fields(item, (name, each) =>
        name === 'person' ? this.#persons(each) : this.#term(name, each, ASSIGNMENT_KINDS),
      )
    })
  }

  /** A text, unless it is one of the words of the format: a person may be called May. */
  #term(name: string, value: unknown, kinds: readonly string[]): unknown {
    const words = name === 'kind' ? kinds : name === 'hedge' ? HEDGES : name === 'status' ? ROLE_STATUSES : []
    return words.some((word) => word === value) ? value : this.#plain(value)
  }

  #spec(change: Change, value: unknown): unknown {
    if (!isObject(value)) return this.#plain(value)
    const erased = 'person' in change ? this.#erased.get(change.person) : undefined
    if (erased !== undefined) return Object.freeze(change.do === 'add-person' ? { name: erased.name } : {})
    const kinds = change.do === 'update-move' ? MOVE_KINDS : []
    return this.#fields(value, (name, each) => {
      if (EDGES.has(name)) return this.#edge(each)
      return name === 'kind' ? this.#term(name, each, kinds) : this.attribute(name, each)
    })
  }
}

function isObject(value: unknown): value is object {
  return isNested(value) && typeof value === 'object' && !Array.isArray(value)
}

const NOTHING: readonly never[] = Object.freeze([])
const RULES: ReadonlySet<unknown> = new Set(['refuse', 'lift', 'remove'])
const EDGES: ReadonlySet<string> = new Set(['reportsTo', 'dottedTo', 'progressesTo'])
const PLACES: ReadonlySet<string> = new Set(['unit', 'alsoIn', 'head', 'partOf'])
/** The names of the fields of changes and of what they hold. */
const FIELDS: ReadonlySet<string> = new Set([
  ...ROLE_ATTRIBUTES,
  ...EDGES,
  ...PLACES,
  ...[
    'do',
    'role',
    'to',
    'person',
    'before',
    'manager',
    'move',
    'service',
    'at',
    'holder',
    'reports',
    'references',
    'spec',
  ],
  ...['set', 'from', 'name', 'warning', 'email', 'as', 'kind', 'years', 'conditions', 'share', 'hedge'],
])
