import { addToList } from '../../internal.js'
import type { Picture } from '../picture/picture.js'
import { BoxIndex, meets, NOWHERE, type Rect, union } from './box-index.js'
import type { Stretch } from './elbow.js'
import { type FramePads, type NameAt, nestingOf, padsOf } from './frame-pads.js'
import type { BoxShape, Placement } from './placement.js'

/** The frame of a unit, or of a part of it, and the boxes inside it. */
export interface FrameRegion extends Rect {
  readonly unit: number
  readonly boxes: readonly number[]
}

/** A line of the tree between two boxes, in straight stretches. */
export interface TreeLine {
  readonly from: number
  readonly to: number
  readonly stretches: readonly Stretch[]
}

/** The boxes among which frames are looked for: those in a frame of the unit, or all of them. */
interface Context {
  readonly unit: number | undefined
  readonly boxes: readonly number[]
}

/**
 * The frames of a placed picture, larger units before their parts. A frame has all boxes of its unit that are below one manager,
 * with those of larger and smaller units around and inside it. Where that would enclose another box or cross another frame, the unit has several
 * frames: one for the manager and one for each team, down to one for a single box.
 */
export function frameRegions(
  picture: Picture,
  placement: Placement,
  box: BoxShape,
  nameAt: NameAt,
  linesAt: (box: number) => readonly TreeLine[],
): FrameRegion[] {
  return new Frames(picture, placement, box, nameAt, linesAt).all()
}

/** Some members of a unit, the topmost first, and the rectangle of a frame around them. */
interface Team {
  readonly boxes: readonly number[]
  readonly rect: Rect
}

class Frames {
  readonly #found: FrameRegion[] = []
  readonly #pads: readonly FramePads[]
  /** By box, the outermost unit of its own inside the current context. */
  readonly #unitIn: (number | undefined)[]
  /** By unit, the unit right inside the outer one of the current context that it belongs to. */
  readonly #innerOf: (number | undefined)[]
  /** By unit, the last context in which the inner unit was looked up. */
  readonly #context: Int32Array
  #contexts = 0
  /** By box, the last set that it was in. */
  readonly #set: Int32Array
  #sets = 0
  #near: BoxIndex

  constructor(
    private readonly picture: Picture,
    private readonly placement: Placement,
    private readonly box: BoxShape,
    nameAt: NameAt,
    private readonly linesAt: (box: number) => readonly TreeLine[],
  ) {
    this.#pads = nestingOf(picture).map((inside) => padsOf(inside, nameAt))
    this.#unitIn = picture.boxes.map(() => undefined)
    this.#innerOf = picture.units.map(() => undefined)
    this.#context = new Int32Array(picture.units.length)
    this.#set = new Int32Array(picture.boxes.length)
    this.#near = new BoxIndex([], () => NOWHERE)
  }

  all(): FrameRegion[] {
    const pending: Context[] = [{ unit: undefined, boxes: this.picture.boxes.map(({ index }) => index) }]
    for (let next = 0; next < pending.length; next++) {
      const { unit, boxes } = pending[next]
      this.#contexts++
      const byUnit = new Map<number, number[]>()
      for (const box of boxes) {
        const inner = this.#unitInside(this.picture.boxes[box].unit, unit)
        this.#unitIn[box] = inner
        if (inner !== undefined) addToList(byUnit, inner, box)
      }
      if (byUnit.size === 0) continue
      // Only the boxes of the context: its frame meets no other box, so that no frame inside it does.
      this.#near = new BoxIndex(boxes, (box) => {
        const own = this.#unitIn[box]
        return this.#around(box, own === undefined ? APART : this.#pads[own])
      })
      const here: FrameRegion[] = []
      for (const [inner, members] of byUnit) {
        for (const teams of this.#teamsOf(members, inner)) this.#frame(inner, teams, here)
      }
      for (const region of here) {
        this.#found.push(region)
        pending.push({ unit: region.unit, boxes: region.boxes })
      }
    }
    return this.#found
  }

  /** The unit on the way from an outer unit to that of a box: the one right inside the outer one. */
  #unitInside(unit: number | undefined, outer: number | undefined): number | undefined {
    const passed: number[] = []
    let inner: number | undefined
    for (let at = unit; at !== undefined && at !== outer; at = this.picture.units[at].partOf) {
      if (this.#context[at] === this.#contexts) {
        inner = this.#innerOf[at]
        break
      }
      passed.push(at)
      if (this.picture.units[at].partOf === outer) {
        inner = at
        break
      }
    }
    for (const at of passed) {
      this.#context[at] = this.#contexts
      this.#innerOf[at] = inner
    }
    return inner
  }

  /** Members by the manager that the topmost of them have in common; for each of the topmost, the team of it. */
  #teamsOf(members: readonly number[], unit: number): Team[][] {
    const set = this.#mark(members)
    const headOf = new Map<number, number>()
    const teams = new Map<number | undefined, Map<number, number[]>>()
    for (const box of members) {
      const { parent } = this.picture.boxes[box]
      const isBelow = parent !== undefined && this.#set[parent] === set
      const head = isBelow ? (headOf.get(parent) ?? box) : box
      headOf.set(box, head)
      const above = this.picture.boxes[head].parent
      const team = teams.get(above) ?? new Map<number, number[]>()
      teams.set(above, team)
      addToList(team, head, box)
    }
    return Array.from(teams.values(), (byHead) =>
      Array.from(byHead.values(), (boxes) => ({ boxes, rect: this.#rectOf(boxes, unit, set) })),
    )
  }

  /** Frames teams next to each other, or parts of them. */
  #frame(unit: number, teams: readonly Team[], here: FrameRegion[]): void {
    const pending = [teams]
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const boxes = next.flatMap((team) => team.boxes)
      const rect = next.reduce((all, team) => union(all, team.rect), NOWHERE)
      if (this.#isFree(rect, this.#mark(boxes), here)) here.push({ unit, boxes, ...rect })
      else if (next.length > 1) {
        for (const run of this.#runsOf(next, here).reverse()) pending.push(run)
      } else {
        const [head, ...others] = boxes
        here.push({ unit, boxes: [head], ...this.#around(head, this.#pads[unit]) })
        pending.push(...this.#teamsOf(others, unit).reverse())
      }
    }
  }

  /** The teams next to each other that one frame can have, as far as they go; the others one by one. */
  #runsOf(teams: readonly Team[], here: readonly FrameRegion[]): Team[][] {
    const runs: Team[][] = []
    let rect = NOWHERE
    let set = 0
    for (const team of teams) {
      const longer = union(rect, team.rect)
      for (const box of team.boxes) this.#set[box] = set
      if (runs.length > 0 && this.#isFree(longer, set, here)) {
        rect = longer
        runs[runs.length - 1].push(team)
      } else {
        rect = team.rect
        set = this.#mark(team.boxes)
        runs.push([team])
      }
    }
    return runs
  }

  /** Whether a frame around the boxes of a set encloses and crosses nothing else. */
  #isFree(rect: Rect, set: number, here: readonly FrameRegion[]): boolean {
    return (
      !this.#near.some(rect, (box) => this.#set[box] !== set) && !here.some((other) => meets(rect, other))
    )
  }

  /** The rectangle of a frame around the boxes of a set, and the lines of the tree between them. */
  #rectOf(boxes: readonly number[], unit: number, set: number): Rect {
    const pads = this.#pads[unit]
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
    for (const box of boxes) {
      const rect = this.#around(box, pads)
      left = Math.min(left, rect.left)
      top = Math.min(top, rect.top)
      right = Math.max(right, rect.right)
      bottom = Math.max(bottom, rect.bottom)
      for (const { from, to, stretches } of this.linesAt(box)) {
        if (from !== box || this.#set[to] !== set) continue
        for (const { x1, y1, x2, y2 } of stretches) {
          left = Math.min(left, x1 - pads.side, x2 - pads.side)
          top = Math.min(top, y1 - pads.side, y2 - pads.side)
          right = Math.max(right, x1 + pads.side, x2 + pads.side)
          bottom = Math.max(bottom, y1 + pads.side, y2 + pads.side)
        }
      }
    }
    return { left, top, right, bottom }
  }

  #around(box: number, { side, head, foot }: FramePads): Rect {
    const [left, top] = [this.placement.left[box], this.placement.top[box]]
    return {
      left: left - side,
      top: top - head,
      right: left + this.box.width + side,
      bottom: top + this.box.height + foot,
    }
  }

  #mark(boxes: readonly number[]): number {
    const set = ++this.#sets
    for (const box of boxes) this.#set[box] = set
    return set
  }
}

/** The least distance of a frame from a box without one. */
const APART: FramePads = { side: 3, head: 3, foot: 3 }
