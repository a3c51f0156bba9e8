import { addToList } from '../../internal.js'
import type { Picture } from '../picture/picture.js'
import { BOX_WIDTH } from './box-size.js'
import { type Drawing, drawingOf, type DrawingStyle } from './drawing.js'
import { subPicture } from './sub-picture.js'

/** How a chart that is too large for one page is divided. */
export type PageDivision = 'subtrees' | 'tiles'

/** The part of a page for the drawing, in millimetres. */
export interface Room {
  readonly width: number
  readonly height: number
}

/** What is drawn on a page. */
export interface Sheet {
  readonly picture: Picture
  readonly drawing: Drawing
  /** The part of the drawing that is on this page. */
  readonly part: {
    readonly left: number
    readonly top: number
    readonly width: number
    readonly height: number
  }
  /** Whether that is all of the drawing: nothing beyond it needs to be hidden. */
  readonly isWhole: boolean
  /** The boxes of which some part is on this page, in ascending order. */
  readonly boxes: readonly number[]
  /** Millimetres for each unit of the drawing. */
  readonly scale: number
  /** What the page shows of the chart, unless it is all of it. */
  readonly caption: string
}

/** Millimetres for each unit of the drawing with which the smallest text, of 10.5 units, has 7 points; and the most that is used. */
const LEAST = (7 / 10.5) * (25.4 / 72)
const MOST = 0.32
/** Flags and strokes reach so far beyond the boxes. */
const AROUND = 10
/** How many of the teams on a page are named above it. */
const NAMED = 3

/** Divides a picture into pages, by teams or into parts that overlap. */
export function sheetsOf(
  picture: Picture,
  style: DrawingStyle,
  room: Room,
  division: PageDivision,
): readonly Sheet[] {
  const sheet = { width: room.width / LEAST, height: room.height / LEAST }
  const fitted = { ...style, sheet }
  const isTree = picture.relations !== 'career'
  const drawing = drawingOf(picture, fitted)
  if (!isTree || division === 'tiles' || fits(drawing, sheet))
    return tiles({ picture, drawing, caption: '' }, room)
  return new Subtrees(picture, fitted, room).sheets()
}

function fits({ width, height }: Drawing, sheet: Room): boolean {
  return width + 2 * AROUND <= sheet.width && height + 2 * AROUND <= sheet.height
}

/** One page if the drawing fits on it, otherwise pages that overlap, without those that would be empty. */
function tiles(all: Pick<Sheet, 'picture' | 'drawing' | 'caption'>, room: Room): Sheet[] {
  const { left, top, boxes } = all.drawing
  const [width, height] = [all.drawing.width + 2 * AROUND, all.drawing.height + 2 * AROUND]
  const fitting = Math.min(room.width / width, room.height / height, MOST)
  if (fitting >= LEAST) {
    const part = { left: -AROUND, top: -AROUND, width, height }
    return [{ ...all, part, isWhole: true, boxes: [...boxes.left.keys()], scale: fitting }]
  }
  const part = { width: room.width / LEAST, height: room.height / LEAST }
  // So much is on the next page too that every box is whole on one of them.
  const across = new Stripes(width, part.width, BOX_WIDTH)
  const down = new Stripes(height, part.height, boxes.height)
  const boxesAt = new Map<number, number[]>()
  for (const [box, x] of boxes.left.entries()) {
    const columns = across.stripesAt(left + x)
    for (const row of down.stripesAt(top + boxes.top[box]))
      for (const column of columns) addToList(boxesAt, row * across.count + column, box)
  }
  const inOrder = [...boxesAt].sort(([a], [b]) => a - b)
  return inOrder.map(([tile, found]) => {
    const [row, column] = [Math.floor(tile / across.count), tile % across.count]
    const place = `row ${String(row + 1)} of ${String(down.count)}, column ${String(column + 1)} of ${String(across.count)}`
    return {
      ...all,
      part: { ...part, left: across.startOf(column), top: down.startOf(row) },
      isWhole: false,
      boxes: found,
      scale: LEAST,
      caption: [all.caption, place].filter(Boolean).join(': '),
    }
  })
}

/** The columns, or the rows, of pages that overlap. */
class Stripes {
  readonly count: number
  readonly #step: number

  /** Of a drawing, of a page, and of a box: the sizes in one direction. */
  constructor(
    whole: number,
    private readonly page: number,
    private readonly box: number,
  ) {
    this.#step = page - box - 24
    this.count = Math.max(1, Math.ceil((whole - page) / this.#step) + 1)
  }

  startOf(stripe: number): number {
    return Math.round(stripe * this.#step) - AROUND
  }

  /** Those in which some part of a box is that starts here. */
  stripesAt(start: number): number[] {
    const found: number[] = []
    const last =
      this.count === 1 ? 0 : Math.min(this.count - 1, Math.ceil((start + this.box + AROUND) / this.#step))
    for (let stripe = last; stripe >= 0 && start <= this.startOf(stripe) + this.page; stripe--)
      if (this.startOf(stripe) <= start + this.box) found.unshift(stripe)
    return found
  }
}

/** Pages of subtrees: as many and as much of each as fits, and the teams that do not fit on further pages. */
class Subtrees {
  readonly #sheets: { readonly heads: readonly number[]; readonly open: ReadonlySet<number> }[] = []
  /** For each box that has its reports on another page, that page. */
  readonly #pageOf = new Map<number, number>()
  readonly #children: number[][]

  constructor(
    private readonly picture: Picture,
    private readonly style: DrawingStyle & { readonly sheet: Room },
    private readonly room: Room,
  ) {
    this.#children = picture.boxes.map(() => [])
    for (const { index, parent } of picture.boxes)
      if (parent !== undefined) this.#children[parent].push(index)
  }

  sheets(): Sheet[] {
    const tops = this.picture.boxes.flatMap(({ index, parent }) => (parent === undefined ? [index] : []))
    const pending = [...tops]
    for (let next = 0; next < pending.length;) {
      const heads = [pending[next++]]
      let open = new Set<number>()
      const left = this.#openBelow(heads, open)
      // Whole teams share a page as long as they fit.
      while (left.length === 0 && next < pending.length) {
        const more = new Set(open)
        const both = [...heads, pending[next]]
        if (this.#openBelow(both, more).length > 0 || !this.#fits(both, more)) break
        open = more
        heads.push(pending[next++])
      }
      this.#sheets.push({ heads, open })
      pending.push(...left)
    }
    return this.#numbered()
  }

  /** The pages with their numbers, which boxes that are continued on other pages refer to. */
  #numbered(): Sheet[] {
    const isTop = (box: number): boolean => this.picture.boxes[box].parent === undefined
    const drawn = this.#sheets.map(({ heads, open }) => {
      const named = heads.filter((head) => !isTop(head)).map((head) => this.picture.boxes[head].label)
      const more = named.length - NAMED
      const caption = [...named.slice(0, NAMED), ...(more > 0 ? [`${String(more)} more`] : [])].join(', ')
      const { picture, from } = subPicture(this.picture, this.#boxesOf(heads, open))
      return {
        heads,
        open,
        caption,
        picture,
        from,
        sheets: tiles({ picture, caption, drawing: drawingOf(picture, this.style) }, this.room),
      }
    })
    let page = 1
    for (const { heads, open, sheets } of drawn) {
      for (const head of heads) if (open.has(head)) this.#pageOf.set(head, page)
      page += sheets.length
    }
    return drawn.flatMap(({ open, caption, picture, from }) => {
      const notes = new Map(
        from.flatMap((box, index) => {
          const elsewhere = open.has(box) ? undefined : this.#pageOf.get(box)
          return elsewhere === undefined ? [] : [[index, `page ${String(elsewhere)}`] as const]
        }),
      )
      return tiles({ picture, caption, drawing: drawingOf(picture, { ...this.style, notes }) }, this.room)
    })
  }

  /** Some boxes, and what is below those of them that are open. */
  #boxesOf(heads: readonly number[], open: ReadonlySet<number>): number[] {
    const found: number[] = []
    const stack = [...heads]
    for (let box = stack.pop(); box !== undefined; box = stack.pop()) {
      found.push(box)
      if (open.has(box)) stack.push(...this.#children[box])
    }
    return found.sort((a, b) => a - b)
  }

  /** Opens as many managers below the last head as fit on a page, layer by layer; returns those that do not. */
  #openBelow(heads: readonly number[], open: Set<number>): number[] {
    let layer = heads.slice(-1)
    open.add(layer[0])
    const left: number[] = []
    while (layer.length > 0) {
      const next = layer.flatMap((box) =>
        this.#children[box].filter((child) => this.#children[child].length > 0),
      )
      for (const box of next) open.add(box)
      layer = next
      if (next.length === 0 || this.#fits(heads, open)) continue
      for (const box of next) open.delete(box)
      layer = next.filter((box) => {
        open.add(box)
        if (this.#fits(heads, open)) return true
        open.delete(box)
        left.push(box)
        return false
      })
    }
    return left
  }

  #fits(heads: readonly number[], open: ReadonlySet<number>): boolean {
    const { sheet } = this.style
    const boxes = this.#boxesOf(heads, open)
    // Saves drawing what is far too large.
    if (boxes.length * BOX_WIDTH * 40 > sheet.width * sheet.height) return false
    return fits(drawingOf(subPicture(this.picture, boxes).picture, this.style), sheet)
  }
}
