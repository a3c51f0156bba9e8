import type { OrgState } from '../engine/org-state.js'
import { type Person, personOfHolder } from '../model/person.js'
import { MASK, SecretWords } from './secret-words.js'

/**
 * The pseudonyms of the people of an org: numbers in the order of the roles that they hold. None is the name of somebody.
 */
export class Pseudonyms {
  /** What must not be left of the people, with what replaces it. */
  readonly secrets = new SecretWords()
  readonly #numbers = new Map<string, string>()
  readonly #held = new Set<string>()

  constructor(
    readonly state: OrgState,
    keepsPeople: boolean,
  ) {
    const { columns, people } = state
    const { holders } = columns.attributes
    for (let handle = 0; handle < columns.count; handle++)
      for (const holder of holders?.[handle] ?? []) this.#held.add(personOfHolder(holder))
    const texts = new Map<string, readonly string[]>()
    for (const id of [...this.#held, ...(people?.keys() ?? [])]) texts.set(id, textsOf(id, people?.get(id)))
    const numbers = freeNumbers([...texts.values()].flat())
    for (const [id, list] of texts) {
      this.#numbers.set(id, String(numbers()))
      for (const text of list) this.secrets.add(text, keepsPeople ? this.#nameOf(id) : MASK)
    }
    if (!keepsPeople) this.#held.clear()
  }

  #nameOf(person: string): string {
    return `Person ${this.#numbers.get(person) ?? ''}`
  }

  /** The pseudonym as a holder: an id where the org has people, a name otherwise. */
  idOf(person: string): string {
    return this.state.people === undefined
      ? this.#nameOf(person)
      : `person-${this.#numbers.get(person) ?? ''}`
  }

  /** Those who hold a role; nobody where people are left out. */
  people(): ReadonlyMap<string, Person> {
    const people = new Map<string, Person>()
    for (const person of this.#held) {
      const [id, name] = [this.idOf(person), this.#nameOf(person)]
      people.set(id, Object.freeze({ id, name, aliases: NOTHING, email: undefined, data: undefined }))
    }
    return people
  }
}

/** "Person 1", in any case and punctuation. */
const LIKE_A_PSEUDONYM = /^[^a-z0-9]*person[^a-z0-9]*0*(\d+)[^a-z0-9]*$/i

/** Counts from 1, without the numbers of what is called like a pseudonym already. */
export function freeNumbers(texts: readonly string[]): () => number {
  const taken = new Set(texts.map((text) => Number(LIKE_A_PSEUDONYM.exec(text)?.[1])))
  let number = 0
  return () => {
    do number++
    while (taken.has(number))
    return number
  }
}

const NOTHING: readonly never[] = Object.freeze([])

/** What must not be left of a person. */
export function textsOf(id: string, person: Person | undefined): readonly string[] {
  if (person === undefined) return [id]
  const { name, aliases, email } = person
  return [id, name, ...aliases, ...(email === undefined ? [] : [email])]
}
