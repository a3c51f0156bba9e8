import { addToList } from '../../internal.js'
import type { Picture } from '../picture/picture.js'
import { type FramePads, type NameAt, nestingOf, padsOf } from './frame-pads.js'
import type { BoxShape, Placement } from './placement.js'

/** The frame of a unit, or of a part of it, and the boxes inside it. */
export interface FrameRegion {
  readonly unit: number
  readonly boxes: readonly number[]
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

type Rect = Omit<FrameRegion, 'unit' | 'boxes'>

/** A line of the tree between two boxes, in straight stretches. */
export interface TreeLine {
  readonly from: number
  readonly to: number
  readonly stretches: readonly Stretch[]
}

export interface Stretch {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
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

class Frames {
  readonly #found: FrameRegion[] = []
  readonly #pads: readonly FramePads[]
  readonly #grid: BoxGrid
  /** By box, the outermost unit of its own inside the current context. */
  readonly #unitIn: (number | undefined)[]
  /** By box, the last set that it was in. */
  readonly #set: Int32Array
  #sets = 0

  constructor(
    private readonly picture: Picture,
    placement: Placement,
    box: BoxShape,
    nameAt: NameAt,
    private readonly linesAt: (box: number) => readonly TreeLine[],
  ) {
    this.#pads = nestingOf(picture).map((inside) => padsOf(inside, nameAt))
    this.#grid = new BoxGrid(placement, box)
    this.#unitIn = picture.boxes.map(() => undefined)
    this.#set = new Int32Array(picture.boxes.length)
  }

  all(): FrameRegion[] {
    const pending: Context[] = [{ unit: undefined, boxes: this.picture.boxes.map(({ index }) => index) }]
    for (let next = 0; next < pending.length; next++) {
      const { unit, boxes } = pending[next]
      const byUnit = new Map<number, number[]>()
      for (const box of boxes) {
        const inner = this.#unitInside(this.picture.boxes[box].unit, unit)
        this.#unitIn[box] = inner
        if (inner !== undefined) addToList(byUnit, inner, box)
      }
      const here: FrameRegion[] = []
      for (const [inner, members] of byUnit) {
        for (const team of this.#teamsOf(members)) this.#frame(inner, team, here)
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
    let inner = unit
    while (inner !== undefined && inner !== outer) {
      const { partOf } = this.picture.units[inner]
      if (partOf === outer) return inner
      inner = partOf
    }
    return undefined
  }

  /** Members by the manager that the topmost of them have in common; each team by these. */
  #teamsOf(members: readonly number[]): number[][][] {
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
    return Array.from(teams.values(), (team) => [...team.values()])
  }

  /** Frames a team, or its parts. */
  #frame(unit: number, team: readonly (readonly number[])[], here: FrameRegion[]): void {
    const pending = [team]
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const whole = this.#regionOf(unit, next.flat(), here)
      if (whole !== undefined) here.push(whole)
      else if (next.length > 1) {
        for (const run of this.#runsOf(unit, next, here).reverse()) pending.push(run)
      } else {
        const [head, ...others] = next[0]
        here.push({ unit, boxes: [head], ...this.#around([head], unit) })
        pending.push(...this.#teamsOf(others).reverse())
      }
    }
  }

  /** The teams next to each other that one frame can have, as far as they go; the others one by one. */
  #runsOf(
    unit: number,
    teams: readonly (readonly number[])[],
    here: readonly FrameRegion[],
  ): (readonly (readonly number[])[])[] {
    const runs: (readonly number[])[][] = []
    let run: (readonly number[])[] = []
    for (const team of teams) {
      const longer = [...run, team]
      if (run.length > 0 && this.#regionOf(unit, longer.flat(), here) !== undefined) run = longer
      else {
        if (run.length > 0) runs.push(run)
        run = [team]
      }
    }
    return [...runs, run]
  }

  /** The frame around some boxes, unless it would enclose or cross something else. */
  #regionOf(unit: number, boxes: readonly number[], here: readonly FrameRegion[]): FrameRegion | undefined {
    const rect = this.#around(boxes, unit)
    const set = this.#sets
    const isOther = (box: number): boolean => {
      if (this.#set[box] === set) return false
      const own = this.#unitIn[box]
      return meets(rect, this.#grid.around(box, own === undefined ? undefined : this.#pads[own]))
    }
    if (this.#grid.some(rect, isOther)) return undefined
    if (here.some((other) => meets(rect, other))) return undefined
    return { unit, boxes, ...rect }
  }

  /** The rectangle of a frame around some boxes, and the lines of the tree between them. */
  #around(boxes: readonly number[], unit: number): Rect {
    const set = this.#mark(boxes)
    const pads = this.#pads[unit]
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
    for (const box of boxes) {
      const rect = this.#grid.around(box, pads)
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

  #mark(boxes: readonly number[]): number {
    const set = ++this.#sets
    for (const box of boxes) this.#set[box] = set
    return set
  }
}

function meets(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

const CELL = 256
/** The least distance of a frame from a box without one. */
const APART: FramePads = { side: 3, head: 3, foot: 3 }

/** Finds the boxes near a place. */
class BoxGrid {
  readonly #cells = new Map<string, number[]>()

  constructor(
    private readonly placement: Placement,
    private readonly box: BoxShape,
  ) {
    for (const index of placement.left.keys()) {
      const { left, top } = this.around(index)
      addToList(this.#cells, cellOf(Math.floor(left / CELL), Math.floor(top / CELL)), index)
    }
  }

  around(box: number, { side, head, foot }: FramePads = APART): Rect {
    const [left, top] = [this.placement.left[box], this.placement.top[box]]
    return {
      left: left - side,
      top: top - head,
      right: left + this.box.width + side,
      bottom: top + this.box.height + foot,
    }
  }

  /** Whether some box near a rectangle passes a test. */
  some({ left, top, right, bottom }: Rect, test: (box: number) => boolean): boolean {
    // A box is in the cell of its upper left corner, and with its frame it reaches a cell further at most.
    const [firstColumn, lastColumn] = [left - 2 * CELL, right + CELL].map((x) => Math.floor(x / CELL))
    const [firstRow, lastRow] = [top - 2 * CELL, bottom + CELL].map((y) => Math.floor(y / CELL))
    for (let row = firstRow; row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) {
        if (this.#cells.get(cellOf(column, row))?.some(test)) return true
      }
    }
    return false
  }
}

function cellOf(column: number, row: number): string {
  return `${String(column)} ${String(row)}`
}
