import {
  type Assignment,
  type Issue,
  isUnit,
  listed,
  type Move,
  oneLine,
  type Org,
  personOf,
  type Reason,
  roleOf,
  rolesHeldBy,
  type Service,
  unitOf,
} from '../internal.js'
import type { Named } from './names.js'

/** What an answer is based on: what {@link Reason} has, or a career move, an assignment, a service or an issue. */
export type Because =
  | Reason
  | { readonly kind: 'move'; readonly move: Move }
  | { readonly kind: 'assignment'; readonly assignment: Assignment }
  | { readonly kind: 'service'; readonly service: Service }
  | { readonly kind: 'issue'; readonly issue: Issue<string> }

/** An answer as a row of the table gives it. */
export interface Reply {
  /** The function that answers. */
  readonly query: string
  /** Its arguments after the org. */
  readonly arguments: readonly unknown[]
  /** Which part of what it returns is the answer, such as `['length']` or `['of', 'analyst']`; left out: all of it. */
  readonly part?: readonly string[]
  /** The query whose answer the answer is limited to. */
  readonly within?: { readonly query: string; readonly arguments: readonly unknown[] }
  readonly answer: unknown
  readonly because?: readonly Because[]
  readonly text: string
}

/** Why a row that reads a question has no answer to it: something that the question, or the chart, does not say. */
export interface Lacking {
  /** What is lacking, in a sentence. */
  readonly lacking: string
  /** Questions that would have an answer. */
  readonly suggestions?: readonly string[]
}

/** A row of the table of questions. */
export interface AskQuestion {
  /** The function that answers. */
  readonly query: string
  /** How it is asked, in the notation of docs/ask.md. */
  readonly patterns: readonly string[]
  /** One way to ask it, with the names in braces. */
  readonly example: string
  /** The answer; `undefined` where the query does not apply to what is named. */
  readonly answer: (asked: Asked) => Reply | Lacking | undefined
}

const MOST_LISTED = 12

/** A question as it is read: the org, and what the slots of the pattern name. */
export class Asked {
  readonly org: Org
  readonly #named: ReadonlyMap<string, Named>
  readonly #texts: ReadonlyMap<string, string>

  constructor(org: Org, named: ReadonlyMap<string, Named>, texts: ReadonlyMap<string, string>) {
    this.org = org
    this.#named = named
    this.#texts = texts
  }

  /** What a slot names. */
  named(slot: string): Named | undefined {
    return this.#named.get(slot)
  }

  /** The id of what a slot names, which the pattern has. */
  id(slot: string): string {
    return this.#named.get(slot)?.id ?? ''
  }

  /** The words of a slot as they are written. */
  text(slot: string): string {
    return this.#texts.get(slot) ?? ''
  }

  /** What a slot names, as a role or unit: a person by the one role that they hold. */
  place(slot: string): string | undefined {
    const named = this.#named.get(slot)
    if (named?.kind !== 'person') return named?.id
    const roles = rolesHeldBy(this.org, named.id)
    return roles.length === 1 ? roles[0] : undefined
  }

  /** The title of what a slot names, with the holder where they were named. */
  titleOf(slot: string): string {
    const named = this.#named.get(slot)
    if (named === undefined) return oneLine(this.text(slot))
    if (named.kind === 'person') return this.person(named.id)
    if (named.kind === 'unit') return oneLine(unitOf(this.org, named.id)?.title ?? named.id)
    const title = this.title(named.id)
    return named.holder === undefined ? title : `${this.person(named.holder)} (${title})`
  }

  title(role: string): string {
    return oneLine(roleOf(this.org, role).title)
  }

  unit(unit: string): string {
    return oneLine(unitOf(this.org, unit)?.title ?? unit)
  }

  isUnit(id: string): boolean {
    return isUnit(this.org, id)
  }

  person(person: string): string {
    return oneLine(personOf(this.org, person).name)
  }

  titles(roles: readonly string[], none = 'nobody'): string {
    return list(roles, (role) => this.title(role), none)
  }

  people(people: readonly string[], none = 'nobody'): string {
    return list(people, (person) => this.person(person), none)
  }

  units(units: readonly string[], none = 'none'): string {
    return list(units, (unit) => this.unit(unit), none)
  }
}

/** Some names in words, the first ones of a long list. */
export function list<Item>(items: readonly Item[], name: (item: Item) => string, none: string): string {
  if (items.length === 0) return none
  const names = items.slice(0, MOST_LISTED).map(name)
  if (items.length > names.length) names.push(`${String(items.length - names.length)} more`)
  return listed(names)
}

/** `1 role is`, `3 roles are`. */
export function countedIs(count: number, noun: string, plural = `${noun}s`): string {
  return count === 1 ? `1 ${noun} is` : `${String(count)} ${plural} are`
}
