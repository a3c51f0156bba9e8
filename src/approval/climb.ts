import { NONE, type OrgState } from '../internal.js'
import type { NoApproverReason } from './route-answer.js'

/** A way up the solid lines from a role, each role once. */
export interface Climb {
  /** The role that was reached. */
  readonly handle: number
  /** The role below, from which it was reached. */
  readonly below: number
  /** Why it has ended. */
  readonly reason: NoApproverReason
  /** Goes on to the next role; `false` at the end. */
  up(): boolean
}

/** Goes up manager by manager. */
export class StepClimb implements Climb {
  below = NONE
  reason: NoApproverReason = 'chain-ends'
  #visited: Set<number> | undefined

  constructor(
    readonly state: OrgState,
    public handle: number,
  ) {
    // Above a role with a number there is no cycle.
    if (state.hierarchy.runs[2 * handle] === NONE) this.#visited = new Set([handle])
  }

  up(): boolean {
    const { state, handle } = this
    const manager = state.columns.manager[handle]
    if (manager === NONE) {
      if (state.unknownManagers.has(handle)) this.reason = 'unknown-manager'
      return false
    }
    if (this.#visited !== undefined) {
      if (this.#visited.has(manager)) {
        this.reason = 'cycle'
        return false
      }
      this.#visited.add(manager)
    }
    this.below = handle
    this.handle = manager
    return true
  }
}

const UNKNOWN = -2

/**
 * The nearest role at or above each one that is wanted, and where the chain ends, each found once: a climb from every role of a
 * deep chain steps over all that is not wanted.
 */
export class WantedAbove {
  readonly #wanted: Int32Array
  readonly #ends: Int32Array

  constructor(
    readonly state: OrgState,
    isWanted: (handle: number) => boolean,
  ) {
    const { count, manager } = state.columns
    this.#wanted = new Int32Array(count).fill(UNKNOWN)
    for (let handle = 0; handle < count; handle++) if (isWanted(handle)) this.#wanted[handle] = handle
    fillUpwards(this.#wanted, manager, () => NONE)
    this.#ends = new Int32Array(count).fill(UNKNOWN)
    fillUpwards(this.#ends, manager, (top) => top)
  }

  /** The nearest wanted role at or above one, or {@link NONE}. */
  at(handle: number): number {
    return this.#wanted[handle]
  }

  /** The role at which the chain above one ends; itself in or below a cycle. */
  endOf(handle: number): number {
    const end = this.#ends[handle]
    return end === NONE ? handle : end
  }
}

/** Gives each role without a value that of its manager; `atTop` is that of a role without a manager, and a cycle without any has `NONE`. */
function fillUpwards(values: Int32Array, manager: Int32Array, atTop: (top: number) => number): void {
  const path: number[] = []
  const onPath = -3
  for (let from = 0; from < values.length; from++) {
    let at = from
    while (values[at] === UNKNOWN) {
      path.push(at)
      if (manager[at] === NONE) {
        values[at] = atTop(at)
        break
      }
      values[at] = onPath
      at = manager[at]
    }
    const value = values[at] === onPath ? NONE : values[at]
    for (const role of path) values[role] = value
    path.length = 0
  }
}

/** Goes up from one wanted role to the next. */
export class SkippingClimb implements Climb {
  readonly below = NONE
  reason: NoApproverReason = 'chain-ends'
  #visited: Set<number> | undefined

  /** `until` is the role before which it ends. */
  constructor(
    readonly wanted: WantedAbove,
    public handle: number,
    readonly until: number = NONE,
  ) {
    if (wanted.state.hierarchy.runs[2 * handle] === NONE) this.#visited = new Set([handle])
  }

  up(): boolean {
    const { wanted, handle } = this
    const { columns, unknownManagers } = wanted.state
    const manager = columns.manager[handle]
    const next = manager === NONE ? NONE : wanted.at(manager)
    if (next === NONE || next === this.until || this.#visited?.has(next) === true) {
      this.handle = wanted.endOf(handle)
      if (this.#visited !== undefined) this.reason = 'cycle'
      else if (unknownManagers.has(this.handle)) this.reason = 'unknown-manager'
      return false
    }
    this.#visited?.add(next)
    this.handle = next
    return true
  }
}
