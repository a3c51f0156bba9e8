import { describe, expect, it } from 'vitest'
import { edgesFrom, NO_EDGES, reversed, targetsOf } from '../../src/engine/edges.js'

const rows = (count: number, edges: ReturnType<typeof edgesFrom>): number[][] =>
  Array.from({ length: count }, (_, handle) => [...targetsOf(edges, handle)])

describe('edgesFrom', () => {
  it.each([
    ['one edge', 2, [[0, 1]], [[1], []]],
    [
      'targets in the order of the pairs, not of the handles',
      3,
      [
        [0, 2],
        [0, 1],
      ],
      [[2, 1], [], []],
    ],
    [
      'pairs whose sources come in any order',
      4,
      [
        [3, 0],
        [1, 2],
        [3, 1],
        [0, 3],
        [1, 0],
      ],
      [[3], [2, 0], [], [0, 1]],
    ],
    [
      'loops and parallel edges, kept as they are',
      2,
      [
        [1, 1],
        [1, 0],
        [1, 1],
      ],
      [[], [1, 0, 1]],
    ],
    ['an edge out of the last role', 3, [[2, 0]], [[], [], [0]]],
  ])('%s', (_, count, pairs, expected) => {
    const from = pairs.map(([source]) => source)
    const to = pairs.map(([, target]) => target)
    expect(rows(count, edgesFrom(count, from, to))).toEqual(expected)
    // The columns of the engine are typed arrays; the result may not depend on which kind comes in.
    expect(rows(count, edgesFrom(count, Int32Array.from(from), Int32Array.from(to)))).toEqual(expected)
  })

  it.each([0, 3])('shares the empty columns where %i roles have no edge', (count) => {
    const edges = edgesFrom(count, [], [])
    expect(edges).toBe(NO_EDGES)
    expect(rows(count, edges)).toEqual(Array.from({ length: count }, () => []))
  })
})

describe('reversed', () => {
  it('reverses every edge; the sources of a target are in ascending order', () => {
    const edges = edgesFrom(4, [3, 0, 1, 3], [2, 2, 2, 0])
    expect(rows(4, reversed(4, edges))).toEqual([[3], [], [0, 1, 3], []])
  })

  it('twice is the same edges, with each row in ascending order', () => {
    const edges = edgesFrom(3, [0, 0, 2, 2], [2, 1, 1, 0])
    expect(rows(3, reversed(3, reversed(3, edges)))).toEqual([[1, 2], [], [0, 1]])
  })

  it('gives no edges for none', () => {
    expect(reversed(5, NO_EDGES)).toBe(NO_EDGES)
  })

  it('agrees with a list of pairs on all digraphs of three roles', () => {
    const pairs = [0, 1, 2].flatMap((source) => [0, 1, 2].map((target): [number, number] => [source, target]))
    for (let bits = 0; bits < 2 ** pairs.length; bits++) {
      const chosen = pairs.filter((_, bit) => (bits & (1 << bit)) !== 0)
      const edges = edgesFrom(
        3,
        chosen.map(([source]) => source),
        chosen.map(([, target]) => target),
      )
      const expected = [0, 1, 2].map((target) =>
        chosen.filter((pair) => pair[1] === target).map(([source]) => source),
      )
      expect(rows(3, reversed(3, edges))).toEqual(expected)
    }
  })
})
