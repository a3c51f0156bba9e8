import type { CheckedOptions } from '../picture/checked-options.js'
import type { Picture } from '../picture/picture.js'

/** How many edges a picture has. */
export function edgeCount({ lines, moves }: Picture): number {
  return lines.length + moves.length
}

/**
 * The picture that fits with the fewest reports left out: first `collapse` is lowered, then `depth`. If that is not
 * enough, and for careers, only the first lines and moves are kept.
 */
export function fitted(
  draw: (options: CheckedOptions) => Picture,
  options: CheckedOptions,
  fits: (picture: Picture) => boolean,
): Picture {
  const whole = draw(options)
  if (fits(whole)) return whole
  if (options.relations === 'career') return firstEdges(whole, fits)
  const widest = Math.min(options.collapse, whole.boxes.length)
  const narrowed = largestThatFits(widest, fits, (collapse) => draw({ ...options, collapse }))
  if (fits(narrowed)) return narrowed
  const layers = whole.boxes.reduce((most, { layer }) => Math.max(most, layer), 0)
  const cut = largestThatFits(Math.min(options.depth + 1, layers), fits, (kept) => {
    return draw({ ...options, collapse: 1, depth: kept - 1 })
  })
  return fits(cut) ? cut : firstEdges(cut, fits)
}

/** The picture of the largest size that fits, or that of size 1. */
function largestThatFits(
  largest: number,
  fits: (picture: Picture) => boolean,
  draw: (size: number) => Picture,
): Picture {
  let [low, high] = [1, largest]
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

function firstEdges(picture: Picture, fits: (picture: Picture) => boolean): Picture {
  return largestThatFits(edgeCount(picture), fits, (count) => {
    const lines = picture.lines.slice(0, count)
    const moves = picture.moves.slice(0, count - lines.length)
    const linked = new Set([...lines, ...moves].flatMap(({ from, to }) => [from, to]))
    return { ...picture, boxes: picture.boxes.filter(({ index }) => linked.has(index)), lines, moves }
  })
}
