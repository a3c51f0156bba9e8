import { describe, expect, it } from 'vitest'
import { quote } from '../../src/kernel/quote.js'

describe('quote', () => {
  it.each([
    ['analyst', "'analyst'"],
    ['', "''"],
    [' ', "' '"],
    ['say "hi"', `'say "hi"'`],
    ["O'Brien", "'O'Brien'"],
    ['Zoë 😀 管理', "'Zoë 😀 管理'"],
    ['back\\slash', "'back\\\\slash'"],
  ])('leaves ordinary text readable: %j', (value, expected) => {
    expect(quote(value)).toBe(expected)
  })

  it.each([
    ['line\nbreak', "'line\\nbreak'"],
    ['a\r\tb', "'a\\r\\tb'"],
    ['\u0000\u001b[31m', "'\\u0000\\u001b[31m'"],
    ['a\u007fb\u0085c', "'a\\u{7f}b\\u{85}c'"],
    ['a\u2028b\u2029c', "'a\\u{2028}b\\u{2029}c'"],
    ['\u202eevil\u202c', "'\\u{202e}evil\\u{202c}'"],
    ['\u2066x\u2069', "'\\u{2066}x\\u{2069}'"],
    ['a\u200bb\u200dc\ufeff', "'a\\u{200b}b\\u{200d}c\\u{feff}'"],
    ['soft\u00adhyphen', "'soft\\u{ad}hyphen'"],
    ['tag \u{e0041}', "'tag \\u{e0041}'"],
    ['\ud800 alone', "'\\ud800 alone'"],
    ['alone \udc00', "'alone \\udc00'"],
  ])('shows what is invisible or controls the terminal: %j', (value, expected) => {
    expect(quote(value)).toBe(expected)
  })

  it('distinguishes a real control character from its written form', () => {
    expect(quote('\n')).toBe(String.raw`'\n'`)
    expect(quote(String.raw`\n`)).toBe(String.raw`'\\n'`)
    expect(quote('\u200b')).toBe(String.raw`'\u{200b}'`)
    expect(quote(String.raw`\u{200b}`)).toBe(String.raw`'\\u{200b}'`)
  })

  it('cuts long text, never in the middle of a character', () => {
    expect(quote('a'.repeat(60))).toBe(`'${'a'.repeat(60)}'`)
    expect(quote('a'.repeat(61))).toBe(`'${'a'.repeat(60)}…'`)
    expect(quote(`${'a'.repeat(59)}😀b`)).toBe(`'${'a'.repeat(59)}…'`)
    expect(quote(`${'a'.repeat(58)}😀b`)).toBe(`'${'a'.repeat(58)}😀…'`)
    expect(quote('a'.repeat(1_000_000))).toHaveLength(63)
  })

  it.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [true, 'true'],
    [7, '7'],
    [-0.5, '-0.5'],
    [Number.NaN, 'NaN'],
    [10n, '10'],
    [Symbol('s'), 'a symbol'],
    [(): void => undefined, 'a function'],
    [[], 'an array of 0'],
    [['a', 'b'], 'an array of 2'],
    [{ a: 1 }, 'an object'],
    [Object.create(null), 'an object'],
    [new Date(0), 'an object'],
  ])('describes what is no text: %s', (value, expected) => {
    expect(quote(value)).toBe(expected)
  })

  it('calls nothing on an object', () => {
    const hostile = {
      toString: (): string => {
        throw new Error('asked')
      },
      toJSON: (): string => {
        throw new Error('asked')
      },
    }
    expect(quote(hostile)).toBe('an object')
  })
})
