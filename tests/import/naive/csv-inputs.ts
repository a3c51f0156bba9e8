/** Returns a whole number from 0 to below the limit. */
export type Pick = (limit: number) => number

const IDS = ['1', '2', '3', '4', '5', 'é', '漢', '__proto__', '007', 'a b', '0']
const FIRST = ['Ada', 'ada', 'Grace', 'Zoë', 'Zoe\u0308', '  Ann', '', 'Bo']
const LAST = ['Roe', 'ROE', 'Hopper', "O'Brien", 'Roe-Poe', '', 'de  la Cruz']
const UNITS = ['PMO', 'Finance', '', ' ', '1']
const WORDS = ['x', '', ' ', 'a,b', 'say "hi"', 'two\nlines', '\u00a0', 'É', '😀', '="7"', "'"]
const NUMBERS = [
  '1',
  '0.5',
  '',
  '-1',
  '+2',
  '1e3',
  'x',
  '.5',
  '5.',
  ' 1 ',
  '1,5',
  '12345678901234567890',
  '-0',
]
const PIECES = [
  '"',
  '""',
  ',',
  '\n',
  '\r',
  '\r\n',
  ' ',
  'x',
  ';',
  '|',
  '\t',
  '\u2028',
  'é',
  '1',
  '\ufeff',
  '',
]

const PERSONS = ['e1', 'e2', '007', 'é', '', ' ', '"']
const SHARES = ['0.5', '', '0', '-1', '1', 'x', '0,5']
const KINDS = ['', 'acting', 'Interim', ' PERMANENT', 'x']
const DAYS = ['', '', '2026-01-01', '2026-03-31', '2026-02-30', '2024-02-29', '31.3.2026', '2026-03-31 ']
const MORE = ['also in', 'status', 'line', 'project lead']
const TERMS = ['part', 'terms', 'since', 'until']

const OTHERS = ['title', 'department', 'fte', 'site', '__proto__', 'dotted line manager', '']

/** A table that the naive reader can read: mostly sound, and often damaged in a place or two below its header line. */
export function csvInput(pick: Pick): string {
  const of = <Item>(list: readonly Item[]): Item => list[pick(list.length)]
  const match = of(['id', 'email', 'name'])
  const names = of([['name'], ['first name', 'last name'], ['name', 'first name', 'last name']])
  const headers = [
    'id',
    `manager ${match}`,
    ...names,
    ...(match === 'email' || pick(3) === 0 ? ['email'] : []),
  ]
  const persons = pick(2) === 0 ? ['person no', ...TERMS.filter(() => pick(2) === 0)] : []
  const more = pick(3) === 0 ? MORE.filter(() => pick(2) === 0) : []
  for (const other of [...persons, ...more]) headers.splice(pick(headers.length + 1), 0, other)
  for (const other of OTHERS) if (pick(2) === 0) headers.splice(pick(headers.length + 1), 0, other)
  const rowCount = pick(8) === 0 ? 12 + pick(10) : pick(8)
  const people = Array.from({ length: rowCount }, (_, row) => ({
    id: pick(6) === 0 ? of([...IDS, '']) : (IDS[row] ?? `n${String(row)}`),
    first: of(FIRST),
    last: of(LAST),
  }))
  const reference = (row: number): string => {
    if (pick(6) === 0) return of(['', '', 'nobody', '0', ...WORDS])
    const other = people[pick(4) === 0 ? pick(rowCount) : pick(row + 1)]
    const { first, last } = other
    if (match === 'id') return other.id
    if (match === 'email')
      return of([`${first}@x.org`, `mailto:${first.toUpperCase()}@x.org`, `${first.trim()}@x.org `])
    return of([`${first} ${last}`, `${last}, ${first}`, `${first.toLowerCase()}  ${last}`, first])
  }
  const cellOf = (header: string, row: number): string => {
    const { id, first, last } = people[row]
    if (header === 'id') return id
    if (header.startsWith('manager')) return row === 0 && pick(5) > 0 ? '' : reference(row)
    if (header === 'person no') return pick(8) === 0 ? of(PERSONS) : `e${String(pick(4))}`
    if (header === 'part') return pick(8) === 0 ? of(SHARES) : '0.5'
    if (header === 'terms') return pick(8) === 0 ? of(KINDS) : 'acting'
    if (header === 'since' || header === 'until')
      return pick(4) === 0 ? of(DAYS) : header === 'since' ? '2026-01-01' : '2026-12-31'
    if (header === 'also in') return of([...UNITS, 'PMO;Board', ' PMO | Finance ', 'Board;;1', '2'])
    if (header === 'status') return of(['', 'active', 'Planned', pick(8) === 0 ? 'x' : ''])
    if (header === 'line') return of(['', 'assistant', ' ', 'x y'])
    if (header === 'dotted line manager' || header === 'project lead') {
      return pick(2) === 0
        ? ''
        : Array.from({ length: 1 + pick(2) }, () => reference(row)).join(of([';', '|', ',', '; ']))
    }
    if (header === 'name') return of([`${first} ${last}`, `${first} ${last}`, `${last}, ${first}`])
    if (header === 'first name') return first
    if (header === 'last name') return last
    if (header === 'email') return `${first}@x.org`
    if (header === 'department') return of(UNITS)
    if (header === 'fte') return pick(2) === 0 ? of(NUMBERS) : '1'
    return of(WORDS)
  }
  const lineEnd = of(['\n', '\r\n', '\r'])
  const written = (cell: string): string =>
    pick(6) === 0 || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  const ofHolder = new Set(['person no', ...TERMS, 'name', 'first name', 'last name', 'email'])
  let before: readonly string[] = []
  const lines = people.map((_, row) => {
    // Some rows are further holders of the role of the row before.
    const isFurther = row > 0 && pick(8) === 0
    const cells = headers.map((header, column) =>
      isFurther && !ofHolder.has(header) ? before[column] : written(cellOf(header, row)),
    )
    before = [...cells]
    if (pick(20) === 0) cells.length = 1 + pick(cells.length)
    if (pick(20) === 0) cells.push(of(['', ' ', 'more']))
    return cells.join(',') + (pick(20) === 0 ? of(['\n', '\r\n', '\r', '\n\n', ',\n']) : lineEnd)
  })
  const head = headers.join(',') + lineEnd
  let body = lines.join('')
  for (let damage = pick(3) === 0 ? 1 + pick(3) : 0; damage > 0; damage--) {
    const at = pick(body.length + 1)
    body = body.slice(0, at) + of(PIECES) + body.slice(at + pick(3))
  }
  return head + body.replace(/\p{Surrogate}/gu, '')
}
