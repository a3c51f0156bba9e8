import type { CheckedOptions } from '../picture/checked-options.js'
import type { Box, Picture, PictureUnit } from '../picture/picture.js'

/** How many edges a picture has. */
export function edgeCount({ lines, moves }: Picture): number {
  return lines.length + moves.length
}

/** How many roles a picture has; a ghost is where a role was. */
export function roleCount({ boxes }: Picture): number {
  return boxes.filter(({ role, ghost }) => role !== undefined && ghost === undefined).length
}

/**
 * The picture that fits with the fewest reports left out: first `collapse` is lowered, then `depth`. If that is not
 * enough, and for careers, only the first lines and moves are kept, and the first of the boxes without any.
 */
export function fitted(
  whole: Picture,
  draw: (options: CheckedOptions) => Picture,
  options: CheckedOptions,
  fits: (picture: Picture) => boolean,
): Picture {
  if (fits(whole)) return whole
  if (options.relations === 'career') return firstPart(whole, fits)
  const widest = Math.min(options.collapse, whole.boxes.length)
  const narrowed = largestThatFits(1, widest, fits, (collapse) => draw({ ...options, collapse }))
  if (fits(narrowed)) return narrowed
  const layers = whole.boxes.reduce((most, { layer }) => Math.max(most, layer), 0)
  const cut = largestThatFits(1, Math.min(options.depth + 1, layers), fits, (kept) => {
    return draw({ ...options, collapse: 1, depth: kept - 1 })
  })
  return fits(cut) ? cut : firstPart(cut, fits)
}

/** The picture of the largest size that fits, or that of the smallest size. */
function largestThatFits(
  smallest: number,
  largest: number,
  fits: (picture: Picture) => boolean,
  draw: (size: number) => Picture,
): Picture {
  let [low, high] = [smallest, largest]
  let best = draw(low)
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const picture = draw(middle)
    if (fits(picture)) {
      low = middle
      best = picture
    } else {
      high = middle - 1
    }
  }
  return best
}

/** The first edges that fit, then the first boxes without an edge; if no edge fits, the first boxes. */
function firstPart(picture: Picture, fits: (picture: Picture) => boolean): Picture {
  const linkedBy = (lines: Picture['lines'], moves: Picture['moves']): Set<number> =>
    new Set([...lines, ...moves].flatMap(({ from, to }) => [from, to]))
  const edges = largestThatFits(0, edgeCount(picture), fits, (count) => {
    const lines = picture.lines.slice(0, count)
    const moves = picture.moves.slice(0, count - lines.length)
    return { ...withBoxes(picture, linkedBy(lines, moves)), lines, moves }
  })
  const { lines, moves } = edges
  const kept = linkedBy(lines, moves)
  const linked = kept.size === 0 ? kept : linkedBy(picture.lines, picture.moves)
  const others = picture.boxes.flatMap(({ index }) => (linked.has(index) ? [] : [index]))
  return largestThatFits(0, others.length, fits, (count) => {
    return { ...withBoxes(picture, new Set([...kept, ...others.slice(0, count)])), lines, moves }
  })
}

/** A picture with some of its boxes, and the units around them. */
function withBoxes(picture: Picture, kept: ReadonlySet<number>): Picture {
  const boxes = picture.boxes.filter(({ index }) => kept.has(index))
  const around = new Set<number>()
  for (const { unit } of boxes) {
    for (let next = unit; next !== undefined && !around.has(next); next = picture.units[next].partOf)
      around.add(next)
  }
  const old = Array.from(picture.units.keys()).filter((unit) => around.has(unit))
  const places = new Map(old.map((unit, place) => [unit, place]))
  const units = old.map((unit): PictureUnit => {
    const { partOf, ...rest } = picture.units[unit]
    const place = partOf === undefined ? undefined : places.get(partOf)
    return place === undefined ? rest : { ...rest, partOf: place }
  })
  const placed = boxes.map(({ unit, ...box }): Box => {
    const place = unit === undefined ? undefined : places.get(unit)
    return place === undefined ? box : { ...box, unit: place }
  })
  return { ...picture, boxes: placed, units }
}
