import fc from 'fast-check'
import * as byId from 'rolegraph'
import { type Lines, type Org, orgFromRecords } from 'rolegraph'
import * as byHandle from 'rolegraph/handles'
import { describe, expect, it } from 'vitest'
import { allFunctionalGraphs } from '../engine/all-functional-graphs.js'
import { type ChartRecord, orgOfChart } from '../support/chart-record.js'
import { forestCharts, tangledCharts } from '../support/org-arbitraries.js'

const EVERY_LINES: readonly Lines[] = ['solid', 'dotted', 'all']

/** Answers of a role and of each pair of roles, as ids. */
interface Answers {
  readonly manager: string | undefined
  readonly layer: number | undefined
  readonly perLines: readonly {
    readonly span: number
    readonly size: number
    readonly chain: readonly string[]
    readonly reports: readonly string[]
    readonly below: readonly string[]
  }[]
  readonly pairs: readonly { readonly common: string | undefined; readonly above: readonly boolean[] }[]
  readonly sum: number
}

/** A figure a role such that every set of roles has a sum of its own. */
function figureOf(role: number): number {
  return 2 ** role
}

function answersById(org: Org, ids: readonly string[]): Answers[] {
  const figures = new Map(ids.map((id, role) => [id, figureOf(role)]))
  const sums = byId.rollUp(org, ({ id }) => figures.get(id) ?? NaN)
  return ids.map((id) => ({
    manager: byId.managerOf(org, id),
    layer: byId.layerOf(org, id),
    perLines: EVERY_LINES.map((lines) => ({
      span: byId.spanOfControlOf(org, id, { lines }),
      size: byId.organizationSizeOf(org, id, { lines }),
      chain: byId.managementChainOf(org, id, { lines }),
      reports: byId.directReportsOf(org, id, { lines }),
      below: byId.transitiveReportsOf(org, id, { lines }),
    })),
    pairs: ids.map((other) => ({
      common: byId.lowestCommonManagerOf(org, [id, other]),
      above: EVERY_LINES.map((lines) => byId.isAbove(org, id, other, { lines })),
    })),
    sum: sums.of(id),
  }))
}

function answersByHandle(org: Org, ids: readonly string[]): Answers[] {
  const idsOf = (handles: Iterable<number>): string[] =>
    Array.from(handles, (handle) => byHandle.idOf(org, handle))
  const idOrNone = (handle: number): string | undefined => {
    return handle === byHandle.NO_HANDLE ? undefined : byHandle.idOf(org, handle)
  }
  const sums = byHandle.rollUp(
    org,
    Float64Array.from(ids, (_, role) => figureOf(role)),
  )
  return ids.map((id) => {
    const handle = byHandle.handleOf(org, id)
    return {
      manager: idOrNone(byHandle.managerOf(org, handle)),
      layer: byHandle.layerOf(org, handle) || undefined,
      perLines: EVERY_LINES.map((lines) => ({
        span: byHandle.spanOfControlOf(org, handle, { lines }),
        size: byHandle.organizationSizeOf(org, handle, { lines }),
        chain: idsOf(byHandle.managementChainOf(org, handle, { lines })),
        reports: idsOf(byHandle.directReportsOf(org, handle, { lines })),
        below: idsOf(byHandle.transitiveReportsOf(org, handle, { lines })),
      })),
      pairs: ids.map((otherId) => {
        const other = byHandle.handleOf(org, otherId)
        return {
          common: idOrNone(byHandle.lowestCommonManagerOf(org, Int32Array.of(handle, other))),
          above: EVERY_LINES.map((lines) => byHandle.isAbove(org, handle, other, { lines })),
        }
      }),
      sum: sums[handle],
    }
  })
}

function expectTheSame(org: Org, ids: readonly string[]): void {
  expect(ids.map((id) => byHandle.handleOf(org, id))).toEqual(ids.map((_, role) => role))
  expect(byHandle.roleCountOf(org)).toBe(ids.length)
  const answers = answersByHandle(org, ids)
  const expected = answersById(org, ids)
  // As text, which is fast; only a difference needs a readable comparison.
  if (JSON.stringify(answers) !== JSON.stringify(expected)) expect(answers).toEqual(expected)
}

describe('the queries by handle give the same answers as the queries by id', { timeout: 120_000 }, () => {
  it.each([1, 2, 3, 4])('on all solid charts of %i roles, cycles and self-reports included', (count) => {
    const ids = ['d', '__proto__', 'c', ''].slice(0, count)
    for (const manager of allFunctionalGraphs(count)) {
      const records = ids.map((id, role) => ({
        id,
        manager: manager[role] === -1 ? null : ids[manager[role]],
      }))
      expectTheSame(orgFromRecords(records, { id: 'id', manager: 'manager', onIssue: 'collect' }), ids)
    }
  })

  it.each<[string, fc.Arbitrary<ChartRecord[]>]>([
    ['forests with dotted lines', forestCharts],
    ['charts with solid cycles and dotted lines', tangledCharts],
  ])('on %s', (_, charts) => {
    fc.assert(
      fc.property(charts, (records) => {
        const ids = records.map(({ id }) => id)
        expectTheSame(orgOfChart(records), ids)
      }),
      { numRuns: 300 },
    )
  })

  it('for three and more roles in common', () => {
    fc.assert(
      fc.property(
        tangledCharts.chain((records) => {
          const role = fc.nat(records.length - 1)
          return fc.tuple(fc.constant(records), fc.array(role, { minLength: 3, maxLength: 5 }))
        }),
        ([records, handles]) => {
          const org = orgOfChart(records)
          const common = byHandle.lowestCommonManagerOf(org, handles)
          const ids = handles.map((handle) => records[handle].id)
          const expected = byId.lowestCommonManagerOf(org, ids)
          expect(common).toBe(expected === undefined ? -1 : byHandle.handleOf(org, expected))
        },
      ),
    )
  })
})
