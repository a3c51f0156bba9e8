import fc from 'fast-check'
import { type CareerPath, careerPath, careerPaths, type Org, orgFromRecords } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { careers, largeCareers } from '../support/career-arbitraries.js'
import { bestFirst, type CareerRecord, naivePaths } from '../support/naive-careers.js'

function orgOf(records: readonly CareerRecord[]): Org {
  return orgFromRecords(records, { id: 'id', family: 'family', moves: 'moves' })
}

/** Careers, two of their roles, and any options that fit them. */
const questions = careers.chain((records) => {
  const ids = records.map(({ id }) => id)
  const families = [...new Set(records.flatMap(({ family }) => family ?? []))]
  return fc.record({
    records: fc.constant(records),
    from: fc.constantFrom(...ids),
    to: fc.constantFrom(...ids),
    options: fc.record(
      {
        by: fc.constantFrom('steps' as const, 'years' as const),
        maxYears: fc.constantFrom(0, 2 / 7, 0.3, 1, 2.2, 4, Infinity),
        avoid: fc.subarray(ids, { maxLength: 1 }),
        families: fc.subarray(families),
        moves: fc.subarray(['advancement', 'lateral', 'transition'] as const),
      },
      { requiredKeys: [] },
    ),
  })
})

function rolesOf(paths: Iterable<Pick<CareerPath, 'roles'>>): (readonly string[])[] {
  return Array.from(paths, ({ roles }) => roles)
}

const runs = { numRuns: 1000 }

describe('on random careers, compared with brute force', { timeout: 120_000 }, () => {
  it('careerPaths returns every simple path once, the best first', () => {
    fc.assert(
      fc.property(questions, ({ records, from, to, options }) => {
        const expected = bestFirst(naivePaths(records, from, to, options), options.by ?? 'steps')
        expect(rolesOf(careerPaths(orgOf(records), from, to, options))).toEqual(rolesOf(expected))
      }),
      runs,
    )
  })

  it("careerPaths returns them in input order with order: 'any'", () => {
    fc.assert(
      fc.property(questions, ({ records, from, to, options }) => {
        const found = careerPaths(orgOf(records), from, to, { ...options, order: 'any' })
        expect(rolesOf(found)).toEqual(rolesOf(naivePaths(records, from, to, options)))
      }),
      runs,
    )
  })

  it('careerPath returns the first of them, with its moves and its years', () => {
    fc.assert(
      fc.property(questions, ({ records, from, to, options }) => {
        const expected = bestFirst(naivePaths(records, from, to, options), options.by ?? 'steps')
        const found = careerPath(orgOf(records), from, to, options)
        expect(found?.roles).toEqual(expected.at(0)?.roles)
        if (found !== undefined) expectSums(found, records, expected[0].places)
      }),
      runs,
    )
  })

  it('searches that take turns do not disturb each other', () => {
    fc.assert(
      fc.property(questions, questions, (one, other) => {
        const org = orgOf(one.records)
        const alone = rolesOf(careerPaths(org, one.from, one.to, one.options))
        const second = careerPaths(org, one.to, one.from, { order: 'any', limit: 20 })
        const taken: (readonly string[])[] = []
        for (const { roles } of careerPaths(org, one.from, one.to, one.options)) {
          taken.push(roles)
          second.next()
          careerPath(org, one.to, one.from, { by: 'years' })
          careerPath(orgOf(other.records), other.from, other.to, other.options)
        }
        expect(taken).toEqual(alone)
      }),
      { numRuns: 200 },
    )
  })
})

function expectSums(found: CareerPath, records: readonly CareerRecord[], places: readonly number[]): void {
  const moves = places.map((place, step) => {
    const from = found.roles[step]
    const { to, kind, years } = records.find(({ id }) => id === from)?.moves[place] ?? {}
    return { from, to, kind, years: years && [years[0], years[1] ?? Infinity] }
  })
  expect(found.moves).toMatchObject(moves.map(({ years, ...move }) => (years ? { ...move, years } : move)))
  const known = moves.flatMap(({ years }) => (years === undefined ? [] : [years]))
  expect(found.yearsUnknown).toBe(moves.length - known.length)
  if (known.length === 0 && moves.length > 0) {
    expect(found.years).toBeUndefined()
    return
  }
  const sum = (side: 0 | 1): number => known.reduce((total, years) => total + years[side], 0)
  expect(found.years?.[0]).toBeCloseTo(sum(0), 6)
  if (sum(1) === Infinity) expect(found.years?.[1]).toBe(Infinity)
  else expect(found.years?.[1]).toBeCloseTo(sum(1), 6)
}

describe('on careers with more paths than can be counted', { timeout: 120_000 }, () => {
  const pairs = largeCareers.chain((records) => {
    const ids = records.map(({ id }) => id)
    return fc.record({
      records: fc.constant(records),
      from: fc.constantFrom(...ids),
      to: fc.constantFrom(...ids),
    })
  })

  // Brute force goes no further than this; longer paths are not compared.
  const FARTHEST = 8
  const isNear = ({ moves, years }: CareerPath, by: 'steps' | 'years'): boolean => {
    return (by === 'years' ? (years?.[0] ?? 0) : moves.length) <= FARTHEST
  }

  it.each([
    { by: 'steps' },
    { by: 'years', maxYears: FARTHEST },
    { by: 'steps', maxYears: FARTHEST },
  ] as const)('the first ones are the best ones, with %o', (options) => {
    let compared = 0
    fc.assert(
      fc.property(pairs, ({ records, from, to }) => {
        const near = naivePaths(records, from, to, options, FARTHEST)
        const expected = bestFirst(near, options.by).slice(0, 15)
        const found = [...careerPaths(orgOf(records), from, to, { ...options, limit: 15 })]
        expect(rolesOf(found.filter((path) => isNear(path, options.by)))).toEqual(rolesOf(expected))
        compared += expected.length
      }),
      { numRuns: 60 },
    )
    expect(compared).toBeGreaterThan(50)
  })

  it('maxYears leaves out the paths that take longer, and no others', () => {
    fc.assert(
      fc.property(pairs, ({ records, from, to }) => {
        const org = orgOf(records)
        const free = [...careerPaths(org, from, to, { by: 'years', limit: 30 })]
        const bound = free.at(-1)?.years?.[0] ?? 0
        fc.pre(bound >= 1)
        const bounded = careerPaths(org, from, to, { by: 'years', maxYears: bound, limit: 30 })
        expect(rolesOf(bounded)).toEqual(rolesOf(free))
        const tighter = careerPaths(org, from, to, { by: 'years', maxYears: bound - 1 })
        expect(rolesOf(tighter)).toEqual(rolesOf(free.filter(({ years }) => (years?.[0] ?? 0) <= bound - 1)))
      }),
      { numRuns: 60 },
    )
  })
})
