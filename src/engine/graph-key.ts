import { invalidArgument } from '../kernel/invalid-input.js'

const ESCAPE = '~'

/**
 * The key of the node of a role or a unit in a graph of {@link toGraph}: nearly always the id itself.
 *
 * Graph libraries keep neighbours in plain objects, where a key such as `__proto__` would change every object of
 * the process, and they read the empty key as "no node". So an id is prefixed with `~` if it is empty, begins with `~` or
 * is a property of every object (`constructor`, `toString`, …). No two ids share a key. To get the id of a node, read
 * its attribute `id`.
 *
 * Complexity: O(1).
 *
 * @param id The id of a role or a unit.
 * @returns The key of its node.
 * @throws {@link OrgError} `INVALID_ARGUMENT` when the id is not a string.
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
  if (typeof received !== 'string') throw invalidArgument('graphKeyOf', 'id', received, 'text')
  return id === '' || id.startsWith(ESCAPE) || id in Object.prototype ? ESCAPE + id : id
}
