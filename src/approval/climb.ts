import { NONE, type OrgState } from '../internal.js'
import type { NoApproverReason } from './route-answer.js'

/** A climb up the solid lines from a role, which visits each role once. */
export interface Climb {
  /** The role reached. */
  readonly handle: number
  /** The role below, from which it was reached. */
  readonly below: number
  /** Why the climb has ended. */
  readonly reason: NoApproverReason
  /** Goes on to the next role; `false` at the end. */
  up(): boolean
}

/** Climbs manager by manager. */
export class StepClimb implements Climb {
  below = NONE
  reason: NoApproverReason = 'chain-ends'
  #visited: Set<number> | undefined

  constructor(
    readonly state: OrgState,
    public handle: number,
  ) {
    // Only roles in or below a cycle have no run.
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
 * The first and last preorder place of the people who could act in a role. A requester above both places is above all of these people.
 */
export interface Places {
  readonly first: number
  readonly last: number
}

/** The places of somebody who can act for any requester. */
export const ANYWHERE: Places = Object.freeze({ first: NONE, last: Infinity })

/**
 * Keeps the nearest wanted role at or above each role, and the end of its chain, so that a climb from every role of a deep chain
 * skips the roles that are not wanted.
 */
export class WantedAbove {
  readonly #wanted: Int32Array
  readonly #ends: Int32Array
  readonly #jumps: JumpsUp

  /** `placesIn` returns the places of the people who could act in a role; `undefined` if nobody could, and the role is not wanted. */
  constructor(
    readonly state: OrgState,
    placesIn: (handle: number) => Places | undefined,
  ) {
    const { count, manager } = state.columns
    this.#wanted = new Int32Array(count).fill(UNKNOWN)
    const first = new Float64Array(count)
    const last = new Float64Array(count)
    for (let handle = 0; handle < count; handle++) {
      const places = placesIn(handle)
      if (places === undefined) continue
      this.#wanted[handle] = handle
      first[handle] = places.first
      last[handle] = places.last
    }
    fillUpwards(this.#wanted, manager, () => NONE)
    this.#ends = new Int32Array(count).fill(UNKNOWN)
    fillUpwards(this.#ends, manager, (top) => top)
    this.#jumps = new JumpsUp(state, this.#wanted, first, last)
  }

  /**
   * The nearest wanted role at or above `handle` in which somebody who could act is not below the requester, or {@link NONE}. Takes
   * O(log n) steps.
   */
  atFor(handle: number, requester: number): number {
    const { runs } = this.state.hierarchy
    const nearest = this.#wanted[handle]
    // Roles in or below a cycle have no place in preorder.
    if (nearest === NONE || runs[2 * nearest] === NONE || runs[2 * requester] === NONE) return nearest
    return this.#jumps.find(nearest, runs[2 * requester], runs[2 * requester + 1])
  }

  /** The role at which the chain above a role ends; the role itself in or below a cycle. */
  endOf(handle: number): number {
    const end = this.#ends[handle]
    return end === NONE ? handle : end
  }
}

/**
 * Fills each `UNKNOWN` value with the value of the role's manager, `atTop` of a role without a manager, or `NONE` on a cycle without
 * a value.
 */
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

/**
 * Jump pointers over the wanted roles outside of cycles. Each wanted role points to the next one above and to one further up, chosen
 * so that a search upwards takes O(log n) jumps. Each jump keeps the bounds of the places that it skips.
 */
class JumpsUp {
  readonly #above: Int32Array
  readonly #jump: Int32Array
  readonly #least: Float64Array
  readonly #most: Float64Array

  constructor(
    { columns: { manager }, hierarchy }: OrgState,
    wanted: Int32Array,
    readonly first: Float64Array,
    readonly last: Float64Array,
  ) {
    const count = manager.length
    const above = new Int32Array(count).fill(NONE)
    const jump = new Int32Array(count).fill(NONE)
    const depth = new Int32Array(count)
    this.#least = first.slice()
    this.#most = last.slice()
    // In preorder, managers come before their reports.
    for (const handle of hierarchy.preorder) {
      if (wanted[handle] !== handle) continue
      const next = manager[handle] === NONE ? NONE : wanted[manager[handle]]
      above[handle] = next
      if (next === NONE) continue
      depth[handle] = depth[next] + 1
      const middle = jump[next]
      const far = middle === NONE ? NONE : jump[middle]
      const lengthOf = (from: number, to: number): number => depth[from] - (to === NONE ? -1 : depth[to])
      // Two jumps of equal length are joined into one.
      const isTwice = middle !== NONE && lengthOf(next, middle) === lengthOf(middle, far)
      jump[handle] = isTwice ? far : next
      if (!isTwice) continue
      this.#least[handle] = Math.min(first[handle], this.#least[next], this.#least[middle])
      this.#most[handle] = Math.max(last[handle], this.#most[next], this.#most[middle])
    }
    this.#above = above
    this.#jump = jump
  }

  /** The first wanted role at or above `from` with a place outside of the preorder run from `start` to `end`. */
  find(from: number, start: number, end: number): number {
    let at = from
    while (at !== NONE) {
      if (this.first[at] <= start || this.last[at] >= end) return at
      const isBeyond = this.#least[at] > start && this.#most[at] < end
      at = isBeyond ? this.#jump[at] : this.#above[at]
    }
    return NONE
  }
}

/** Climbs from one wanted role to the next. */
export class SkippingClimb implements Climb {
  readonly below = NONE
  reason: NoApproverReason = 'chain-ends'
  #visited: Set<number> | undefined

  /** `requester` is the role that makes the request; the climb ends before `until`. */
  constructor(
    readonly wanted: WantedAbove,
    public handle: number,
    readonly requester: number,
    readonly until: number = NONE,
  ) {
    if (wanted.state.hierarchy.runs[2 * handle] === NONE) this.#visited = new Set([handle])
  }

  up(): boolean {
    const { wanted, handle } = this
    const { columns, unknownManagers } = wanted.state
    const manager = columns.manager[handle]
    const next = manager === NONE ? NONE : wanted.atFor(manager, this.requester)
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
