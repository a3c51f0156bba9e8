import type { ByteColumn } from '../model/byte-column.js'

/** The roles of a chart in columns: row for row what each role has. */
export interface OrgColumns {
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
  /** The user's own attributes by their key: each role gets an object of texts, `''` where a column has none. */
  readonly data?: ReadonlyMap<string, ByteColumn> | undefined
  /** `NaN` where a role has none, as in all columns of numbers. */
  readonly grade?: Float64Array | undefined
  readonly fte?: Float64Array | undefined
  readonly cost?: Float64Array | undefined
  readonly minYears?: Float64Array | undefined
}

/** The data of a role that come in columns. */
export type ColumnData = Readonly<Record<string, string>>
