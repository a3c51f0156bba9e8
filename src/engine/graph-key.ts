import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'

const ESCAPE = '~'

/**
 * The key of the node that stands for a role or a unit in a graph of {@link toGraph}: nearly always the id itself.
 *
 * Graph libraries keep neighbours in plain objects, where a key such as `__proto__` would change every object of
 * the process, and they take the empty key for "no node". So an id that is empty, that every object has
 * as a property (`constructor`, `toString`, …) or that begins with `~` gets a `~` in front. No two ids share
 * a key. The way back is the node's attribute `id`.
 *
 * Complexity: O(1).
 *
 * @param id The id of a role or a unit.
 * @returns The key of its node.
 * @throws {@link OrgError} `INVALID_ARGUMENT` when the id is no string.
 * @example
 * ```ts
 * import { graphKeyOf } from 'rolegraph'
 *
 * console.log(graphKeyOf('analyst')) // => analyst
 * console.log(graphKeyOf('constructor')) // => ~constructor
 * console.log(graphKeyOf('~x')) // => ~~x
 * ```
 * @see {@link toGraph}.
 */
export function graphKeyOf(id: string): string {
  const received: unknown = id
  if (typeof received !== 'string') {
    throw new OrgError('INVALID_ARGUMENT', `graphKeyOf expects an id as text, received ${quote(received)}.`, {
      argument: 'id',
      received,
    })
  }
  return id === '' || id.startsWith(ESCAPE) || id in Object.prototype ? ESCAPE + id : id
}
