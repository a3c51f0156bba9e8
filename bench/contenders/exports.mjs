import { TextDecoder } from 'node:util'
import { parse as parseOfCsvParse } from 'csv-parse/sync'
import Papa from 'papaparse'
import { managerOf, rolesOf } from 'rolegraph'
import { safeParseCsv } from 'rolegraph/import'
import { checkSum } from '../workloads/check-sum.mjs'

const decode = (bytes) => new TextDecoder().decode(bytes)

/**
 * Readers of an export. Each reads the bytes of one file, and answers with a checksum of who reports to whom, so that equal
 * charts are known to be equal. `prepare` is not measured.
 */
export const exportReaders = [
  {
    name: 'JSON.parse',
    takes: 'json',
    prepare: decode,
    read: (text) => JSON.parse(text),
  },
  {
    name: 'parseCsv',
    takes: 'csv',
    read: (bytes) => orgOf(safeParseCsv(bytes, { mode: 'lenient' })),
    sumOf: (org) => {
      let sum = 0
      for (const id of rolesOf(org)) sum = checkSum(sum, `${id} ${managerOf(org, id) ?? ''}`)
      return sum
    },
  },
  byHand('csv-parse, then a Map', (bytes) =>
    parseOfCsvParse(bytes, { relax_column_count: true, relax_quotes: true }),
  ),
  {
    ...byHand('Papa Parse, then a Map', (bytes) => Papa.parse(decode(bytes), { skipEmptyLines: true }).data),
    // It reads on over the line end where text follows a closing quote, so that a row is lost.
    isInexact: true,
  },
]

function orgOf({ org, issues }) {
  if (org === undefined) throw new Error(issues[0].message)
  return org
}

/** Rows of cells from a CSV library, and what one writes by hand on top of them: all columns kept, managers looked up. */
function byHand(name, rowsOf) {
  return {
    name,
    takes: 'csv',
    read: (bytes) => {
      const [headers, ...rows] = rowsOf(bytes)
      const column = (...names) => names.map((header) => headers.indexOf(header)).find((at) => at !== -1)
      const id = column('Employee ID', 'id')
      const [manager, firstName, lastName] = [
        column('Manager', 'Manager ID', 'manager'),
        column('First Name'),
        column('Last Name'),
      ]
      const isByName = headers[manager] === 'Manager'
      const nodes = new Map()
      const namesakes = new Map()
      for (const row of rows) {
        if (row[id] === '') continue
        const known = nodes.has(row[id])
        if (isByName) {
          const full = `${row[firstName]} ${row[lastName]}`
          const other = namesakes.get(full)
          namesakes.set(full, other === undefined || other === row[id] ? row[id] : null)
        }
        if (known) continue
        const data = {}
        for (let at = 0; at < headers.length; at++) data[headers[at]] = row[at] ?? ''
        nodes.set(row[id], { id: row[id], manager: row[manager], data, reports: [] })
      }
      for (const node of nodes.values()) {
        const named = isByName ? namesakes.get(node.manager) : node.manager
        node.manager = nodes.has(named) && named !== node.id ? named : undefined
        if (node.manager !== undefined) nodes.get(node.manager).reports.push(node.id)
      }
      return nodes
    },
    sumOf: (nodes) => {
      let sum = 0
      for (const { id, manager } of nodes.values()) sum = checkSum(sum, `${id} ${manager ?? ''}`)
      return sum
    },
  }
}
