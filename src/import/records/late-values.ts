import type { ByteColumn } from '../../internal.js'
import { CLOSE_BRACKET, COMMA, OPEN_BRACKET } from './json-signs.js'

/**
 * The values of a column of texts in JSON, one at least, which are made when they are asked for: of a list in JSON that is
 * copied now, so that nothing of the input is kept.
 */
export function lateValues(column: ByteColumn): () => readonly unknown[] {
  const list = listOf(column)
  // The text of a list is a list.
  return () => JSON.parse(new TextDecoder().decode(list)) as readonly unknown[]
}

function listOf({ bytes, starts, ends }: ByteColumn): Uint8Array {
  let length = 1
  for (let row = 0; row < starts.length; row++) length += ends[row] - starts[row] + 1
  const list = new Uint8Array(length)
  list[0] = OPEN_BRACKET
  let to = 1
  for (let row = 0; row < starts.length; row++) {
    for (let at = starts[row]; at < ends[row]; at++) list[to++] = bytes[at]
    list[to++] = COMMA
  }
  list[length - 1] = CLOSE_BRACKET
  return list
}
