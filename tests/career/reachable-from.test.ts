import fc from 'fast-check'
import { deadEndsOf, defineOrg, entryRolesOf, isOrgError, orgFromRecords, reachableFrom } from 'rolegraph'
import { describe, expect, it } from 'vitest'

const org = defineOrg({
  roles: {
    chief: { family: 'executive' },
    manager: { family: 'pmo', progressesTo: 'chief' },
    analyst: { family: 'pmo', progressesTo: ['manager', { to: 'coordinator', kind: 'lateral' }] },
    coordinator: {
      family: 'pmo',
      progressesTo: [{ to: 'projectManager', kind: 'transition' }, 'analyst'],
    },
    projectManager: { family: 'delivery', progressesTo: 'programManager' },
    programManager: { family: 'delivery' },
    trainee: { progressesTo: 'coordinator' },
    sponsor: {},
  },
})

describe('reachableFrom', () => {
  it('lists roles by the number of moves, then in input order, and ends on cycles', () => {
    expect(reachableFrom(org, 'coordinator')).toEqual([
      'projectManager',
      'analyst',
      'programManager',
      'manager',
      'chief',
    ])
    expect(reachableFrom(org, 'analyst')).toEqual([
      'manager',
      'coordinator',
      'chief',
      'projectManager',
      'programManager',
    ])
    expect(reachableFrom(org, 'chief')).toEqual([])
    expect(reachableFrom(org, 'sponsor')).toEqual([])
  })

  it.each([
    [{ moves: ['advancement'] as const }, ['analyst', 'manager', 'chief']],
    [{ families: ['pmo'] }, ['analyst', 'manager']],
    [{ families: ['pmo', 'executive'] }, ['analyst', 'manager', 'chief']],
    [{ avoid: ['analyst'] as const }, ['projectManager', 'programManager']],
    [{ avoid: ['coordinator'] as const }, []],
    [{ moves: [] }, []],
  ])('with %o', (options, expected) => {
    expect(reachableFrom(org, 'coordinator', options)).toEqual(expected)
  })

  it.each([
    ['UNKNOWN_ROLE', () => reachableFrom<string, string>(org, 'nobody')],
    ['UNKNOWN_FAMILY', () => reachableFrom(org, 'chief', { families: ['pmos'] })],
    // An option of careerPath that would have no effect here.
    ['INVALID_OPTION', () => reachableFrom(org, 'chief', { maxYears: 3 } as object)],
    ['UNKNOWN_ROLE', () => reachableFrom<string, string>(org, 'chief', { avoid: ['nobody'] })],
  ])('throws %s', (code, query) => {
    let caught: unknown
    try {
      query()
    } catch (error) {
      caught = error
    }
    expect(isOrgError(caught) && caught.code).toBe(code)
  })
})

describe('the ends of careers', () => {
  it('finds where careers begin and end, without roles that have no move', () => {
    expect(entryRolesOf(org)).toEqual(['trainee'])
    expect(deadEndsOf(org)).toEqual(['chief', 'programManager'])
  })

  it('finds none where there are no moves', () => {
    const still = defineOrg({ roles: { a: {}, b: { reportsTo: 'a' } } })
    expect([entryRolesOf(still), deadEndsOf(still)]).toEqual([[], []])
  })
})

it('agrees with a naive closure on random careers', () => {
  const edges = fc.uniqueArray(fc.tuple(fc.nat(6), fc.nat(6)), { selector: ([from, to]) => from * 7 + to })
  fc.assert(
    fc.property(edges, (all) => {
      const pairs = all.filter(([from, to]) => from !== to)
      const records = Array.from({ length: 7 }, (_, role) => ({
        id: String(role),
        moves: pairs.filter(([from]) => from === role).map(([, to]) => String(to)),
      }))
      const chart = orgFromRecords(records, { id: 'id', moves: 'moves' })
      for (let role = 0; role < 7; role++) {
        const reached = new Set<number>([role])
        for (let round = 0; round < 7; round++)
          for (const [from, to] of pairs) if (reached.has(from)) reached.add(to)
        reached.delete(role)
        expect(reachableFrom(chart, String(role)).toSorted()).toEqual([...reached].map(String).toSorted())
      }
      expect(deadEndsOf(chart)).toEqual(
        records
          .filter(({ id, moves }) => moves.length === 0 && pairs.some(([, to]) => String(to) === id))
          .map(({ id }) => id),
      )
      expect(entryRolesOf(chart)).toEqual(
        records
          .filter(({ id, moves }) => moves.length > 0 && !pairs.some(([, to]) => String(to) === id))
          .map(({ id }) => id),
      )
    }),
  )
})
