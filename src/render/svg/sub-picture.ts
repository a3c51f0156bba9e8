import type { Box, Picture } from '../picture/picture.js'

/** A part of a picture on a page of its own. */
export interface SubPicture {
  readonly picture: Picture
  /** For each box of the part, its index in the whole picture. */
  readonly from: readonly number[]
}

/** The part of a picture with some of its boxes, in ascending order, and the lines and moves between them. */
export function subPicture(whole: Picture, indexes: readonly number[]): SubPicture {
  const places = new Map(indexes.map((index, place) => [index, place]))
  const boxes = indexes.map((index, place): Box => {
    const { parent, ...box } = whole.boxes[index]
    const above = parent === undefined ? undefined : places.get(parent)
    return { ...box, index: place, ...(above !== undefined && { parent: above }) }
  })
  const between = <Edge extends { readonly from: number; readonly to: number }>(
    edges: readonly Edge[],
  ): Edge[] =>
    edges.flatMap((edge) => {
      const [from, to] = [places.get(edge.from), places.get(edge.to)]
      return from === undefined || to === undefined ? [] : [{ ...edge, from, to }]
    })
  // A box at the top has no line that places it.
  const lines = between(whole.lines)
  return { picture: { ...whole, boxes, lines, moves: between(whole.moves) }, from: indexes }
}
