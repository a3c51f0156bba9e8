import { quote, sameBytes, type Steps } from '../../internal.js'
import { isExactNumber } from '../input/exact-number.js'
import type { ImportIssues } from '../input/import-issues.js'
import {
  afterBlanks,
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
  plainEnd,
  QUOTE,
  wordEnd,
} from './json-bytes.js'
import { type Level, levelIn } from './json-level.js'
import type { ByteRange, JsonText } from './json-text.js'

/** A member whose key is already in the object. */
export interface DuplicateMember extends ByteRange {
  readonly path: readonly (string | number)[]
  /** The offsets of the two keys. The range from the comma before the member to its end is left out: the first one is used. */
  readonly first: number
  readonly second: number
}

/** Receives the fields of the objects in a list while the list is scanned. Ranges of strings include their quotes. */
export interface RecordSink {
  /** An object begins, the item of the list with that index. */
  begin(index: number, start: number): void
  /**
   * Takes the key that begins there and returns the offset after it, if it is the key that followed the last one in an
   * earlier object and is new in this one; otherwise returns -1.
   */
  takeExpectedKey(at: number): number
  /** Takes any other key; returns the offset of the same key if the object already has it, otherwise -1. */
  takeKey(start: number, end: number): number
  takeValue(start: number, end: number, hasEscapes: boolean): void
  /** An object ends; some of the ranges that are left out so far may be in it. */
  end(duplicates: readonly ByteRange[]): void
  /** The list has an item that is not an object. */
  takeOther(index: number, start: number): void
}

const FAILED = -1
/** How many bytes are one step, unless they are one list without nested lists. */
const SLICE = 1 << 18
/** Up to this many keys are compared with each other. */
const FEW = 16

/**
 * Checks a JSON text in one pass over its bytes: that it is JSON, is within the limits, and has no number that a double does
 * not hold exactly. It finds the members that repeat a key of their object. No value is built, and nothing is recursive.
 */
export class JsonScanner {
  /** In order, without those inside another one. */
  readonly duplicates: DuplicateMember[] = []
  readonly #text: JsonText
  readonly #bytes: Uint8Array
  readonly #issues: ImportIssues
  readonly #records: RecordSink | undefined
  /** Around the whole value. */
  readonly #root = levelIn(undefined)
  #hasEscapes = false
  #pause = SLICE
  /** The member being read whose key is a repeat, and its object. */
  #duplicate: Omit<DuplicateMember, 'to'> | undefined
  #duplicateIn: Level | undefined

  constructor(text: JsonText, issues: ImportIssues, records?: RecordSink) {
    this.#text = text
    this.#bytes = text.bytes
    this.#issues = issues
    this.#records = records
  }

  /** Whether the text can be read; if not, an issue says why. O(bytes). */
  *scan(): Steps<boolean> {
    const bytes = this.#bytes
    let level = this.#root
    let at = afterBlanks(bytes, 0)
    for (;;) {
      const read = this.#entries(level, at)
      if (read === FAILED) return false
      if (at > this.#pause) {
        this.#pause = at + SLICE
        yield at / bytes.length
      }
      let next = ~read
      if (read >= 0) {
        if (!this.#hasRoom(level, read)) return false
        level = this.#opened(level, read)
        next = afterBlanks(bytes, read + 1)
        if (bytes[next] !== level.close) {
          at = next
          continue
        }
      }
      while (bytes[next] === level.close) {
        const { start } = level
        level = this.#closed(level)
        this.#ended(level, start, next + 1)
        next = afterBlanks(bytes, next + 1)
      }
      if (bytes[next] !== COMMA || level === this.#root) return this.#isWhole(level, next)
      level.comma = next
      at = afterBlanks(bytes, next + 1)
    }
  }

  /**
   * Reads the entries of a level from `first` on. Returns where the next object or list begins, or `~offset` of what
   * follows the last entry instead of a comma.
   */
  #entries(level: Level, first: number): number {
    const bytes = this.#bytes
    const isObject = level.close === CLOSE_BRACE
    const records = level.role === 'record' ? this.#records : undefined
    for (let at = first; ;) {
      let start = at
      if (isObject && bytes[at] !== QUOTE) return this.#fail(level, 'a key in double quotes', at)
      if (level.entries >= level.most) {
        this.#issues.exceeded(level.limit, this.#text.at(at))
        return FAILED
      }
      level.entries++
      if (isObject) {
        level.key = at
        let past = records === undefined ? FAILED : records.takeExpectedKey(at)
        if (past === FAILED) past = this.#keyEnd(level, at)
        if (past === FAILED) return FAILED
        const colon = afterBlanks(bytes, past)
        if (bytes[colon] !== COLON) return this.#fail(level, 'a colon', colon)
        start = afterBlanks(bytes, colon + 1)
      }
      const byte = bytes[start]
      if (byte === OPEN_BRACE || byte === OPEN_BRACKET) return start
      const end = byte === QUOTE ? this.#stringEnd(level, start) : this.#scalarEnd(level, start)
      if (end === FAILED) return FAILED
      if (records !== undefined && this.#duplicateIn === undefined)
        records.takeValue(start, end, this.#hasEscapes)
      else this.#ended(level, start, end)
      const next = afterBlanks(bytes, end)
      if (bytes[next] !== COMMA || level === this.#root) return ~next
      level.comma = next
      at = afterBlanks(bytes, next + 1)
    }
  }

  /** Whether the text ends here, as it must if neither a comma nor a closing byte follows. */
  #isWhole(level: Level, at: number): boolean {
    if (level === this.#root && at === this.#bytes.length) return true
    const isObject = level.close === CLOSE_BRACE
    const expected = level === this.#root ? 'the end of the text' : isObject ? 'a comma or }' : 'a comma or ]'
    this.#fail(level, expected, at)
    return false
  }

  #hasRoom({ depth }: Level, start: number): boolean {
    if (depth < this.#issues.limits.depth) return true
    this.#issues.exceeded('depth', this.#text.at(start))
    return false
  }

  #opened(parent: Level, start: number): Level {
    const isObject = this.#bytes[start] === OPEN_BRACE
    const level = (parent.child ??= levelIn(parent))
    level.start = start
    level.close = isObject ? CLOSE_BRACE : CLOSE_BRACKET
    level.entries = 0
    level.comma = start
    level.keyCount = 0
    level.offsets = undefined
    level.role = 'other'
    if (this.#records !== undefined && parent === this.#root && !isObject) level.role = 'records'
    if (parent.role === 'records' && isObject) {
      level.role = 'record'
      this.#records?.begin(parent.entries - 1, start)
    }
    // Fields of an object count as columns; roles and units by id, and items of a list, as rows.
    level.limit = isObject && !this.#isCollection(parent) ? 'columns' : 'rows'
    level.most = this.#issues.limits[level.limit]
    return level
  }

  /** Whether the value that begins holds all roles or all units. */
  #isCollection(parent: Level): boolean {
    if (parent.depth !== 1 || parent.close !== CLOSE_BRACE) return false
    const key = this.#text.stringAt(parent.key)
    return key === 'roles' || key === 'units'
  }

  #closed(level: Level): Level {
    if (level.role === 'record') this.#records?.end(this.duplicates)
    return level.parent ?? this.#root
  }

  /** An entry of a level has ended. */
  #ended(level: Level, start: number, end: number): void {
    if (this.#duplicateIn === level && this.#duplicate !== undefined) {
      this.duplicates.push({ ...this.#duplicate, to: end })
      this.#duplicateIn = undefined
    } else if (level.role === 'record') {
      this.#records?.takeValue(start, end, this.#hasEscapes)
    } else if (level.role === 'records' && this.#bytes[start] !== OPEN_BRACE) {
      this.#records?.takeOther(level.entries - 1, start)
    }
  }

  /** Reads a key, which may be a repeat. */
  #keyEnd(level: Level, at: number): number {
    const end = this.#stringEnd(level, at)
    if (end === FAILED) return FAILED
    const first = this.#firstKey(level, at, end)
    if (first !== -1 && this.#duplicateIn === undefined) {
      this.#duplicateIn = level
      this.#duplicate = { path: this.#path(level), first, second: at, from: level.comma }
    }
    return end
  }

  /** Where the object has the same key before; -1 if it is new. */
  #firstKey(level: Level, start: number, end: number): number {
    if (level.role === 'record' && this.#records !== undefined) return this.#records.takeKey(start, end)
    const { keys, keyCount } = level
    if (level.offsets === undefined) {
      if (!this.#hasEscapes && keyCount < FEW) {
        for (let key = 0; key < 2 * keyCount; key += 2) {
          if (sameBytes(this.#bytes, keys[key], keys[key + 1], this.#bytes, start, end)) return keys[key]
        }
        keys[2 * keyCount] = start
        keys[2 * keyCount + 1] = end
        level.keyCount++
        return -1
      }
      level.offsets = new Map()
      for (let key = 0; key < 2 * keyCount; key += 2)
        level.offsets.set(this.#text.stringAt(keys[key]), keys[key])
    }
    const key = this.#text.stringAt(start)
    const first = level.offsets.get(key)
    if (first === undefined) level.offsets.set(key, start)
    return first ?? -1
  }

  #path(level: Level): readonly (string | number)[] {
    const path: (string | number)[] = []
    for (let at: Level | undefined = level; at !== undefined && at !== this.#root; at = at.parent) {
      path.push(at.close === CLOSE_BRACE ? this.#text.stringAt(at.key) : at.entries - 1)
    }
    return path.reverse()
  }

  #scalarEnd(level: Level, start: number): number {
    const bytes = this.#bytes
    const word = wordEnd(bytes, start)
    if (word !== -1) return word
    const end = numberEnd(bytes, start)
    if (end === -1) return this.#fail(level, 'a value', start)
    if (mayBeInexact(bytes, start, end)) this.#checkNumber(start, end)
    return end
  }

  #stringEnd(level: Level, start: number): number {
    const bytes = this.#bytes
    let at = plainEnd(bytes, start + 1)
    if (bytes[at] === QUOTE) {
      this.#hasEscapes = false
      return at + 1
    }
    this.#hasEscapes = true
    while (bytes[at] === BACKSLASH) {
      const end = escapeEnd(bytes, at)
      if (end === -1) return this.#fail(level, 'a JSON escape (\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000)', at)
      at = plainEnd(bytes, end)
    }
    if (bytes[at] === QUOTE) return at + 1
    return at < bytes.length
      ? this.#fail(level, 'no control character in a string (\\n is a line break)', at)
      : this.#fail(level, 'the closing quote of the string that begins here', at, start)
  }

  /** Reports a number that a double does not hold. */
  #checkNumber(start: number, end: number): void {
    const number = this.#text.slice(start, end)
    if (isExactNumber(number)) return
    this.#issues.addLateAt('INVALID_FIELD', 'error', () => ({
      place: this.#text.at(start),
      witness: [number.slice(0, 60)],
      message: `the number ${quote(number)} cannot be represented exactly`,
      suggestion: 'Write it in double quotes if it is an id or a code.',
    }))
  }

  #fail(level: Level, expected: string, at: number, from = at): typeof FAILED {
    const bytes = this.#bytes
    const hasEnded = at >= bytes.length
    const character = hasEnded ? '' : this.#text.characterAt(at)
    const open = level === this.#root ? [] : [this.#text.at(level.start)]
    const isAfterComma = bytes[level.comma] === COMMA && afterBlanks(bytes, level.comma + 1) === at
    this.#issues.addAt('INVALID_DOCUMENT', {
      place: this.#text.at(from),
      witness: hasEnded ? open : [character],
      message: `expected ${expected}, found ${hasEnded ? 'the end of the text' : quote(character)}`,
      suggestion: suggestionFor(character, isAfterComma),
    })
    return FAILED
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
