import type { Block, TreePlacement } from './placement.js'

/** The place of the first of some ascending positions, from one place to another, that is after a position. Inlined, since searches ask it most. */
export function placeAfter(positions: readonly number[], position: number, from: number, to: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if (positions[middle] <= position) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The free space for lines between the boxes of a tree: slots, which are vertical, between two neighbouring blocks; bands,
 * which are horizontal, between two rows; and gaps, which are horizontal, between two boxes of a column, from slot to slot.
 *
 * Channels are numbers: slots first, row by row from left to right, then bands. The same tree has the same numbers, however
 * much room there is.
 */
export interface Channels {
  readonly slots: number
  readonly count: number
  /** By row, the slots from left to right. */
  readonly inRow: readonly (readonly number[])[]
  /** By slot: the bands at its ends, and the gaps that lead out of it. */
  readonly bandAbove: readonly number[]
  readonly bandBelow: readonly number[]
  readonly gapsLeft: readonly (readonly GapLink[])[]
  readonly gapsRight: readonly (readonly GapLink[])[]
  /** By gap: the box above it. */
  readonly aboveGap: readonly number[]
  readonly bands: readonly Band[]
  /** By slot: what limits it on either side; a block, or nothing. */
  readonly between: readonly Between[]
  /** The slots on either side of each box. */
  readonly leftOf: readonly number[]
  readonly rightOf: readonly number[]
}

export interface GapLink {
  readonly gap: number
  readonly to: number
}

/** A band, with its slots in the row above and in the row below: the places of the first and of the last. */
export interface Band {
  readonly row: number
  readonly above: readonly [first: number, last: number]
  readonly below: readonly [first: number, last: number]
  /** The last box of each block above it. */
  readonly lowest: readonly number[]
}

interface Between {
  /** The block to the left. */
  readonly before: number | undefined
  /** The block to the right, and the rows of that block along the slot. */
  readonly block: number | undefined
  readonly rows: number[]
}

/** The free space between the boxes of a tree. */
export function channelsOf({ blocks, rowOf, rowBelow }: TreePlacement): Channels {
  const rows = blocksByRow(blocks)
  // By boundary between two rows, from above the first to below the last.
  const runs = Array.from({ length: rows.length + 1 }, (_, row): Boundary => ({
    over: uncrossed(rows[row - 1] ?? [], blocks, row),
    under: uncrossed(rows[row] ?? [], blocks, row),
  }))
  const inRow: number[][] = []
  const gapsLeft: GapLink[][] = []
  const gapsRight: GapLink[][] = []
  const aboveGap: number[] = []
  const between: Between[] = []
  const leftOf: number[] = []
  const rightOf: number[] = []
  for (const [row, here] of rows.entries()) {
    const slots: number[] = []
    inRow.push(slots)
    const continued = row === 0 ? new Map<number, number>() : continuing(runs[row], inRow[row - 1])
    for (let place = 0; place <= here.length; place++) {
      const block = here.at(place)
      const above = continued.get(place)
      if (above === undefined) {
        slots.push(between.length)
        between.push({ before: place === 0 ? undefined : here[place - 1], block, rows: [] })
        gapsLeft.push([])
        gapsRight.push([])
      } else slots.push(above)
      if (block !== undefined) between[slots[place]].rows.push(row - blocks[block].row)
    }
    for (let place = 0; place < here.length; place++) {
      const before = slots[place]
      const next = slots[place + 1]
      const { first, count, row: top, rows: along } = blocks[here[place]]
      const start = first + Math.max(0, Math.floor(((row - top) * count) / along) - 2)
      for (let box = start; box < first + count && rowOf[box] <= row; box++) {
        if (rowOf[box] === row) {
          leftOf[box] = before
          rightOf[box] = next
        }
        if (box + 1 === first + count || rowBelow[box] !== row) continue
        gapsRight[before].push({ gap: aboveGap.length, to: next })
        gapsLeft[next].push({ gap: aboveGap.length, to: before })
        aboveGap.push(box)
      }
    }
  }
  const slots = between.length

  const bandAbove: number[] = []
  const bandBelow: number[] = []
  const bands: Band[] = []
  for (let row = 0; row <= rows.length; row++) {
    const { over, under } = runs[row]
    for (const [part, { from, to }] of over.entries()) {
      const below = under[part]
      const isInside = row > 0 && row < rows.length
      // Between two blocks that both continue there is no band: the slot continues.
      if (isInside && from === to && below.from === below.to) continue
      const band = slots + bands.length
      const above: [number, number] = row === 0 ? [0, -1] : [from, to]
      const beneath: [number, number] = row === rows.length ? [0, -1] : [below.from, below.to]
      for (let place = above[0]; place <= above[1]; place++) bandBelow[inRow[row - 1][place]] = band
      for (let place = beneath[0]; place <= beneath[1]; place++) bandAbove[inRow[row][place]] = band
      const lowest: number[] = []
      for (let place = from; place < to; place++) {
        const { first, count } = blocks[rows[row - 1][place]]
        lowest.push(first + count - 1)
      }
      bands.push({ row, above, below: beneath, lowest })
    }
  }
  return {
    slots,
    count: slots + bands.length,
    inRow,
    bandAbove,
    bandBelow,
    gapsLeft,
    gapsRight,
    aboveGap,
    bands,
    between,
    leftOf,
    rightOf,
  }
}

/** The runs of blocks on both sides of a boundary between two rows, which the same blocks separate. */
interface Boundary {
  readonly over: readonly Run[]
  readonly under: readonly Run[]
}

/** Some blocks of a row that follow each other: the place of the first, and that after the last. */
interface Run {
  readonly from: number
  readonly to: number
}

/** The slots of a row that continue one of the row above, by their places: both have the same blocks on either side. */
function continuing({ over, under }: Boundary, above: readonly number[]): Map<number, number> {
  const found = new Map<number, number>()
  for (const [part, { from, to }] of over.entries()) {
    if (from === to && under[part].from === under[part].to) found.set(under[part].from, above[from])
  }
  return found
}

/** The blocks in each row, from left to right. */
function blocksByRow(blocks: readonly Block[]): number[][] {
  const rows: number[][] = []
  for (const [index, block] of blocks.entries()) {
    for (let row = block.row; row < block.row + block.rows; row++) (rows[row] ??= []).push(index)
  }
  for (const row of rows) row.sort((a, b) => blocks[a].left - blocks[b].left)
  return rows
}

/** The runs of blocks in a row, separated by the blocks that extend across the boundary to the next row. */
function uncrossed(inRow: readonly number[], blocks: readonly Block[], boundary: number): Run[] {
  const runs: Run[] = []
  let from = 0
  for (const [place, block] of inRow.entries()) {
    const { row, rows } = blocks[block]
    if (row >= boundary || row + rows <= boundary) continue
    runs.push({ from, to: place })
    from = place + 1
  }
  runs.push({ from, to: inRow.length })
  return runs
}
