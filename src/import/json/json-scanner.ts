import { quote } from '../../internal.js'
import { isExactNumber } from '../input/exact-number.js'
import type { ImportIssues } from '../input/import-issues.js'
import { placeWords } from '../input/line-places.js'
import {
  afterBlanks,
  areSame,
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  escapeEnd,
  mayBeInexact,
  numberEnd,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  wordEnd,
} from './json-bytes.js'
import type { ByteRange, JsonText } from './json-text.js'

/** A member whose key is already in the object. */
export interface DuplicateMember extends ByteRange {
  readonly path: readonly (string | number)[]
  /** The offsets of the two keys. The range from the comma before the member to its end is left out: the first one is used. */
  readonly first: number
  readonly second: number
}

/** Takes the fields of the objects in a list, while the list is scanned. Strings are taken with their quotes. */
export interface RecordSink {
  /** An object begins, the item of the list with that index. */
  begin(index: number, start: number): void
  /** The offset after the key that begins there, if it is the one that followed the last key in an earlier object; else -1. */
  expectedKeyEnd(at: number): number
  /** Takes a key; returns the offset of the same key if the object has it already, else -1. */
  key(start: number, end: number): number
  value(start: number, end: number, hasEscapes: boolean): void
  /** An object ends; of the ranges that are left out so far some may be in it. */
  end(duplicates: readonly ByteRange[]): void
  /** The list has an item that is no object. */
  other(index: number, start: number): void
}

/** An object or a list that is not closed yet. */
interface Level {
  start: number
  close: number
  limit: 'rows' | 'columns'
  most: number
  entries: number
  /** Where its last key begins, and the comma before it. */
  key: number
  comma: number
  isRecord: boolean
  /** Where each key begins and ends, as long as there are few. */
  readonly keys: number[]
  /** Where each key begins: of many keys, or if one has escapes. */
  offsets: Map<string, number> | undefined
}

const FAILED = -1
/** So many keys are compared with each other. */
const FEW = 16

/**
 * Checks a JSON text in one pass over its bytes: that it is JSON, within the limits, and has no number that a double does not
 * hold exactly. It finds the members whose key their object has already. No value is built, and nothing is recursive.
 */
export class JsonScanner {
  /** In order, without those inside another one. */
  readonly duplicates: DuplicateMember[] = []
  readonly #text: JsonText
  readonly #bytes: Uint8Array
  readonly #issues: ImportIssues
  readonly #records: RecordSink | undefined
  /** The open ones, and after them those that can be used again. */
  readonly #levels: Level[] = []
  #depth = 0
  #hasEscapes = false
  /** The member that is being read although its key is there already, and the depth of its object. */
  #duplicate: Omit<DuplicateMember, 'to'> | undefined
  #duplicateDepth = 0

  constructor(text: JsonText, issues: ImportIssues, records?: RecordSink) {
    this.#text = text
    this.#bytes = text.bytes
    this.#issues = issues
    this.#records = records
  }

  /** Whether the text can be read; if not, an issue says why. O(bytes). */
  scan(): boolean {
    const bytes = this.#bytes
    let start = afterBlanks(bytes, 0)
    for (;;) {
      let end: number
      if (bytes[start] === OPEN_BRACE || bytes[start] === OPEN_BRACKET) {
        if (!this.#open(start)) return false
        const first = afterBlanks(bytes, start + 1)
        const level = this.#levels[this.#depth - 1]
        if (bytes[first] !== level.close) {
          start = this.#entry(level, first)
          if (start === FAILED) return false
          continue
        }
        end = this.#close(level, first)
      } else {
        end = this.#scalarEnd(start)
        if (end === FAILED) return false
        this.#ended(start, end)
      }
      for (;;) {
        const next = afterBlanks(bytes, end)
        if (this.#depth === 0) {
          if (next === bytes.length) return true
          this.#fail('the end of the text', next)
          return false
        }
        const level = this.#levels[this.#depth - 1]
        if (bytes[next] === level.close) {
          end = this.#close(level, next)
          continue
        }
        if (bytes[next] !== COMMA) {
          this.#fail(level.close === CLOSE_BRACE ? 'a comma or }' : 'a comma or ]', next)
          return false
        }
        level.comma = next
        start = this.#entry(level, afterBlanks(bytes, next + 1))
        if (start === FAILED) return false
        break
      }
    }
  }

  #open(start: number): boolean {
    const { limits } = this.#issues
    if (this.#depth >= limits.depth) {
      this.#issues.exceeded('depth', this.#text.at(start))
      return false
    }
    const isObject = this.#bytes[start] === OPEN_BRACE
    const level = (this.#levels[this.#depth] ??= newLevel())
    level.start = start
    level.close = isObject ? CLOSE_BRACE : CLOSE_BRACKET
    level.entries = 0
    level.comma = start
    level.keys.length = 0
    level.offsets = undefined
    // Fields of an object count as columns; roles and units by id, and items of a list, as rows.
    level.limit = isObject && !this.#isCollection() ? 'columns' : 'rows'
    level.most = limits[level.limit]
    level.isRecord =
      isObject && this.#depth === 1 && this.#records !== undefined && this.#levels[0].close === CLOSE_BRACKET
    if (level.isRecord) this.#records?.begin(this.#levels[0].entries - 1, start)
    this.#depth++
    return true
  }

  /** Whether the value that begins holds all roles or all units. */
  #isCollection(): boolean {
    if (this.#depth !== 1 || this.#levels[0].close !== CLOSE_BRACE) return false
    const key = this.#text.stringAt(this.#levels[0].key)
    return key === 'roles' || key === 'units'
  }

  #close(level: Level, at: number): number {
    if (level.isRecord) this.#records?.end(this.duplicates)
    this.#depth--
    this.#ended(level.start, at + 1)
    return at + 1
  }

  /** A value has ended. */
  #ended(start: number, end: number): void {
    if (this.#depth === this.#duplicateDepth && this.#duplicate !== undefined) {
      this.duplicates.push({ ...this.#duplicate, to: end })
      this.#duplicate = undefined
    } else if (this.#records !== undefined) {
      if (this.#depth === 2 && this.#levels[1].isRecord) this.#records.value(start, end, this.#hasEscapes)
      else if (this.#depth === 1) this.#endItem(this.#records, start)
    }
  }

  #endItem(records: RecordSink, start: number): void {
    const [{ close, entries }] = this.#levels
    if (close === CLOSE_BRACKET && this.#bytes[start] !== OPEN_BRACE) records.other(entries - 1, start)
  }

  /** Counts an entry, reads its key if it has one, and returns where its value begins. */
  #entry(level: Level, at: number): number {
    const isObject = level.close === CLOSE_BRACE
    if (isObject && this.#bytes[at] !== QUOTE) return this.#fail('a key in double quotes', at)
    if (level.entries >= level.most) {
      this.#issues.exceeded(level.limit, this.#text.at(at))
      return FAILED
    }
    level.entries++
    if (!isObject) return at
    level.key = at
    const expected = level.isRecord ? (this.#records?.expectedKeyEnd(at) ?? FAILED) : FAILED
    const end = expected === FAILED ? this.#stringEnd(at) : expected
    if (end === FAILED) return FAILED
    const first = this.#firstKey(level, at, end)
    if (first !== -1 && this.#duplicate === undefined) {
      this.#duplicateDepth = this.#depth
      this.#duplicate = { path: this.#path(), first, second: at, from: level.comma }
    }
    const colon = afterBlanks(this.#bytes, end)
    if (this.#bytes[colon] !== COLON) return this.#fail('a colon', colon)
    return afterBlanks(this.#bytes, colon + 1)
  }

  /** Where the same key is in the object before; -1 if it is new. */
  #firstKey(level: Level, start: number, end: number): number {
    if (level.isRecord && this.#records !== undefined) return this.#records.key(start, end)
    const { keys } = level
    if (level.offsets === undefined) {
      if (!this.#hasEscapes && keys.length < 2 * FEW) {
        for (let key = 0; key < keys.length; key += 2) {
          if (areSame(this.#bytes, keys[key], keys[key + 1], start, end)) return keys[key]
        }
        keys.push(start, end)
        return -1
      }
      level.offsets = new Map()
      for (let key = 0; key < keys.length; key += 2)
        level.offsets.set(this.#text.stringAt(keys[key]), keys[key])
    }
    const key = this.#text.stringAt(start)
    const first = level.offsets.get(key)
    if (first === undefined) level.offsets.set(key, start)
    return first ?? -1
  }

  #path(): readonly (string | number)[] {
    return this.#levels
      .slice(0, this.#depth)
      .map(({ close, key, entries }) => (close === CLOSE_BRACE ? this.#text.stringAt(key) : entries - 1))
  }

  #scalarEnd(start: number): number {
    if (this.#bytes[start] === QUOTE) return this.#stringEnd(start)
    const word = wordEnd(this.#bytes, start)
    if (word !== -1) return word
    const end = numberEnd(this.#bytes, start)
    if (end === -1) return this.#fail('a value', start)
    if (mayBeInexact(this.#bytes, start, end)) this.#checkNumber(start, end)
    return end
  }

  #stringEnd(start: number): number {
    const bytes = this.#bytes
    const { length } = bytes
    this.#hasEscapes = false
    for (let at = start + 1; at < length;) {
      const byte = bytes[at]
      if (byte === QUOTE) return at + 1
      if (byte === BACKSLASH) {
        this.#hasEscapes = true
        const end = escapeEnd(bytes, at)
        if (end === -1)
          return this.#fail('an escape that JSON has (\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000)', at)
        at = end
      } else if (byte < 0x20) {
        return this.#fail('no control character in a string (\\n is a line break)', at)
      } else at++
    }
    return this.#fail('the closing quote of the string that begins here', length, start)
  }

  /** Reports a number that a double does not hold. */
  #checkNumber(start: number, end: number): void {
    const number = this.#text.slice(start, end)
    if (isExactNumber(number)) return
    const place = this.#text.at(start)
    this.#issues.add('INVALID_FIELD', {
      place,
      witness: [number.slice(0, 60)],
      message: `${placeWords(place)}: the number ${quote(number)} cannot be held exactly`,
      suggestion: 'Write it in double quotes if it is an id or a code.',
    })
  }

  #fail(expected: string, at: number, from = at): typeof FAILED {
    const place = this.#text.at(from)
    const hasEnded = at >= this.#bytes.length
    const character = hasEnded ? '' : this.#text.characterAt(at)
    const open = this.#depth === 0 ? [] : [this.#text.at(this.#levels[this.#depth - 1].start)]
    this.#issues.add('INVALID_DOCUMENT', {
      place,
      witness: hasEnded ? open : [character],
      message: `${placeWords(place)}: expected ${expected}, found ${hasEnded ? 'the end of the text' : quote(character)}`,
      suggestion: suggestionFor(character, this.#isAfterComma(at)),
    })
    return FAILED
  }

  #isAfterComma(at: number): boolean {
    const comma = this.#depth === 0 ? -1 : this.#levels[this.#depth - 1].comma
    return comma >= 0 && this.#bytes[comma] === COMMA && afterBlanks(this.#bytes, comma + 1) === at
  }
}

function newLevel(): Level {
  return {
    start: 0,
    close: 0,
    limit: 'rows',
    most: 0,
    entries: 0,
    key: 0,
    comma: 0,
    isRecord: false,
    keys: [],
    offsets: undefined,
  }
}

function suggestionFor(character: string, afterComma: boolean): string {
  if (afterComma && (character === '}' || character === ']')) return 'Remove the comma before it.'
  if (character === "'") return 'Write strings and keys in double quotes.'
  if (character === '/' || character === '#')
    return 'JSON has no comments: use the field note, or write YAML.'
  if (character === '') return 'Close what is open; the file may be truncated.'
  return 'Correct the text; an editor with JSON support marks the place.'
}
