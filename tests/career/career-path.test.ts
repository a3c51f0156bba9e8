import {
  careerPath,
  type CareerPathOptions,
  careerPaths,
  defineOrg,
  type Org,
  orgFromRecords,
} from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { chainOfCareers } from '../support/career-charts.js'
import { thrownBy } from '../support/thrown-by.js'

const org = defineOrg({
  roles: {
    trainee: { family: 'office', progressesTo: [{ to: 'coordinator', years: [1, 2] }] },
    coordinator: {
      family: 'office',
      progressesTo: [
        { to: 'manager', years: [6], conditions: ['an opening'], sources: ['KY'], hedge: 'may' },
        { to: 'analyst', years: [1, 3] },
        { to: 'projectManager', kind: 'transition', years: [1, 3] },
      ],
    },
    analyst: { family: 'office', progressesTo: [{ to: 'lead', years: [2, 4] }, 'projectManager'] },
    lead: { family: 'office', progressesTo: [{ to: 'manager', years: [2, 4] }] },
    projectManager: {
      family: 'delivery',
      progressesTo: [
        { to: 'analyst', kind: 'lateral' },
        { to: 'manager', kind: 'transition', years: [2, 5] },
      ],
    },
    manager: { family: 'office', progressesTo: [{ to: 'director', years: [3, 5] }] },
    director: { family: 'executive', progressesTo: [{ to: 'projectManager', kind: 'lateral' }] },
    sponsor: {},
  },
  units: { pmo: { head: 'manager' } },
})

describe('careerPath', () => {
  it.each<[CareerPathOptions | undefined, string[] | undefined]>([
    [undefined, ['coordinator', 'manager', 'director']],
    [{ by: 'steps' }, ['coordinator', 'manager', 'director']],
    // 1 + 2 + 3 years against 6 + 3 and 1 + 2 + 2 + 3.
    [{ by: 'years' }, ['coordinator', 'projectManager', 'manager', 'director']],
    [{ by: 'years', moves: ['advancement'] }, ['coordinator', 'analyst', 'lead', 'manager', 'director']],
    [{ by: 'years', families: ['office'] }, ['coordinator', 'analyst', 'lead', 'manager', 'director']],
    [{ by: 'years', avoid: ['projectManager'] }, ['coordinator', 'analyst', 'lead', 'manager', 'director']],
    [{ maxYears: 9 }, ['coordinator', 'manager', 'director']],
    [{ maxYears: 8.9 }, ['coordinator', 'projectManager', 'manager', 'director']],
    [{ maxYears: 6 }, ['coordinator', 'projectManager', 'manager', 'director']],
    [{ maxYears: 5.9 }, undefined],
    [{ by: 'years', maxYears: 6 }, ['coordinator', 'projectManager', 'manager', 'director']],
    [{ by: 'years', maxYears: 5.9 }, undefined],
    [{ maxYears: 8, moves: ['advancement'] }, ['coordinator', 'analyst', 'lead', 'manager', 'director']],
    [{ avoid: ['manager'] }, undefined],
    [{ avoid: ['coordinator'] }, undefined],
    [{ avoid: ['director'] }, undefined],
    [{ families: ['delivery'] }, undefined],
    [{ families: [] }, undefined],
    [{ moves: [] }, undefined],
    [{ moves: ['lateral', 'transition'] }, undefined],
  ])('from coordinator to director with %o', (options, roles) => {
    const path = careerPath<string, string>(org, 'coordinator', 'director', options)
    expect(path?.roles).toEqual(roles)
  })

  it('returns whole moves, and their years added up', () => {
    expect(careerPath(org, 'coordinator', 'director')).toEqual({
      roles: ['coordinator', 'manager', 'director'],
      moves: [
        {
          from: 'coordinator',
          to: 'manager',
          kind: 'advancement',
          years: [6, Infinity],
          conditions: ['an opening'],
          sources: ['KY'],
          hedge: 'may',
        },
        { from: 'manager', to: 'director', kind: 'advancement', years: [3, 5], conditions: [] },
      ],
      years: [9, Infinity],
      yearsUnknown: 0,
    })
    expect(careerPath(org, 'coordinator', 'director', { by: 'years' })?.years).toEqual([6, 13])
  })

  it('counts the moves without years', () => {
    const path = careerPath(org, 'director', 'manager', { avoid: ['lead'] })
    expect(path).toMatchObject({
      roles: ['director', 'projectManager', 'manager'],
      years: [2, 5],
      yearsUnknown: 1,
    })
    const back = careerPath(org, 'director', 'analyst')
    expect(back).toMatchObject({ roles: ['director', 'projectManager', 'analyst'], yearsUnknown: 2 })
    expect(back?.years).toBeUndefined()
  })

  it('returns a path without moves from a role to itself', () => {
    const here = { roles: ['analyst'], moves: [], years: [0, 0], yearsUnknown: 0 }
    expect(careerPath(org, 'analyst', 'analyst')).toEqual(here)
    expect(careerPath(org, 'analyst', 'analyst', { by: 'years', families: [], maxYears: 0 })).toEqual(here)
    expect(careerPath(org, 'analyst', 'analyst', { avoid: ['analyst'] })).toBeUndefined()
  })

  it('returns undefined where no moves lead', () => {
    expect(careerPath(org, 'director', 'trainee')).toBeUndefined()
    expect(careerPath(org, 'sponsor', 'director')).toBeUndefined()
    expect(careerPath(org, 'trainee', 'sponsor')).toBeUndefined()
    expect(careerPath(defineOrg({ roles: { a: {}, b: {} } }), 'a', 'b')).toBeUndefined()
  })

  it('prefers the input order among equals', () => {
    const tied = defineOrg({
      roles: {
        start: { progressesTo: ['late', 'early'] },
        early: { progressesTo: ['goal'] },
        late: { progressesTo: ['detour', 'goal'] },
        detour: { progressesTo: ['goal'] },
        goal: {},
      },
    })
    expect(careerPath(tied, 'start', 'goal')?.roles).toEqual(['start', 'late', 'goal'])
    // No move has years, so that fewer steps win, and then the input order.
    expect(careerPath(tied, 'start', 'goal', { by: 'years' })?.roles).toEqual(['start', 'late', 'goal'])
  })

  it('adds up fractions of years exactly', () => {
    const months = defineOrg({
      roles: {
        a: {
          progressesTo: [
            { to: 'd', years: [0.3] },
            { to: 'b', years: [0.1, 0.1] },
          ],
        },
        b: { progressesTo: [{ to: 'c', years: [0.1, 0.1] }] },
        c: { progressesTo: [{ to: 'd', years: [0.1, 0.1] }] },
        d: {},
      },
    })
    // Three times 0.1 is as long as 0.3, and has more steps.
    expect(careerPath(months, 'a', 'd', { by: 'years' })?.roles).toEqual(['a', 'd'])
    expect(careerPath(months, 'b', 'd', { maxYears: 0.2 })?.years).toEqual([0.2, 0.2])
    expect(careerPath(months, 'a', 'd', { maxYears: 0.3, avoid: [] })?.roles).toEqual(['a', 'd'])
  })

  const { sqrt2, third } = { sqrt2: Math.SQRT2, third: 1 / 3 }
  it.each<[years: number[], within: number[], not: number[]]>([
    [
      [0.1, 0.2],
      [0.3, 0.1 + 0.2, 0.31],
      [0.29999, 0.2],
    ],
    [Array(7).fill(1 / 7), [1, 1.01], [0.999999]],
    [Array(9).fill(1 / 9), [1], [0.999999]],
    [Array(52).fill(1 / 52), [1], [0.999999]],
    [Array(365).fill(1 / 365), [1], [0.999999]],
    [[1 / 12, third, 0.25, third], [1, 12 / 12], [0.999999]],
    [Array(8).fill(0.1), [0.8, 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1], [0.79]],
    [[1e9, 0.1, 0.2], [1e9 + 0.3], [1e9 + 0.2]],
    // No common denominator: rounded to a step of less than a minute.
    [[sqrt2, sqrt2], [2 * sqrt2, 2.83], [2.82]],
    [[0, 0], [0], []],
  ])('adds up years exactly against maxYears: %j', (years, within, not) => {
    const ids = years.map((_, place) => `r${String(place)}`)
    const roles = ids.map((id, place) => ({
      id,
      moves: [{ to: ids[place + 1] ?? 'goal', years: [years[place]] as const }],
    }))
    const chain = orgFromRecords([...roles, { id: 'goal', moves: [] }], { id: 'id', moves: 'moves' })
    for (const by of ['steps', 'years'] as const) {
      const found = (maxYears: number): unknown =>
        careerPath(chain, 'r0', 'goal', { by, maxYears })?.moves.length
      expect(within.map(found)).toEqual(within.map(() => years.length))
      expect(not.map(found)).toEqual(not.map(() => undefined))
      const listed = careerPaths(chain, 'r0', 'goal', { by, order: 'any', maxYears: within[0] })
      expect([...listed]).toHaveLength(1)
    }
  })

  it.each([2, 3, 7, 9, 11, 13, 52, 360, 365])(
    'takes %i equal parts of a year for as long as a year',
    (parts) => {
      const chain = Array.from({ length: parts }, (_, place) => ({
        id: place === 0 ? 'start' : `r${String(place)}`,
        moves: [
          { to: place + 1 < parts ? `r${String(place + 1)}` : 'goal', years: [1 / parts] as const },
          ...(place === 0 ? [{ to: 'goal', years: [1] as const }] : []),
        ],
      }))
      const org = orgFromRecords([...chain, { id: 'goal', moves: [] }], { id: 'id', moves: 'moves' })
      // Of paths of the same years the one of fewer moves comes first.
      const lengths = Array.from(
        careerPaths(org, 'start', 'goal', { by: 'years' }),
        ({ moves }) => moves.length,
      )
      expect(lengths).toEqual([1, parts])
    },
  )

  it.each<CareerPathOptions>([{}, { by: 'years' }])(
    'walks a long chain without recursion, with %o',
    (options) => {
      const chain = chainOfCareers(20_000)
      const path = careerPath(chain, '0', '19999', options)
      expect(path?.moves).toHaveLength(19_999)
      expect(path?.years).toEqual([19_999, 39_998])
      expect(careerPath(chain, '19999', '0', options)?.years).toEqual([9999.5, Infinity])
    },
  )

  it('takes any years that a chart may have', () => {
    const long = defineOrg({
      roles: {
        a: {
          progressesTo: [
            { to: 'c', years: [1e300] },
            { to: 'b', years: [1, 2] },
          ],
        },
        b: { progressesTo: [{ to: 'c', years: [1e299] }] },
        c: { progressesTo: { to: 'a', years: [1e-9] } },
      },
    })
    expect(careerPath(long, 'a', 'c', { by: 'years' })?.roles).toEqual(['a', 'b', 'c'])
    expect(careerPath(long, 'a', 'c', { by: 'years', maxYears: 1e298 })).toBeUndefined()
    expect(careerPath(long, 'c', 'b', { by: 'years', maxYears: 1.1 })?.roles).toEqual(['c', 'a', 'b'])
  })

  it('returns nothing through which the org can be changed', () => {
    const before = JSON.stringify(careerPath(org, 'trainee', 'director'))
    const path = careerPath(org, 'trainee', 'director')
    Object.assign(path?.roles ?? {}, { 0: 'changed' })
    Object.assign(path?.moves ?? {}, { 0: undefined })
    expect(() => Object.assign(path?.moves[1] ?? {}, { to: 'changed' })).toThrow(TypeError)
    expect(() => Object.assign(path?.moves[1].years ?? [], { 0: 99 })).toThrow(TypeError)
    expect(JSON.stringify(careerPath(org, 'trainee', 'director'))).toBe(before)
  })

  it.each([
    ['nobody', 'director', 'UNKNOWN_ROLE', { id: 'nobody', nearest: undefined }],
    ['coordinator', 'directer', 'UNKNOWN_ROLE', { id: 'directer', nearest: 'director' }],
    // A unit has no career.
    ['coordinator', 'pmo', 'UNKNOWN_ROLE', { id: 'pmo', nearest: 'pmo' }],
  ])('refuses the roles %j and %j', (from, to, code, details) => {
    const error = thrownBy(() => careerPath<string, string>(org, from, to))
    expect(error.code).toBe(code)
    expect(error.details).toEqual(details)
  })

  const wrongOptions: readonly [unknown, string, unknown][] = [
    [{ by: 'salary' }, 'INVALID_OPTION', { option: 'by', received: 'salary' }],
    [{ maxYears: -1 }, 'INVALID_OPTION', { option: 'maxYears', received: -1 }],
    [{ maxYears: NaN }, 'INVALID_OPTION', { option: 'maxYears', received: NaN }],
    [{ maxYears: '3' }, 'INVALID_OPTION', { option: 'maxYears', received: '3' }],
    [{ moves: ['promotion'] }, 'INVALID_OPTION', { option: 'moves', received: 'promotion' }],
    [{ moves: 'advancement' }, 'INVALID_OPTION', { option: 'moves', received: 'advancement' }],
    [{ avoid: 'lead' }, 'INVALID_OPTION', { option: 'avoid', received: 'lead' }],
    [{ avoid: [7] }, 'INVALID_OPTION', { option: 'avoid', received: 7 }],
    [{ avoid: ['leed'] }, 'UNKNOWN_ROLE', { id: 'leed', nearest: 'lead' }],
    [{ families: ['offices'] }, 'UNKNOWN_FAMILY', { family: 'offices', nearest: 'office' }],
    [{ maxyears: 3 }, 'INVALID_OPTION', { option: 'maxyears', received: 3 }],
    [{ __proto__: null, constructor: 1 }, 'INVALID_OPTION', { option: 'constructor', received: 1 }],
    ['years', 'INVALID_OPTION', { option: 'options', received: 'years' }],
    [null, 'INVALID_OPTION', { option: 'options', received: null }],
    [['avoid'], 'INVALID_OPTION', { option: 'options' }],
    [{ avoid: [, 'lead'] }, 'INVALID_OPTION', { option: 'avoid', received: undefined }],
  ]
  it.each(wrongOptions)('refuses the options %j', (options, code, details) => {
    const error = thrownBy(() => careerPath(org, 'trainee', 'director', options as CareerPathOptions<never>))
    expect(error.code).toBe(code)
    expect(error.details).toMatchObject(details as object)
  })

  it('takes the options of careerPaths, so that both can share them', () => {
    const shared = { by: 'years', limit: 3, order: 'any', signal: AbortSignal.abort() } as const
    expect(careerPath(org, 'coordinator', 'director', shared)?.years).toEqual([6, 13])
  })

  it('suggests the option that was probably meant', () => {
    const options: object = { maxyears: 3 }
    expect(thrownBy(() => careerPath(org, 'trainee', 'director', options)).message).toContain(
      "did you mean 'maxYears'?",
    )
  })

  it.each([undefined, null, {}, 'org'])('refuses %j instead of an org', (received) => {
    expect(thrownBy(() => careerPath(received as Org, 'a', 'b')).code).toBe('NOT_AN_ORG')
  })
})
