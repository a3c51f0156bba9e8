import type { OpenRole } from '../change/open-role.js'
import type { OrgRecord, OrgState } from '../engine/org-state.js'
import { partitionPoint } from '../kernel/partition-point.js'
import type { HolderSpec } from '../model/person.js'

/** The holders of a node, on some days. */
export interface Holding {
  readonly node: number
  readonly holders: readonly HolderSpec[]
}

/**
 * The roles of a history by date. A node is a role from the date on which it is added to the date on which it is removed, whatever its id; nodes are numbered
 * in the order of their first dates. Dates are named by their index; -1 is before the first date.
 */
export interface RoleVersions {
  /** The dates with changes, ascending. */
  readonly dates: readonly string[]
  /** The org before the first date. */
  readonly base: OrgState
  /** The index of the last date with changes up to a date. */
  indexOf(date: string): number
  /** The role of a node on a date; `undefined` where it is not there. */
  roleOf(node: number, date: number): OpenRole | undefined
  /** The id of a node on a date on which it is there. */
  idOf(node: number, date: number): string
  /** The node of the manager, or `NONE`. */
  managerOf(node: number, date: number): number
  /** The node of an id on a date. */
  nodeAt(id: string, date: number): number | undefined
  /** Every node that has an id on some date, ascending. */
  nodesOf(id: string): readonly number[]
  /** The indexes of the dates on which a node changes; -1 first for a role of the org before. */
  datesOf(node: number): readonly number[]
  /** The ids of all roles on all dates. */
  ids(): Iterable<string>
  /** The people listed on some date. */
  people(): Iterable<string>
  /** The holders of all roles on all dates. */
  holders(): Iterable<Holding>
  /** The org of a date. */
  recordAt(date: number): OrgRecord
}

/** Finds the index of a date. */
export class DateIndex {
  #lastDate = ''
  #lastIndex = -1

  constructor(readonly dates: readonly string[]) {}

  /** The index of the last one of the dates up to a date; -1 for none. */
  indexOf(date: string): number {
    // Questions about one date often follow each other.
    if (date !== this.#lastDate) {
      this.#lastIndex = partitionPoint(this.dates.length, (index) => this.dates[index] <= date) - 1
      this.#lastDate = date
    }
    return this.#lastIndex
  }
}
