import { checkOrg, type Issue } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { chart, type Row } from './harness.js'

const MILLION = 1_000_000
const MANY = 200_000
const LONG = 60_000

const ring = (count: number, field: (to: string) => Omit<Row, 'id'>): Row[] =>
  Array.from({ length: count }, (_, i) => ({ id: `r${String(i)}`, ...field(`r${String((i + 1) % count)}`) }))

function only(issues: readonly Issue[], code: string): Issue {
  const found = issues.filter((issue) => issue.code === code)
  expect(found).toHaveLength(1)
  return found[0]
}

/** Long lists are not compared as such: a failure would print all of them. */
function expectRing({ roles, witness, message }: Issue, count: number): void {
  expect(roles.length).toBe(count)
  expect(witness.length).toBe(count + 1)
  expect(witness.every((id, i) => id === `r${String(i % count)}`)).toBe(true)
  expect(message.length).toBeLessThan(200)
}

describe('large charts', () => {
  it(
    'have a cycle of a million roles as one issue, with a short message and the whole witness',
    () => {
      const { issues, counts } = checkOrg(chart(ring(MILLION, (manager) => ({ manager }))))
      expect(counts).toEqual({ REPORTING_CYCLE: 1, NO_TOP: 1 })
      expectRing(only(issues, 'REPORTING_CYCLE'), MILLION)
      expect(only(issues, 'NO_TOP').witness.length).toBe(MILLION + 1)
    },
    LONG,
  )

  it(
    'have a cycle of dotted lines as one issue, with a short message and the whole witness',
    () => {
      const { issues, counts } = checkOrg(chart(ring(MANY, (to) => ({ dotted: [to] }))))
      expect(counts).toEqual({ DOTTED_CYCLE: 1 })
      expectRing(only(issues, 'DOTTED_CYCLE'), MANY)
    },
    LONG,
  )

  it(
    'have a chain below a cycle as one issue, with a short message and the whole chain',
    () => {
      const rows = Array.from({ length: MANY }, (_, i) => ({
        id: `r${String(i)}`,
        manager: `r${String(i - 1)}`,
      }))
      rows[0] = { id: 'r0', manager: 'r1' }
      const { issues, counts } = checkOrg(chart(rows.reverse()))
      expect(counts).toEqual({ REPORTING_CYCLE: 1, NO_TOP: 1, CUT_OFF: 1 })
      const { roles, witness, message } = only(issues, 'CUT_OFF')
      expect(roles.length).toBe(MANY - 2)
      expect(witness.length).toBe(MANY - 1)
      expect([witness[0], witness.at(-1)]).toEqual([`r${String(MANY - 1)}`, 'r1'])
      expect(message.length).toBeLessThan(300)
    },
    LONG,
  )

  it(
    'have all their issues counted, and a thousand listed',
    () => {
      const isolated = Array.from({ length: MANY }, (_, i) => ({ id: `r${String(i)}` }))
      const result = checkOrg(chart([{ id: 'top' }, { id: 'report', manager: 'top' }, ...isolated]))
      expect(result.counts).toEqual({ ISOLATED_ROLE: MANY })
      expect(result.issues.length).toBe(1000)
    },
    LONG,
  )

  it(
    'have one issue where they have no lines at all, with a short message',
    () => {
      const { issues, total } = checkOrg(
        chart(Array.from({ length: MANY }, (_, i) => ({ id: `r${String(i)}` }))),
      )
      expect(total).toBe(1)
      expect(issues[0]?.roles).toHaveLength(MANY)
      expect(issues[0]?.message.length).toBeLessThan(200)
    },
    LONG,
  )
})
