import { invalidOption, oneOf } from '../../internal.js'
import type { CsvData } from '../csv/csv-options.js'
import { checkSwitch, checkText, type ImportOptions } from '../input/import-options.js'
import type { Source } from '../input/source.js'

/**
 * Who holds a senior post.
 *
 * - `filled`: someone with a name
 * - `undisclosed`: someone whose name is withheld: `N/D`, `N/A`, blank, or a word for it such as `Disclosed` or `Redacted`
 * - `vacant`: nobody
 * - `eliminated`: nobody; the post was in the previous organogram and no longer exists
 * - `not-in-post`: someone who is paid and holds no post; the reference is `0`
 */
export type PostStatus = 'filled' | 'undisclosed' | 'vacant' | 'eliminated' | 'not-in-post'

/** Junior posts of one kind, in bulk, that report to a senior post, directly or indirectly. */
export interface JuniorPosts {
  readonly title: string
  readonly grade: string
  /** Posts in full-time equivalents; `undefined` where the file has no number. */
  readonly fte: number | undefined
  readonly payMinimum: number | undefined
  readonly payMaximum: number | undefined
  /** The row, as it is in the file. */
  readonly row: CsvData
}

/** The data of a senior post, besides title, holders, unit and FTE. */
export interface OrganogramData {
  readonly status: PostStatus
  /** As text: `SCS2`. */
  readonly grade: string
  /** The lower end of the pay band; of a job share the sum. `undefined` where a row has no number. */
  readonly payFloor: number | undefined
  readonly payCeiling: number | undefined
  /** The posts of the junior file under this one. */
  readonly juniors: readonly JuniorPosts[]
  /** The sum of their full-time equivalents. */
  readonly juniorFte: number
  /** The rows, as they are in the file, by header: one, or one for each holder of a job share. */
  readonly rows: readonly CsvData[]
}

/** How {@link parseOrganogram} reads an organogram. */
export interface OrganogramOptions extends ImportOptions {
  /** The table of junior posts that is published with that of the senior ones. */
  readonly junior?: Source
  /**
   * The end of the pay band that becomes the `cost` of a role. Default: a role has no cost, since only a band is
   * published. A pay of 0 means that none is published, and gives no cost.
   */
  readonly cost?: 'floor' | 'ceiling'
  /** Whether to leave out eliminated posts. Default: they are roles with the status `eliminated`. */
  readonly leaveOutEliminated?: boolean
  /** Whether to ignore leading zeros of a reference that fits no post exactly: `7` for `007`. */
  readonly matchLeadingZeros?: boolean
  /** Whether to ignore the case of a reference that fits no post exactly: `cmo001` for `CMO001`. */
  readonly ignoreCase?: boolean
  /** A prefix for the names of units, which share a namespace with the references of posts. Default: none. */
  readonly unitPrefix?: string
  /** One character. Default: the most frequent of comma, semicolon, tab and bar in the header line. */
  readonly delimiter?: string
}

const SWITCHES = ['leaveOutEliminated', 'matchLeadingZeros', 'ignoreCase'] as const

/** The options of organograms that not every importer has. */
export const ORGANOGRAM_OPTIONS: readonly (keyof OrganogramOptions)[] = Object.freeze([
  'junior',
  'cost',
  'unitPrefix',
  'delimiter',
  ...SWITCHES,
])

/** Throws `INVALID_OPTION` for what {@link OrganogramOptions} do not allow. */
export function checkOrganogramOptions(options: OrganogramOptions): void {
  for (const name of SWITCHES) checkSwitch(name, options[name])
  if (options.cost !== undefined) oneOf('cost', options.cost, ['floor', 'ceiling'])
  checkText('unitPrefix', options.unitPrefix)
  const junior: unknown = options.junior
  if (junior !== undefined && typeof junior !== 'string' && !ArrayBuffer.isView(junior)) {
    throw invalidOption('junior', junior, 'a string or a Uint8Array')
  }
}
