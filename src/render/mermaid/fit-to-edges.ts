import type { CheckedOptions } from '../picture/checked-options.js'
import type { Picture } from '../picture/picture.js'

/** How many edges a picture has. */
export function edgeCount({ lines, moves }: Picture): number {
  return lines.length + moves.length
}

/**
 * The picture with the fewest reports left out that has at most so many edges: first `collapse` is lowered, then
 * `depth`. Where that is not enough, only the edges of the tree and then the first moves are kept.
 */
export function fitToEdges(
  draw: (options: CheckedOptions) => Picture,
  options: CheckedOptions,
  limit: number,
): Picture {
  const whole = draw(options)
  if (edgeCount(whole) <= limit) return whole
  if (options.relations === 'career') return firstMoves(whole, limit)
  const widest = Math.min(options.collapse, whole.boxes.length)
  const narrowed = largestThatFits(widest, limit, (collapse) => draw({ ...options, collapse }))
  if (edgeCount(narrowed) <= limit) return narrowed
  const deepest = Math.min(
    options.depth,
    whole.boxes.reduce((most, { layer }) => Math.max(most, layer), 0),
  )
  const cut = largestThatFits(deepest, limit, (depth) => draw({ ...options, collapse: 1, depth: depth - 1 }))
  return edgeCount(cut) <= limit ? cut : firstMoves(cut, limit)
}

/** The picture of the largest size from 1 on that has few enough edges, or that of 1. */
function largestThatFits(largest: number, limit: number, draw: (size: number) => Picture): Picture {
  let [low, high] = [1, largest]
  let best = draw(low)
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const picture = draw(middle)
    if (edgeCount(picture) <= limit) {
      low = middle
      best = picture
    } else {
      high = middle - 1
    }
  }
  return best
}

function firstMoves(picture: Picture, limit: number): Picture {
  const lines = picture.lines.slice(0, limit)
  const moves = picture.moves.slice(0, limit - lines.length)
  const linked = new Set([...lines, ...moves].flatMap(({ from, to }) => [from, to]))
  const kept = picture.boxes.filter(({ index, layer }) => layer === 1 || linked.has(index))
  return { ...picture, boxes: kept, lines, moves }
}
