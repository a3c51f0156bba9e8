import { describe, expect, it } from 'vitest'
import { strongComponents } from '../../src/engine/strong-components.js'

/** Every digraph of `count` handles, each with or without an edge to each other one. */
function* allDigraphs(count: number): Generator<number[][]> {
  const ends = Array.from(
    { length: count * count },
    (_, code) => [Math.floor(code / count), code % count] as const,
  )
  const possible = ends.filter(([from, to]) => from !== to)
  for (let code = 0; code < 2 ** possible.length; code++) {
    const edges = possible.filter((_, edge) => (code >> edge) & 1)
    yield Array.from({ length: count }, (_, handle) =>
      edges.filter(([from]) => from === handle).map(([, to]) => to),
    )
  }
}

function reachedFrom(targets: readonly number[][], start: number): Set<number> {
  const reached = new Set([start])
  for (const handle of reached) for (const to of targets[handle]) reached.add(to)
  return reached
}

describe('strongComponents', () => {
  it.each([1, 2, 3, 4])(
    'puts together who reaches whom and back, in every digraph of %i handles',
    (count) => {
      const handles = Array.from({ length: count }, (_, handle) => handle)
      const wrong: number[][][] = []
      for (const targets of allDigraphs(count)) {
        const { componentOf } = strongComponents(handles, (handle) => targets[handle])
        const reached = handles.map((handle) => reachedFrom(targets, handle))
        const isRight = handles.every((a) => {
          return handles.every((b) => {
            const together = componentOf(a) === componentOf(b)
            return together === (reached[a].has(b) && reached[b].has(a))
          })
        })
        if (!isRight) wrong.push(targets)
      }
      expect(wrong).toEqual([])
    },
  )

  it('leaves out what is not reached from the starts', () => {
    const targets = [[1], [0], [0], []]
    const { handles, componentOf } = strongComponents([0], (handle) => targets[handle])
    expect(handles).toEqual([0, 1])
    expect(componentOf(2)).toBeUndefined()
    expect(strongComponents([], (handle) => targets[handle]).handles).toEqual([])
  })

  it('works without recursion', () => {
    const length = 200_000
    const { handles, component } = strongComponents([0], (handle) => [(handle + 1) % length])
    expect(handles).toHaveLength(length)
    expect(new Set(component).size).toBe(1)
  })
})
