import fc from 'fast-check'
import { checkOrg } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { chart, type Row, structureRule } from './harness.js'

interface Line {
  readonly from: string
  readonly to: string
  readonly dotted: boolean
}

/** Charts of a few roles with any solid manager and any dotted ones. */
const charts = fc.integer({ min: 1, max: 6 }).chain((count) => {
  const ids = Array.from({ length: count }, (_, index) => `r${String(index)}`)
  const rows = ids.map((id) =>
    fc.record({
      id: fc.constant(id),
      manager: fc.option(fc.constantFrom(...ids), { nil: undefined }),
      dotted: fc.subarray(ids, { maxLength: Math.min(2, count) }),
    }),
  )
  return fc
    .tuple(...rows)
    .map((list) => list.map(({ manager, ...row }): Row => ({ ...row, ...(manager && { manager }) })))
})

/** The lines that count, in the order of the rows: not those to oneself, and of a doubled line the solid one. */
function linesOf(rows: readonly Row[]): Line[] {
  return rows.flatMap(({ id, manager, dotted = [] }) => [
    ...(manager === undefined || manager === id ? [] : [{ from: id, to: manager, dotted: false }]),
    ...dotted.filter((to) => to !== id && to !== manager).map((to) => ({ from: id, to, dotted: true })),
  ])
}

/** All paths along the lines from one role to another that visit no role twice, by their roles. */
function waysBetween(
  lines: readonly Line[],
  from: string,
  to: string,
  passed: readonly string[] = [],
): string[][] {
  if (from === to) return [[to]]
  return lines
    .filter((line) => line.from === from && !passed.includes(line.to))
    .flatMap((line) => waysBetween(lines, line.to, to, [...passed, from]))
    .map((way) => [from, ...way])
}

/** By definition: sets of roles that all reach each other, and in each the shortest cycle with a dotted line. */
function cyclesByDefinition(rows: readonly Row[]): { roles: string[]; length: number }[] {
  const lines = linesOf(rows)
  const reaches = (from: string, to: string): boolean => waysBetween(lines, from, to).length > 0
  const sets = rows.map(({ id }) =>
    rows.map((row) => row.id).filter((other) => reaches(id, other) && reaches(other, id)),
  )
  const distinct = sets.filter((set, index) => set[0] === rows[index].id)
  return distinct.flatMap((roles) => {
    const rounds = lines
      .filter((line) => line.dotted && roles.includes(line.from) && roles.includes(line.to))
      .flatMap((line) => waysBetween(lines, line.to, line.from).map((way) => way.length))
    return rounds.length === 0 ? [] : [{ roles, length: Math.min(...rounds) }]
  })
}

describe('DOTTED_CYCLE', () => {
  it('agrees with the definition on charts of a few roles', () => {
    fc.assert(
      fc.property(charts, (rows) => {
        const { issues } = checkOrg(chart(rows), { rules: [structureRule('DOTTED_CYCLE')] })
        const expected = cyclesByDefinition(rows)
        expect(issues.map((issue) => issue.roles)).toEqual(expected.map((cycle) => cycle.roles))
        expect(issues.map((issue) => issue.witness.length - 1)).toEqual(expected.map((cycle) => cycle.length))
        const lines = linesOf(rows)
        for (const { witness, roles } of issues) {
          const steps = witness.slice(1).map((to, step) => {
            return lines.find((line) => line.from === witness[step] && line.to === to)
          })
          expect(steps).not.toContain(undefined)
          expect(steps[0]?.dotted).toBe(true)
          expect(witness.at(-1)).toBe(witness[0])
          expect(new Set(witness).size).toBe(witness.length - 1)
          for (const member of witness) expect(roles).toContain(member)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
