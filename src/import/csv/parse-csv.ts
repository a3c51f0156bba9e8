import { counted, type Org, orgStepsFromByteRows, quotedList, type Steps } from '../../internal.js'
import { Corrections } from '../input/corrections.js'
import { type ImportIssues, withoutError, withUnitAdvice } from '../input/import-issues.js'
import { type ImportResult, parseOf, safeParseOf } from '../input/importer.js'
import { bytesIn, type Source, type StreamSource } from '../input/source.js'
import { csvAttributes, csvData, dataColumns } from './csv-attributes.js'
import { csvColumnsOf, isHeaderLine } from './csv-columns.js'
import { type CsvFormat, csvFormatOf, linesAboveHeader } from './csv-format.js'
import { jobSharesIn, reportJobShares } from './csv-job-shares.js'
import { CsvManagers } from './csv-managers.js'
import { checkedCsvOptions, CSV_OPTIONS, type CsvData, type CsvOptions } from './csv-options.js'
import { CsvRows } from './csv-rows.js'
import { ManagerIssues } from './manager-issues.js'
import { scanCsv } from './csv-scanner.js'
import { addIdOnlyRows, addSpoiltIds, addTextFormulas, addUnitSpellings } from './table-oddities.js'

/**
 * Reads an org from a table of text: the export of an HR system, a spreadsheet saved as CSV.
 *
 * Each row is a role. Columns are found by their headers; case, spaces and punctuation do not matter. It knows plain
 * headers (`id`, `manager`, `title`, `department`…) and those of OrgChart Now, Visio, Organimi, BambooHR, HiBob, Pingboard,
 * SuccessFactors and others; `columns` names further ones. Cells that no part of a role is read from become its `data`, so
 * that nothing in the table is lost.
 *
 * Cells are exact text: the ids `'7'`, `'007'` and `' 7'` are three roles, nothing is trimmed, and a formula is text; the
 * apostrophe before one, which keeps spreadsheets from running it, is not part of the text. A role with a blank manager is
 * a top. Managers are found by id, e-mail address or name, depending on their column; an address or a name of two roles is
 * an issue that lists both, never a guess. A repeated id, an unknown manager and a reporting cycle are issues with their
 * line and column. Nothing is repaired or dropped silently.
 *
 * With a column `person`, the id of the person who fills each role, the org has people: one employee in several rows is
 * one person in several roles. `repeatedIds: 'job-share'` makes rows that repeat an id further holders of the role.
 *
 * Complexity: O(characters).
 *
 * @param source Text, bytes, or a stream of either. Bytes are UTF-8, UTF-16 with a byte order mark, or what `encoding`
 * says.
 * @param options Where the parts of a role are; `mode: 'lenient'` makes an org of whatever can be read; `limits`.
 * @returns The org; for a stream, a promise of it.
 * @throws {@link OrgError} `INVALID_ORG` with all issues; `INVALID_OPTION`, `INVALID_ARGUMENT`. Errors of a
 * stream are passed on.
 * @example
 * ```ts
 * import { managementChainOf, roleOf } from 'rolegraph'
 * import { parseCsv } from 'rolegraph/import'
 *
 * const org = parseCsv(`Employee ID;Name;Job Title;Manager;Site
 * 007;Ada;PMO Director;;London
 * 12;Grace;PMO Manager;007;Leeds
 * 31;Edsger;PMO Analyst;12;Leeds
 * `)
 * console.log(managementChainOf(org, '31')) // => [ '12', '007' ]
 * console.log(roleOf(org, '31').holders) // => [ 'Edsger' ]
 * console.log(roleOf(org, '31').data) // => { Site: 'Leeds' }
 * ```
 * @see {@link safeParseCsv} returns issues instead of throwing.
 */
export function parseCsv(source: Source, options?: CsvOptions): Org<string, string, CsvData>
export function parseCsv(source: StreamSource, options?: CsvOptions): Promise<Org<string, string, CsvData>>
export function parseCsv(
  source: Source | StreamSource,
  options?: CsvOptions,
): Org<string, string, CsvData> | Promise<Org<string, string, CsvData>>
export function parseCsv(
  source: Source | StreamSource,
  options?: CsvOptions,
): Org<string, string, CsvData> | Promise<Org<string, string, CsvData>> {
  return throwing(source, options)
}

/**
 * Reads an org from a table of text like {@link parseCsv}, and returns issues instead of throwing.
 *
 * In strict mode, the default, a single error means that there is no org; warnings and notes do not. In lenient mode the
 * org has whatever can be read: a row without an id is left out, the first of two rows with the same id is kept, an unknown
 * or ambiguous manager is left out, missing cells are blank. Every issue has its line and column, and what was left out.
 *
 * Complexity: O(characters).
 *
 * @param source Text, bytes, or a stream of either.
 * @param options As for {@link parseCsv}.
 * @returns `{ ok, org, issues }`; for a stream, a promise of it.
 * @throws {@link OrgError} `INVALID_OPTION`, `INVALID_ARGUMENT`: never because of the data. Errors of a
 * stream are passed on.
 * @example
 * ```ts
 * import { orphansOf, topRolesOf } from 'rolegraph'
 * import { safeParseCsv } from 'rolegraph/import'
 *
 * const text = 'id,manager\n1,\n2,1\n3,11\n'
 * const strict = safeParseCsv(text)
 * console.log(strict.ok, strict.issues[0]?.code) // => false UNKNOWN_MANAGER
 * console.log(strict.issues[0]?.place) // => { line: 4, field: 'manager' }
 *
 * const lenient = safeParseCsv(text, { mode: 'lenient' })
 * if (lenient.ok) console.log(topRolesOf(lenient.org), orphansOf(lenient.org)) // => [ '1' ] [ '3' ]
 * ```
 */
export function safeParseCsv(source: Source, options?: CsvOptions): ImportResult<CsvData>
export function safeParseCsv(source: StreamSource, options?: CsvOptions): Promise<ImportResult<CsvData>>
export function safeParseCsv(
  source: Source | StreamSource,
  options?: CsvOptions,
): ImportResult<CsvData> | Promise<ImportResult<CsvData>>
export function safeParseCsv(
  source: Source | StreamSource,
  options?: CsvOptions,
): ImportResult<CsvData> | Promise<ImportResult<CsvData>> {
  return safe(source, options)
}

function* readCsv(
  source: Source,
  given: CsvOptions,
  issues: ImportIssues,
): Steps<Org<string, string, CsvData> | undefined> {
  const options = checkedCsvOptions(given)
  const bytes = yield* bytesIn(PARSER, source, options.encoding, issues)
  if (bytes === undefined) return undefined
  const table = yield* scanCsv(bytes, formatOf(bytes, options, issues), issues)
  if (table === undefined) {
    if (!issues.hasErrors) addNoHeader(issues)
    return undefined
  }
  const columns = csvColumnsOf(table.row(0), table.lineOf(0), options.columns, issues)
  const idColumn = columns.of('id')
  if (idColumn === undefined) return undefined
  const excelText = options.excelText === true
  addSpoiltIds(table, columns, issues)
  if (excelText) addTextFormulas(table, issues)
  const rows = yield* CsvRows.of(table, columns, idColumn, excelText, issues)
  const managers = yield* CsvManagers.of(rows, columns, options, issues)
  const corrections = new Corrections(options.corrections, issues)
  const data = dataColumns(table, columns, managers.match)
  const repeatedIds = options.repeatedIds ?? columns.product.repeatedIds
  const jobShares = repeatedIds === 'job-share' ? jobSharesIn(rows, columns) : undefined
  const odd = corrections.odd({ ids: rows.ids, jobShares })
  const org = yield* orgStepsFromByteRows({
    ids: rows.ids,
    jobShares,
    manager: yield* managers.solid(odd.get('manager')),
    ...(yield* csvAttributes(rows, options, odd, jobShares, issues)),
    dotted: yield* managers.dotted(odd.get('dotted')),
    data: yield* csvData(table, rows, columns, data, excelText),
    placeOf: (row, field) => rows.placeOfField(row, field),
  })
  corrections.report()
  const managerIssues = new ManagerIssues(managers, rows, columns, issues)
  yield* managerIssues.reportUnresolved(org)
  managers.reportApplied()
  if (jobShares !== undefined) reportJobShares(jobShares, table, rows, columns, data, issues)
  issues.takeFrom(
    org,
    (issue) => withoutError(withUnitAdvice(issue)),
    (found) => managerIssues.withAdvice(found),
  )
  yield
  addIdOnlyRows(table, columns, org, issues)
  addUnitSpellings(rows, org, issues)
  // The data is made from cells.
  return org as Org<string, string, CsvData>
}

/** The format of bytes, from the header line on. Lines above it are skipped with a warning. */
function formatOf(bytes: Uint8Array, options: CsvOptions, issues: ImportIssues): CsvFormat {
  const format = csvFormatOf(bytes, options.delimiter)
  const isHeader = (cells: readonly string[]): boolean => isHeaderLine(cells, options.columns)
  const above = linesAboveHeader(bytes, format.begin, options.delimiter, isHeader)
  if (above === undefined) return format
  const shown = above.lines.slice(0, SHOWN).map((line) => line.slice(0, LONGEST))
  const count = above.lines.length
  issues.add('LINES_ABOVE_HEADER', {
    severity: 'warning',
    place: { line: 1 },
    witness: shown,
    message: `${counted(count, 'line')} above the header line ${count === 1 ? 'is' : 'are'} skipped: ${quotedList(shown, undefined, count)}`,
    suggestion: 'Remove the lines above the header line.',
  })
  return above.format
}

const SHOWN = 8
const LONGEST = 60

function addNoHeader(issues: ImportIssues): void {
  issues.add('MISSING_COLUMN', {
    place: { line: 1 },
    message: 'The table is empty: it has no header line',
    suggestion: 'Begin the table with a line that names its columns.',
  })
}

const PARSER = 'parseCsv'
const safe = /* @__PURE__ */ safeParseOf({ parser: PARSER, options: CSV_OPTIONS, read: readCsv })
const throwing = /* @__PURE__ */ parseOf(safe)
