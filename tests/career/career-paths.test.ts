import { careerPath, careerPaths, defineOrg, isOrgError, orgFromRecords } from 'rolegraph'
import { describe, expect, it } from 'vitest'

const org = defineOrg({
  roles: {
    coordinator: {
      family: 'pmo',
      progressesTo: [
        { to: 'manager', years: [6] },
        { to: 'analyst', years: [1, 3] },
        { to: 'projectManager', kind: 'transition', years: [1, 2] },
      ],
    },
    analyst: {
      family: 'pmo',
      progressesTo: [
        { to: 'manager', years: [2, 4] },
        { to: 'coordinator', kind: 'lateral' },
      ],
    },
    projectManager: { family: 'delivery', progressesTo: { to: 'manager', kind: 'transition' } },
    manager: { family: 'pmo', progressesTo: { to: 'director', years: [3, 5] } },
    director: { family: 'executive' },
    sponsor: {},
  },
  units: { pmo: { head: 'manager' } },
})

const rolesOfPaths = (paths: Iterable<{ readonly roles: readonly string[] }>): string[] => {
  return Array.from(paths, (path) => path.roles.join(' '))
}

describe('careerPath', () => {
  it('takes the fewest moves, or the fewest years', () => {
    expect(careerPath(org, 'coordinator', 'manager')).toEqual({
      roles: ['coordinator', 'manager'],
      moves: [
        { from: 'coordinator', to: 'manager', kind: 'advancement', years: [6, Infinity], conditions: [] },
      ],
      years: [6, Infinity],
      yearsUnknown: 0,
    })
    const quickest = careerPath(org, 'coordinator', 'manager', { by: 'years' })
    expect([quickest?.roles, quickest?.years, quickest?.yearsUnknown]).toEqual([
      ['coordinator', 'projectManager', 'manager'],
      [1, 2],
      1,
    ])
  })

  it.each([
    [{ avoid: ['projectManager'], by: 'years' }, ['coordinator', 'analyst', 'manager']],
    [{ moves: ['advancement'], by: 'years' }, ['coordinator', 'analyst', 'manager']],
    [{ families: ['pmo'], by: 'years' }, ['coordinator', 'analyst', 'manager']],
    [{ families: ['delivery'], by: 'years' }, ['coordinator', 'projectManager', 'manager']],
    [{ maxYears: 3, moves: ['advancement'] }, ['coordinator', 'analyst', 'manager']],
    [{ maxYears: 2, moves: ['advancement'] }, undefined],
    [{ avoid: ['manager'] }, undefined],
  ] as const)('with %o', (options, expected) => {
    expect(careerPath(org, 'coordinator', 'manager', options)?.roles).toEqual(expected)
  })

  it('lets the families hold for the roles in between, not for the ends', () => {
    expect(careerPath(org, 'projectManager', 'director', { families: ['pmo'] })?.roles).toEqual([
      'projectManager',
      'manager',
      'director',
    ])
  })

  it('has no moves from a role to itself, and no answer where no way leads', () => {
    expect(careerPath(org, 'sponsor', 'sponsor')).toEqual({
      roles: ['sponsor'],
      moves: [],
      years: [0, 0],
      yearsUnknown: 0,
    })
    expect(careerPath(org, 'director', 'analyst')).toBeUndefined()
  })
})

describe('careerPaths', () => {
  it('lists every simple path, the best first', () => {
    expect(rolesOfPaths(careerPaths(org, 'coordinator', 'director'))).toEqual([
      'coordinator manager director',
      'coordinator analyst manager director',
      'coordinator projectManager manager director',
    ])
    expect(rolesOfPaths(careerPaths(org, 'coordinator', 'director', { by: 'years' }))).toEqual([
      'coordinator projectManager manager director',
      'coordinator analyst manager director',
      'coordinator manager director',
    ])
  })

  it('ends at the limit, and with the reason of an aborted signal', () => {
    expect(rolesOfPaths(careerPaths(org, 'coordinator', 'director', { limit: 2 }))).toHaveLength(2)
    expect(rolesOfPaths(careerPaths(org, 'coordinator', 'director', { limit: 0 }))).toEqual([])
    const controller = new AbortController()
    const seen: string[] = []
    const reason = new Error('enough')
    expect(() => {
      for (const path of careerPaths(org, 'coordinator', 'director', { signal: controller.signal })) {
        seen.push(path.roles.join(' '))
        controller.abort(reason)
      }
    }).toThrow(reason)
    expect(seen).toEqual(['coordinator manager director'])
  })

  it('gives the first of 3,486,784,401 paths, all different and no longer than they need be', () => {
    // Ten layers of nine roles, each with a move to every role of the next layer, and a way back to the start.
    const layers = 10
    const width = 9
    const records = [
      { id: 'start', moves: Array.from({ length: width }, (_, role) => `1.${String(role)}`) },
      ...Array.from({ length: layers * width }, (_, index) => {
        const layer = Math.floor(index / width) + 1
        const next = Array.from({ length: width }, (_, role) => `${String(layer + 1)}.${String(role)}`)
        return {
          id: `${String(layer)}.${String(index % width)}`,
          moves: layer === layers ? ['goal', 'start'] : next,
        }
      }),
      { id: 'goal', moves: ['beyond'] },
      { id: 'beyond', moves: [] },
      { id: 'apart', moves: ['goal'] },
    ]
    const lattice = orgFromRecords(records, { id: 'id', moves: 'moves' })
    for (const order of ['best', 'any'] as const) {
      const first = rolesOfPaths(careerPaths(lattice, 'start', 'goal', { order, limit: 1000 }))
      expect(new Set(first).size).toBe(1000)
      expect(new Set(first.map((path) => path.split(' ').length))).toEqual(new Set([12]))
      expect(rolesOfPaths(careerPaths(lattice, 'start', 'apart', { order }))).toEqual([])
    }
  })

  it('lists the paths of a dense tangle of cycles', () => {
    // Between two of n roles that all lead to each other there are (n - 2)! / (n - 2 - k)! ways over k others.
    const ids = Array.from({ length: 7 }, (_, role) => `r${String(role)}`)
    const records = ids.map((id) => ({ id, moves: ids.filter((other) => other !== id) }))
    const tangle = orgFromRecords(records, { id: 'id', moves: 'moves' })
    const lengths = Array.from(careerPaths(tangle, 'r0', 'r6'), (path) => path.roles.length - 2)
    expect(lengths).toEqual(
      [0, 1, 2, 3, 4, 5].flatMap((over) => Array<number>([1, 5, 20, 60, 120, 120][over]).fill(over)),
    )
  })

  it.each([
    ['UNKNOWN_ROLE', () => careerPaths<string, string>(org, 'pmo', 'director')],
    ['UNKNOWN_FAMILY', () => careerPaths(org, 'analyst', 'director', { families: ['pmos'] })],
    ['INVALID_OPTION', () => careerPaths(org, 'analyst', 'director', { limit: 1.5 })],
    ['INVALID_OPTION', () => careerPaths(org, 'analyst', 'director', { maxYears: -1 })],
    [
      'INVALID_OPTION',
      () => careerPaths(org, 'analyst', 'director', JSON.parse('{ "by": "year" }') as object),
    ],
    [
      'INVALID_OPTION',
      () => careerPaths(org, 'analyst', 'director', JSON.parse('{ "avoids": [] }') as object),
    ],
  ])('throws %s at the call', (code, ask) => {
    let caught: unknown
    try {
      ask()
    } catch (error) {
      caught = error
    }
    expect(isOrgError(caught) && caught.code).toBe(code)
  })
})
