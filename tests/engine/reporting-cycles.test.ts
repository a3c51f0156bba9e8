import { describe, expect, it } from 'vitest'
import { reportingCycles } from '../../src/engine/reporting-cycles.js'
import { allFunctionalGraphs } from './all-functional-graphs.js'

const cyclesOf = (...manager: number[]): number[][] => reportingCycles(Int32Array.from(manager))

/** From each role, follow the line as many times as there are roles: who comes back to the start is on a cycle. */
function bruteForce(manager: Int32Array): number[][] {
  const cycles: number[][] = []
  for (let start = 0; start < manager.length; start++) {
    const walk = [start]
    let handle = manager[start]
    while (handle !== -1 && handle !== start && walk.length <= manager.length) {
      walk.push(handle)
      handle = manager[handle]
    }
    // Each cycle is found from each of its members: the earliest one speaks for it.
    if (handle === start && Math.min(...walk) === start) cycles.push(walk)
  }
  return cycles
}

describe('reportingCycles', () => {
  it.each([
    ['an empty chart', [], []],
    ['a single top', [-1], []],
    ['a chain', [-1, 0, 1], []],
    ['a role that reports to itself', [-1, 1], [[1]]],
    ['two roles', [1, 0], [[0, 1]]],
    ['a cycle that a chain leads into', [1, 2, 3, 1], [[1, 2, 3]]],
    ['a cycle whose earliest role is not met first', [3, 2, 4, 4, 1], [[1, 2, 4]]],
    [
      'cycles in the order of their earliest roles, though the later one is met first',
      [2, 3, 4, 1, 2],
      [
        [1, 3],
        [2, 4],
      ],
    ],
  ])('%s', (_, manager, expected) => {
    expect(cyclesOf(...manager)).toEqual(expected)
  })

  it.each([1, 2, 3, 4, 5])('agrees with brute force on all charts of %i roles', (count) => {
    let charts = 0
    for (const manager of allFunctionalGraphs(count)) {
      charts++
      const expected = bruteForce(manager)
      const actual = reportingCycles(manager)
      // One comparison a chart is cheap; an expect() a chart would be most of the run.
      if (JSON.stringify(actual) !== JSON.stringify(expected))
        expect({ manager, actual }).toEqual({ manager, actual: expected })
    }
    expect(charts).toBe((count + 1) ** count)
  })

  it('finds a cycle of 200,000 roles without recursion', () => {
    const manager = Int32Array.from({ length: 200_000 }, (_, handle) => (handle + 1) % 200_000)
    const cycles = reportingCycles(manager)
    expect(cycles).toHaveLength(1)
    expect(cycles[0].length).toBe(200_000)
    expect([cycles[0][0], cycles[0][1], cycles[0].at(-1)]).toEqual([0, 1, 199_999])
  })
})
