import fc from 'fast-check'
import { defineOrg, type OrgSpec, type RoleSpec } from 'rolegraph'
import { type SuccessionOptions, successionRisks } from 'rolegraph/approval'
import { describe, expect, it } from 'vitest'

/** The roles of a chart: who holds each, where it leads, and to whom it reports. */
type Roles = OrgSpec<string, never>['roles']

const risksOf = (roles: Roles, options?: SuccessionOptions): string[] =>
  successionRisks(defineOrg({ roles }), options).map(
    ({ code, roles: concerned }) => `${code} ${concerned.join(',')}`,
  )
const held = (person: string, ...progressesTo: string[]): RoleSpec<string, never> => ({
  holders: [person],
  progressesTo,
})
const VACANT = { vacant: true } as const

describe('successionRisks', () => {
  it.each<readonly [what: string, roles: Roles, risks: readonly string[]]>([
    ['one role', { a: {} }, []],
    ['no moves and no lines', { a: held('ada'), b: held('bo') }, []],
    [
      'a manager that no move enters',
      { a: held('ada'), b: { ...held('bo'), reportsTo: 'a' } },
      ['NO_BENCH a'],
    ],
    ['a planned manager', { a: { status: 'planned' }, b: { ...held('bo'), reportsTo: 'a' } }, []],
    ['a bench', { a: held('ada'), b: held('bo', 'a') }, []],
    ['a bench for a vacancy', { a: VACANT, b: held('bo', 'a') }, []],
    ['a vacant bench', { a: held('ada'), b: { ...VACANT, progressesTo: 'a' } }, ['NO_BENCH a']],
    ['a bench of unnamed holders', { a: held('ada'), b: { progressesTo: 'a' } }, []],
    ['a bench of the holder alone', { a: held('ada'), b: held('ada', 'a') }, ['NO_BENCH a']],
    [
      'a bench of the acting holder',
      { a: { holders: [{ person: 'ada', kind: 'acting' }] }, b: held('ada', 'a') },
      [],
    ],
    [
      'one person for two roles',
      { a: held('ada'), b: held('bo'), c: held('cy', 'a', 'b') },
      ['ONLY_SUCCESSOR a,b'],
    ],
    [
      'one person for two roles, one of which has another',
      { a: held('ada'), b: held('bo'), c: held('cy', 'a', 'b'), d: held('di', 'b') },
      [],
    ],
    [
      'one person in two roles for two roles',
      { a: held('ada'), b: held('bo'), c: held('cy', 'a'), d: held('cy', 'b') },
      ['ONLY_SUCCESSOR a,b'],
    ],
    [
      'one person on four benches, with others',
      {
        ...{ a: {}, b: {}, c: {}, d: {} },
        e: held('ed', 'a', 'b', 'c', 'd'),
        f: held('flo', 'a', 'b', 'c'),
        g: held('gus', 'd'),
      },
      ['MANY_BENCHES a,b,c,d'],
    ],
    ['a chain that ends at an entry role', { a: held('ada'), b: held('bo', 'a'), c: held('cy', 'b') }, []],
    [
      'a chain that ends at a vacancy',
      { a: held('ada'), b: held('bo', 'a'), c: { ...VACANT, progressesTo: 'b' } },
      ['NO_BENCH b', 'LEAVES_HOLE a,b'],
    ],
    [
      'a longer chain that ends at a vacancy',
      { a: held('ada'), b: held('bo', 'a'), c: held('cy', 'b'), d: { ...VACANT, progressesTo: 'c' } },
      ['NO_BENCH c', 'LEAVES_HOLE a,b,c', 'LEAVES_HOLE b,c'],
    ],
    [
      'a chain that ends at a job share',
      {
        a: held('ada'),
        b: { holders: ['bo', 'bea'], progressesTo: 'a' },
        c: { ...VACANT, progressesTo: 'b' },
      },
      ['NO_BENCH b'],
    ],
    [
      'a job share that can only swap with another role',
      { a: { holders: ['ada', 'al'], progressesTo: 'b' }, b: held('bo', 'a') },
      ['LEAVES_HOLE a,b'],
    ],
    [
      'two chains, one of which ends well',
      {
        a: held('ada'),
        b: held('bo', 'a'),
        c: { ...VACANT, progressesTo: 'b' },
        d: held('di', 'a'),
      },
      ['NO_BENCH b'],
    ],
    [
      'two roles that can only swap',
      { a: held('ada', 'b'), b: held('bo', 'a') },
      ['LEAVES_HOLE a,b', 'LEAVES_HOLE b,a'],
    ],
    [
      'two roles that can swap, and an entry',
      { a: held('ada', 'b'), b: held('bo', 'a'), c: held('cy', 'b') },
      [],
    ],
  ])('%s', (_, roles, risks) => {
    expect(risksOf(roles)).toEqual(risks)
  })

  it('counts the assignments of the date only', () => {
    const roles: Roles = {
      a: held('ada'),
      b: { holders: [{ person: 'bo', from: '2026-01-01', to: '2026-07-01' }], progressesTo: 'a' },
    }
    expect(risksOf(roles)).toEqual([])
    expect(risksOf(roles, { date: '2026-06-30' })).toEqual([])
    expect(risksOf(roles, { date: '2026-07-01' })).toEqual(['NO_BENCH a'])
  })

  it('looks at the roles that are given, and takes all others as filled from outside', () => {
    const roles: Roles = { a: held('ada'), b: held('bo', 'a'), c: { ...VACANT, progressesTo: 'b' } }
    expect(risksOf(roles, { roles: ['a'] })).toEqual([])
    expect(risksOf(roles, { roles: ['c', 'a', 'c'] })).toEqual(['NO_BENCH c'])
    expect(risksOf(roles, { roles: ['b', 'a'] })).toEqual(['NO_BENCH b', 'LEAVES_HOLE a,b'])
    expect(risksOf(roles, { roles: [] })).toEqual([])
  })

  it('takes the number of benches that are too many', () => {
    const roles: Roles = { a: {}, b: {}, c: held('cy', 'a', 'b'), d: held('di', 'a', 'b') }
    expect(risksOf(roles)).toEqual([])
    expect(risksOf(roles, { maxBenches: 1 })).toEqual(['MANY_BENCHES a,b', 'MANY_BENCHES a,b'])
  })

  it('says what is wrong, with its evidence', () => {
    const roles: Roles = {
      head: VACANT,
      lead: { reportsTo: 'head', ...held('lee', 'director') },
      director: held('dee'),
      deputy: held('dot'),
      clerk: { ...VACANT, progressesTo: ['lead', 'deputy'] },
      aide: held('al', 'deputy', 'office'),
      office: {},
    }
    expect(
      successionRisks(defineOrg({ roles }), { maxBenches: 1 }).map(({ code, severity, witness, message }) => [
        `${code} ${severity}`,
        witness,
        message,
      ]),
    ).toEqual([
      [
        'NO_BENCH warning',
        ['head'],
        "Nobody is one move away from 'head', which is vacant: no career move leads to it",
      ],
      [
        'NO_BENCH warning',
        ['lead', 'clerk'],
        "Nobody is one move away from 'lead': nobody in 'clerk' could move up",
      ],
      [
        'ONLY_SUCCESSOR warning',
        ['al', 'deputy', 'office'],
        "'al' is the only person on the benches of 'deputy' and 'office'",
      ],
      [
        'MANY_BENCHES info',
        ['al', 'deputy', 'office'],
        "'al' is on the benches of 2 roles: 'deputy' and 'office'",
      ],
      [
        'LEAVES_HOLE warning',
        ['director', 'lead'],
        "If 'director' is filled from its bench, a role is left that nobody can fill: 'lead' → 'director'",
      ],
    ])
  })

  const org = defineOrg({ roles: { a: {}, b: { progressesTo: 'a' } } })
  it.each([
    [() => successionRisks(org, { roles: ['x' as 'a'] }), 'UNKNOWN_ROLE'],
    [() => successionRisks(org, { roles: [Symbol('a') as never] }), 'UNKNOWN_ROLE'],
    [() => successionRisks(org, { roles: 'a' as never }), 'INVALID_OPTION'],
    [() => successionRisks(org, { maxBenches: 0 }), 'INVALID_OPTION'],
    [() => successionRisks(org, { date: 'today' }), 'INVALID_ARGUMENT'],
    [() => successionRisks(org, 'all' as never), 'INVALID_OPTION'],
    [() => successionRisks({} as typeof org), 'NOT_AN_ORG'],
  ])('refuses what is wrong: %s', (ask, code) => {
    expect(ask).toThrow(expect.objectContaining({ code }))
  })
})

const SIZE = 5
const lattice = fc.record({
  moves: fc.uniqueArray(
    fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1)).filter(([from, to]) => from !== to),
    { selector: (move) => move.join(' '), maxLength: 9 },
  ),
  /** How many people hold each role. */
  people: fc.array(fc.nat(2), { minLength: SIZE, maxLength: SIZE }),
})

describe('successionRisks on small lattices', () => {
  it('finds the holes that trying every chain of moves finds', () => {
    fc.assert(
      fc.property(lattice, ({ moves, people }) => {
        const roles: Roles = Object.fromEntries(
          people.map((count, role) => [
            String(role),
            {
              holders: ['x', 'y'].slice(0, count).map((one) => `${one}${String(role)}`),
              progressesTo: moves.filter(([from]) => from === role).map(([, to]) => String(to)),
            },
          ]),
        )
        const feeders = (role: number): number[] =>
          moves.filter(([from, to]) => to === role && (people[from] ?? 0) > 0).map(([from]) => from)
        const isEntry = (role: number): boolean => moves.every(([, to]) => to !== role)
        const canFill = (role: number, moved: readonly number[]): boolean =>
          feeders(role).some(
            (from) =>
              !moved.includes(from) &&
              (isEntry(from) || people[from] === 2 || canFill(from, [...moved, role])),
          )
        const expected = people.flatMap((_, role) => {
          if (isEntry(role)) return []
          if (feeders(role).length === 0) return [`NO_BENCH ${String(role)}`]
          return canFill(role, []) ? [] : [`LEAVES_HOLE ${String(role)}`]
        })
        const found = successionRisks(defineOrg({ roles }))
          .filter(({ code }) => code === 'NO_BENCH' || code === 'LEAVES_HOLE')
          .map(({ code, roles: [role] }) => `${code} ${role}`)
        expect(found.sort()).toEqual(expected.sort())
      }),
      { numRuns: 1000 },
    )
  })
})
