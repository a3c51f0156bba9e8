import {
  defineOrg,
  isOrgError,
  type Org,
  orgFromRecords,
  type Role,
  roleOf,
  type RollUp,
  rollUp,
  rolesOf,
  managerOf,
} from 'rolegraph'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { hostileOrg } from './hostile-org.js'

const org = defineOrg({
  roles: {
    analyst: { reportsTo: 'manager', holders: ['Ann', 'Ben'], fte: 1.5, cost: 40 },
    manager: { reportsTo: 'director', holders: [], fte: 1, cost: 60 },
    director: { cost: 100, data: { desks: 3 } },
    planner: { reportsTo: 'manager', vacant: true, fte: 0.5, dottedTo: 'sponsor' },
    clerk: { reportsTo: 'director', vacant: false, fte: 0 },
    sponsor: { holders: ['Cy'], cost: 7 },
  },
  units: { pmo: { head: 'manager' }, loose: {} },
})

describe('rollUp', () => {
  it.each([
    ['headcount', 0, [2, 2, 4, 0, 1, 1], [2, 0, 1, 0, 1, 1], 5],
    ['fte', 2, [1.5, 3, 3, 0.5, 0, 0], [1.5, 1, 0, 0.5, 0, 0], 3],
    ['cost', 2, [40, 100, 200, 0, 0, 7], [40, 60, 100, 0, 0, 7], 207],
  ] as const)('sums %s over each role and everyone below', (measure, missing, sums, own, total) => {
    const answer = rollUp(org, measure)
    const ids = rolesOf(org)
    expect([...answer]).toEqual(ids.map((id, index) => [id, sums[index]]))
    expect(ids.map((id) => answer.of(id))).toEqual(sums)
    expect(ids.map((id) => answer.own(id))).toEqual(own)
    expect(answer.total).toBe(total)
    expect(answer.missing).toBe(missing)
  })

  it('sums the members of a unit and of its parts, each once, with and without a head', () => {
    // x leads a and y reports to it; z, in another part of a, reports to nobody.
    const roles = {
      x: { unit: 'a', cost: 2 },
      y: { unit: 'a1', cost: 3, reportsTo: 'x' },
      z: { unit: 'a2', cost: 3 },
    } as const
    const parts = { a1: { partOf: 'a' }, a2: { partOf: 'a' }, empty: { head: 'x' } } as const
    for (const a of [{ head: 'x' }, {}] as const) {
      const cost = rollUp(defineOrg({ roles, units: { a, ...parts } }), 'cost')
      expect([cost.of('a'), cost.of('a1'), cost.of('a2'), cost.of('empty')]).toEqual([8, 3, 3, 0])
      // Its own members alone, without those of its parts.
      expect([cost.own('a'), cost.own('a1'), cost.own('a2'), cost.own('empty')]).toEqual([2, 3, 3, 0])
      expect(cost.of('x')).toBe(5)
    }
  })

  it('sums a unit whose parts are part of each other in a cycle once', () => {
    const rows = [
      { id: 'p', unit: 'u', fte: 1 },
      { id: 'q', unit: 'v', fte: 2 },
      { id: 'r', unit: 'v', fte: null },
    ]
    const units = { u: { partOf: 'v' }, v: { partOf: 'u' } }
    const org = orgFromRecords(rows, { id: 'id', unit: 'unit', fte: 'fte', units, onIssue: 'collect' })
    const fte = rollUp(org, 'fte')
    expect([fte.of('u'), fte.of('v'), fte.own('u'), fte.own('v')]).toEqual([3, 3, 1, 2])
    expect(rollUp(org, 'headcount').of('u')).toBe(3)
    expect(rollUp(org, (role) => role.id.length).of('v')).toBe(3)
  })

  it('sums what a function returns for the record of each role, in input order', () => {
    const asked: string[] = []
    const answer = rollUp(org, (role) => {
      expect(role).toEqual(roleOf(org, role.id))
      asked.push(role.id)
      return role.title.length
    })
    expect(asked).toEqual(['analyst', 'manager', 'director', 'planner', 'clerk', 'sponsor'])
    // analyst 7, manager 7, director 8, planner 7, clerk 5, sponsor 7
    expect([...answer].map(([, sum]) => sum)).toEqual([7, 21, 34, 7, 5, 7])
    expect(answer).toMatchObject({ total: 41, missing: 0 })
  })

  it('takes figures of any sign from a function', () => {
    expect(rollUp(org, (role) => (role.id === 'manager' ? -2.5 : 0)).of('director')).toBe(-2.5)
  })

  it('lets the function ask the org, also across a cycle', () => {
    const rows = [
      { id: 'a', boss: 'b' },
      { id: 'b', boss: 'a' },
    ]
    const round = orgFromRecords(rows, { id: 'id', manager: 'boss', onIssue: 'collect' })
    const nested = rollUp(round, (role) => rollUp(round, 'headcount').of(role.id))
    expect([...nested]).toEqual([
      ['a', 4],
      ['b', 4],
    ])
  })

  it('counts one holder per role where no role states its holders', () => {
    const bare = defineOrg({ roles: { a: {}, b: { reportsTo: 'a' }, c: { reportsTo: 'b' } } })
    expect([...rollUp(bare, 'headcount')].map(([, sum]) => sum)).toEqual([3, 2, 1])
    expect(rollUp(bare, 'cost')).toMatchObject({ total: 0, missing: 3 })
    expect(rollUp(defineOrg({ roles: {} }), 'fte')).toMatchObject({ total: 0, missing: 0 })
  })

  it('gives the members of a cycle one sum, and the roles below it their own', () => {
    // a → b → c → a; d and e below a, f below e; self alone in a cycle with g below; top → low.
    const bosses = {
      f: 'e',
      e: 'a',
      a: 'b',
      b: 'c',
      c: 'a',
      d: 'a',
      self: 'self',
      g: 'self',
      top: null,
      low: 'top',
    }
    const rows = Object.entries(bosses).map(([id, boss], index) => ({ id, boss, fte: 2 ** index }))
    const round = orgFromRecords(rows, { id: 'id', manager: 'boss', fte: 'fte', onIssue: 'collect' })
    expect(Object.fromEntries(rollUp(round, 'fte'))).toEqual({
      f: 1,
      e: 3,
      a: 63,
      b: 63,
      c: 63,
      d: 32,
      self: 192,
      g: 128,
      top: 768,
      low: 512,
    })
    expect(rollUp(round, 'fte').total).toBe(1023)
  })

  it('agrees with a walk up the managers on charts of any shape, cycles included', () => {
    let seed = 7
    const below = (bound: number): number => {
      seed = (seed * 48271) % 2147483647
      return seed % bound
    }
    for (let chart = 0; chart < 300; chart++) {
      const count = 1 + below(12)
      // Eighths add up exactly too, but are not whole numbers.
      const parts = chart % 2 === 0 ? 1 : 8
      const rows = Array.from({ length: count }, (_, index) => {
        const boss = below(count + 2)
        return {
          id: String(index),
          boss: boss < count ? String(boss) : null,
          cost: below(2) === 0 ? below(100) / parts : null,
        }
      })
      const any = orgFromRecords(rows, { id: 'id', manager: 'boss', cost: 'cost', onIssue: 'collect' })
      const answer = rollUp(any, 'cost')
      for (const { id } of rows) expect(answer.of(id)).toBe(naiveCost(any, id))
      expect(answer.total).toBe(rows.reduce((sum, row) => sum + (row.cost ?? 0), 0))
      expect(answer.missing).toBe(rows.filter((row) => row.cost === null).length)
    }
  })

  it('answers for a cycle of 50,000 roles and for a chain as long, in and out of order', () => {
    const count = 50_000
    const ring = Array.from({ length: count }, (_, index) => ({
      id: String(index),
      boss: String((index + 1) % count),
    }))
    const round = rollUp(orgFromRecords(ring, { id: 'id', manager: 'boss', onIssue: 'collect' }), 'headcount')
    expect([round.of('0'), round.of('49999'), round.total]).toEqual([count, count, count])
    const chain = ring.map(({ id, boss }) => ({ id, boss: boss === '0' ? null : boss }))
    const long = rollUp(orgFromRecords(chain, { id: 'id', manager: 'boss' }), 'headcount')
    expect([long.of('0'), long.of('1000'), long.of('49999')]).toEqual([1, 1001, count])
  })

  it('has the sum of a single top as its total, to the last bit', () => {
    const rows = Array.from({ length: 50 }, (_, index) => ({
      id: String(index),
      boss: index === 0 ? null : String(Math.floor((index - 1) / 3)),
      cost: 0.1 * index,
    }))
    const answer = rollUp(orgFromRecords(rows, { id: 'id', manager: 'boss', cost: 'cost' }), 'cost')
    expect(answer.total).toBe(answer.of('0'))
  })

  it('keeps a small figure next to a very large one exact', () => {
    const rows = [
      { id: 'top', boss: null, cost: 0 },
      { id: 'great', boss: 'top', cost: 2 ** 60 },
      { id: 'one', boss: 'top', cost: 1 },
    ]
    const sums = rollUp(orgFromRecords(rows, { id: 'id', manager: 'boss', cost: 'cost' }), 'cost')
    expect([sums.of('great'), sums.of('one'), sums.total]).toEqual([2 ** 60, 1, 2 ** 60])
  })

  it('gives a role without reports its own figure, to the last bit', () => {
    const rows = [0, 0.1, 0.2, 0.3].map((cost, id) => ({ id: String(id), boss: id === 0 ? null : '0', cost }))
    const sums = rollUp(orgFromRecords(rows, { id: 'id', manager: 'boss', cost: 'cost' }), 'cost')
    expect(['1', '2', '3'].map((id) => sums.of(id))).toEqual([0.1, 0.2, 0.3])
  })

  it('sums losses as well as gains', () => {
    const figures = { director: -5, manager: 7, analyst: -9, planner: 0, clerk: 3, sponsor: 1 }
    const answer = rollUp(org, (role) => figures[role.id])
    expect([...answer]).toEqual([
      ['analyst', -9],
      ['manager', -2],
      ['director', -4],
      ['planner', 0],
      ['clerk', 3],
      ['sponsor', 1],
    ])
    const great = rollUp(org, (role) => (role.id === 'planner' ? -(2 ** 60) : 1))
    expect([great.of('planner'), great.of('clerk')]).toEqual([-(2 ** 60), 1])
  })

  it('answers for hostile ids', () => {
    expect([...rollUp(hostileOrg, 'fte')]).toEqual([
      ['__proto__', 31],
      ['constructor', 30],
      ['', 28],
      ['7', 8],
      ['007', 16],
    ])
    // 'constructor' is the member of the one unit, '7' and '007' are those of its part.
    const fte = rollUp(hostileOrg, 'fte')
    expect([fte.of('hasOwnProperty'), fte.own('hasOwnProperty'), fte.of('valueOf')]).toEqual([26, 2, 24])
  })

  it('is read-only, and can be iterated again', () => {
    const answer = rollUp(org, 'cost')
    expect(Object.isFrozen(answer)).toBe(true)
    for (const pair of answer) pair[1] = 0
    expect(answer.of('director')).toBe(200)
    expect([...answer]).toEqual([...answer])
  })

  it('is typed by ids, units and data', () => {
    const answer = rollUp(org, (role) => {
      expectTypeOf(role.data).toEqualTypeOf<{ desks: number } | undefined>()
      return role.data?.desks ?? 0
    })
    expect(answer.total).toBe(3)
    const wide: RollUp = answer
    expect(wide.of('director')).toBe(3)
    expectTypeOf([...answer][0]).toEqualTypeOf<
      ['analyst' | 'manager' | 'director' | 'planner' | 'clerk' | 'sponsor', number]
    >()
    const pay = (role: Role): number => role.cost ?? 0
    expect(rollUp(org, pay).total).toBe(207)
    // @ts-expect-error -- a typo does not compile
    expect(() => answer.of('directr')).toThrow("did you mean 'director'")
    // @ts-expect-error -- nor does an unknown measure
    expect(() => rollUp(org, 'salary')).toThrow()
  })

  it.each([Number.NaN, Infinity, undefined, '7', null, 7n] as unknown[])(
    'refuses %s from a function',
    (value) => {
      try {
        rollUp(org, (role) => (role.id === 'planner' ? (value as number) : 1))
        expect.unreachable()
      } catch (error) {
        if (!isOrgError(error, 'INVALID_MEASURE')) throw error
        expect(error.details).toEqual({ role: 'planner', received: value })
        expect(error.message).toMatch(/'planner'/)
      }
    },
  )

  it('passes on what the function throws', () => {
    const failure = new Error('no salary')
    expect(() =>
      rollUp(org, () => {
        throw failure
      }),
    ).toThrow(failure)
  })

  it.each(['salary', '', '__proto__', 'constructor', undefined, null, 7, {}] as unknown[])(
    'refuses the measure %j',
    (measure) => {
      expect(() => rollUp(org, measure as 'cost')).toThrow(
        expect.objectContaining({
          code: 'INVALID_OPTION',
          details: {
            option: 'measure',
            received: measure,
            allowed: "'headcount' | 'fte' | 'cost' | (role) => number",
          },
        }),
      )
    },
  )

  it.each([
    ['nobody', 'UNKNOWN_ROLE'],
    ['__proto__', 'UNKNOWN_ROLE'],
    ['', 'UNKNOWN_ROLE'],
  ])('throws for %s', (role, code) => {
    const answer = rollUp(org, 'cost')
    expect(() => answer.of(role as 'pmo')).toThrow(expect.objectContaining({ code }))
    expect(() => answer.own(role as 'pmo')).toThrow(expect.objectContaining({ code }))
  })
})

/** The cost of all roles from which a walk up the managers reaches a role. */
function naiveCost(any: Org, top: string): number {
  let sum = 0
  for (const id of rolesOf(any)) {
    const met = new Set<string>()
    for (let at: string | undefined = id; at !== undefined && !met.has(at); at = managerOf(any, at))
      met.add(at)
    if (met.has(top)) sum += roleOf(any, id).cost ?? 0
  }
  return sum
}
