import { type EndReading, endReadingOf, invalidOption, oneOf, ownValue } from '../../internal.js'
import {
  checkRepeatedIds,
  checkSwitch,
  checkText,
  checkWords,
  type ImportOptions,
  namedValues,
} from '../input/import-options.js'

/**
 * How the manager column identifies a manager: by id, e-mail address, name, name and id (`Ann Roe (J05)`), or the id of
 * the person.
 */
export type CsvMatch = 'id' | 'email' | 'name' | 'nameWithId' | 'person'

/**
 * The parts of a role that a column can hold.
 *
 * - `id`, `manager`, `dotted` (several ids in a cell, or several columns)
 * - `managerAs`: the name of the solid line, such as `assistant`
 * - `title`, `unit`, `family`, and the numbers `grade`, `fte`, `cost`, `minYears`
 * - `alsoIn`: further units, several in a cell; `status`: `planned` or `active`
 * - `holder`: who fills a position; a blank cell means that it is **vacant**
 * - `name`, or `firstName` and `lastName`: the person of a row in a list of people; a blank cell means nothing
 * - `person`: the id or number of the person who fills the role; a blank cell means that nobody does. The org then has
 *   people, with their `name` and `email`, and `share`, `kind`, `from` and `to` are the terms on which they fill the role.
 *   A share is a number up to 2, or a percentage such as `60%`
 * - `email`: for `match: 'email'`, and the address of the `person`
 * - `managerFirstName` and `managerLastName`: the manager, instead of `manager`
 */
export type CsvPart =
  | 'id'
  | 'manager'
  | 'managerFirstName'
  | 'managerLastName'
  | 'managerAs'
  | 'dotted'
  | 'title'
  | 'holder'
  | 'person'
  | 'share'
  | 'kind'
  | 'from'
  | 'to'
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'unit'
  | 'alsoIn'
  | 'status'
  | 'family'
  | 'grade'
  | 'fte'
  | 'cost'
  | 'minYears'

/** The cells of the columns that no part of a role is read from, by header, as exact text. */
export interface CsvData {
  readonly [header: string]: string
}

/** Every part, in the order in which their columns are looked for. */
export const CSV_PARTS: readonly CsvPart[] = Object.freeze([
  'id',
  'manager',
  'managerFirstName',
  'managerLastName',
  'managerAs',
  'dotted',
  'title',
  'holder',
  'person',
  'share',
  'kind',
  'from',
  'to',
  'name',
  'firstName',
  'lastName',
  'email',
  'unit',
  'alsoIn',
  'status',
  'family',
  'grade',
  'fte',
  'cost',
  'minYears',
])

/** A column of dotted managers, and the name of its lines. */
export interface NamedColumn {
  readonly column: string
  /** The name of the lines: `'project'`. */
  readonly as: string
}

/** The parts whose columns only the caller names. No other part is read from these columns, even if their header is known. */
export const NAMED_PARTS: readonly CsvPart[] = Object.freeze([
  ...(['person', 'share', 'kind', 'from', 'to'] as const),
  ...(['alsoIn', 'status', 'managerAs'] as const),
])

/** How {@link parseCsv} reads a table. */
export interface CsvOptions extends ImportOptions {
  /**
   * The header of the column of a part, if it is not a known one; `null` for no column. Case, spaces and punctuation do
   * not matter. Dotted managers may have several columns, with names: `[{ column: 'Project lead', as: 'project' }]`.
   */
  readonly columns?: { readonly [Part in Exclude<CsvPart, 'dotted'>]?: string | null } & {
    readonly dotted?: string | NamedColumn | readonly (string | NamedColumn)[] | null
  }
  /** One character. Default: the most frequent of comma, semicolon, tab and bar in the header line. */
  readonly delimiter?: string
  /**
   * How managers are named. Default: what the header says (`Manager ID`, `Manager Email`, `Manager Name`); for a header
   * that does not say (`Manager`, `Reports to`), what most of the first cells are. E-mail addresses are compared without
   * case and `mailto:`, names with runs of spaces as one space. A name that is not found this way is compared without
   * case, Unicode form and the order of `Last, First`.
   */
  readonly match?: CsvMatch
  /**
   * Whether the id of a manager that is not found is compared without leading zeros and taken if exactly one role fits:
   * spreadsheets turn `007` into `7`. Default: ids are exact.
   */
  readonly matchLeadingZeros?: boolean
  /**
   * Manager cells that mean "no manager", as a blank one always does. Compared without case. Default: what the product
   * writes (`NO_MANAGER`), and `0` unless a role has that id.
   */
  readonly tops?: readonly string[]
  /** Whether a role that reports to itself is a top. Default: it is an issue. */
  readonly selfManagedTops?: boolean
  /** Holder, person or name cells that mean that nobody fills the role: `['Vacant', 'TBH']`. Default: none. */
  readonly vacant?: readonly string[]
  /**
   * `'error'` (the default): each row is a role, and two with the same id are an issue. `'job-share'`: a row that repeats
   * an id and differs only in the columns about the holder is a further holder of the role; a note lists these roles.
   */
  readonly repeatedIds?: 'error' | 'job-share'
  /** Whether `to` is the day after the last one (`'exclusive'`, the default) or the last day (`'inclusive'`). */
  readonly ends?: 'inclusive' | 'exclusive'
  /** The ends of assignments that mean "no end". Default: `'9999-12-31'`, `'4712-12-31'`, `'2999-12-31'` and a blank. */
  readonly open?: readonly string[]
  /** A prefix for the names of units, which share a namespace with the ids of roles. Default: none. */
  readonly unitPrefix?: string
  /** The decimal sign of numbers. Default: `'.'`. */
  readonly decimal?: '.' | ','
  /** Whether to read `="007"`, which spreadsheets write to keep zeros, as `007`. Default: cells are exact text, formulas too. */
  readonly excelText?: boolean
}

/** The options that tables have in addition to those of every importer. */
export const CSV_OPTIONS: readonly (keyof CsvOptions)[] = Object.freeze([
  'columns',
  'delimiter',
  'match',
  'matchLeadingZeros',
  'tops',
  'selfManagedTops',
  'vacant',
  'repeatedIds',
  'ends',
  'open',
  'unitPrefix',
  'decimal',
  'excelText',
])

export const MATCHES: readonly CsvMatch[] = Object.freeze(['id', 'email', 'name', 'nameWithId', 'person'])
const DECIMALS = Object.freeze(['.', ','] as const)

/** The options with the caller's own columns. Throws `INVALID_OPTION` for what {@link CsvOptions} do not allow. */
export function checkedCsvOptions(options: CsvOptions): CsvOptions {
  const { match, decimal, columns } = options
  if (match !== undefined) oneOf('match', match, MATCHES)
  if (decimal !== undefined) oneOf('decimal', decimal, DECIMALS)
  checkWords('tops', options.tops)
  checkWords('vacant', options.vacant)
  checkSwitch('matchLeadingZeros', options.matchLeadingZeros)
  checkSwitch('selfManagedTops', options.selfManagedTops)
  checkSwitch('excelText', options.excelText)
  checkText('unitPrefix', options.unitPrefix)
  checkRepeatedIds(options.repeatedIds)
  endsOfOptions(options)
  return columns === undefined ? options : { ...options, columns: columnsOption(columns) }
}

/** How the ends of assignments are read. Throws `INVALID_OPTION`. */
export function endsOfOptions({ ends, open, columns }: CsvOptions): EndReading {
  const given = new Map<string, unknown>(Object.entries({ ends, open }))
  return endReadingOf(given, typeof columns?.to === 'string')
}

function columnsOption(columns: NonNullable<CsvOptions['columns']>): NonNullable<CsvOptions['columns']> {
  const given = namedValues(
    'columns',
    columns,
    CSV_PARTS,
    "an object of headers: { id: 'Emp No', manager: 'Boss' }",
  )
  for (const [part, header] of Object.entries<unknown>({ ...given })) {
    if (header === undefined || header === null || typeof header === 'string') continue
    if (part !== 'dotted') throw invalidOption(`columns.${part}`, header, ['a header', 'null'])
    const list: readonly unknown[] = Array.isArray(header) ? header : [header]
    if (!list.every((item) => typeof item === 'string' || isNamedColumn(item)))
      throw invalidOption('columns.dotted', header, DOTTED)
  }
  return given
}

const DOTTED = ['a header', "{ column: 'Project lead', as: 'project' }", 'a list of these', 'null'] as const

function isNamedColumn(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return false
  const as = ownValue(value, 'as')
  return typeof ownValue(value, 'column') === 'string' && typeof as === 'string' && as.trim() !== ''
}
