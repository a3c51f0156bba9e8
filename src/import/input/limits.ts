import { givenOptions, invalidOption } from '../../internal.js'

/** How much an importer reads before it gives up with a `LIMIT_EXCEEDED` issue. All of them can be raised. */
export interface Limits {
  /** Bytes (or, of a string, UTF-16 units) of the whole input. Default: 256 MiB. */
  readonly bytes: number
  /** Records, rows or list entries. Default: 5,000,000. */
  readonly rows: number
  /** Columns of a table, or fields of an object. Default: 1,000. */
  readonly columns: number
  /** Nesting of objects and arrays. Default: 64. */
  readonly depth: number
  /** UTF-16 units of an id. Default: 1,024. */
  readonly idLength: number
  /** Issues that are kept; the last one then says how many more there were. Default: 10,000. */
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

/**
 * The default limits with the caller's in their stead. Throws `INVALID_OPTION` for one that is no positive number,
 * and for a name that is none of a limit.
 */
export function limitsOf(given: Partial<Limits> | undefined): Limits {
  const received: unknown = given
  if (received !== undefined && (typeof received !== 'object' || received === null)) {
    throw invalidOption('limits', received, 'an object of numbers')
  }
  givenOptions('limits', given, Object.keys(DEFAULT_LIMITS))
  const limits = { ...DEFAULT_LIMITS, ...given }
  for (const [name, limit] of Object.entries<unknown>(limits)) {
    if (typeof limit === 'number' && limit > 0) continue
    throw invalidOption(`limits.${name}`, limit, 'a number above 0')
  }
  return limits
}
