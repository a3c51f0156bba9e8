import { parse } from 'csv-parse/sync'
import { managerOf, rolesOf } from 'rolegraph'
import { safeParseCsv } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

// What docs/adr/0004-own-csv-reader.md says of csv-parse 7.0.3, beside what is read here.

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)

const codes = (source: string | Uint8Array): unknown[] =>
  safeParseCsv(source).issues.map(({ code, place }) => [code, place.line])

/** What csv-parse makes of a text, or the code of its error. */
function peer(source: string | Uint8Array, options: object = {}): unknown {
  try {
    return parse(typeof source === 'string' ? source : Buffer.from(source), options)
  } catch (error) {
    return (error as { readonly code?: unknown }).code
  }
}

describe('csv-parse and this library', () => {
  it('differ on line ends: the peer takes that of the first line for that of all, and here each is one', () => {
    const text = 'id,manager\n1,\r\n2,1\r\n'
    expect(peer(text)).toEqual([
      ['id', 'manager'],
      ['1', '\r'],
      ['2', '1\r'],
    ])
    expect(peer('id,manager\r\n1,\n2,1\n')).toBe('CSV_RECORD_INCONSISTENT_FIELDS_LENGTH')
    for (const mixed of [text, 'id,manager\r\n1,\n2,1\n', 'id,manager\r1,\n2,1\r\n']) {
      const result = safeParseCsv(mixed)
      expect(result.issues).toEqual([])
      expect(result.ok && managerOf(result.org, '2')).toBe('1')
    }
  })

  it.each([
    ['a ragged row', 'id,manager\n1\n2,1,3\n', 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH', ['RAGGED_ROW', 2]],
    ['text behind a quote', 'id,manager\n1,"x"y\n2,1\n', 'CSV_INVALID_CLOSING_QUOTE', ['STRAY_TEXT', 2]],
    ['an open quote', 'id,manager\n1,\n2,"1\n3,1\n', 'CSV_QUOTE_NOT_CLOSED', ['UNCLOSED_QUOTE', 3]],
  ])('differ on %s: the peer ends there, and here it is an issue among others', (_, text, code, issue) => {
    expect(peer(text)).toBe(code)
    expect(codes(text)).toContainEqual(issue)
    expect(safeParseCsv(text, { mode: 'lenient' }).ok).toBe(true)
  })

  it('differ on the line of an open quote: the peer names the last one, and here it is where the quote opens', () => {
    const text = 'id,manager\n1,"\n2,1\n3,1\n'
    expect(() => parse(text)).toThrow('at line 4')
    expect(codes(text)).toEqual([['UNCLOSED_QUOTE', 2], expect.anything()])
  })

  it('differ on bytes that are not UTF-8: the peer puts a replacement character there', () => {
    const invalid = bytes(0x69, 0x64, 0x0a, 0xff, 0x0a)
    expect(peer(invalid)).toEqual([['id'], ['\uFFFD']])
    expect(codes(invalid)).toEqual([['INVALID_ENCODING', 2]])
  })

  it('differ on two columns with one header: the peer drops the first', () => {
    expect(peer('id,id\n1,2\n', { columns: true })).toEqual([{ id: '2' }])
    expect(codes('id,id,manager\n1,2,\n')).toEqual([['DUPLICATE_COLUMN', 1]])
  })

  it('agree on UTF-16 by its mark', () => {
    const text = bytes(
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from('id,manager\n1,\n', (c) => c.charCodeAt(0)).buffer),
    )
    expect(peer(text, { bom: true })).toEqual([
      ['id', 'manager'],
      ['1', ''],
    ])
    const result = safeParseCsv(text)
    expect(result.ok && rolesOf(result.org)).toEqual(['1'])
  })
})
