import { givenOptions, oneOf, type Org, trueOrFalse } from '../../internal.js'
import { type Exported, exportedBy } from '../exported.js'
import { csvCell } from './csv-cell.js'
import { CSV_PRODUCTS, type CsvProductName, PRODUCT_SHAPES } from './csv-shapes.js'
import { productRows } from './product-rows.js'
import { roleRows } from './role-rows.js'
import type { TableLoss } from './table-losses.js'
import { TableRoles } from './table-rows.js'

/** How {@link toCsv} writes. */
export interface CsvExportOptions {
  /**
   * The product whose import reads the table: its headers, its way to write the top and several managers. Default: `'rolegraph'`, a table
   * of everything that a table can hold.
   */
  readonly product?: CsvProductName
  /** The delimiter. Default: a comma. */
  readonly delimiter?: ',' | ';' | '\t' | '|'
  /** Whether the text begins with a byte order mark, without which Excel does not read UTF-8. Default: `false`. */
  readonly byteOrderMark?: boolean
}

/**
 * Writes an org as a table of text (CSV): its own, which has everything that a table can hold, or that of an HR product.
 *
 * `parseCsv` reads each of these tables without options, and finds the same roles, in the same order. Its own table has lines with
 * their names, units, numbers, people with their terms (a row for each holder of a role), and a column for each key of `data`
 * whose values are texts. The table of a product has the id, the title, the name of the first holder, the unit, the manager and, where
 * the product knows them, the dotted managers and addresses of people. What is left out is in `lost`.
 *
 * A cell that a spreadsheet would run as a formula has an apostrophe before it, which `parseCsv` takes off. Lines end with CR and
 * LF (RFC 4180).
 *
 * Complexity: O(characters).
 *
 * @param org The org to write.
 * @param options `product`, `delimiter`, `byteOrderMark`.
 * @returns The text, also in chunks, and what it does not carry.
 * @throws {@link OrgError} `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toCsv } from 'rolegraph/export'
 *
 * const org = defineOrg({ roles: { ceo: {}, cfo: { title: 'Head of Finance', reportsTo: 'ceo', skills: ['Tax'] } } })
 * const { text, lost } = toCsv(org)
 * console.log(text.split('\r\n')[2]) // => cfo,Head of Finance,ceo
 * console.log(lost) // => [ { kind: 'role', of: [ 'cfo' ], field: 'skills', why: 'no-place' } ]
 * console.log(toCsv(org, { product: 'ukg' }).text.split('\r\n')[0])
 * // => Employee Number,First Name,Last Name,Job Title,Supervisor Employee Number
 * ```
 * @see {@link describeLoss} puts a loss into words.
 */
export function toCsv(org: Org, options?: CsvExportOptions): Exported<TableLoss> {
  const given = givenOptions('toCsv', options, OPTIONS)
  const product = oneOf('product', given.get('product'), CSV_PRODUCTS, 'rolegraph')
  const delimiter = oneOf('delimiter', given.get('delimiter'), DELIMITERS, ',')
  const mark = trueOrFalse('byteOrderMark', given.get('byteOrderMark'), false) ? '\uFEFF' : ''
  const roles = new TableRoles(org)
  return exportedBy(function* (lose) {
    yield mark
    const rows =
      product === 'rolegraph' ? roleRows(roles, lose) : productRows(roles, PRODUCT_SHAPES[product], lose)
    for (const row of rows) {
      const pieces: string[] = []
      for (const cell of row) pieces.push(csvCell(cell), delimiter)
      pieces[pieces.length - 1] = '\r\n'
      yield pieces
    }
  })
}

const OPTIONS: readonly (keyof CsvExportOptions)[] = Object.freeze(['product', 'delimiter', 'byteOrderMark'])
const DELIMITERS = Object.freeze([',', ';', '\t', '|'] as const)
