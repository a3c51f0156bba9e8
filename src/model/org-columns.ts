/**
 * A column of UTF-8 texts within one buffer: the text of a row is the bytes from `starts[row]` up to `ends[row]`; a row
 * without a text has a negative `starts[row]`. A string column of Apache Arrow has this form: `starts` are its offsets,
 * `ends` its offsets from the second one on.
 */
export interface ByteColumn {
  readonly bytes: Uint8Array
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/**
 * A column of your own attributes: texts, or a function that returns the values of all rows. The function is called when
 * the `data` of a role is first read, and must return one value of plain data per row.
 */
export type DataColumn<Value = never> = ByteColumn | (() => readonly Value[])

/** The roles of a chart in columns: row by row the attributes of each role. */
export interface OrgColumns<Value = never> {
  readonly id: ByteColumn
  /** The ids of the solid managers; a role at the top has none. */
  readonly manager?: ByteColumn | undefined
  readonly title?: ByteColumn | undefined
  readonly family?: ByteColumn | undefined
  /** A unit exists when a role names it. */
  readonly unit?: ByteColumn | undefined
  /** The holder of each role; no text if it is not known. */
  readonly holder?: ByteColumn | undefined
  /** 1 for a vacant role, 0 for any other. */
  readonly vacant?: Uint8Array | undefined
  /** Your own attributes by key: each role gets an object with all of them, with `''` for a missing text. */
  readonly data?: ReadonlyMap<string, DataColumn<Value>> | undefined
  /** `NaN` for a role without one, as in every column of numbers. */
  readonly grade?: Float64Array | undefined
  readonly fte?: Float64Array | undefined
  readonly cost?: Float64Array | undefined
  readonly minYears?: Float64Array | undefined
}

/** The data of a role made from columns. */
export type ColumnData<Value = never> = Readonly<Record<string, string | Value>>
