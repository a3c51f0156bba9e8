import type { LineKinds } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { answersOf, groups, pairs } from '../support/answers-of.js'
import { chartRecord, type ChartRecord, orgOfChart } from '../support/chart-record.js'
import { NaiveOrg } from '../support/naive-org.js'

/*
 * Every chart of up to four roles, asked every question, against the oracle. Ids are out of alphabetical
 * order, so that input order and alphabetical order cannot be taken for each other; one of them is __proto__.
 */
const IDS = ['d', '__proto__', 'c', 'b']
const GRADES = [1, null, 2, 1]
const EVERY_LINES: readonly LineKinds[] = ['solid', 'dotted', 'all']
const CRITERIA = [undefined, 'chain', 'grade', 'layer'] as const

/** Every solid manager or none for each role, the role itself included: (count + 1) ** count charts. */
function solidCharts(count: number): (string | null)[][] {
  const choices = [null, ...IDS.slice(0, count)]
  let charts: (string | null)[][] = [[]]
  for (let role = 0; role < count; role++) {
    charts = charts.flatMap((chart) => choices.map((manager) => [...chart, manager]))
  }
  return charts
}

/** Every set of dotted lines between different roles: 2 ** (count * (count - 1)) charts. */
function dottedCharts(count: number): string[][][] {
  const ids = IDS.slice(0, count)
  let charts: string[][][] = [[]]
  for (const id of ids) {
    const others = ids.filter((other) => other !== id)
    const subsets = others.reduce<string[][]>(
      // Later ones first in every other subset, so that input order is not always the order of the roles.
      (sets, other) =>
        sets.flatMap((set, index) => [set, index % 2 === 0 ? [...set, other] : [other, ...set]]),
      [[]],
    )
    charts = charts.flatMap((chart) => subsets.map((managers) => [...chart, managers]))
  }
  return charts
}

function chartOf(solid: readonly (string | null)[], dotted: readonly (readonly string[])[]): ChartRecord[] {
  return solid.map((manager, role) => {
    return chartRecord(IDS[role], { manager, dotted: dotted[role] ?? [], grade: GRADES[role] })
  })
}

function expectedAnswers(oracle: NaiveOrg, lines: LineKinds, solid: NaiveOrg): object {
  const { roles } = oracle
  return {
    tops: oracle.topRolesOf(lines),
    roles: roles.map((role) => ({
      managers: oracle.managersOf(role),
      reports: oracle.directReportsOf(role),
      chain: oracle.managementChainOf(role),
      below: oracle.transitiveReportsOf(role),
      twoBelow: oracle.transitiveReportsOf(role, 2),
      peers: oracle.peersOf(role),
      size: oracle.transitiveReportsOf(role).length + 1,
      span: oracle.directReportsOf(role).length,
    })),
    pairs: pairs(roles).map(([a, b]) => ({
      isAbove: oracle.isAbove(a, b),
      path: oracle.reportingPathBetween(a, b),
      compared: CRITERIA.map((by) => oracle.compareRoles(a, b, solid, by)),
    })),
    groups: groups(roles).map((group) => oracle.lowestCommonManagersOf(group)),
    solid:
      lines === 'solid' &&
      roles.map((role) => [
        oracle.managersOf(role).at(0),
        oracle.skipLevelManagerOf(role),
        oracle.layerOf(role),
      ]),
    solidGroups: lines === 'solid' && groups(roles).map((group) => oracle.lowestCommonManagerOf(group)),
  }
}

/** Compares as text, which is fast; only a difference needs a readable comparison. */
function expectOracle(chart: readonly ChartRecord[], everyLines = EVERY_LINES): void {
  const org = orgOfChart(chart)
  const solid = new NaiveOrg(chart, 'solid')
  for (const lines of everyLines) {
    const oracle = lines === 'solid' ? solid : new NaiveOrg(chart, lines)
    const answers = answersOf(org, oracle.roles, lines, CRITERIA)
    const expected = expectedAnswers(oracle, lines, solid)
    if (JSON.stringify(answers) === JSON.stringify(expected)) continue
    expect({ chart, lines, answers }).toEqual({ chart, lines, answers: expected })
    // Equal, but written in another order: the text comparison above is then too strict.
    expect(JSON.stringify(answers)).toBe(JSON.stringify(expected))
  }
}

// Seconds of work: far from the limit here, and a slow machine may take several times as long.
describe('every chart of up to four roles', { timeout: 120_000 }, () => {
  it.each([
    [1, 2],
    [2, 9],
    [3, 64],
    [4, 625],
  ])('of %i roles with solid lines, reports to itself and cycles included: %i', (count, total) => {
    const charts = solidCharts(count)
    expect(charts).toHaveLength(total)
    for (const solid of charts) expectOracle(chartOf(solid, []))
  })

  it.each([
    [2, 4],
    [3, 64],
    [4, 4096],
  ])('of %i roles with dotted lines only: %i', (count, total) => {
    const charts = dottedCharts(count)
    expect(charts).toHaveLength(total)
    const noManagers = Array.from({ length: count }, () => null)
    for (const dotted of charts) expectOracle(chartOf(noManagers, dotted))
  })

  it('of three roles with every combination of solid and dotted lines: 4096', () => {
    for (const solid of solidCharts(3)) {
      for (const dotted of dottedCharts(3)) expectOracle(chartOf(solid, dotted))
    }
  })

  it('of four roles with all dotted lines, each with some solid ones, both followed: 4096', () => {
    const solids = solidCharts(4)
    for (const [index, dotted] of dottedCharts(4).entries()) {
      // 7 and 625 have no common divisor, so every solid chart is used.
      expectOracle(chartOf(solids[(index * 7) % solids.length], dotted), ['all'])
    }
  })
})
