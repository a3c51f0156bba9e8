import { parseCsv, parseOrganogram, safeParseCsv, safeParseOrganogram } from 'rolegraph/import'
import type { FuzzFormat } from './fuzz-format.js'
import { mutatedText } from './mutate-text.js'
import { PRODUCT_TABLES } from './product-tables.js'
import { Random } from './random.js'
import { fewRows, rowsUnder, tableOf, textOfRows } from './tables.js'

const POOL = 300
const DELIMITERS = [',', ';', '\t', '|', ' ', 'a', '\0', '\ufeff']

const pool = <Item>(make: (random: Random) => Item): readonly Item[] => {
  const random = new Random(1)
  return Array.from({ length: POOL }, () => make(random))
}

const REPORTS_TO = 'Reports to Senior Post'
const senior = (file: string) =>
  tableOf(`uk-organogram/${file}-senior.csv`, { id: 'Post Unique Reference', manager: REPORTS_TO })
const junior = (file: string) =>
  tableOf(`uk-organogram/${file}-junior.csv`, { id: 'Grade', manager: 'Reporting Senior Post' })

/** A table that can be read as CSV, of each kind that there is. */
function csvTables(): readonly string[] {
  const employees = tableOf('adventureworks/employees.csv', { id: 'BusinessEntityID', manager: 'ManagerID' })
  const slices = pool((random) => {
    const header = random.oneIn(2) ? employees.header : employees.header.replace('BusinessEntityID', 'ID')
    return textOfRows(header, fewRows(employees, random))
  })
  return slices.flatMap((slice, index) => [slice, PRODUCT_TABLES[index % PRODUCT_TABLES.length]])
}

/** Senior posts, with the junior posts under them where the body published any. */
function organograms(): readonly { readonly senior: string; readonly junior: string | undefined }[] {
  const bodies = [
    { seniors: senior('doh-2011-09-30'), juniors: junior('doh-2011-09-30') },
    { seniors: senior('cps-2013-09-30'), juniors: junior('cps-2013-09-30') },
    { seniors: senior('hmrc-2011-03-31'), juniors: undefined },
  ]
  return pool((random) => {
    const { seniors, juniors } = random.pick(bodies)
    const rows = fewRows(seniors, random)
    const under = juniors && rowsUnder(juniors, new Set(rows.map(({ id }) => id)))
    return {
      // What a post is about is the longest cell by far, and one like another.
      senior: textOfRows(
        seniors.header,
        rows.map((row) => ({ ...row, raw: row.raw.replace(LONG, '$1') })),
      ),
      junior: juniors && under && textOfRows(juniors.header, under),
    }
  })
}

const LONG = /([^,"\n]{40})[^,"\n]+/g

function csv(): FuzzFormat {
  const tables = csvTables()
  return {
    name: 'csv',
    options: {
      delimiter: DELIMITERS,
      match: ['id', 'email', 'name', 'nameWithId'],
      tops: [[], ['0'], ['Head', ''], ['NO_MANAGER', '1']],
      selfManagedTops: [true, false],
      vacant: [['Vacant', 'TBH'], [''], []],
      unitPrefix: ['unit:', '', '__proto__'],
      decimal: ['.', ','],
      excelText: [true],
      columns: [
        ...[
          { id: 'BusinessEntityID', manager: 'ManagerID' },
          { id: 'JobTitle' },
          { manager: null },
          { id: 'nope' },
        ],
        ...[
          { dotted: ['ManagerID', 'title'] },
          { id: 'Name', manager: 'Name' },
          { holder: 'title', unit: 'id' },
        ],
        ...[
          { grade: 'grade', fte: 'ID', cost: 'title' },
          {},
          { id: '__proto__' },
          { name: 'Name', email: 'Email' },
        ],
      ],
    },
    text: (random) => ({ text: mutatedText(random.pick(tables), random.pick(tables), random) }),
    safeParse: (source, options) => safeParseCsv(source, options),
    parse: (source, options) => parseCsv(source, options),
  }
}

function organogram(): FuzzFormat {
  const bodies = organograms()
  const mutated = (text: string, other: string, random: Random): string =>
    random.oneIn(3) ? text : mutatedText(text, other, random)
  return {
    name: 'organogram',
    options: {
      delimiter: DELIMITERS,
      cost: ['floor', 'ceiling'],
      leaveOutEliminated: [true, false],
      matchLeadingZeros: [true],
      ignoreCase: [true],
    },
    text: (random) => {
      const [body, other] = [random.pick(bodies), random.pick(bodies)]
      const text = mutated(body.senior, other.senior, random)
      if (body.junior === undefined || random.oneIn(2)) return { text }
      return { text, options: { junior: mutated(body.junior, other.junior ?? other.senior, random) } }
    },
    safeParse: (source, options) => safeParseOrganogram(source, options),
    parse: (source, options) => parseOrganogram(source, options),
  }
}

/** The formats that are tables, each made with its fixtures when it is asked for. */
export const TABLE_FORMATS = { csv, organogram }
