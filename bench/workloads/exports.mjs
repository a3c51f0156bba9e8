import { Buffer } from 'node:buffer'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { hrExportCsv, hrExportJson, wideTableRows } from './hr-export.mjs'

const FOLDER = fileURLToPath(new URL('../../.cache/bench/', import.meta.url))

/** Tables as exported, at a full and at a quick size, each as CSV and as the same records in JSON. */
export const EXPORTS = [
  {
    key: 'by name',
    title: (rows) => `60 columns × ${rows}, managers by name, one row in a hundred faulty`,
    goals: { time: 1.5, memory: 4 },
    make: (rows) => hrExport(rows, { managers: 'name', isFaulty: true }),
  },
  {
    key: 'by id',
    title: (rows) => `60 columns × ${rows}, managers by id, sound`,
    goals: { time: 1, memory: 3 },
    make: (rows) => hrExport(rows, { managers: 'id', isFaulty: false }),
  },
  {
    key: 'wide',
    title: () => '900 columns × 300 rows, with dotted managers',
    goals: { time: 1.5 },
    make: () => wideTable(300, 900),
  },
]

/** Writes a table to files, once, and returns their paths. */
export function exportFiles({ key, make }, rows) {
  mkdirSync(FOLDER, { recursive: true })
  const [csv, json] = ['csv', 'json'].map(
    (kind) => `${FOLDER}export-${key.replace(' ', '-')}-${rows}.${kind}`,
  )
  if (!existsSync(csv) || !existsSync(json)) {
    const made = make(rows)
    writeFileSync(json, made.json())
    writeFileSync(csv, made.csv())
  }
  return { csv, json }
}

function hrExport(rows, options) {
  return { csv: () => hrExportCsv(rows, options), json: () => hrExportJson(rows, options) }
}

function wideTable(rows, columns) {
  const [headers, ...cells] = wideTableRows(rows, columns)
  const records = cells.map((row) => Object.fromEntries(row.map((cell, column) => [headers[column], cell])))
  return {
    csv: () => Buffer.from([headers, ...cells].map((row) => `${row.join(',')}\n`).join('')),
    json: () => Buffer.from(JSON.stringify(records)),
  }
}
