import { givenOptions, invalidOption } from '../../internal.js'
import { IMPORT_OPTIONS } from '../input/source.js'
import { CSV_PARTS } from './csv-columns.js'
import type { CsvOptions } from './csv-options.js'

const OPTIONS: readonly (keyof CsvOptions)[] = Object.freeze([
  ...IMPORT_OPTIONS,
  'columns',
  'delimiter',
  'match',
  'tops',
  'selfManagedTops',
  'vacant',
  'unitPrefix',
  'decimal',
  'excelText',
])

/** Throws `INVALID_OPTION` for what {@link CsvOptions} do not allow, for callers without types too. */
export function checkCsvOptions(options: CsvOptions): void {
  givenOptions('parseCsv', options, OPTIONS)
  const given: { readonly [Name in keyof CsvOptions]: unknown } = options
  checkColumns(given.columns)
  oneOf('match', given.match, ['id', 'email', 'name'])
  oneOf('decimal', given.decimal, ['.', ','])
  for (const name of ['tops', 'vacant'] as const) {
    if (given[name] !== undefined && !isTexts(given[name]))
      throw invalidOption(name, given[name], 'an array of words')
  }
  for (const name of ['selfManagedTops', 'excelText'] as const) {
    if (given[name] !== undefined && typeof given[name] !== 'boolean')
      throw invalidOption(name, given[name], 'true or false')
  }
  if (given.unitPrefix !== undefined && typeof given.unitPrefix !== 'string')
    throw invalidOption('unitPrefix', given.unitPrefix, 'a text')
}

function checkColumns(columns: unknown): void {
  if (columns === undefined) return
  if (typeof columns !== 'object' || columns === null || Array.isArray(columns)) {
    throw invalidOption('columns', columns, "an object of headers: { id: 'Emp No', manager: 'Boss' }")
  }
  givenOptions('columns', columns, CSV_PARTS)
  for (const [part, header] of Object.entries<unknown>({ ...columns })) {
    if (header === undefined || header === null || typeof header === 'string') continue
    if (part === 'dotted' && isTexts(header)) continue
    const allowed = part === 'dotted' ? 'a header, a list of headers, or null' : 'a header, or null'
    throw invalidOption(`columns.${part}`, header, allowed)
  }
}

function oneOf(name: string, received: unknown, allowed: readonly string[]): void {
  if (received === undefined || allowed.some((one) => one === received)) return
  throw invalidOption(name, received, allowed.map((one) => `'${one}'`).join(' | '))
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}
