import { invalidArgument } from '../kernel/invalid-input.js'
import { ownValue } from '../kernel/option-check.js'

const ESCAPE = '~'
// No key of a role or unit begins like this: `~` is followed by another `~`, a property of every object, or nothing.
const PERSON = '~person/'

/**
 * Returns the key of the node for a role, a unit or a person in a graph made by {@link toGraph}. For a role or a unit
 * this is nearly always the id itself.
 *
 * Graph libraries keep neighbours in plain objects, where a key such as `__proto__` would change every object in the
 * process, and they read the empty key as "no node". So an id is prefixed with `~` if it is empty, begins with `~` or is
 * a property of every object (`constructor`, `toString`, …). The key of a person is `~person/` and the id, since a person
 * may have the id of a role. No two nodes share a key. To get the id of a node, read its attribute `id`.
 *
 * Complexity: O(1).
 *
 * @param id The id of a role or a unit, or `{ person: id }`.
 * @returns The key of its node.
 * @throws {@link OrgError} `INVALID_ARGUMENT` when the id is not text.
 * @example
 * ```ts
 * import { graphKeyOf } from 'rolegraph'
 *
 * console.log(graphKeyOf('analyst')) // => analyst
 * console.log(graphKeyOf('constructor')) // => ~constructor
 * console.log(graphKeyOf('~x')) // => ~~x
 * console.log(graphKeyOf({ person: 'ada' })) // => ~person/ada
 * ```
 * @see {@link toGraph}.
 */
export function graphKeyOf(id: string | { readonly person: string }): string {
  if (typeof id !== 'string') {
    const person = ownValue(id, 'person')
    if (typeof person === 'string') return PERSON + person
    throw invalidArgument('graphKeyOf', 'id', id, 'text, or { person: id }')
  }
  return id === '' || id.startsWith(ESCAPE) || id in Object.prototype ? ESCAPE + id : id
}

/** What a node stands for, by its key alone. */
export interface KeyMeaning {
  readonly id: string
  readonly isPerson: boolean
}

/** The id in a key of {@link graphKeyOf}. Any other key is an id itself. */
export function meaningOfKey(key: string): KeyMeaning {
  if (!key.startsWith(ESCAPE)) return { id: key, isPerson: false }
  if (key.startsWith(PERSON)) return { id: key.slice(PERSON.length), isPerson: true }
  const id = key.slice(ESCAPE.length)
  return { id: graphKeyOf(id) === key ? id : key, isPerson: false }
}
