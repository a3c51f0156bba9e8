import { roleOf } from 'rolegraph'
import { type Encoding, type ImportResult, safeParseCsv } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../../support/thrown-by.js'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian)
  return bytes
}

const titleOf = (result: ImportResult, role = '1'): string | undefined =>
  result.ok ? roleOf(result.org, role).title : undefined

/** `id,manager,title` with one role, whose title is the bytes. */
function withTitle(...title: readonly number[]): Uint8Array {
  return Uint8Array.of(...utf8('id,manager,title\n1,,'), ...title, ...utf8('\n'))
}

describe('the encoding of bytes', () => {
  const text = 'id,manager,title\n1,,Zürich €😀\n'

  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${text}`)],
    ['UTF-16 with a byte order mark, little end first', utf16(`\uFEFF${text}`, true)],
    ['UTF-16 with a byte order mark, big end first', utf16(`\uFEFF${text}`, false)],
    ['text', text],
    ['text with a byte order mark', `\uFEFF${text}`],
    ['a Buffer', Buffer.from(text)],
    ['a part of a larger buffer', utf8(`xx${text}xx`).subarray(2, -2)],
  ])('reads %s', (_what, source) => {
    const result = safeParseCsv(source)
    expect(result.issues).toEqual([])
    expect(titleOf(result)).toBe('Zürich €😀')
  })

  it.each<[encoding: Encoding, bytes: number[], title: string]>([
    ['windows-1252', [0x93, 0x80, 0x92, 0xe9, 0x94], '“€’é”'],
    ['iso-8859-1', [0x93, 0x80, 0x92, 0xe9, 0x94], '“€’é”'],
    ['iso-8859-15', [0xa4, 0xe9], '€é'],
    ['windows-1252', [0x81, 0x8d, 0x8f, 0x90, 0x9d], '\x81\x8d\x8f\x90\x9d'],
    ['utf-8', [0xc3, 0xa9], 'é'],
  ])('reads a declared %s: bytes %j as %j', (encoding, bytes, title) => {
    expect(titleOf(safeParseCsv(withTitle(...bytes), { encoding }))).toBe(title)
  })

  it.each([true, false])(
    'reads a declared UTF-16 without a byte order mark (little end first: %j)',
    (little) => {
      const encoding = little ? 'utf-16le' : 'utf-16be'
      expect(titleOf(safeParseCsv(utf16(text, little), { encoding }))).toBe('Zürich €😀')
    },
  )

  it('lets a byte order mark win over what is declared', () => {
    const result = safeParseCsv(utf16(`\uFEFF${text}`, true), { encoding: 'windows-1252' })
    expect(titleOf(result)).toBe('Zürich €😀')
  })

  it('removes one byte order mark, and no second one', () => {
    const result = safeParseCsv(utf8('\uFEFF\uFEFFid,manager\n1,\n'), { columns: { id: '\uFEFFid' } })
    expect(result.ok).toBe(true)
  })
})

describe('bytes that are not valid', () => {
  it.each<[what: string, bytes: readonly number[], offset: number, byte: string]>([
    ['a byte that begins nothing', [0x41, 0x92, 0x42], 1, '0x92'],
    ['a character of two bytes, broken off', [0xe9, 0x41], 0, '0xe9'],
    ['a character of three bytes, broken off after two', [0x41, 0xe2, 0x82, 0x41], 1, '0xe2'],
    ['a character of four bytes, broken off after three', [0xf0, 0x9f, 0x98, 0x0a], 0, '0xf0'],
    ['a slash in two bytes', [0xc0, 0xaf], 0, '0xc0'],
    ['half a pair in three bytes', [0xed, 0xa0, 0x80], 0, '0xed'],
    ['a byte that UTF-8 never has', [0xff], 0, '0xff'],
  ])('are an issue with line and byte: %s', (_what, bytes, offset, byte) => {
    const above = 'id,manager,title\r\n1,'
    const source = Uint8Array.of(...utf8(above), ...bytes, ...utf8('\n2,1\n'))
    const result = safeParseCsv(source, { mode: 'lenient' })
    expect(result.ok).toBe(false)
    expect(result.issues).toHaveLength(1)
    expect(result.issues[0]).toMatchObject({
      code: 'INVALID_ENCODING',
      place: { line: 2 },
      witness: [`byte ${String(above.length + offset)}`, byte],
    })
  })

  it('are found after a long valid part, wherever the chunks end', () => {
    for (const length of [65_530, 65_533, 65_534, 65_535, 65_536, 131_071]) {
      const source = new Uint8Array(length + 2).fill(0x61)
      // A character of two bytes stands before the wrong one, across the border now and then.
      source.set([0xc3, 0xa9], length - 1)
      source[length + 1] = 0xff
      const [issue] = safeParseCsv(source).issues
      expect(issue.witness).toEqual([`byte ${String(source.length - 1)}`, '0xff'])
    }
  })

  it('are found where the input ends within a character', () => {
    const [issue] = safeParseCsv(Uint8Array.of(...utf8('id\r1\r'), 0xe2, 0x82)).issues
    expect(issue.message).toBe(
      'Line 3 is not valid utf-8: the input ends within the character that begins with byte 5, which is 0xe2',
    )
  })

  it('are half a pair in UTF-16, and a byte too few', () => {
    const [lone] = safeParseCsv(utf16('\uFEFFid\n\uD83D1\n', true)).issues
    expect(lone).toMatchObject({ code: 'INVALID_ENCODING', place: { line: 2 }, witness: ['byte 8', '0x3d'] })
    const odd = utf16('\uFEFFid\n', false)
    const [cut] = safeParseCsv(Uint8Array.of(...odd, 0)).issues
    expect(cut).toMatchObject({ code: 'INVALID_ENCODING', place: { line: 2 }, witness: ['byte 8', '0x00'] })
  })

  it.each([
    ['UTF-16 without a byte order mark', utf16('id,manager\n1,\n', true)],
    ['UTF-16 without a byte order mark', utf16('id,manager\n1,\n', false)],
    ['utf-32', Uint8Array.of(0xff, 0xfe, 0, 0, 0x69, 0, 0, 0)],
    ['utf-32', Uint8Array.of(0, 0, 0xfe, 0xff, 0, 0, 0, 0x69)],
  ])('are %s, which would be valid text of another kind', (witness, source) => {
    const { ok, issues } = safeParseCsv(source)
    expect(ok).toBe(false)
    expect(issues).toMatchObject([{ code: 'INVALID_ENCODING', witness: [witness] }])
  })
})

describe('text that is damaged', () => {
  it('has half a pair: an error, and lenient mode keeps it', () => {
    const source = 'id,manager,title\n1,,x\n\uD83D,1,\uFFFD\n2,1,\uDE00\n'
    const strict = safeParseCsv(source)
    expect(strict.ok).toBe(false)
    expect(strict.issues).toMatchObject([
      { code: 'INVALID_ENCODING', severity: 'error', place: { line: 3, column: 1 }, witness: ['\\ud83d'] },
      {
        code: 'INVALID_ENCODING',
        severity: 'warning',
        place: { line: 3, column: 5 },
        witness: ['1 × U+FFFD'],
      },
    ])
    const lenient = safeParseCsv(source, { mode: 'lenient' })
    expect(lenient.ok && roleOf(lenient.org, '\uD83D').reportsTo).toBe('1')
    expect(titleOf(lenient, '2')).toBe('\uDE00')
  })

  it('has characters that were lost before: a warning with their number', () => {
    const result = safeParseCsv(utf8('id,manager,title\n1,,a\uFFFDb\uFFFD\n2,1,\uFFFD\n'))
    expect(titleOf(result)).toBe('a\uFFFDb\uFFFD')
    expect(result.issues).toMatchObject([
      {
        code: 'INVALID_ENCODING',
        severity: 'warning',
        place: { line: 2, column: 5 },
        witness: ['3 × U+FFFD'],
      },
    ])
  })

  it('has NUL characters, which are characters', () => {
    const result = safeParseCsv('id,manager,title\n1\0,,\0\n2,1\0,x\n')
    expect(titleOf(result, '1\0')).toBe('\0')
  })
})

describe('what a caller can get wrong', () => {
  const anything = safeParseCsv as (source: unknown, options?: unknown) => unknown

  it.each([undefined, null, 7, {}, [], new ArrayBuffer(2), new Uint16Array(2)])(
    'refuses the source %j',
    (source) => {
      const error = thrownBy(() => anything(source))
      expect(error.code).toBe('INVALID_ARGUMENT')
      expect(error.details).toMatchObject({ argument: 'source' })
    },
  )

  it.each(['utf8', 'latin1', '', null, 7])('refuses the encoding %j, for text too', (encoding) => {
    const error = thrownBy(() => anything('id\n', { encoding }))
    expect(error.code).toBe('INVALID_OPTION')
    expect(error.details).toMatchObject({ option: 'encoding', received: encoding })
  })

  it.each(['Strict', '', null, true])('refuses the mode %j', (mode) => {
    const error = thrownBy(() => anything('id\n', { mode }))
    expect(error.details).toEqual({ option: 'mode', received: mode, allowed: "'strict' | 'lenient'" })
  })

  it.each([
    ['an unknown option', { modus: 'strict' }, 'modus'],
    ['an unknown limit', { limits: { row: 5 } }, 'row'],
    ['a limit of 0', { limits: { rows: 0 } }, 'limits.rows'],
    ['a limit that is text', { limits: { rows: '5' } }, 'limits.rows'],
    ['a limit that is not a number', { limits: { bytes: NaN } }, 'limits.bytes'],
    ['options that are a list', [], 'options'],
    ['options that are a word', 'lenient', 'options'],
    ['limits that are a number', { limits: 7 }, 'limits'],
  ])('refuses %s', (_what, options, option) => {
    const error = thrownBy(() => anything('id\n', options))
    expect(error.code).toBe('INVALID_OPTION')
    expect(error.details).toMatchObject({ option })
  })
})
