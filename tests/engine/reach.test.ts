import { orgFromRecords } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { type OrgState, stateOf } from '../../src/engine/org-state.js'
import { climb, descend, managersOfHandle, reportsOfHandle } from '../../src/engine/reach.js'
import type { LineKinds } from '../../src/model/line.js'

interface Chart {
  readonly manager: readonly number[]
  readonly dotted: readonly (readonly number[])[]
}

const LINES: readonly LineKinds[] = ['solid', 'dotted', 'all']

/** A chart of numbered roles, broken ones included: handles are the numbers. */
function stateFrom({ manager, dotted }: Chart): OrgState {
  const records = manager.map((upper, handle) => ({
    id: String(handle),
    manager: upper === -1 ? null : String(upper),
    dotted: dotted[handle].map(String),
  }))
  const fields = { id: 'id', manager: 'manager', dotted: 'dotted', onIssue: 'collect' } as const
  return stateOf(orgFromRecords(records, fields))
}

/** Every chart of three roles: each solid line, loops and cycles included, with each set of dotted lines. */
function* allCharts(): Generator<Chart> {
  const others = [
    [1, 2],
    [0, 2],
    [0, 1],
  ]
  for (let solid = 0; solid < 4 ** 3; solid++) {
    const manager = [0, 1, 2].map((handle) => (Math.floor(solid / 4 ** handle) % 4) - 1)
    for (let bits = 0; bits < 2 ** 6; bits++) {
      const dotted = others.map((targets, handle) =>
        // Every second chart writes the dotted lines in the other order.
        (bits % 2 === 0 ? targets : targets.toReversed()).filter(
          (_, bit) => (bits & (1 << (handle * 2 + bit))) !== 0,
        ),
      )
      yield { manager, dotted }
    }
  }
}

function managers({ manager, dotted }: Chart, handle: number, lines: LineKinds): number[] {
  const solid = lines === 'dotted' || manager[handle] === -1 ? [] : [manager[handle]]
  const all = [...solid, ...(lines === 'solid' ? [] : dotted[handle])]
  return [...new Set(all)].filter((upper) => upper !== handle)
}

function reports(chart: Chart, handle: number, lines: LineKinds): number[] {
  return [0, 1, 2].filter((lower) => managers(chart, lower, lines).includes(handle))
}

function above(chart: Chart, handle: number, lines: LineKinds): number[] {
  const found = [handle]
  for (const next of found) {
    for (const upper of managers(chart, next, lines)) if (!found.includes(upper)) found.push(upper)
  }
  return found.slice(1)
}

function below(chart: Chart, handle: number, lines: LineKinds, depth: number): number[] {
  const within = [handle]
  for (let level = [handle], distance = 0; distance < depth && level.length > 0; distance++) {
    level = level.flatMap((upper) => reports(chart, upper, lines)).filter((lower) => !within.includes(lower))
    within.push(...level)
  }
  const found = [handle]
  const visit = (upper: number): void => {
    for (const lower of reports(chart, upper, lines)) {
      if (found.includes(lower) || !within.includes(lower)) continue
      found.push(lower)
      visit(lower)
    }
  }
  visit(handle)
  return found.slice(1)
}

describe('reach', () => {
  it('agrees with the definitions on all charts of three roles, broken ones included', () => {
    let charts = 0
    for (const chart of allCharts()) {
      charts++
      const state = stateFrom(chart)
      for (const lines of LINES) {
        for (const handle of [0, 1, 2]) {
          const actual = [
            managersOfHandle(state, handle, lines),
            Array.from(reportsOfHandle(state, handle, lines)),
            climb(state, handle, lines),
            descend(state, handle, lines),
            descend(state, handle, lines, 1),
            descend(state, handle, lines, 0),
          ]
          const expected = [
            managers(chart, handle, lines),
            reports(chart, handle, lines),
            above(chart, handle, lines),
            below(chart, handle, lines, 3),
            below(chart, handle, lines, 1),
            [],
          ]
          if (JSON.stringify(actual) !== JSON.stringify(expected)) {
            expect({ chart, lines, handle, actual }).toEqual({ chart, lines, handle, actual: expected })
          }
        }
      }
    }
    expect(charts).toBe(4096)
  })

  it('climbs by distance, and at the same distance the solid line comes first', () => {
    // 5 reports to 3 and has dotted lines to 4 and 2; above them 3 → 1 → 0 and 4 → 0.
    const state = stateFrom({ manager: [-1, 0, 0, 1, 0, 3], dotted: [[], [], [], [], [], [4, 2]] })
    expect(climb(state, 5, 'all')).toEqual([3, 4, 2, 1, 0])
    expect(climb(state, 5, 'solid')).toEqual([3, 1, 0])
    expect(climb(state, 5, 'dotted')).toEqual([4, 2])
  })

  it('descends in preorder; a role with two managers comes at its first place', () => {
    // 0 above 1 and 2; 3 reports to 2 and has a dotted line to 1.
    const state = stateFrom({ manager: [-1, 0, 0, 2], dotted: [[], [], [], [1]] })
    expect(descend(state, 0, 'solid')).toEqual([1, 2, 3])
    expect(descend(state, 0, 'all')).toEqual([1, 3, 2])
  })

  it('counts depth along the shortest path, whichever path preorder takes first', () => {
    // 3 is two levels below 0 by way of 2, and three by way of 1 → 4 → 3; 5 is below 3.
    const state = stateFrom({
      manager: [-1, 0, 0, 4, 1, 3],
      dotted: [[], [], [], [2], [], []],
    })
    expect(descend(state, 0, 'all', 1)).toEqual([1, 2])
    expect(descend(state, 0, 'all', 2)).toEqual([1, 4, 3, 2])
    expect(descend(state, 0, 'all', 3)).toEqual([1, 4, 3, 5, 2])
  })

  it('is linear for a role with 100,000 dotted lines', () => {
    const count = 100_000
    const records = Array.from({ length: count }, (_, role) => ({ id: String(role) }))
    const everyone = records.slice(1).map(({ id }) => id)
    const state = stateOf(
      orgFromRecords(records, {
        id: 'id',
        manager: (_, role) => (role === 0 ? '7' : undefined),
        dotted: (_, role) => (role === 0 ? everyone : undefined),
      }),
    )
    const managers = managersOfHandle(state, 0, 'all')
    expect(managers.length).toBe(count - 1)
    expect(managers.slice(0, 3)).toEqual([7, 1, 2])
    expect(climb(state, 0, 'all').length).toBe(count - 1)
    expect(reportsOfHandle(state, 7, 'all')).toEqual([0])
  })

  it('walks a chain of 200,000 roles without recursion, along any lines', () => {
    const count = 200_000
    const records = Array.from({ length: count }, (_, role) => ({ id: String(role) }))
    const up = (_: unknown, role: number): string | undefined => (role === 0 ? undefined : String(role - 1))
    const solid = stateOf(orgFromRecords(records, { id: 'id', manager: up }))
    const dotted = stateOf(orgFromRecords(records, { id: 'id', dotted: up }))
    for (const [state, lines] of [
      [solid, 'solid'],
      [solid, 'all'],
      [dotted, 'dotted'],
      [dotted, 'all'],
    ] as const) {
      const chain = climb(state, count - 1, lines)
      expect([chain.length, chain[0], chain.at(-1)]).toEqual([count - 1, count - 2, 0])
      const reports = descend(state, 0, lines)
      expect([reports.length, reports[0], reports.at(-1)]).toEqual([count - 1, 1, count - 1])
      expect(descend(state, 0, lines, 2)).toEqual([1, 2])
    }
  })
})
