import {
  afterBlanks,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  scalarEnd,
  textEnd,
} from './value-end.js'

/** How large a list or an object in a record may be. */
export interface Nesting {
  readonly depth: number
  /** Of each one. Small, since every key is compared with all before it. */
  readonly entries: number
}

/** A list or an object that is not closed yet. */
interface OpenContainer {
  readonly close: number
  /** Begin and end of each key; none for a list. */
  readonly keys: number[]
  entries: number
}

export function isNested(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === OPEN_BRACE || bytes[at] === OPEN_BRACKET
}

/**
 * The offset after a list or an object that is valid JSON within the limits, without duplicate keys and without escapes
 * in keys; -1 for any other.
 */
export function nestedEnd(bytes: Uint8Array, start: number, { depth, entries }: Nesting): number {
  const open: OpenContainer[] = []
  let at = start
  while (at !== -1) {
    // A value begins here.
    if (isNested(bytes, at)) {
      if (open.length >= depth) return -1
      const close = bytes[at] === OPEN_BRACE ? CLOSE_BRACE : CLOSE_BRACKET
      const container = { close, keys: [], entries: 1 }
      open.push(container)
      at = afterBlanks(bytes, at + 1)
      if (bytes[at] !== close) {
        at = valueStart(bytes, at, container)
        continue
      }
    } else {
      at = scalarEnd(bytes, at)
      if (at === -1) return -1
      at = afterBlanks(bytes, at)
    }
    let container = open.at(-1)
    while (container !== undefined && bytes[at] === container.close) {
      at++
      open.pop()
      container = open.at(-1)
      if (container === undefined) return at
      at = afterBlanks(bytes, at)
    }
    if (container === undefined || bytes[at] !== COMMA || ++container.entries > entries) return -1
    at = valueStart(bytes, afterBlanks(bytes, at + 1), container)
  }
  return -1
}

/** The offset of the value of an entry: in an object after its key, or -1 if the key repeats one. */
function valueStart(bytes: Uint8Array, at: number, { close, keys }: OpenContainer): number {
  if (close === CLOSE_BRACKET) return at
  if (bytes[at] !== QUOTE) return -1
  const end = textEnd(bytes, at + 1)
  if (end === -1) return -1
  for (let key = 0; key < keys.length; key += 2) {
    if (isSame(bytes, keys[key], keys[key + 1], at + 1, end)) return -1
  }
  keys.push(at + 1, end)
  const colon = afterBlanks(bytes, end + 1)
  return bytes[colon] === COLON ? afterBlanks(bytes, colon + 1) : -1
}

function isSame(bytes: Uint8Array, begin: number, end: number, other: number, otherEnd: number): boolean {
  if (end - begin !== otherEnd - other) return false
  for (let index = 0; index < end - begin; index++) {
    if (bytes[begin + index] !== bytes[other + index]) return false
  }
  return true
}
