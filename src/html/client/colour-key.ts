import { NONE } from '../page-data.js'

/** One entry of the key: a group of roles that have a colour in common. */
export interface KeyEntry {
  /** What the address calls it. */
  readonly key: string
  readonly text: string
  readonly count: number
  /** The place of its look (see `lookAt`), or of its colour from low to high. */
  readonly place: number
}

/** What the colours of boxes stand for. */
export interface Colouring {
  /** The name of what the boxes are coloured by; empty for units, whose stripes are always there. */
  readonly name: string
  readonly label: string
  /** Whether the entries go from low to high. */
  readonly isScale: boolean
  readonly entries: readonly KeyEntry[]
  /** The entry of each row; -1 for none. */
  readonly entryOf: Int16Array
  /** The value of each row that has one. */
  readonly values: readonly (number | string | undefined)[]
  /** How many roles of each entry are at and below a row: for a team that is drawn as one block. */
  readonly countsBelow: (row: number) => Int32Array
  /** The entries that the chart is filtered by: all other roles are dimmed. Without any, none is. */
  readonly only: ReadonlySet<number>
}

/** Where the entries for rare values and for roles without a value are. */
export const OTHERS = -1
export const NO_VALUE = -2

/** No colours but the stripes of units, for a number of rows. */
export function noColouring(rows: number): Colouring {
  const entryOf = new Int16Array(rows).fill(NONE)
  const none = new Int32Array()
  return {
    name: '',
    label: '',
    isScale: false,
    entries: [],
    entryOf,
    values: [],
    countsBelow: () => none,
    only: new Set(),
  }
}

/** Whether a row is dimmed by the filter. */
export function isDimmed({ only, entryOf }: Colouring, row: number): boolean {
  return only.size > 0 && !only.has(entryOf[row])
}
