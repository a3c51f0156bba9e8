import type { ImportOptions } from '../input/source.js'

/** By what the manager column names a manager. */
export type CsvMatch = 'id' | 'email' | 'name'

/**
 * The parts of a role that a column can hold.
 *
 * - `id`, `manager`, `dotted` (several ids in a cell, or several columns)
 * - `title`, `unit`, `family`, and the numbers `grade`, `fte`, `cost`, `minYears`
 * - `holder`: who fills a position; a blank cell says that it is **vacant**
 * - `name`, or `firstName` and `lastName`: whom a row of a list of people is about; a blank cell says nothing
 * - `email`: for `match: 'email'`
 */
export type CsvPart =
  | 'id'
  | 'manager'
  | 'dotted'
  | 'title'
  | 'holder'
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'unit'
  | 'family'
  | 'grade'
  | 'fte'
  | 'cost'
  | 'minYears'

/** Cells of the columns that no part of a role has taken, by header. All of it is text, exact. */
export interface CsvData {
  readonly [header: string]: string
}

/** How {@link parseCsv} reads a table. */
export interface CsvOptions extends ImportOptions {
  /**
   * The header of the column of a part, where it is not known by itself; `null` for no column. Spelt as in the
   * file, or with other case, spaces and punctuation.
   */
  readonly columns?: { readonly [Part in CsvPart]?: string | readonly string[] | null }
  /** One character. Default: the one of comma, semicolon, tab and bar that the header line has most of. */
  readonly delimiter?: string
  /**
   * By what managers are named. Default: what the header says (`Manager ID`, `Manager Email`, `Manager Name`);
   * where it says nothing (`Manager`, `Reports to`), what most of the first cells are. E-mail addresses are
   * compared without regard to case, names without regard to the number of spaces.
   */
  readonly match?: CsvMatch
  /**
   * What a manager cell says where there is no manager; a blank cell always says so. Compared without regard to case.
   * Default: what the product writes (`NO_MANAGER`), and `0` unless a role has that id.
   */
  readonly tops?: readonly string[]
  /** A role that reports to itself is a top. Default: it is an issue. */
  readonly selfManagedTops?: boolean
  /** What a holder or name cell says of a role that nobody fills: `['Vacant', 'TBH']`. Default: nothing does. */
  readonly vacant?: readonly string[]
  /** Put before the names of units, where they would take the ids of roles. Default: nothing. */
  readonly unitPrefix?: string
  /** The decimal sign of numbers. Default: `'.'`. */
  readonly decimal?: '.' | ','
  /** Read `="007"`, by which spreadsheets keep zeros, as `007`. Default: cells are exact text, and nothing is computed. */
  readonly excelText?: boolean
}
