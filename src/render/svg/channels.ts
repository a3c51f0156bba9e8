import type { Block, TreePlacement } from './placement.js'

export interface Range {
  readonly low: number
  readonly high: number
}

/** How far inside a range a line runs that could not continue straight, if there is room. */
const INSIDE = 8

/** The value itself if it is in the range, else a nearby one inside it. */
export function entered(value: number, { low, high }: Range): number {
  if (value >= low && value <= high) return value
  const inside = Math.min(INSIDE, Math.floor((high - low) / 2))
  return value < low ? low + inside : high - inside
}

/** Free space for lines: a slot is vertical, between two blocks of a row; a band is horizontal, between two rows. */
export interface Channel {
  readonly index: number
  readonly slot: boolean
  /** Where a line can run: its x in a slot, its y in a band. */
  readonly range: Range
  readonly links: { readonly to: Channel; readonly gap: Range | undefined }[]
}

/** All channels between the boxes of a tree. A link from slot to slot runs through the gap between two boxes. */
export interface Channels {
  readonly count: number
  /** The slot on a side of a box, at a height. */
  readonly beside: (box: number, side: 'left' | 'right', y: number) => Channel
}

/** How far lines stay from the sides of boxes, where an arrowhead needs room, and from their other edges. */
const FROM_SIDE = 11
const FROM_EDGE = 4
/** How far lines may run outside the outermost boxes. */
const OUTSIDE = 28

/** The free space between the boxes of a tree. */
export function channelsOf(placement: TreePlacement, boxHeight: number): Channels {
  const { blocks, top, width, height, rowStep } = placement
  const rows = blocksByRow(blocks)
  let count = 0
  const channel = (slot: boolean, low: number, high: number): Channel => {
    const margin = Math.min(slot ? FROM_SIDE : FROM_EDGE, Math.max(0, Math.floor((high - low) / 2)))
    return { index: count++, slot, range: { low: low + margin, high: high - margin }, links: [] }
  }

  const slots = rows.map((row) =>
    Array.from({ length: row.length + 1 }, (_, place) =>
      channel(true, row[place - 1]?.right ?? -OUTSIDE, row[place]?.left ?? width + OUTSIDE),
    ),
  )
  for (let row = 0; row <= rows.length; row++) {
    const low = row === 0 ? -OUTSIDE : (row - 1) * rowStep + boxHeight
    const high = row === rows.length ? height + OUTSIDE : row * rowStep
    const [above, below] = [rows[row - 1] ?? [], rows[row] ?? []].map((inRow) => uncrossed(inRow, row))
    for (const [part, { from, to }] of above.entries()) {
      const ends = (rows[row - 1] ?? [])
        .slice(from, to)
        .map(({ first, count }) => top[first + count - 1] + boxHeight)
      const band = channel(false, Math.max(low, ...ends), high)
      for (const slot of slots[row - 1]?.slice(from, to + 1) ?? []) link(band, slot)
      for (const slot of slots[row]?.slice(below[part].from, below[part].to + 1) ?? []) link(band, slot)
    }
  }
  for (const [row, inRow] of rows.entries()) {
    for (const [place, { first, count: listed }] of inRow.entries()) {
      for (let next = first + 1; next < first + listed; next++) {
        const gap = { low: top[next - 1] + boxHeight + FROM_EDGE, high: top[next] - FROM_EDGE }
        if (Math.floor(gap.low / rowStep) === row) link(slots[row][place], slots[row][place + 1], gap)
      }
    }
  }

  const blockOf: Block[] = []
  for (const block of blocks) {
    for (let box = block.first; box < block.first + block.count; box++) blockOf[box] = block
  }
  const places = rows.map((row) => new Map(row.map((block, place) => [block, place])))
  const beside = (box: number, side: 'left' | 'right', y: number): Channel => {
    const block = blockOf[box]
    const row = Math.min(Math.floor(y / rowStep), block.row + block.rows - 1)
    return slots[row][(places[row].get(block) ?? 0) + (side === 'left' ? 0 : 1)]
  }
  return { count, beside }
}

function blocksByRow(blocks: readonly Block[]): Block[][] {
  const rows: Block[][] = []
  for (const block of blocks) {
    for (let row = block.row; row < block.row + block.rows; row++) (rows[row] ??= []).push(block)
  }
  for (const row of rows) row.sort((a, b) => a.left - b.left)
  return rows
}

/** The runs of blocks in a row, separated by the blocks that extend across the boundary to the next row. */
function uncrossed(inRow: readonly Block[], boundary: number): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  let from = 0
  for (const [place, { row, rows }] of inRow.entries()) {
    if (row >= boundary || row + rows <= boundary) continue
    runs.push({ from, to: place })
    from = place + 1
  }
  return [...runs, { from, to: inRow.length }]
}

function link(a: Channel, b: Channel, gap?: Range): void {
  a.links.push({ to: b, gap })
  b.links.push({ to: a, gap })
}
