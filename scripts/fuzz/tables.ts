import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import type { Random } from './random.js'

/** A published table: its rows as text, and the cells of two columns. */
export interface Table {
  readonly header: string
  readonly rows: readonly { readonly raw: string; readonly id: string; readonly manager: string }[]
}

interface ParsedRow {
  readonly raw: string
  readonly record: readonly string[]
}

/** Reads a fixture with another parser than the library's. */
export function tableOf(file: string, columns: { readonly id: string; readonly manager: string }): Table {
  const text = readFileSync(new URL(`../../tests/import/data/${file}`, import.meta.url), 'latin1')
  // With `raw` the parser returns pairs, which its types do not declare.
  const records: unknown = parse(text, { raw: true, relax_column_count: true, relax_quotes: true })
  const [header, ...rows] = records as readonly ParsedRow[]
  const [id, manager] = [header.record.indexOf(columns.id), header.record.indexOf(columns.manager)]
  return {
    header: header.raw,
    rows: rows.map(({ raw, record }) => ({ raw, id: record[id], manager: record[manager] })),
  }
}

/** A few rows: mostly one with its managers up to the top, so that the chart is connected, and some at random. */
export function fewRows({ rows }: Table, random: Random): Table['rows'] {
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const taken = new Set<Table['rows'][number]>()
  for (let row: Table['rows'][number] | undefined = random.pick(rows); row !== undefined && taken.size < 6;) {
    if (taken.has(row)) break
    taken.add(row)
    row = rowOf.get(row.manager)
  }
  if (random.oneIn(3)) taken.add(random.pick(rows))
  return [...taken]
}

/** The rows of a table with one of several ids. */
export function rowsUnder({ rows }: Table, managers: ReadonlySet<string>): Table['rows'] {
  return rows.filter(({ manager }) => managers.has(manager)).slice(0, 5)
}

export function textOfRows(header: string, rows: Table['rows']): string {
  return header + rows.map(({ raw }) => raw).join('')
}
