/** How much an importer reads before it gives up with a `LIMIT_EXCEEDED` issue. Each limit can be raised. */
export interface Limits {
  /** Bytes of the whole input; for a string, UTF-16 units. Default: 256 MiB. */
  readonly bytes: number
  /** Records, rows or list entries. Default: 5,000,000. */
  readonly rows: number
  /** Columns of a table, or fields of an object. Default: 1,000. */
  readonly columns: number
  /** Nesting of objects and arrays. Default: 64. */
  readonly depth: number
  /** UTF-16 units of an id. Default: 1,024. */
  readonly idLength: number
  /** Issues that are kept; one more then says how many others there were. Default: 10,000. */
  readonly issues: number
}

export const DEFAULT_LIMITS: Limits = Object.freeze({
  bytes: 256 * 1024 * 1024,
  rows: 5_000_000,
  columns: 1000,
  depth: 64,
  idLength: 1024,
  issues: 10_000,
})
