import { orgFromRecords, reportingPathBetween } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { itRefusesBadInput, itRefusesBadOptions } from '../support/it-refuses-bad-input.js'
import { office, tangle } from '../support/office.js'
import { hostileOrg } from './hostile-org.js'

/** `a b [c] d`: up from a through b, over c, down to d. */
function written(path: ReturnType<typeof reportingPathBetween> & object): string {
  expect(path.roles).toEqual([...path.up, path.apex, ...path.down])
  return [...path.up, `[${path.apex}]`, ...path.down].join(' ')
}

describe('reportingPathBetween', () => {
  it.each([
    // from, to, solid, all
    ['analyst', 'planner', 'analyst manager [director] planner', 'analyst [director] planner'],
    ['planner', 'analyst', 'planner [director] manager analyst', 'planner [director] analyst'],
    ['analyst', 'ceo', 'analyst manager director [ceo]', 'analyst director [ceo]'],
    ['ceo', 'analyst', '[ceo] director manager analyst', '[ceo] director analyst'],
    ['analyst', 'manager', 'analyst [manager]', 'analyst [manager]'],
    ['analyst', 'sponsor', 'analyst manager director [ceo] sponsor', 'analyst [sponsor]'],
    ['sponsor', 'planner', 'sponsor [ceo] director planner', 'sponsor [ceo] director planner'],
    ['auditor', 'chair', 'auditor [chair]', 'auditor [chair]'],
    ['lab', 'pmo', 'analyst manager [director]', 'analyst [director]'],
  ] as const)('from %s to %s: %s; along all lines %s', (from, to, solid, all) => {
    const paths = [
      reportingPathBetween(office, from, to),
      reportingPathBetween(office, from, to, { lines: 'solid' }),
      reportingPathBetween(office, from, to, { lines: 'all' }),
    ]
    expect(paths.map((path) => path && written(path))).toEqual([solid, solid, all])
  })

  it('names the parts of the path', () => {
    expect(reportingPathBetween(office, 'analyst', 'planner')).toEqual({
      roles: ['analyst', 'manager', 'director', 'planner'],
      up: ['analyst', 'manager'],
      apex: 'director',
      down: ['planner'],
    })
  })

  it.each(['solid', 'dotted', 'all'] as const)(
    'from a role to itself is that role, along %s lines',
    (lines) => {
      const alone = { roles: ['analyst'], up: [], apex: 'analyst', down: [] }
      expect(reportingPathBetween(office, 'analyst', 'analyst', { lines })).toEqual(alone)
      expect(reportingPathBetween(office, 'lab', 'analyst', { lines })).toEqual(alone)
      expect(reportingPathBetween(tangle, 'a', 'a', { lines })?.roles).toEqual(['a'])
    },
  )

  it('finds none between separate trees', () => {
    expect(reportingPathBetween(office, 'analyst', 'auditor')).toBeUndefined()
    expect(reportingPathBetween(office, 'ceo', 'chair')).toBeUndefined()
    expect(reportingPathBetween(office, 'ceo', 'chair', { lines: 'all' })).toBeUndefined()
    expect(reportingPathBetween(office, 'coordinator', 'analyst', { lines: 'dotted' })).toBeUndefined()
    expect(reportingPathBetween(tangle, 'a', 't')).toBeUndefined()
    expect(reportingPathBetween(tangle, 't', 'a')).toBeUndefined()
    expect(reportingPathBetween(tangle, 'a', 'x')).toBeUndefined()
  })

  it('follows dotted lines alone', () => {
    const path = reportingPathBetween(office, 'manager', 'auditor', { lines: 'dotted' })
    expect(path).toBeUndefined()
    const joined = reportingPathBetween(office, 'planner', 'auditor', { lines: 'dotted' })
    expect(joined?.roles).toEqual(['planner', 'director', 'auditor'])
  })

  it.each([
    ['a', 'b', 'a [b]'],
    ['a', 'c', '[a] c'],
    ['d', 'h', 'd [c] b h'],
    ['h', 'd', 'h b [c] d'],
    ['e', 'd', 'e [d]'],
    ['g', 'f', 'g [f]'],
    // Both are above each other: fewest steps up.
    ['x', 'y', '[x] y'],
    ['y', 'x', '[y] x'],
  ])('in a cycle, from %s to %s: %s', (from, to, way) => {
    const path = reportingPathBetween(tangle, from, to)
    expect(path && written(path)).toBe(way)
  })

  const ties = orgFromRecords(
    [
      { id: 'late', to: [] },
      { id: 'far', to: [] },
      { id: 'near', to: [] },
      { id: 'u', to: ['far'] },
      { id: 'v', to: ['near'] },
      // far: two up and one down; near: one up and two down.
      { id: 'p', to: ['u', 'near'] },
      { id: 'q', to: ['far', 'v'] },
      // Two managers in common, equally near.
      { id: 'r', to: ['near', 'late'] },
      { id: 's', to: ['near', 'late'] },
      // Two paths to one apex.
      { id: 'm', to: ['late'] },
      { id: 'n', to: ['late'] },
      { id: 'w', to: ['n', 'm'] },
    ],
    { id: 'id', dotted: 'to' },
  )

  it.each([
    ['p', 'q', 'p [near] v q', 'fewest steps up'],
    ['q', 'p', 'q [far] u p', 'fewest steps up'],
    ['r', 's', 'r [late] s', 'the apex that comes first'],
    ['w', 'late', 'w n [late]', 'the earlier line'],
    ['late', 'w', '[late] n w', 'the earlier line'],
  ])('among equally short paths from %s to %s takes %s: %s', (from, to, way) => {
    for (const lines of ['dotted', 'all'] as const) {
      const path = reportingPathBetween(ties, from, to, { lines })
      expect(path && written(path)).toBe(way)
    }
  })

  it('accepts any text as an id', () => {
    expect(reportingPathBetween(hostileOrg, '007', '__proto__')?.roles).toEqual([
      '007',
      '',
      'constructor',
      '__proto__',
    ])
    expect(reportingPathBetween(hostileOrg, '007', '7')?.apex).toBe('')
    expect(reportingPathBetween(hostileOrg, '007', '7', { lines: 'all' })?.apex).toBe('7')
  })

  it('gives fresh arrays', () => {
    const path = reportingPathBetween(office, 'analyst', 'planner')
    for (const part of [path?.roles, path?.up, path?.down]) (part as string[]).length = 0
    expect(reportingPathBetween(office, 'analyst', 'planner')?.roles).toHaveLength(4)
  })

  it('does not compile with a typo', () => {
    // @ts-expect-error no role is called analist
    expect(() => reportingPathBetween(office, 'analist', 'ceo')).toThrow("did you mean 'analyst'")
  })

  describe('as the start', () => {
    itRefusesBadInput((org, role) => reportingPathBetween(org, role, 'ceo'))
  })
  describe('as the end', () => {
    itRefusesBadInput((org, role) => reportingPathBetween(org, 'ceo', role))
  })
  itRefusesBadOptions((options) => reportingPathBetween(office, 'analyst', 'planner', options))
})
