import { quote } from '../../../internal.js'
import { isExactNumber } from '../../input/exact-number.js'
import type { ImportIssues } from '../../input/import-issues.js'
import { type LinePlaces, placeWords } from '../../input/line-places.js'

const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_BRACKET = 0x5b
const BACKSLASH = 0x5c
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const ESCAPE = /["\\/bfnrt]|u[\da-fA-F]{4}/y

/** An object or array that is not closed yet. */
interface OpenContainer {
  readonly at: number
  readonly isObject: boolean
  readonly limit: 'rows' | 'columns'
  entries: number
}

type Awaited = 'value' | 'first item' | 'key' | 'first key' | 'next' | 'end' | 'failed'

/**
 * Checks a JSON text in one pass, in a loop and without building values: that it is JSON, within the limits, and has no
 * number that a double does not hold exactly. Returns the number of members of all its objects; `undefined`, with an
 * issue, for a text that cannot be read. O(characters).
 */
export function scanJson(text: string, places: LinePlaces, issues: ImportIssues): number | undefined {
  return new JsonScanner(text, places, issues).scan()
}

class JsonScanner {
  readonly #open: OpenContainer[] = []
  #at = 0
  #members = 0
  /** Whether the next value holds all roles or all units. */
  #isCollection = false

  constructor(
    readonly text: string,
    readonly places: LinePlaces,
    readonly issues: ImportIssues,
  ) {}

  scan(): number | undefined {
    let awaited: Awaited = 'value'
    while (awaited !== 'end' && awaited !== 'failed') {
      this.#skipBlanks()
      awaited = this.#step(awaited, this.text.charCodeAt(this.#at))
    }
    return awaited === 'failed' ? undefined : this.#members
  }

  /** Reads one token, and returns what may follow it. */
  #step(awaited: Awaited, code: number): Awaited {
    if (awaited === 'next') return this.#next(code)
    if (awaited === 'first key' && code === CLOSE_BRACE) return this.#close()
    if (awaited === 'first item' && code === CLOSE_BRACKET) return this.#close()
    if (awaited === 'first key' || awaited === 'key') return this.#key(code)
    const container = this.#open.at(-1)
    if (container?.isObject === false && !this.#counts(container)) return 'failed'
    return this.#value(code)
  }

  #value(code: number): Awaited {
    if (code === OPEN_BRACE || code === OPEN_BRACKET) return this.#openContainer(code === OPEN_BRACE)
    if (code === QUOTE) return this.#skipString() ? 'next' : 'failed'
    for (const literal of ['true', 'false', 'null']) {
      if (!this.text.startsWith(literal, this.#at)) continue
      this.#at += literal.length
      return 'next'
    }
    NUMBER.lastIndex = this.#at
    const number = NUMBER.exec(this.text)?.[0]
    if (number === undefined) return this.#fail('a value')
    this.#checkNumber(number)
    this.#at += number.length
    return 'next'
  }

  #key(code: number): Awaited {
    const container = this.#open.at(-1)
    if (code !== QUOTE || container === undefined) return this.#fail('a key in double quotes')
    if (!this.#counts(container)) return 'failed'
    this.#members++
    const start = this.#at
    if (!this.#skipString()) return 'failed'
    if (this.#open.length === 1) {
      const key: unknown = JSON.parse(this.text.slice(start, this.#at))
      this.#isCollection = key === 'roles' || key === 'units'
    }
    this.#skipBlanks()
    if (this.text.charCodeAt(this.#at) !== COLON) return this.#fail('a colon')
    this.#at++
    return 'value'
  }

  #next(code: number): Awaited {
    const container = this.#open.at(-1)
    if (container === undefined) {
      return this.#at === this.text.length ? 'end' : this.#fail('the end of the text')
    }
    if (code === (container.isObject ? CLOSE_BRACE : CLOSE_BRACKET)) return this.#close()
    if (code !== COMMA) return this.#fail(container.isObject ? 'a comma or }' : 'a comma or ]')
    this.#at++
    return container.isObject ? 'key' : 'value'
  }

  #openContainer(isObject: boolean): Awaited {
    if (this.#open.length >= this.issues.limits.depth) {
      this.issues.exceeded('depth', this.places.at(this.#at))
      return 'failed'
    }
    // Fields of an object count as columns; roles and units by id, and items of a list, as rows.
    const limit = isObject && !(this.#isCollection && this.#open.length === 1) ? 'columns' : 'rows'
    this.#open.push({ at: this.#at++, isObject, limit, entries: 0 })
    return isObject ? 'first key' : 'first item'
  }

  #close(): Awaited {
    this.#open.pop()
    this.#at++
    return 'next'
  }

  /** Counts an entry of an object or array; `false` where it is one too many. */
  #counts(container: OpenContainer): boolean {
    if (container.entries++ < this.issues.limits[container.limit]) return true
    this.issues.exceeded(container.limit, this.places.at(this.#at))
    return false
  }

  #skipBlanks(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.#at)
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return
      this.#at++
    }
  }

  #skipString(): boolean {
    const start = this.#at++
    for (;;) {
      const code = this.text.charCodeAt(this.#at)
      if (code === QUOTE) {
        this.#at++
        return true
      }
      if (code === BACKSLASH) {
        ESCAPE.lastIndex = this.#at + 1
        const escape = ESCAPE.exec(this.text)?.[0]
        if (escape === undefined) {
          this.#fail('an escape that JSON has (\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000)')
          return false
        }
        this.#at += 1 + escape.length
      } else if (code >= 0x20) {
        this.#at++
      } else if (this.#at >= this.text.length) {
        this.#fail('the closing quote of the string that begins here', start)
        return false
      } else {
        this.#fail('no control character in a string (\\n is a line break)')
        return false
      }
    }
  }

  /** Reports a number that a double does not hold. */
  #checkNumber(number: string): void {
    // Up to 15 digits, nothing is lost.
    if (number.length < 4 || (number.length < 16 && !/[eE]/.test(number)) || isExactNumber(number)) return
    const place = this.places.at(this.#at)
    this.issues.add('INVALID_FIELD', {
      place,
      witness: [number.slice(0, 60)],
      message: `${placeWords(place)}: the number ${quote(number)} cannot be held exactly`,
      suggestion: 'Write it in double quotes if it is an id or a code.',
    })
  }

  #fail(expected: string, at = this.#at): 'failed' {
    const place = this.places.at(at)
    const character = String.fromCodePoint(this.text.codePointAt(this.#at) ?? 0)
    const ended = this.#at >= this.text.length
    const open = this.#open.at(-1)
    const since = open === undefined ? [] : [this.places.at(open.at)]
    this.issues.add('INVALID_DOCUMENT', {
      place,
      witness: ended ? since : [character],
      message: `${placeWords(place)}: expected ${expected}, found ${ended ? 'the end of the text' : quote(character)}`,
      suggestion: suggestionFor(ended ? '' : character, this.text.slice(0, this.#at).trimEnd().endsWith(',')),
    })
    return 'failed'
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
