/**
 * A column of texts in UTF-8 that lie somewhere in one input: the text of a row is what stands from `starts[row]` up to
 * `ends[row]`, and there is none where `starts[row]` is negative. A column of Apache Arrow is one, with its
 * offsets as `starts` and the same from the second on as `ends`.
 */
export interface ByteColumn {
  readonly bytes: Uint8Array
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/**
 * A column of the user's own attributes: texts, or a function that gives the values of all rows. It is called when the
 * data of a role are first read, and has to give one plain value a row, as `data` of any role are.
 */
export type DataColumn<Value = never> = ByteColumn | (() => readonly Value[])

/** The roles of a chart in columns: row for row what each role has. */
export interface OrgColumns<Value = never> {
  readonly id: ByteColumn
  /** The ids of the solid managers; none for a role at the top. */
  readonly manager?: ByteColumn | undefined
  readonly title?: ByteColumn | undefined
  readonly family?: ByteColumn | undefined
  /** Units are made of their mention. */
  readonly unit?: ByteColumn | undefined
  /** Who fills each role; none where that is not known. */
  readonly holder?: ByteColumn | undefined
  /** 1 for a role that nobody fills, and 0 for any other. */
  readonly vacant?: Uint8Array | undefined
  /** The user's own attributes by their key: each role gets an object of all, `''` where a column of texts has none. */
  readonly data?: ReadonlyMap<string, DataColumn<Value>> | undefined
  /** `NaN` where a role has none, as in all columns of numbers. */
  readonly grade?: Float64Array | undefined
  readonly fte?: Float64Array | undefined
  readonly cost?: Float64Array | undefined
  readonly minYears?: Float64Array | undefined
}

/** The data of a role that come in columns. */
export type ColumnData<Value = never> = Readonly<Record<string, string | Value>>
