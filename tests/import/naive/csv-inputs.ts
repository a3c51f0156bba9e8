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
    if (header === 'dotted line manager') {
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
  const lines = people.map((_, row) => {
    const cells = headers.map((header) => written(cellOf(header, row)))
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
