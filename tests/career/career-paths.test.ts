import { careerPath, careerPaths, type CareerPathsOptions, defineOrg, orgFromRecords } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { chainOfCareers, completeCareers, lattice } from '../support/career-charts.js'
import { thrownBy } from '../support/thrown-by.js'

const org = defineOrg({
  roles: {
    coordinator: {
      progressesTo: [
        { to: 'analyst', years: [1, 3] },
        { to: 'planner', years: [0.5, 2] },
        { to: 'manager', years: [6] },
      ],
    },
    analyst: {
      progressesTo: [
        { to: 'manager', years: [4, 5] },
        { to: 'planner', kind: 'lateral' },
      ],
    },
    planner: {
      progressesTo: [
        { to: 'analyst', kind: 'lateral' },
        { to: 'manager', years: [3, 9] },
        { to: 'coordinator', kind: 'lateral' },
      ],
    },
    manager: { progressesTo: { to: 'analyst', kind: 'lateral' } },
    sponsor: {},
  },
})

const routes: Readonly<Record<'direct' | 'viaAnalyst' | 'viaPlanner' | 'viaBoth' | 'viaBothBack', string>> = {
  direct: 'coordinator manager',
  viaAnalyst: 'coordinator analyst manager',
  viaPlanner: 'coordinator planner manager',
  viaBoth: 'coordinator analyst planner manager',
  viaBothBack: 'coordinator planner analyst manager',
}

function found(options?: CareerPathsOptions): string[] {
  return Array.from(careerPaths<string, string>(org, 'coordinator', 'manager', options), ({ roles }) =>
    roles.join(' '),
  )
}

describe('careerPaths', () => {
  const { direct, viaAnalyst, viaPlanner, viaBoth, viaBothBack } = routes
  it.each<[CareerPathsOptions | undefined, string[]]>([
    [undefined, [direct, viaAnalyst, viaPlanner, viaBoth, viaBothBack]],
    // 3.5, then 1 + 0 + 3 = 4, 0.5 + 0 + 4 = 4.5, 5, 6 years.
    [{ by: 'years' }, [viaPlanner, viaBoth, viaBothBack, viaAnalyst, direct]],
    [{ order: 'any' }, [viaAnalyst, viaBoth, viaBothBack, viaPlanner, direct]],
    [{ order: 'any', by: 'years' }, [viaAnalyst, viaBoth, viaBothBack, viaPlanner, direct]],
    [{ limit: 2 }, [direct, viaAnalyst]],
    [{ limit: 0 }, []],
    [{ limit: Infinity, by: 'years', maxYears: 4 }, [viaPlanner, viaBoth]],
    [{ maxYears: 4.5 }, [viaPlanner, viaBoth, viaBothBack]],
    [{ order: 'any', maxYears: 4.5 }, [viaBoth, viaBothBack, viaPlanner]],
    [{ order: 'any', maxYears: 3 }, []],
    [{ moves: ['advancement'] }, [direct, viaAnalyst, viaPlanner]],
    [{ avoid: ['analyst'] }, [direct, viaPlanner]],
    [{ avoid: ['manager'] }, []],
  ])('returns every path once, in order, with %o', (options, expected) => {
    expect(found(options)).toEqual(expected)
  })

  it('returns what careerPath returns', () => {
    expect([...careerPaths(org, 'coordinator', 'manager', { limit: 1 })]).toEqual([
      careerPath(org, 'coordinator', 'manager'),
    ])
    expect([...careerPaths(org, 'coordinator', 'coordinator')]).toEqual([
      careerPath(org, 'coordinator', 'coordinator'),
    ])
    expect([...careerPaths(org, 'coordinator', 'coordinator', { order: 'any' })]).toHaveLength(1)
    expect([...careerPaths(org, 'sponsor', 'manager')]).toEqual([])
    expect([...careerPaths(org, 'manager', 'sponsor', { order: 'any' })]).toEqual([])
  })

  it.each([2, 3.5, 4] as const)('ends at a limit of %f years, with more to search beyond it', (maxYears) => {
    const step = (name: string, place: number, to: string) => ({
      id: `${name}${String(place)}`,
      moves: [{ to, years: [1] as const }],
    })
    const places = Array.from({ length: 30 }, (_, place) => place)
    const records = [
      {
        id: 'start',
        moves: [
          { to: 'out0', years: [1] as const },
          { to: 'goal', years: [2] as const },
        ],
      },
      { id: 'goal', moves: [] },
      ...places.map((place) => step('out', place, place === 29 ? 'start' : `out${String(place + 1)}`)),
      ...places.map((place) => step('in', place, place === 0 ? 'goal' : `in${String(place - 1)}`)),
    ]
    const large = orgFromRecords(records, { id: 'id', moves: 'moves' })
    const paths = careerPaths(large, 'start', 'goal', { by: 'years', maxYears })
    expect(Array.from(paths, ({ roles }) => roles)).toEqual([['start', 'goal']])
  })

  it.each<CareerPathsOptions>([{}, { by: 'years' }, { order: 'any' }, { maxYears: 0 }])(
    'returns the first of 3.5 billion, with %o',
    (options) => {
      const first = [...careerPaths(lattice(10, 9), 'start', 'goal', { ...options, limit: 1000 })]
      // All are equally good, so that they come in input order, like the numbers of base 9.
      const digits = first.map(({ roles }) =>
        roles
          .slice(1, -1)
          .map((role) => role.slice(2))
          .join(''),
      )
      expect(digits).toEqual(Array.from({ length: 1000 }, (_, n) => n.toString(9).padStart(10, '0')))
    },
  )

  it.each<CareerPathsOptions>([{}, { by: 'years' }, { order: 'any' }, { maxYears: 3 }])(
    'ends at once where none of them leads to a role, with %o',
    (options) => {
      expect(careerPaths(lattice(10, 9), 'start', 'island', options).next()).toEqual({
        value: undefined,
        done: true,
      })
    },
  )

  it.each<CareerPathsOptions>([{}, { by: 'years' }, { maxYears: 0 }])(
    'keeps the order where every role leads to every other, with %o',
    (options) => {
      const first = Array.from(
        careerPaths(completeCareers(12), '0', '11', { ...options, limit: 1000 }),
        ({ roles }) => roles.map((role) => Number(role).toString(36)).join(''),
      )
      // 1 path of one move, 10 of two, 90 of three, 720 of four.
      const lengths = [1, 2, 3, 4, 5].map((moves) => first.filter((path) => path.length === moves + 1).length)
      expect(lengths).toEqual([1, 10, 90, 720, 179])
      expect(first).toEqual(first.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1)))
      expect(new Set(first).size).toBe(1000)
      expect(first.every((path) => new Set(path).size === path.length)).toBe(true)
    },
  )

  it.each<[CareerPathsOptions, number]>([
    [{}, 326],
    [{ by: 'years' }, 326],
    [{ order: 'any' }, 326],
    [{ avoid: ['3'] }, 65],
  ])('returns all paths where every role leads to every other, with %o', (options, count) => {
    // Between two of 7 roles: 1 + 5 + 5·4 + 5·4·3 + 5! + 5!; of 6: 1 + 4 + 4·3 + 4! + 4!.
    const all = Array.from(careerPaths(completeCareers(7), '0', '6', options), ({ roles }) => roles.join())
    expect(all).toHaveLength(count)
    expect(new Set(all).size).toBe(count)
  })

  it.each<CareerPathsOptions>([{}, { by: 'years' }, { order: 'any' }])(
    'ends where every move leads back to the start, with %o',
    (options) => {
      // From the clique of 30 the goal is reached only through the start.
      const ids = Array.from({ length: 30 }, (_, role) => `c${role}`)
      const clique = ids.map((id) => [
        id,
        { progressesTo: [...ids.filter((other) => other !== id), 'start'] },
      ])
      const trap = defineOrg<string>({
        roles: {
          start: { progressesTo: [...ids, 'goal'] },
          goal: {},
          ...(Object.fromEntries(clique) as Record<string, { progressesTo: string[] }>),
        },
      })
      const all = [...careerPaths(trap, 'start', 'goal', options)]
      expect(all.map(({ roles }) => roles)).toEqual([['start', 'goal']])
    },
  )

  it.each<CareerPathsOptions>([{}, { by: 'years' }, { order: 'any' }])(
    'lists long paths without recursion, with %o',
    (options) => {
      const all = [...careerPaths(chainOfCareers(20_000), '0', '19999', options)]
      expect(all.map(({ roles }) => roles.length)).toEqual([20_000])
    },
  )

  it('finds a path that is much longer than the best one', () => {
    const ids = Array.from({ length: 500 }, (_, role) => `r${role}`)
    const roles = ids.map((id, role) => [id, { progressesTo: role + 1 < 500 ? ids[role + 1] : 'goal' }])
    const org = defineOrg<string>({
      roles: {
        start: { progressesTo: ['goal', 'r0'] },
        ...(Object.fromEntries(roles) as Record<string, { progressesTo: string }>),
        goal: {},
      },
    })
    const all = [...careerPaths(org, 'start', 'goal')]
    expect(all.map((path) => path.moves.length)).toEqual([1, 501])
  })

  it('searches one path at a time', () => {
    const paths = careerPaths(completeCareers(40), '0', '39')
    expect(paths.next().value?.roles).toEqual(['0', '39'])
    expect(paths.next().value?.roles).toEqual(['0', '1', '39'])
    expect(paths.return(undefined)).toEqual({ value: undefined, done: true })
    expect(paths.next()).toEqual({ value: undefined, done: true })
  })

  it('supports several iterators at a time', () => {
    const one = careerPaths(org, 'coordinator', 'manager')
    const two = careerPaths(org, 'coordinator', 'manager')
    const taken = [one.next(), two.next(), one.next(), one.next(), two.next(), two.next()]
    expect(taken.map(({ value }) => value?.roles.join(' '))).toEqual(
      [0, 0, 1, 2, 1, 2].map((place) => found()[place]),
    )
  })

  it('returns a fresh object for each path', () => {
    const [first, second] = [...careerPaths(org, 'coordinator', 'manager', { order: 'any' })]
    expect(() => Object.assign(first.moves[0], { to: 'changed' })).toThrow(TypeError)
    Object.assign(first.moves, { 0: undefined })
    Object.assign(first.roles, { 1: 'changed' })
    expect(second.moves[0].to).toBe('analyst')
    expect(found({ order: 'any' })[0]).toBe('coordinator analyst manager')
  })

  it('throws the reason of a signal, before the first path and between two', () => {
    const reason = new Error('enough')
    expect(() => [
      ...careerPaths(org, 'coordinator', 'manager', { signal: AbortSignal.abort(reason) }),
    ]).toThrow(reason)
    const controller = new AbortController()
    const paths = careerPaths(org, 'coordinator', 'manager', { signal: controller.signal })
    expect(paths.next().value?.roles).toEqual(['coordinator', 'manager'])
    controller.abort(reason)
    expect(() => paths.next()).toThrow(reason)
    expect(paths.next()).toEqual({ value: undefined, done: true })
    expect(found()).toHaveLength(5)
  })

  it('does not check the signal after the last path that is wanted', () => {
    const controller = new AbortController()
    const paths = careerPaths(org, 'coordinator', 'manager', { signal: controller.signal, limit: 1 })
    paths.next()
    controller.abort()
    expect(paths.next()).toEqual({ value: undefined, done: true })
  })

  const wrongOptions: readonly [unknown, string][] = [
    [{ limit: -1 }, 'INVALID_OPTION'],
    [{ limit: 1.5 }, 'INVALID_OPTION'],
    [{ limit: '10' }, 'INVALID_OPTION'],
    [{ order: 'worst' }, 'INVALID_OPTION'],
    [{ signal: {} }, 'INVALID_OPTION'],
    [{ signal: null }, 'INVALID_OPTION'],
    [{ avoid: ['nobody'] }, 'UNKNOWN_ROLE'],
  ]
  it.each(wrongOptions)('refuses the options %j at the call', (options, code) => {
    const error = thrownBy(() => careerPaths(org, 'coordinator', 'manager', options as object))
    expect(error.code).toBe(code)
  })

  it('refuses unknown roles at the call', () => {
    expect(thrownBy(() => careerPaths<string, string>(org, 'nobody', 'manager')).code).toBe('UNKNOWN_ROLE')
    expect(thrownBy(() => careerPaths<string, string>(org, 'manager', 'nobody')).code).toBe('UNKNOWN_ROLE')
  })
})
