import { Buffer } from 'node:buffer'
import { seeded } from './seeded.mjs'

/** One row in this many is faulty, in a faulty export. */
const FAULTY = 100
/** The ways in which rows are faulty, in turn. */
const FAULTS = [
  'unknown manager',
  'namesake',
  'repeated id',
  'blank id',
  'short row',
  'long row',
  'FTE in words',
  'own manager',
  'text after a quote',
  'unknown dotted manager',
]
const SPAN = 7

const FIRST_PARTS = [
  'An',
  'Bel',
  'Cor',
  'Dan',
  'El',
  'Fa',
  'Gre',
  'Ha',
  'Is',
  'Jo',
  'Ka',
  'Lu',
  'Mar',
  'Ni',
  'Or',
]
const FIRST_ENDS = [
  'a',
  'ia',
  'is',
  'on',
  'ta',
  'ric',
  'lene',
  'do',
  'bert',
  'mir',
  'sa',
  'vin',
  'nora',
  'é',
  'ül',
]
const LAST_PARTS = [
  'Ash',
  'Black',
  'Cold',
  'Dun',
  'East',
  'Fair',
  'Green',
  'Hart',
  'Kings',
  'Long',
  'Nor',
  'O’',
]
const LAST_MIDDLES = ['ber', 'den', 'fi', 'gar', 'hol', 'ing', 'ler', 'man', 'ring', 'ster', 'ver', 'wood']
const LAST_ENDS = [
  'by',
  'dale',
  'ford',
  'ham',
  'ley',
  'more',
  'sen',
  'son',
  'ton',
  'well',
  'wick',
  'worth',
  'ski',
]
const RANKS = ['Analyst', 'Coordinator', 'Manager', 'Lead', 'Officer', 'Engineer', 'Adviser', 'Planner']
const FIELDS = [
  'Projects',
  'Portfolio, Planning',
  'Finance',
  'Risk',
  'Data',
  'Change, "Agile"',
  'Supply',
  'Benefits',
]
const DEPARTMENTS = [
  'PMO',
  'Finance & Planning',
  'Operations',
  'People',
  'IT, Infrastructure',
  'Sales',
  'Legal',
]
const CITIES = ['Leeds', 'Zürich', 'São Paulo', 'Kraków', 'Utrecht', 'Lyon', 'Boston, MA']

/** The columns that no part of a role is read from, by kind. */
const DATES = [
  'Hire Date',
  'Birth Date',
  'Probation End',
  'Last Review',
  'Next Review',
  'Contract End',
  'Badge Issued',
]
const AMOUNTS = [
  'Base Salary',
  'Bonus',
  'Allowance',
  'Pension',
  'Tax Paid',
  'Benefits Cost',
  'Travel Budget',
  'Equity',
]
const CODES = [
  'Cost Center',
  'Payroll Code',
  'Badge',
  'Desk',
  'Phone',
  'Mobile',
  'Tax Code',
  'Bank Sort Code',
]
const FLAGS = [
  'Remote',
  'Works Council',
  'First Aider',
  'Fire Marshal',
  'On Call',
  'Driver',
  'Union',
  'Benefits Plan',
]
const WORDS = [
  'Location',
  'Country',
  'Legal Entity',
  'Business Area',
  'Contract Type',
  'Pay Group',
  'Language',
  'Shift',
]
const NOTES = [
  'Comment',
  'Second Comment',
  'Address',
  'Emergency Contact',
  'Education',
  'Certificates',
  'Equipment',
]

/**
 * An export of an HR system: 60 columns, managers named by `'name'` or by `'id'`, and if it is faulty one row in a hundred
 * that is wrong in one of ten ways. Rows come one by one, each as the list of its cells and as its line of CSV.
 */
function* hrExportRows(count, { managers, isFaulty }) {
  const random = seeded(managers === 'name' ? 11 : 12)
  const byId = managers === 'id'
  const headers = [
    'Employee ID',
    'First Name',
    'Last Name',
    'Work Email',
    'Job Title',
    byId ? 'Manager ID' : 'Manager',
    byId ? 'Dotted Line Manager ID' : 'Dotted Line Manager',
    byId ? 'Matrix Manager ID' : 'Matrix Manager',
    'Department',
    'Job Family',
    'FTE',
    ...DATES,
    ...AMOUNTS,
    ...CODES,
    ...FLAGS,
    ...WORDS,
    ...NOTES,
    'Employee Status',
    'Review Score',
    'Vendor',
  ]
  yield { cells: headers, line: lineOf(headers) }
  const referenceTo = (row) => (byId ? idOf(row) : nameOf(row).join(' '))
  let faults = 0
  for (let row = 0; row < count; row++) {
    const fault =
      isFaulty && row > SPAN && row % FAULTY === FAULTY - 1 ? FAULTS[faults++ % FAULTS.length] : undefined
    const [first, last] = nameOf(fault === 'namesake' ? row - 1 : row)
    const id = fault === 'repeated id' ? idOf(row - 2) : fault === 'blank id' ? '' : idOf(row)
    const manager = row === 0 ? '' : referenceTo(Math.floor((row - 1) / SPAN))
    const other = (share) => (row > 0 && random() < share ? referenceTo(Math.floor(random() * row)) : '')
    const cells = [
      id,
      first,
      last,
      `${idOf(row).toLowerCase()}@example.com`,
      `${pick(FIELDS, row)} ${pick(RANKS, row >> 3)}`,
      fault === 'unknown manager'
        ? 'Nobody Known'
        : fault === 'own manager'
          ? byId
            ? id
            : `${first} ${last}`
          : manager,
      fault === 'unknown dotted manager' ? 'Nobody Known' : other(0.1),
      other(0.05),
      pick(DEPARTMENTS, row >> 4),
      pick(RANKS, row >> 3),
      fault === 'FTE in words' ? 'full time' : row % 9 === 0 ? '0.5' : '1',
      ...DATES.map((_, index) => dateOf(row * 13 + index * 977)),
      ...AMOUNTS.map(() => String(Math.floor(random() * 9_000_000) / 100)),
      ...CODES.map(
        (_, index) => `${String.fromCharCode(65 + index)}${String((row * 7919 + index) % 100_000)}`,
      ),
      ...FLAGS.map((_, index) => ((row >> index) % 3 === 0 ? 'Yes' : 'No')),
      ...WORDS.map((_, index) => (index === 0 ? pick(CITIES, row) : `Group ${String((row >> index) % 40)}`)),
      ...NOTES.map((_, index) => noteOf(row + index)),
      'Active',
      String(row % 6),
      '',
    ]
    if (fault === 'short row') cells.length -= 9
    if (fault === 'long row') cells.push('one cell too many')
    const line = lineOf(cells)
    yield { cells, line: fault === 'text after a quote' ? line.replace(/"(?=,)/, '" and more') : line }
  }
}

/** The export as the bytes of a file. */
export function hrExportCsv(count, options) {
  const pieces = []
  let lines = []
  for (const { line } of hrExportRows(count, options)) {
    if (lines.push(line) < 1_000) continue
    pieces.push(Buffer.from(lines.join('')))
    lines = []
  }
  pieces.push(Buffer.from(lines.join('')))
  return Buffer.concat(pieces)
}

/** The same records as the bytes of a JSON file: a list of objects by header. */
export function hrExportJson(count, options) {
  const pieces = []
  let headers
  for (const { cells } of hrExportRows(count, options)) {
    if (headers === undefined) {
      headers = cells
      pieces.push(Buffer.from('['))
      continue
    }
    const record = Object.fromEntries(
      cells.slice(0, headers.length).map((cell, column) => [headers[column], cell]),
    )
    pieces.push(Buffer.from(`${pieces.length > 1 ? ',' : ''}${JSON.stringify(record)}`))
  }
  pieces.push(Buffer.from(']'))
  return Buffer.concat(pieces)
}

/** A table of many columns and few rows, as surveys give them, with managers and dotted managers by id. */
export function wideTableRows(count, columns) {
  const headers = ['id', 'manager', 'title', 'Dotted Line Manager ID']
  while (headers.length < columns) headers.push(`Question ${headers.length - 3}`)
  const rows = [headers]
  for (let row = 0; row < count; row++) {
    const manager = row === 0 ? '' : String(Math.floor((row - 1) / SPAN))
    const answers = headers
      .slice(4)
      .map((_, index) => ((row * 31 + index) % 5 === 0 ? '' : `Answer ${(row + index) % 90}`))
    rows.push([String(row), manager, pick(RANKS, row), row % 10 === 9 ? '1' : '', ...answers])
  }
  return rows
}

function lineOf(cells) {
  return `${cells.map(quoted).join(',')}\r\n`
}

function quoted(cell) {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

function idOf(row) {
  return `E${String(100_000 + row)}`
}

/** A first and a last name that no other row has, up to some 5 million rows. */
function nameOf(row) {
  const [first, end] = [row % FIRST_PARTS.length, Math.floor(row / FIRST_PARTS.length) % FIRST_ENDS.length]
  let rest = Math.floor(row / (FIRST_PARTS.length * FIRST_ENDS.length))
  const last = [LAST_PARTS, LAST_MIDDLES, LAST_MIDDLES, LAST_ENDS].map((parts) => {
    const part = parts[rest % parts.length]
    rest = Math.floor(rest / parts.length)
    return part
  })
  return [FIRST_PARTS[first] + FIRST_ENDS[end], last.join('')]
}

function dateOf(number) {
  const pad = (value) => String(value).padStart(2, '0')
  return `${String(1960 + (number % 64))}-${pad(1 + (number % 12))}-${pad(1 + (number % 28))}`
}

function noteOf(number) {
  if (number % 3 === 0) return ''
  return number % 7 === 0
    ? `Said "yes", then moved to ${pick(CITIES, number)}`
    : `Note ${String(number % 1_000)}`
}

function pick(list, index) {
  return list[index % list.length]
}
