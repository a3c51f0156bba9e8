import type { CsvData } from '../csv/csv-options.js'
import type { ImportOptions, Source } from '../input/source.js'

/**
 * What an organogram says of the holder of a senior post.
 *
 * - `filled`: a name is given
 * - `undisclosed`: someone is there and the name is `N/D`, `N/A` or blank
 * - `vacant`, `eliminated` (the post was in the last organogram and is gone)
 * - `not-in-post`: someone is paid and holds no post; the reference is `0`
 */
export type PostStatus = 'filled' | 'undisclosed' | 'vacant' | 'eliminated' | 'not-in-post'

/** Junior posts of one kind, in bulk, that report to a senior post, directly or through others. */
export interface JuniorPosts {
  readonly title: string
  readonly grade: string
  /** Posts in full-time equivalents; `undefined` where the file has no number. */
  readonly fte: number | undefined
  readonly payMinimum: number | undefined
  readonly payMaximum: number | undefined
  /** The row as it stands in the file. */
  readonly row: CsvData
}

/** What an organogram says of a senior post beside title, holders, unit and FTE. */
export interface OrganogramData {
  readonly status: PostStatus
  /** As text: `SCS2`. */
  readonly grade: string
  /** The lower end of the pay band; of a job share the sum. `undefined` where a row has no number. */
  readonly payFloor: number | undefined
  readonly payCeiling: number | undefined
  /** The posts of the junior file under this one. */
  readonly juniors: readonly JuniorPosts[]
  /** All their full-time equivalents. */
  readonly juniorFte: number
  /** The rows as they stand in the file, by header: one, or one for each who shares the post. */
  readonly rows: readonly CsvData[]
}

/** How {@link parseOrganogram} reads an organogram. */
export interface OrganogramOptions extends ImportOptions {
  /** The table of junior posts that is published beside that of the senior ones. */
  readonly junior?: Source
  /**
   * The end of the pay band that is the `cost` of a role. Default: a role has no cost, since what is published is a
   * band. A pay of 0 is one that is not published, and no cost.
   */
  readonly cost?: 'floor' | 'ceiling'
  /** Leave out the posts that are gone. Default: they are roles with the status `eliminated`. */
  readonly leaveOutEliminated?: boolean
  /** Read a reference to a post that fits only without leading zeros: `7` for `007`. */
  readonly matchLeadingZeros?: boolean
  /** Read a reference to a post that fits only without regard to case: `cmo001` for `CMO001`. */
  readonly ignoreCase?: boolean
  /** Put before the names of units, where they would take the references of posts. Default: nothing. */
  readonly unitPrefix?: string
  /** One character. Default: the one of comma, semicolon, tab and bar that the header line has most of. */
  readonly delimiter?: string
}
