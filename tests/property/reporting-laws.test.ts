import fc from 'fast-check'
import {
  compareRoles,
  directReportsOf,
  isAbove,
  layerOf,
  type Lines,
  lowestCommonManagerOf,
  lowestCommonManagersOf,
  managementChainOf,
  managerOf,
  managersOf,
  type Org,
  organizationSizeOf,
  peersOf,
  reportingPathBetween,
  skipLevelManagerOf,
  spanOfControlOf,
  topRolesOf,
  transitiveReportsOf,
} from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { type ChartRecord, orgOfChart } from '../support/chart-record.js'
import { forestCharts, reorderings, tangledCharts } from '../support/org-arbitraries.js'

const EVERY_LINES: readonly Lines[] = ['solid', 'dotted', 'all']

/** Checks a law on many charts of one kind. */
function holds(charts: fc.Arbitrary<ChartRecord[]>, law: (org: Org, ids: readonly string[]) => void): void {
  fc.assert(
    fc.property(charts, (records) => {
      law(
        orgOfChart(records),
        records.map((record) => record.id),
      )
    }),
  )
}

function pairsOf(ids: readonly string[]): [a: string, b: string][] {
  return ids.flatMap((a) => ids.map((b): [string, string] => [a, b]))
}

const KINDS = [
  ['forests with dotted lines', forestCharts],
  ['charts with solid cycles', tangledCharts],
] as const

const cases = KINDS.flatMap(([kind, charts]) => EVERY_LINES.map((lines) => [kind, lines, charts] as const))

describe.each(cases)('on %s, along %s lines', { timeout: 60_000 }, (_kind, lines, charts) => {
  it('direct reports are the inverse of managers', () => {
    holds(charts, (org, ids) => {
      for (const [a, b] of pairsOf(ids)) {
        expect(directReportsOf(org, a, { lines }).includes(b)).toBe(managersOf(org, b, { lines }).includes(a))
      }
    })
  })

  it('transitive reports are the inverse of the management chain, and isAbove agrees', () => {
    holds(charts, (org, ids) => {
      const chains = new Map(ids.map((id) => [id, managementChainOf(org, id, { lines })]))
      for (const upper of ids) {
        const below = transitiveReportsOf(org, upper, { lines })
        const reaching = ids.filter((lower) => chains.get(lower)?.includes(upper))
        expect(below.toSorted()).toEqual(reaching.toSorted())
        expect(ids.filter((lower) => isAbove(org, upper, lower, { lines }))).toEqual(reaching)
      }
    })
  })

  it('everyone above is reached by going from manager to manager', () => {
    holds(charts, (org, ids) => {
      for (const id of ids) {
        const managers = managersOf(org, id, { lines })
        const above = new Set(
          managers.flatMap((manager) => [manager, ...managementChainOf(org, manager, { lines })]),
        )
        above.delete(id)
        const chain = managementChainOf(org, id, { lines })
        expect(new Set(chain)).toEqual(above)
        expect(chain.slice(0, managers.length)).toEqual(managers)
      }
    })
  })

  it('no answer repeats a role or holds the role that was asked for', () => {
    holds(charts, (org, ids) => {
      for (const id of ids) {
        const answers = [managersOf, directReportsOf, managementChainOf, transitiveReportsOf, peersOf].map(
          (query) => query(org, id, { lines }),
        )
        for (const answer of answers) {
          expect(new Set(answer).size).toBe(answer.length)
          expect(answer).not.toContain(id)
        }
      }
    })
  })

  it('direct reports, peers, tops and lowest common managers come in input order', () => {
    holds(charts, (org, ids) => {
      const inInputOrder = (answer: readonly string[]): string[] => ids.filter((id) => answer.includes(id))
      expect(topRolesOf(org, { lines })).toEqual(inInputOrder(topRolesOf(org, { lines })))
      for (const id of ids) {
        for (const query of [directReportsOf, peersOf]) {
          const answer = query(org, id, { lines })
          expect(answer).toEqual(inInputOrder(answer))
        }
        const lowest = lowestCommonManagersOf(org, [id, ids[0]], { lines })
        expect(lowest).toEqual(inInputOrder(lowest))
      }
    })
  })

  it('a depth of 1 gives the direct reports, each level more adds theirs, and enough levels give everyone', () => {
    holds(charts, (org, ids) => {
      for (const id of ids) {
        const all = transitiveReportsOf(org, id, { lines })
        expect(transitiveReportsOf(org, id, { lines, depth: ids.length })).toEqual(all)
        let upper = new Set([id])
        for (let depth = 1; depth <= 4; depth++) {
          upper = new Set([...upper, ...[...upper].flatMap((role) => directReportsOf(org, role, { lines }))])
          const within = transitiveReportsOf(org, id, { lines, depth })
          expect(new Set([id, ...within])).toEqual(upper)
        }
      }
    })
  })

  it('the organization size is one more than the transitive reports, the span of control counts the direct ones', () => {
    holds(charts, (org, ids) => {
      for (const id of ids) {
        expect(organizationSizeOf(org, id, { lines })).toBe(
          transitiveReportsOf(org, id, { lines }).length + 1,
        )
        expect(spanOfControlOf(org, id, { lines })).toBe(directReportsOf(org, id, { lines }).length)
      }
    })
  })

  it('peers are mutual and share a manager', () => {
    holds(charts, (org, ids) => {
      for (const [a, b] of pairsOf(ids)) {
        const mutual = peersOf(org, a, { lines }).includes(b)
        expect(peersOf(org, b, { lines }).includes(a)).toBe(mutual)
        const managers = managersOf(org, b, { lines })
        const shared = managersOf(org, a, { lines }).some((manager) => managers.includes(manager))
        expect(mutual).toBe(a !== b && shared)
      }
    })
  })

  it('lowest common managers are on every chain, and no other common manager is below only one of them', () => {
    holds(charts, (org, ids) => {
      for (const [a, b] of pairsOf(ids)) {
        const group = [a, b, ids[0]]
        const chains = group.map((id) => managementChainOf(org, id, { lines }))
        const common = ids.filter((id) => chains.every((chain) => chain.includes(id)))
        const lowest = lowestCommonManagersOf(org, group, { lines })
        expect(lowest.filter((id) => !common.includes(id))).toEqual([])
        expect(lowest.length > 0).toBe(common.length > 0)
        for (const id of lowest) {
          for (const other of common) {
            if (isAbove(org, id, other, { lines })) expect(isAbove(org, other, id, { lines })).toBe(true)
          }
        }
        // Every common manager is one of the lowest or above one.
        for (const id of common) {
          expect(lowest.includes(id) || lowest.some((low) => isAbove(org, id, low, { lines }))).toBe(true)
        }
      }
    })
  })

  it('a path goes up lines, over the apex and down lines, and is equally long in either direction', () => {
    holds(charts, (org, ids) => {
      for (const [from, to] of pairsOf(ids)) {
        const path = reportingPathBetween(org, from, to, { lines })
        const back = reportingPathBetween(org, to, from, { lines })
        expect(back?.roles.length).toBe(path?.roles.length)
        const ends = [from, to].map((end) => [end, ...managementChainOf(org, end, { lines })])
        expect(path !== undefined).toBe(ends[0].some((id) => ends[1].includes(id)))
        if (path === undefined) continue
        expect(path.roles).toEqual([...path.up, path.apex, ...path.down])
        expect([path.roles.at(0), path.roles.at(-1)]).toEqual([from, to])
        const steps = [...path.up, path.apex].map((id, index, way) => [id, way[index + 1]] as const)
        const stepsDown = [path.apex, ...path.down].map((id, index, way) => [way[index + 1], id] as const)
        for (const [report, manager] of [...steps.slice(0, -1), ...stepsDown.slice(0, -1)]) {
          expect(managersOf(org, report, { lines })).toContain(manager)
        }
      }
    })
  })

  it('comparing in reverse gives the opposite, by the same criterion', () => {
    const opposite = { above: 'below', below: 'above', same: 'same', incomparable: 'incomparable' } as const
    holds(charts, (org, ids) => {
      for (const [a, b] of pairsOf(ids)) {
        const there = compareRoles(org, a, b, { lines })
        const back = compareRoles(org, b, a, { lines })
        expect([back.relation, back.by]).toEqual([opposite[there.relation], there.by])
        expect(back.because).toHaveLength(there.because.length)
        const above = isAbove(org, a, b, { lines }) && !isAbove(org, b, a, { lines })
        expect(there.by === 'chain' && there.relation === 'above').toBe(above)
      }
    })
  })

  it('another order of the records changes nothing but the order of siblings', () => {
    const charted = charts.chain((records) => fc.tuple(fc.constant(records), reorderings(records)))
    fc.assert(
      fc.property(charted, ([records, reordered]) => {
        const org = orgOfChart(records)
        const other = orgOfChart(reordered)
        const ids = records.map((record) => record.id)
        const newOrder = reordered.map((record) => record.id)
        const inNewOrder = (answer: readonly string[]): string[] =>
          newOrder.filter((id) => answer.includes(id))
        expect(topRolesOf(other, { lines })).toEqual(inNewOrder(topRolesOf(org, { lines })))
        for (const id of ids) {
          for (const query of [managersOf, managementChainOf]) {
            expect(query(other, id, { lines })).toEqual(query(org, id, { lines }))
          }
          for (const query of [directReportsOf, peersOf]) {
            expect(query(other, id, { lines })).toEqual(inNewOrder(query(org, id, { lines })))
          }
          const below = [org, other].map((chart) => transitiveReportsOf(chart, id, { lines }).toSorted())
          expect(below[1]).toEqual(below[0])
          expect(layerOf(other, id)).toBe(layerOf(org, id))
        }
        for (const [a, b] of pairsOf(ids)) {
          expect(isAbove(other, a, b, { lines })).toBe(isAbove(org, a, b, { lines }))
          expect(compareRoles(other, a, b, { lines })).toEqual(compareRoles(org, a, b, { lines }))
          expect(lowestCommonManagersOf(other, [a, b], { lines })).toEqual(
            inNewOrder(lowestCommonManagersOf(org, [a, b], { lines })),
          )
          expect(reportingPathBetween(other, a, b, { lines })?.roles.length).toBe(
            reportingPathBetween(org, a, b, { lines })?.roles.length,
          )
        }
      }),
    )
  })
})

describe('on forests, along solid lines', () => {
  it('the layer is the length of the chain and one more', () => {
    holds(forestCharts, (org, ids) => {
      for (const id of ids) expect(layerOf(org, id)).toBe(managementChainOf(org, id).length + 1)
    })
  })

  it('the chain is the manager, then the chain of the manager', () => {
    holds(forestCharts, (org, ids) => {
      for (const id of ids) {
        const manager = managerOf(org, id)
        const chain = manager === undefined ? [] : [manager, ...managementChainOf(org, manager)]
        expect(managementChainOf(org, id)).toEqual(chain)
        expect(managersOf(org, id)).toEqual(chain.slice(0, 1))
        expect(skipLevelManagerOf(org, id)).toBe(chain.at(1))
      }
    })
  })

  it('transitive reports are each direct report, followed by those below it', () => {
    holds(forestCharts, (org, ids) => {
      for (const id of ids) {
        const below = directReportsOf(org, id).flatMap((report) => [
          report,
          ...transitiveReportsOf(org, report),
        ])
        expect(transitiveReportsOf(org, id)).toEqual(below)
      }
    })
  })

  it('the lowest common manager is the first that both chains share', () => {
    holds(forestCharts, (org, ids) => {
      for (const [a, b] of pairsOf(ids)) {
        const chain = managementChainOf(org, b)
        const first = managementChainOf(org, a).find((id) => chain.includes(id))
        expect(lowestCommonManagerOf(org, [a, b])).toBe(first)
        expect(lowestCommonManagersOf(org, [a, b])).toEqual(first === undefined ? [] : [first])
      }
    })
  })

  it('the path back is the path reversed, over the same apex, and does not depend on input order', () => {
    const charted = forestCharts.chain((records) => fc.tuple(fc.constant(records), reorderings(records)))
    fc.assert(
      fc.property(charted, ([records, reordered]) => {
        const org = orgOfChart(records)
        const other = orgOfChart(reordered)
        for (const [from, to] of pairsOf(records.map((record) => record.id))) {
          const path = reportingPathBetween(org, from, to)
          const back = reportingPathBetween(org, to, from)
          expect(back?.roles).toEqual(path?.roles.toReversed())
          expect(back?.apex).toBe(path?.apex)
          expect(back?.up).toEqual(path?.down.toReversed())
          expect(reportingPathBetween(other, from, to)).toEqual(path)
        }
      }),
    )
  })
})

describe('on charts with solid cycles', () => {
  it('a role has a layer if and only if its chain ends at a top', () => {
    holds(tangledCharts, (org, ids) => {
      const tops = topRolesOf(org)
      for (const id of ids) {
        const chain = [id, ...managementChainOf(org, id)]
        const endsAtTop = tops.includes(chain[chain.length - 1])
        expect(layerOf(org, id)).toBe(endsAtTop ? chain.length : undefined)
      }
    })
  })

  it('the lowest common manager is one of the lowest, the nearest to the first role', () => {
    holds(tangledCharts, (org, ids) => {
      for (const [a, b] of pairsOf(ids)) {
        const lowest = lowestCommonManagersOf(org, [a, b])
        const nearest = managementChainOf(org, a).find((id) => lowest.includes(id))
        expect(lowestCommonManagerOf(org, [a, b])).toBe(nearest)
      }
    })
  })
})
