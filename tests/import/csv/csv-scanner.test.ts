import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvFormatOf } from '../../../src/import/csv/csv-format.js'
import { scanCsv } from '../../../src/import/csv/csv-scanner.js'
import { finished } from '../../../src/internal.js'
import { ImportIssues } from '../../../src/import/input/import-issues.js'
import { DEFAULT_LIMITS, type Limits } from '../../../src/import/input/limits.js'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

interface Read {
  readonly rows: string[][]
  readonly lines: number[]
  readonly issues: ImportIssues['all']
}

function read(text: string, delimiter?: string, limits: Limits = DEFAULT_LIMITS): Read {
  const issues = new ImportIssues(limits)
  const bytes = utf8(text)
  const table = finished(scanCsv(bytes, csvFormatOf(bytes, delimiter), issues))
  const rows = Array.from({ length: table?.height ?? 0 }, (_, row) => table?.row(row) ?? [])
  return { rows, lines: rows.map((_, row) => table?.lineOf(row) ?? 0), issues: issues.all }
}

describe('a table of text', () => {
  it.each<[what: string, text: string, rows: string[][], lines: number[]]>([
    ['one row', 'a,b', [['a', 'b']], [1]],
    ['a line end at the end', 'a,b\n', [['a', 'b']], [1]],
    ['\\n', 'a\n1\n2', [['a'], ['1'], ['2']], [1, 2, 3]],
    ['\\r\\n', 'a\r\n1\r\n2', [['a'], ['1'], ['2']], [1, 2, 3]],
    ['\\r', 'a\r1\r2\r', [['a'], ['1'], ['2']], [1, 2, 3]],
    // Papa Parse uses the line end of the first line for the whole file, and makes one row of Ada and Grace.
    [
      'two people on mixed line ends',
      'id,name\r\n1,Ada\n2,Grace\r3,Edsger\r\n',
      [
        ['id', 'name'],
        ['1', 'Ada'],
        ['2', 'Grace'],
        ['3', 'Edsger'],
      ],
      [1, 2, 3, 4],
    ],
    ['blank lines', '\n\r\na\n\n\r1\r\r\n\n2\n\n', [['a'], ['1'], ['2']], [3, 6, 9]],
    [
      'empty cells',
      ',\n,1\n1,\n',
      [
        ['', ''],
        ['', '1'],
        ['1', ''],
      ],
      [1, 2, 3],
    ],
    ['a cell of quotes alone', '""\n""\n', [[''], ['']], [1, 2]],
    [
      'spaces, which are text',
      ' a , b \n 1,2 \n',
      [
        [' a ', ' b '],
        [' 1', '2 '],
      ],
      [1, 2],
    ],
    [
      'quoted cells',
      '"a","b"\n"1","2"\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [1, 2],
    ],
    ['doubled quotes', '"a""b","""","x"""\n', [['a"b', '"', 'x"']], [1]],
    [
      'delimiters in quotes',
      '"a,b",c\n"1,2",3',
      [
        ['a,b', 'c'],
        ['1,2', '3'],
      ],
      [1, 2],
    ],
    [
      'line ends in quotes',
      'a,b\n"1\n2","3\r4\r\n5"\n6,7\n"8",9\n',
      [
        ['a', 'b'],
        ['1\n2', '3\r4\r\n5'],
        ['6', '7'],
        ['8', '9'],
      ],
      [1, 2, 6, 7],
    ],
    ['a quote within a cell', 'a"b,5" pipe\n', [['a"b', '5" pipe']], [1]],
    ['a formula', 'a\n="007"\n"=1+1"\n', [['a'], ['="007"'], ['=1+1']], [1, 2, 3]],
    [
      'a delimiter at the end',
      'a,b\n1,',
      [
        ['a', 'b'],
        ['1', ''],
      ],
      [1, 2],
    ],
    [
      'NUL characters',
      'a\0,\0\n\0,b\n',
      [
        ['a\0', '\0'],
        ['\0', 'b'],
      ],
      [1, 2],
    ],
    ['pairs', '😀,"😀""😀"\n', [['😀', '😀"😀']], [1]],
    ['no row', '', [], []],
    ['nothing but line ends', '\r\n\n\r', [], []],
  ])('has %s', (_what, text, rows, lines) => {
    expect(read(text, ',')).toEqual({ rows, lines, issues: [] })
  })

  it.each([
    ['a;b;c\n1,2;3;4', ';'],
    ['a\tb\tc\n', '\t'],
    ['a|b|c\n', '|'],
    ['a,b\n', ','],
    ['a\n1;2;3\n', ','],
    ['"a;b;c",d\n', ','],
    ['"a,b,c";d\n', ';'],
    ['"a\n;;;",d\n', ','],
    ['\n\r\na;b\n', ';'],
    ['a,b;c\n', ','],
    ['a;b|c|d\n', '|'],
    ['', ','],
    ['"a,b', ','],
  ])('is delimited, in %j, by %j', (text, delimiter) => {
    expect(csvFormatOf(utf8(text), undefined)).toEqual({ delimiter, begin: 0 })
  })

  it('may name its delimiter in a first line', () => {
    const { rows, lines } = read('sep=|\r\na,b|c\n1,2|3\n')
    expect(rows).toEqual([
      ['a,b', 'c'],
      ['1,2', '3'],
    ])
    expect(lines).toEqual([2, 3])
    expect(read('SEP=;\n"a\nb";c\n').lines).toEqual([2])
    // The caller knows better.
    expect(read('sep=|\na;b|c\n', ';').rows).toEqual([['a', 'b|c']])
    // No such line.
    expect(read('sep=ab,c\n').rows).toEqual([['sep=ab', 'c']])
  })

  it('may be delimited by any other character', () => {
    expect(read('a:b c\n1: 2\n', ':').rows).toEqual([
      ['a', 'b c'],
      ['1', ' 2'],
    ])
    expect(read('a b\n"1 2" 3\n', ' ').rows).toEqual([
      ['a', 'b'],
      ['1 2', '3'],
    ])
  })
})

describe('what is wrong with a table', () => {
  it('reports where a quote opens that is never closed', () => {
    const { rows, issues } = read('a,b\n1,"2\r\n3,4\n')
    expect(rows).toEqual([
      ['a', 'b'],
      ['1', '2\r\n3,4\n'],
    ])
    expect(issues).toMatchObject([
      { code: 'UNCLOSED_QUOTE', severity: 'error', place: { line: 2, column: 3 } },
    ])
  })

  it.each([
    ['"', 1, 1],
    ['a\n"', 2, 1],
    ['a\n"1""', 2, 1],
    ['a,b\n"1\n2",x"\n3,"', 4, 3],
  ])('reports it for %j', (text, line, column) => {
    expect(read(text, ',').issues).toMatchObject([{ code: 'UNCLOSED_QUOTE', place: { line, column } }])
  })

  it('reports where text follows a closing quote, and keeps all of it', () => {
    const { rows, issues } = read('a,b\n1,"2" x"y\n"3""4" ,5\n')
    expect(rows).toEqual([
      ['a', 'b'],
      ['1', '2" x"y'],
      ['3"4" ', '5'],
    ])
    expect(issues).toMatchObject([
      { code: 'STRAY_TEXT', place: { line: 2, column: 6 }, witness: [' x"y'] },
      { code: 'STRAY_TEXT', place: { line: 3, column: 7 }, witness: [' '] },
    ])
  })

  it('places text after a quoted cell of several lines on the last of them', () => {
    const { issues } = read('a\n"1\n2\r\n34"x\n')
    expect(issues).toMatchObject([{ code: 'STRAY_TEXT', place: { line: 4, column: 4 } }])
  })

  it('reports rows that are shorter or longer than the header line, and what is left out', () => {
    const { rows, issues } = read('a,b,c\n1\n1,2,3,4,"5""6"\n1,2,3\n1,2\n')
    expect(rows).toEqual([
      ['a', 'b', 'c'],
      ['1', '', ''],
      ['1', '2', '3'],
      ['1', '2', '3'],
      ['1', '2', ''],
    ])
    expect(issues.map(({ code, severity, place, witness }) => [code, severity, place, witness])).toEqual([
      ['RAGGED_ROW', 'error', { line: 2 }, []],
      ['RAGGED_ROW', 'error', { line: 3 }, ['4', '5""6']],
      ['RAGGED_ROW', 'error', { line: 5 }, []],
    ])
    expect(issues[1].message).toBe(
      "Line 3 has 5 cells, but the header line has 3; left out: '4' and '5\"\"6'",
    )
  })

  it('warns of delimiters only at the end of a row, since nothing is lost', () => {
    const { rows, issues } = read(`a,b\n1,2${','.repeat(20)}\n1,2${','.repeat(20)}x\n`)
    expect(rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['1', '2'],
    ])
    expect(issues.map(({ severity }) => severity)).toEqual(['warning', 'error'])
  })
})

const cells = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    '"',
    '""',
    ',',
    ';',
    '\n',
    '\r',
    '\r\n',
    ' ',
    '\t',
    '\0',
    '\uFEFF',
    '__proto__',
    '=1+1',
  ),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'x', '😀'), maxLength: 8 }),
)

/** Tables whose rows are all as long. */
const tables = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cells, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  )

/** How each row ends, and whether a cell that need not be quoted is. */
const styles = fc.record({
  ends: fc.array(fc.constantFrom('\n', '\r', '\r\n'), { minLength: 1, maxLength: 5 }),
  quoted: fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }),
  last: fc.boolean(),
})

function written(
  table: readonly (readonly string[])[],
  delimiter: string,
  { ends, quoted, last }: { readonly ends: string[]; readonly quoted: boolean[]; readonly last: boolean },
): string {
  let count = 0
  const lines = table.map((row) =>
    row
      .map((cell) => {
        const must = cell === '' || /["\r\n]/.test(cell) || cell.includes(delimiter)
        return must || quoted[count++ % quoted.length] ? `"${cell.replaceAll('"', '""')}"` : cell
      })
      .join(delimiter),
  )
  return lines
    .map((line, row) => (row < lines.length - 1 || last ? line + ends[row % ends.length] : line))
    .join('')
}

/** The cells without the apostrophe that keeps spreadsheets from running a formula, which the other readers keep. */
function unguarded(table: readonly (readonly string[])[]): string[][] {
  return table.map((row) => row.map((cell) => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)))
}

describe('laws', () => {
  it('reads back what was written with proper quotes, whatever the line ends', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(',', ';', '\t', '|', ':'), styles, (table, delimiter, style) => {
        // A table that begins with sep= says how it is delimited.
        fc.pre(!/^sep=/i.test(table[0][0]))
        const { rows, lines, issues } = read(written(table, delimiter, style), delimiter)
        expect(rows).toEqual(unguarded(table))
        expect(issues).toEqual([])
        const heights = table.map((row) => row.join('\0').split(/\r\n|\r|\n/).length)
        expect(lines).toEqual(
          heights.map((_, row) => heights.slice(0, row).reduce((sum, height) => sum + height, 1)),
        )
      }),
      { numRuns: 1000 },
    )
  })

  it('reads what csv-parse reads', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(',', ';', '\t'), styles, (table, delimiter, style) => {
        fc.pre(!/^sep=/i.test(table[0][0]))
        const text = written(table, delimiter, style)
        const peer: string[][] = parse(text, {
          delimiter,
          // Whichever comes first: the peer would take the end of the first line for that of all others.
          record_delimiter: ['\r\n', '\n', '\r'],
        })
        expect(read(text, delimiter).rows).toEqual(unguarded(peer))
      }),
      { numRuns: 500 },
    )
  })

  it('ends, and places every issue within the text, whatever the text is', () => {
    const texts = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', ' ', ';'), maxLength: 60 })
    fc.assert(
      fc.property(texts, (text) => {
        const { rows, lines, issues } = read(text)
        const last = text.split(/\r\n|\r|\n/).length
        expect(new Set(rows.map((row) => row.length)).size).toBeLessThanOrEqual(1)
        for (const line of [...lines, ...issues.map(({ place }) => place.line ?? 0)]) {
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(last)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
