import type { Steps } from '../../internal.js'
import { addDuplicate, type DocumentPath, type DocumentTree } from '../document/document-tree.js'
import type { ImportIssues } from '../input/import-issues.js'
import type { LinePlace } from '../input/line-places.js'
import {
  afterBlanks,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COMMA,
  OPEN_BRACE,
  OPEN_BRACKET,
  stringEnd,
  valueEnd,
} from './json-bytes.js'
import { JsonScanner, type RecordSink } from './json-scanner.js'
import { type ByteRange, type JsonText, rangesWithin } from './json-text.js'

/**
 * A JSON text as a tree, or `undefined` with an issue. `JSON.parse` only gets text within the limits. The first of several
 * members with the same key is used, and each other one is an issue. O(bytes).
 */
export function* readJson(
  text: JsonText,
  issues: ImportIssues,
  records?: RecordSink,
): Steps<JsonTree | undefined> {
  const scanner = new JsonScanner(text, issues, records)
  if (!(yield* scanner.scan())) return undefined
  for (const { path, first, second } of scanner.duplicates) {
    addDuplicate(issues, path, text, first, second)
  }
  return new JsonTree(text, scanner.duplicates)
}

/** The members of an object or the items of a list: where each key and each value begins; for an item, both are the same. */
interface Members {
  /** The number of each key; `undefined` for a list. */
  readonly keys: ReadonlyMap<string, number> | undefined
  readonly starts: readonly number[]
  /** How many bytes were scanned. */
  readonly bytes: number
}

const NO_MEMBERS: Members = { keys: new Map(), starts: [], bytes: 0 }

/** A sound JSON text. An object or a list is scanned again when the place of something in it is first looked up. */
export class JsonTree implements DocumentTree {
  readonly text: JsonText
  readonly #duplicates: readonly ByteRange[]
  readonly #members = new Map<number, Members>()
  #value: { readonly parsed: unknown } | undefined

  /** @param duplicates The members to leave out. */
  constructor(text: JsonText, duplicates: readonly ByteRange[]) {
    this.text = text
    this.#duplicates = duplicates
  }

  get isList(): boolean {
    return this.text.bytes[afterBlanks(this.text.bytes, 0)] === OPEN_BRACKET
  }

  get value(): unknown {
    this.#value ??= { parsed: JSON.parse(this.text.slice(0, this.text.bytes.length, this.#duplicates)) }
    return this.#value.parsed
  }

  /** The value that begins there. */
  valueAt(start: number): unknown {
    const end = valueEnd(this.text.bytes, start)
    return JSON.parse(this.text.slice(start, end, rangesWithin(this.#duplicates, start, end)))
  }

  keysAt(path: DocumentPath): readonly string[] {
    return [...(this.#membersAt(this.#find(path).valueAt).keys?.keys() ?? [])]
  }

  placeAt(path: DocumentPath, part: 'key' | 'value'): LinePlace {
    const { keyAt, valueAt } = this.#find(path)
    return this.text.at(part === 'key' ? keyAt : valueAt)
  }

  hintAt(): undefined {
    return undefined
  }

  #find(path: DocumentPath): { readonly keyAt: number; readonly valueAt: number } {
    const start = afterBlanks(this.text.bytes, 0)
    let found = { keyAt: start, valueAt: start }
    for (const key of path) {
      const { keys, starts } = this.#membersAt(found.valueAt)
      const number = keys === undefined ? key : keys.get(String(key))
      if (typeof number !== 'number' || 2 * number >= starts.length) return found
      found = { keyAt: starts[2 * number], valueAt: starts[2 * number + 1] }
    }
    return found
  }

  #membersAt(start: number): Members {
    const known = this.#members.get(start)
    if (known !== undefined) return known
    const members = membersOf(this.text, start)
    // Small ones are many and quickly scanned again; even one with few entries may be large.
    if (members.bytes > LARGE) this.#members.set(start, members)
    return members
  }
}

/** The places in objects and lists of more bytes than this are kept. */
const LARGE = 4096

function membersOf(text: JsonText, start: number): Members {
  const { bytes } = text
  const isObject = bytes[start] === OPEN_BRACE
  if (!isObject && bytes[start] !== OPEN_BRACKET) return NO_MEMBERS
  const keys = new Map<string, number>()
  const starts: number[] = []
  let at = afterBlanks(bytes, start + 1)
  while (bytes[at] !== CLOSE_BRACE && bytes[at] !== CLOSE_BRACKET) {
    if (bytes[at] === COMMA) at = afterBlanks(bytes, at + 1)
    // The colon is one byte.
    const valueAt = isObject ? afterBlanks(bytes, afterBlanks(bytes, stringEnd(bytes, at)) + 1) : at
    const key = isObject ? text.stringAt(at) : ''
    // The first of several members with the same key is used.
    if (!isObject || !keys.has(key)) {
      if (isObject) keys.set(key, starts.length / 2)
      starts.push(at, valueAt)
    }
    at = afterBlanks(bytes, valueEnd(bytes, valueAt))
  }
  return { keys: isObject ? keys : undefined, starts, bytes: at - start }
}
