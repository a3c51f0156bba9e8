import { describe, expect, it } from 'vitest'
import { targetsOf } from '../../src/engine/edges.js'
import {
  hierarchyIndexOf,
  isNumberedAbove,
  positionOf,
  runEndOf,
  treeSizeOf,
} from '../../src/engine/hierarchy-index.js'
import { allFunctionalGraphs } from './all-functional-graphs.js'

interface Numbering {
  readonly reports: number[][]
  readonly roots: number[]
  readonly preorder: number[]
  readonly position: number[]
  readonly runEnd: number[]
  readonly size: number[]
  readonly layer: number[]
  readonly layerSizes: number[]
}

/** The definition of a preorder, by recursion: a role, then each report with all of its own reports. */
function naive(manager: ArrayLike<number>): Numbering {
  const handles = Array.from(manager, (_, handle) => handle)
  const reports = handles.map((upper) => handles.filter((lower) => manager[lower] === upper))
  const roots = handles.filter((handle) => manager[handle] === -1)
  const preorder: number[] = []
  const position = handles.map(() => -1)
  const runEnd = handles.map(() => -1)
  const size = handles.map(() => 0)
  const layer = handles.map(() => 0)
  const number = (handle: number, depth: number): number => {
    position[handle] = preorder.length
    preorder.push(handle)
    layer[handle] = depth
    size[handle] = 1 + reports[handle].reduce((sum, report) => sum + number(report, depth + 1), 0)
    runEnd[handle] = preorder.length
    return size[handle]
  }
  for (const root of roots) number(root, 1)
  const layerSizes = handles.map((_, index) => layer.filter((one) => one === index + 1).length)
  return { reports, roots, preorder, position, runEnd, size, layer, layerSizes: layerSizes.filter(Boolean) }
}

function compiled(manager: ArrayLike<number>): Numbering {
  const index = hierarchyIndexOf(Int32Array.from(manager))
  return {
    reports: Array.from(manager, (_, handle) => [...targetsOf(index.reports, handle)]),
    roots: [...index.roots],
    preorder: [...index.preorder],
    position: Array.from(manager, (_, handle) => positionOf(index, handle)),
    runEnd: Array.from(manager, (_, handle) => runEndOf(index, handle)),
    size: Array.from(manager, (_, handle) => treeSizeOf(index, handle)),
    layer: [...index.layer],
    layerSizes: [...index.layerSizes],
  }
}

describe('hierarchyIndexOf', () => {
  it('numbers a tree in preorder, siblings in input order', () => {
    // 2 is the top; 0, 4 report to it; 3 and 1 to 4; 5 stands alone.
    expect(compiled([2, 4, -1, 4, 2, -1])).toEqual({
      reports: [[], [], [0, 4], [], [1, 3], []],
      roots: [2, 5],
      preorder: [2, 0, 4, 1, 3, 5],
      position: [1, 3, 0, 4, 2, 5],
      runEnd: [2, 4, 5, 5, 5, 6],
      size: [1, 1, 5, 1, 3, 1],
      layer: [2, 3, 1, 3, 2, 1],
      layerSizes: [2, 2, 2],
    })
  })

  it('does not number roles in or below a cycle, but knows their reports', () => {
    // 0 is a top with report 1; 2 and 3 report to each other; 4 is below them; 5 reports to itself.
    expect(compiled([-1, 0, 3, 2, 3, 5])).toEqual({
      reports: [[1], [], [3], [2, 4], [], [5]],
      roots: [0],
      preorder: [0, 1],
      position: [0, 1, -1, -1, -1, -1],
      runEnd: [2, 2, -1, -1, -1, -1],
      size: [2, 1, 0, 0, 0, 0],
      layer: [1, 2, 0, 0, 0, 0],
      layerSizes: [1, 1],
    })
  })

  it.each([
    ['an empty chart', []],
    ['isolated roles', [-1, -1, -1]],
    ['nothing but a cycle', [1, 2, 0]],
    ['a chain written from the bottom', [1, 2, 3, -1]],
  ])('%s', (_, manager) => {
    expect(compiled(manager)).toEqual(naive(manager))
  })

  it.each([1, 2, 3, 4, 5])('agrees with the recursive definition on all charts of %i roles', (count) => {
    for (const manager of allFunctionalGraphs(count)) {
      const expected = naive(manager)
      const actual = compiled(manager)
      if (JSON.stringify(actual) !== JSON.stringify(expected))
        expect({ manager, ...actual }).toEqual({ manager, ...expected })
    }
  })

  it('agrees with it on trees of 60 roles in 200 shuffled orders', () => {
    const random = generator(7)
    for (let round = 0; round < 200; round++) {
      const handles = shuffled(60, random)
      const manager = new Int32Array(60).fill(-1)
      // The tree is grown in an order that has nothing to do with the order of the roles.
      for (let grown = 1; grown < 60; grown++) {
        manager[handles[grown]] = random(12) === 0 ? -1 : handles[random(grown)]
      }
      expect(compiled(manager)).toEqual(naive(manager))
    }
  })

  it.each(['from the top', 'from the bottom'])(
    'needs no stack for a chain of 200,000, written %s',
    (order) => {
      const count = 200_000
      const down = order === 'from the top'
      const manager = Int32Array.from({ length: count }, (_, handle) =>
        down ? handle - 1 : handle === count - 1 ? -1 : handle + 1,
      )
      const index = hierarchyIndexOf(manager)
      const [top, bottom] = down ? [0, count - 1] : [count - 1, 0]
      expect([index.layer[top], index.layer[bottom]]).toEqual([1, count])
      expect([treeSizeOf(index, top), treeSizeOf(index, bottom)]).toEqual([count, 1])
      expect([positionOf(index, top), positionOf(index, bottom)]).toEqual([0, count - 1])
    },
  )
})

describe('layer', () => {
  it.each([
    [255, Uint8Array],
    [256, Uint16Array],
    [65_535, Uint16Array],
    [65_536, Int32Array],
  ])('of a chain of %i layers is right and narrow', (count, narrow) => {
    // The second half of the chart is a flat tree, numbered after the layers have become wider.
    const manager = Int32Array.from({ length: count + 10 }, (_, handle) =>
      handle < count ? handle - 1 : handle === count ? -1 : count,
    )
    const { layer, layerSizes } = hierarchyIndexOf(manager)
    expect(layer).toBeInstanceOf(narrow)
    expect(Array.from(layer)).toEqual(
      Array.from(manager, (_, handle) => (handle < count ? handle + 1 : handle === count ? 1 : 2)),
    )
    expect(layerSizes.length).toBe(count)
  })
})

describe('isNumberedAbove', () => {
  it.each([2, 3, 4])('agrees with walking up on all trees of %i roles', (count) => {
    for (const manager of allFunctionalGraphs(count)) {
      const index = hierarchyIndexOf(manager)
      const numbered = [...index.preorder]
      for (const upper of numbered) {
        for (const lower of numbered) {
          let above = manager[lower]
          while (above !== -1 && above !== upper) above = manager[above]
          if (isNumberedAbove(index, upper, lower) !== (above === upper)) {
            expect({ manager, upper, lower }).toBe(`${String(upper)} above ${String(lower)} as by walking`)
          }
        }
      }
    }
  })

  it('is false for the role itself and for its peers', () => {
    const index = hierarchyIndexOf(Int32Array.from([-1, 0, 0, 1]))
    expect(isNumberedAbove(index, 0, 3)).toBe(true)
    expect(isNumberedAbove(index, 3, 0)).toBe(false)
    expect(isNumberedAbove(index, 1, 1)).toBe(false)
    expect(isNumberedAbove(index, 2, 3)).toBe(false)
    expect(isNumberedAbove(index, 1, 2)).toBe(false)
  })
})

/** Numbers below a bound, the same in every run (the "minimal standard" generator). */
function generator(seed: number): (bound: number) => number {
  let state = seed
  return (bound) => {
    state = (state * 48_271) % 0x7fffffff
    return state % bound
  }
}

function shuffled(count: number, random: (bound: number) => number): number[] {
  const list = Array.from({ length: count }, (_, handle) => handle)
  for (let last = count - 1; last > 0; last--) {
    const other = random(last + 1)
    const moved = list[last]
    list[last] = list[other]
    list[other] = moved
  }
  return list
}
