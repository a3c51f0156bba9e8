import { JsonCursor } from './json-cursor.js'

const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a

/** The offsets of a member in the text: of its key (for an item of an array, of the item) and of its value. */
export interface MemberPlace {
  readonly keyAt: number
  readonly valueAt: number
}

/** The offsets of the parts of a JSON text. Each object or array is scanned when something in it is first looked up. */
export class JsonIndex {
  readonly #text: string
  readonly #members = new Map<number, ReadonlyMap<string | number, MemberPlace>>()

  /** @param text Known to be JSON. */
  constructor(text: string) {
    this.#text = text
  }

  /** Where the whole value begins. */
  get start(): number {
    return nextAt(new JsonCursor(this.#text, 0))
  }

  /** The members of the object, or the items of the array, that begins there; none for any other value. */
  membersAt(start: number): ReadonlyMap<string | number, MemberPlace> {
    let members = this.#members.get(start)
    if (members === undefined) this.#members.set(start, (members = membersOf(this.#text, start)))
    return members
  }
}

function membersOf(text: string, start: number): ReadonlyMap<string | number, MemberPlace> {
  const members = new Map<string | number, MemberPlace>()
  const isObject = text[start] === '{'
  if (!isObject && text[start] !== '[') return members
  const cursor = new JsonCursor(text, start + 1)
  for (let index = 0; !isClosing(cursor.next()); index++) {
    if (index > 0) cursor.at++
    const keyAt = nextAt(cursor)
    const key = isObject ? cursor.string() : index
    if (isObject && cursor.next() === COLON) cursor.at++
    const valueAt = nextAt(cursor)
    skipValue(cursor)
    // Of members with the same key the first one is used.
    if (!members.has(key)) members.set(key, { keyAt, valueAt })
  }
  return members
}

function nextAt(cursor: JsonCursor): number {
  cursor.next()
  return cursor.at
}

function isClosing(code: number): boolean {
  return code === 0x7d || code === 0x5d
}

function skipValue(cursor: JsonCursor): void {
  let depth = 0
  do {
    const code = cursor.next()
    if (code === QUOTE) cursor.skipString()
    else if (code === COMMA || code === COLON) cursor.at++
    else if (code === 0x7b || code === 0x5b || isClosing(code)) {
      depth += isClosing(code) ? -1 : 1
      cursor.at++
    } else cursor.skipWord()
  } while (depth > 0)
}
