import fc from 'fast-check'
import {
  type Lines,
  linesOf,
  type LineSpec,
  type Org,
  rollUp,
  spanOfControlOf,
  spansAndLayers,
  walk,
} from 'rolegraph'
import * as byHandle from 'rolegraph/handles'
import { describe, expect, it } from 'vitest'
import { answersOf } from '../support/answers-of.js'
import { forestCharts, tangledCharts } from '../support/org-arbitraries.js'
import { type NamedRecord, onlyNamed, orgOfNamed, withoutSolid } from '../support/named-chart.js'

/*
 * Lines of a name answer as a chart that has no other lines does, asked along all of them: every question, by id and by
 * handle, on every chart of two roles with every name on every line, and on every chart of three roles.
 */
const IDS = ['d', '__proto__', 'c']
const GRADES = [1, null, 2]
const NAMES = [undefined, 'x', 'y'] as const
const ASKED: readonly (readonly string[])[] = [['x'], ['y'], ['x', 'y'], ['z'], []]
const CRITERIA = [undefined, 'chain', 'grade'] as const

interface Plain {
  readonly solid: readonly (number | null)[]
  readonly dotted: readonly (readonly number[])[]
}

function plainCharts(count: number): Plain[] {
  const roles = Array.from({ length: count }, (_, role) => role)
  let charts: Plain[] = [{ solid: [], dotted: [] }]
  for (const role of roles) {
    const others = roles.filter((other) => other !== role)
    const subsets = others.reduce<number[][]>(
      (sets, other) => sets.flatMap((set) => [set, [other, ...set]]),
      [[]],
    )
    charts = charts.flatMap(({ solid, dotted }) =>
      [null, ...roles].flatMap((manager) =>
        subsets.map((set) => ({ solid: [...solid, manager], dotted: [...dotted, set] })),
      ),
    )
  }
  return charts
}

/** The chart with names on its lines, in the order of the lines. */
function named({ solid, dotted }: Plain, nameOf: (line: number) => string | undefined): NamedRecord[] {
  let line = 0
  const lineTo = (to: number): LineSpec => {
    const as = nameOf(line++)
    return as === undefined ? { to: IDS[to] } : { to: IDS[to], as }
  }
  return solid.map((manager, role) => ({
    id: IDS[role],
    manager: manager === null ? null : lineTo(manager),
    dotted: dotted[role].map(lineTo),
    grade: GRADES[role],
  }))
}

function linesIn({ solid, dotted }: Plain): number {
  return solid.filter((manager) => manager !== null).length + dotted.flat().length
}

/** Every answer, by id and by handle. */
function allAnswers(org: Org, roles: readonly string[], lines: Lines): object {
  const handles = roles.map((role) => byHandle.handleOf(org, role))
  const figures = Float64Array.from(handles, (handle) => 2 ** handle)
  const sums = rollUp(org, ({ id }) => 2 ** byHandle.handleOf(org, id), { lines })
  return {
    byId: answersOf(org, roles, lines, CRITERIA),
    lines: roles.map((role) => linesOf(org, role, { lines })),
    sums: [Array.from(sums), sums.total],
    walks: roles.map((role) =>
      walk(org, role, { relations: ['reportsTo', 'dottedTo'], lines, direction: 'both' }),
    ),
    byHandle: handles.map((handle) => [
      byHandle.spanOfControlOf(org, handle, { lines }),
      byHandle.organizationSizeOf(org, handle, { lines }),
      byHandle.managementChainOf(org, handle, { lines }),
      [...byHandle.directReportsOf(org, handle, { lines })],
      [...byHandle.transitiveReportsOf(org, handle, { lines })],
      handles.map((other) => byHandle.isAbove(org, handle, other, { lines })),
    ]),
    handleSums: [...byHandle.rollUp(org, figures, { lines })],
  }
}

/** As text, which is fast; only a difference needs a readable comparison. */
function expectSame(answers: object, expected: object): void {
  if (JSON.stringify(answers) !== JSON.stringify(expected)) expect(answers).toEqual(expected)
}

function expectNamedLines(records: readonly NamedRecord[], asked = ASKED): void {
  const org = orgOfNamed(records)
  const roles = records.map(({ id }) => id)
  for (const names of asked) {
    const as = names.length === 1 ? names[0] : names
    expectSame(
      { records, names, answers: allAnswers(org, roles, { as }) },
      { records, names, answers: allAnswers(orgOfNamed(onlyNamed(records, names)), roles, 'all') },
    )
  }
}

function expectWithoutStaff(records: readonly NamedRecord[], names: readonly string[]): void {
  const org = orgOfNamed(records)
  const without = orgOfNamed(withoutSolid(records, names))
  const staff = { exclude: names }
  for (const [handle, { id }] of records.entries()) {
    for (const lines of ['solid', 'dotted', 'all'] as const) {
      const expected = spanOfControlOf(without, id, { lines })
      expect(spanOfControlOf(org, id, { lines, staff })).toBe(expected)
      expect(byHandle.spanOfControlOf(org, handle, { lines, staff })).toBe(expected)
    }
    const expected = spanOfControlOf(orgOfNamed(onlyNamed(withoutSolid(records, names), ['y'])), id, {
      lines: 'all',
    })
    expect(spanOfControlOf(org, id, { lines: { as: 'y' }, staff })).toBe(expected)
  }
  const { managers, averageSpan, widestSpan, widest, bands } = spansAndLayers(without)
  expect(spansAndLayers(org, { staff })).toEqual({
    ...spansAndLayers(org),
    ...{ managers, averageSpan, widestSpan, widest, bands },
  })
}

describe('lines of a name', { timeout: 120_000 }, () => {
  it('answer as a chart of these lines alone: two roles, every name on every line', () => {
    let charts = 0
    for (const plain of plainCharts(2)) {
      for (let names = 0; names < 3 ** linesIn(plain); names++) {
        charts++
        expectNamedLines(named(plain, (line) => NAMES[Math.floor(names / 3 ** line) % 3]))
      }
    }
    // Each solid line is left out, or one of two with three names each; each dotted one is left out or there: 7 ** 2 * 4 ** 2.
    expect(charts).toBe(784)
  })

  it('answer as a chart of these lines alone: three roles, names in turn', () => {
    const charts = plainCharts(3)
    expect(charts).toHaveLength(4096)
    for (const [index, plain] of charts.entries()) {
      // Every chart has every rotation of the names somewhere, and is asked for one set of names.
      expectNamedLines(
        named(plain, (line) => NAMES[(line + index) % 3]),
        [ASKED[index % 3]],
      )
    }
  })

  it.each([
    ['forests', forestCharts],
    ['charts with cycles', tangledCharts],
  ])('answer as a chart of these lines alone: %s with any names', (_, charts) => {
    const names = fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(charts, names, (records, turns) => {
        let line = 0
        const lineTo = (to: string): LineSpec => {
          const as = turns[line++ % turns.length]
          return as === undefined ? { to } : { to, as }
        }
        expectNamedLines(
          records.map(({ manager, dotted, ...others }) => ({
            ...others,
            manager: manager === null ? null : lineTo(manager),
            dotted: dotted.map(lineTo),
          })),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('that are staff lines are left out of spans as if they were not there', () => {
    for (const [index, plain] of plainCharts(3).entries()) {
      if (index % 5 === 0)
        expectWithoutStaff(
          named(plain, (line) => NAMES[(line + index) % 3]),
          ['x'],
        )
    }
    for (const plain of plainCharts(2))
      expectWithoutStaff(
        named(plain, (line) => NAMES[line % 3]),
        ['x', 'y'],
      )
  })
})
