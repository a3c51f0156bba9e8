import type { NaiveFault } from './naive-table.js'

/** A value of JSON, with the line on which it begins. */
export interface NaiveValue {
  readonly line: number
  readonly value: string | number | boolean | null | readonly NaiveValue[] | ReadonlyMap<string, NaiveValue>
}

/** The keys from the root to a value. */
type NaivePath = readonly (string | number)[]

/** The fault of a key that an object has twice. */
type RepeatedKey = (path: NaivePath) => Omit<NaiveFault, 'line'>

const DUPLICATE_KEY: RepeatedKey = () => ({ code: 'DUPLICATE_KEY', roles: [] })

/** A text as JSON: its value, its faults, and the line of the key of each value that has one. */
export interface NaiveJson {
  readonly value: NaiveValue | undefined
  readonly faults: NaiveFault[]
  readonly keyLines: ReadonlyMap<NaiveValue, number>
}

class Unreadable extends Error {
  constructor(readonly line: number) {
    super('not JSON')
  }
}

/**
 * Reads JSON one character at a time, and nested values by recursion. Of members with one key the first counts. Where the text
 * is not JSON there is no value, and one fault with the line of the place where it ends to be.
 */
export function naiveJson(text: string, repeated: RepeatedKey = DUPLICATE_KEY): NaiveJson {
  const faults: NaiveFault[] = []
  const keyLines = new Map<NaiveValue, number>()
  let at = 0
  const lineAt = (offset: number): number => text.slice(0, offset).split(/\r\n|\r|\n/).length
  const fail = (offset = at): never => {
    throw new Unreadable(lineAt(offset))
  }
  const blanks = (): void => {
    while (at < text.length && ' \t\r\n'.includes(text[at])) at++
  }
  const expected = (character: string): void => {
    if (text[at] !== character) fail()
    at++
  }

  const string = (): string => {
    const begin = at++
    let read = ''
    while (text[at] !== '"') {
      if (at >= text.length) fail(begin)
      if (text[at] < ' ') fail()
      if (text[at] !== '\\') {
        read += text[at++]
        continue
      }
      const escape = /^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/.exec(text.slice(at, at + 6)) ?? fail()
      read += JSON.parse(`"${escape[0]}"`) as string
      at += escape[0].length
    }
    at++
    return read
  }
  const number = (): number => {
    const written = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/.exec(text.slice(at))?.[0] ?? fail()
    if (!isExact(written)) faults.push({ code: 'INVALID_FIELD', line: lineAt(at), roles: [] })
    at += written.length
    return Number(written)
  }
  const list = (path: NaivePath): NaiveValue[] => {
    const items: NaiveValue[] = []
    at++
    blanks()
    if (text[at] === ']') at++
    else {
      for (;;) {
        items.push(value([...path, items.length]))
        blanks()
        if (text[at] === ']') break
        expected(',')
      }
      at++
    }
    return items
  }
  const object = (path: NaivePath): Map<string, NaiveValue> => {
    const members = new Map<string, NaiveValue>()
    at++
    blanks()
    if (text[at] === '}') at++
    else {
      for (;;) {
        blanks()
        if (text[at] !== '"') fail()
        const keyAt = at
        const key = string()
        blanks()
        expected(':')
        const found = faults.length
        const member = value([...path, key])
        if (members.has(key)) {
          // What is left out is one fault, whatever keys are repeated in it.
          const inside = faults.splice(found).filter(({ code }) => code === 'INVALID_FIELD')
          faults.push(...inside, { ...repeated([...path, key]), line: lineAt(keyAt) })
        } else {
          members.set(key, member)
          keyLines.set(member, lineAt(keyAt))
        }
        blanks()
        if (text[at] === '}') break
        expected(',')
      }
      at++
    }
    return members
  }
  const value = (path: NaivePath): NaiveValue => {
    blanks()
    const line = lineAt(at)
    if (text[at] === '{') return { line, value: object(path) }
    if (text[at] === '[') return { line, value: list(path) }
    if (text[at] === '"') return { line, value: string() }
    for (const [word, meant] of [
      ['true', true] as const,
      ['false', false] as const,
      ['null', null] as const,
    ]) {
      if (!text.startsWith(word, at)) continue
      at += word.length
      return { line, value: meant }
    }
    return { line, value: number() }
  }

  try {
    const read = value([])
    blanks()
    if (at < text.length) fail()
    return { value: read, faults, keyLines }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    // What is not JSON is reported alone with the numbers before it.
    const numbers = faults.filter(({ code }) => code === 'INVALID_FIELD')
    return {
      value: undefined,
      keyLines,
      faults: [...numbers, { code: 'INVALID_DOCUMENT', line: error.line, roles: [] }],
    }
  }
}

/**
 * Whether a double holds a number: written again it has the same digits at the same places. Fractions of up to 17 digits
 * count too, since that is how programs write doubles.
 */
function isExact(written: string): boolean {
  const seen = digitsOf(written)
  const held = digitsOf(String(Math.abs(Number(written))))
  if (!Number.isFinite(Number(written))) return false
  const isSame = seen.digits === held.digits && (seen.digits === '' || seen.exponent === held.exponent)
  return isSame || (seen.exponent < 0 && seen.digits.length <= 17)
}

/** The digits of a number without zeros at its ends, and the power of ten of the last one. */
function digitsOf(written: string): { digits: string; exponent: number } {
  const [mantissa, power = '0'] = written
    .replace('-', (sign, offset) => (offset === 0 ? '' : sign))
    .split(/[eE]/)
  const [whole, decimals = ''] = mantissa.split('.')
  const all = (whole + decimals).replace(/^0+/, '')
  const digits = all.replace(/0+$/, '')
  return { digits, exponent: Number(power) - decimals.length + (all.length - digits.length) }
}

/** A value as plain JavaScript, with its members in order. */
export function plainValue({ value }: NaiveValue): unknown {
  if (Array.isArray(value)) return (value as readonly NaiveValue[]).map(plainValue)
  if (value instanceof Map) {
    return Object.fromEntries(
      Array.from(value as ReadonlyMap<string, NaiveValue>, ([key, each]) => [key, plainValue(each)]),
    )
  }
  return value
}

/** The line of the part of a field that is refused: of a list of texts, the first item that is none. */
export function refusedLine(field: string, { line, value }: NaiveValue): number {
  if (!Array.isArray(value) || !['holders', 'alsoIn'].includes(field)) return line
  return (value as readonly NaiveValue[]).find((item) => typeof item.value !== 'string')?.line ?? line
}
