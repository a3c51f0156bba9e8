import fc from 'fast-check'
import { careerGap, defineOrg, type MoveSpec, type Org, type OrgSpec, type RoleSpec } from 'rolegraph'
import { benchOf } from 'rolegraph/approval'
import { describe, expect, it } from 'vitest'

/** The director, and below: May (manager since 2021), Lee and Lou (leads), nobody (analyst), an unnamed planner. */
const roles = {
  director: { holders: ['dee'], minYears: 8, certifications: ['PgMP'] },
  manager: {
    holders: [{ person: 'may', from: '2021-03-01' }],
    minYears: 5,
    certifications: ['PgMP'],
    progressesTo: { to: 'director', years: [4, 6] },
  },
  lead: {
    holders: [{ person: 'lee', from: '2023-06-15' }, 'lou'],
    progressesTo: [
      { to: 'manager', years: [2, 3] },
      { to: 'director', years: [9], conditions: ['ran a portfolio'] },
    ],
  },
  analyst: { vacant: true, progressesTo: { to: 'lead', years: [1, 2] } },
  planner: { progressesTo: { to: 'analyst', kind: 'lateral' } },
  clerk: { holders: ['kim'] },
} as const satisfies OrgSpec['roles']
const org = defineOrg({ roles })

const inShort = (bench: ReturnType<typeof benchOf>): string[] =>
  bench.map(
    ({ person, role, ready, years }) => `${person ?? role} ${ready} ${years?.map(String).join('-') ?? '?'}`,
  )
const twoRoles = (roles: OrgSpec<string, never>['roles']): Org => defineOrg({ roles })

describe('benchOf', () => {
  it('lists who could succeed, the soonest first, and nobody from a vacant role', () => {
    expect(inShort(benchOf(org, 'director'))).toEqual([
      'may later 4-6',
      'lee later 6-9',
      'lou later 6-9',
      'planner later 7-11',
    ])
    expect(benchOf(org, 'clerk')).toEqual([])
    expect(inShort(benchOf(org, 'manager'))).toEqual(['lee later 2-3', 'lou later 2-3', 'planner later 3-5'])
  })

  it('counts the complete years in the present role on a date', () => {
    const at = (date: string) => inShort(benchOf(org, 'director', { date }))
    // May needs 8 years of experience: the 5 that the manager requires, and 3 served.
    expect(at('2025-02-28').slice(0, 2)).toEqual(['may later 1-3', 'lee later 5-8'])
    expect(at('2025-03-01').slice(0, 2)).toEqual(['may now 0-2', 'lee later 5-8'])
    expect(at('2025-06-15').slice(0, 3)).toEqual(['may now 0-2', 'lee later 4-7', 'lou later 6-9'])
    expect(benchOf(org, 'director', { date: '2025-03-01' }).map(({ served }) => served)).toEqual([
      4,
      1,
      undefined,
      undefined,
    ])
    expect(at('2021-02-28')).toEqual(['lou later 6-9', 'planner later 7-11'])
  })

  it('takes the path of the fewest moves where the time served makes it sooner', () => {
    const detour = defineOrg({
      roles: {
        top: {},
        mid: { progressesTo: { to: 'top', years: [1, 1] } },
        low: {
          holders: [{ person: 'ada', from: '2020-01-01' }],
          progressesTo: [
            { to: 'mid', years: [1, 1] },
            { to: 'top', years: [3, 3] },
          ],
        },
      },
    })
    const [ada] = benchOf(detour, 'top', { date: '2023-01-01' })
    expect(ada.gap.path.roles).toEqual(['low', 'top'])
    expect(ada.ready).toBe('now')
    expect(benchOf(detour, 'top').map(({ gap }) => gap.path.roles.length)).toEqual([2, 3])
    expect(benchOf(detour, 'top')[1]?.years).toEqual([2, 2])
  })

  it.each<
    readonly [
      what: string,
      move: Omit<MoveSpec, 'to'>,
      role: RoleSpec<string, never>,
      target: RoleSpec<string, never>,
      is: string[],
    ]
  >([
    ['states no years', {}, {}, {}, ['role unknown ?']],
    ['takes no time', { years: [0, 1] }, {}, {}, ['role now 0-1']],
    ['asks for a certificate', { years: [0] }, {}, { certifications: ['PMP'] }, ['role later 0-Infinity']],
    ['asks for a skill', {}, {}, { skills: ['coaching'] }, ['role later ?']],
    ['asks for a skill that is there', {}, { skills: ['a'] }, { skills: ['a'] }, ['role unknown ?']],
    ['has a condition', { years: [0, 0], conditions: ['an opening'] }, {}, {}, ['role later 0-0']],
    ['asks for experience', { years: [0, 0] }, {}, { minYears: 1 }, ['role later 0-0']],
    ['is from a planned role', {}, { status: 'planned' }, {}, []],
    [
      'is from a planned role with a holder',
      {},
      { status: 'planned', holders: ['ada'] },
      {},
      ['ada unknown ?'],
    ],
    ['is from a job share', {}, { holders: ['ada', 'joe'] }, {}, ['ada unknown ?', 'joe unknown ?']],
    ['is of the holder', {}, { holders: ['ada', 'joe'] }, { holders: ['ada'] }, ['joe unknown ?']],
    [
      'is of the acting holder',
      {},
      { holders: ['ada'] },
      { holders: [{ person: 'ada', kind: 'acting' }] },
      ['ada unknown ?'],
    ],
  ])('a move that %s', (_, move, role, target, expected) => {
    const chart = twoRoles({ target, role: { ...role, progressesTo: { to: 'target', ...move } } })
    expect(inShort(benchOf(chart, 'target'))).toEqual(expected)
  })

  it('counts the longer of two assignments to one role, and lists a person once, by the sooner role', () => {
    const chart = defineOrg({
      roles: {
        top: {},
        far: { holders: ['ada'], progressesTo: { to: 'top', years: [5, 5] } },
        near: {
          holders: [
            { person: 'ada', share: 0.5, from: '2024-01-01' },
            { person: 'ada', share: 0.5, from: '2022-01-01' },
          ],
          progressesTo: { to: 'top', years: [3, 3] },
        },
      },
    })
    expect(benchOf(chart, 'top', { date: '2025-01-01' })).toMatchObject([
      { role: 'near', person: 'ada', served: 3, ready: 'now', years: [0, 0] },
    ])
  })

  it('takes the options of the career queries, and a limit of years from today', () => {
    expect(inShort(benchOf(org, 'director', { withinYears: 4 }))).toEqual(['may later 4-6'])
    expect(inShort(benchOf(org, 'director', { withinYears: 5, date: '2025-01-01' }))).toEqual([
      'may later 1-3',
      'lee later 5-8',
    ])
    expect(inShort(benchOf(org, 'director', { avoid: ['manager'] }))).toEqual([
      'lee later 9-Infinity',
      'lou later 9-Infinity',
      'planner later 10-Infinity',
    ])
    expect(inShort(benchOf(org, 'lead', { moves: ['advancement'] }))).toEqual([])
    expect(benchOf(org, 'director')[1]?.gap).toEqual(careerGap(org, 'lead', 'director', { by: 'years' }))
  })

  it('says it in a sentence', () => {
    const date = '2025-03-01'
    const chart = defineOrg({
      roles: {
        head: { minYears: 10, certifications: ['PgMP', 'PMP'], skills: ['finance'] },
        lead: { progressesTo: { to: 'head', years: [1], conditions: ['an opening', 'led a team'] } },
        buyer: { holders: ['bo'], progressesTo: { to: 'lead', kind: 'lateral' } },
        clerk: { progressesTo: 'buyer' },
      },
    })
    expect(
      [...benchOf(org, 'director', { date }), ...benchOf(chart, 'head')].map(({ text }) => text),
    ).toEqual([
      "'may' ('manager') is ready now: 'manager' → 'director'",
      "'lee' ('lead') may be ready in 5 to 8 years: 'lead' → 'manager' → 'director'; needs 8 years of experience; lacks the certification 'PgMP'",
      "'lou' ('lead') may be ready in 6 to 9 years: 'lead' → 'manager' → 'director'; needs 8 years of experience; lacks the certification 'PgMP'",
      "'planner' may be ready in 7 years or more: 'planner' → 'analyst' → 'lead' → 'manager' → 'director'; needs 8 years of experience; lacks the certification 'PgMP'",
      "'lead' may be ready in 1 year or more: 'lead' → 'head'; needs 10 years of experience; lacks the certifications 'PgMP' and 'PMP'; lacks the skill 'finance'; conditions: an opening, led a team",
      "'bo' ('buyer') may be ready in 1 year or more: 'buyer' → 'lead' → 'head'; needs 10 years of experience; lacks the certifications 'PgMP' and 'PMP'; lacks the skill 'finance'; conditions: an opening, led a team",
      "'clerk' may be ready in 1 year or more: 'clerk' → 'buyer' → 'lead' → 'head'; needs 10 years of experience; lacks the certifications 'PgMP' and 'PMP'; lacks the skill 'finance'; conditions: an opening, led a team",
    ])
    expect(benchOf(chart, 'lead').map(({ text }) => text)).toEqual([
      "'bo' ('buyer') is one move away, and the move states no years: 'buyer' → 'lead'",
      "'clerk' may be ready later; the moves state no years: 'clerk' → 'buyer' → 'lead'",
    ])
  })

  it.each([
    [() => benchOf(org, 'directr' as 'director'), 'UNKNOWN_ROLE'],
    [() => benchOf(org, 'clerk', { avoid: ['directr' as 'director'] }), 'UNKNOWN_ROLE'],
    [() => benchOf(org, 'clerk', { families: ['odd'] }), 'UNKNOWN_FAMILY'],
    [() => benchOf(org, 'clerk', { withinYears: -1 }), 'INVALID_OPTION'],
    [() => benchOf(org, 'clerk', { withinYears: NaN }), 'INVALID_OPTION'],
    [() => benchOf(org, 'clerk', { date: '2025-02-30' }), 'INVALID_ARGUMENT'],
    [() => benchOf(org, 'clerk', { by: 'steps' } as object), 'INVALID_OPTION'],
    [() => benchOf({} as typeof org, 'clerk'), 'NOT_AN_ORG'],
  ])('refuses what is wrong: %s', (ask, code) => {
    expect(ask).toThrow(expect.objectContaining({ code }))
  })
})

/** A move of a small lattice: from, to, and years or none. */
type Step = readonly [from: number, to: number, min: number | undefined]
const IDS = ['a', 'b', 'c', 'd', 'e']
const lattice = fc.uniqueArray(
  fc
    .tuple(fc.nat(4), fc.nat(4), fc.option(fc.nat(4), { nil: undefined }))
    .filter(([from, to]) => from !== to),
  { selector: ([from, to]) => `${String(from)} ${String(to)}`, maxLength: 12 },
)
const served = fc.array(fc.option(fc.nat(5), { nil: undefined }), { minLength: 5, maxLength: 5 })

/** Every path without a repeated role, in input order. */
function naivePaths(
  steps: readonly Step[],
  from: number,
  to: number,
  before: readonly number[] = [],
): Step[][] {
  if (from === to) return [[]]
  return steps
    .filter((step) => step[0] === from && !before.includes(step[1]))
    .flatMap((step) => naivePaths(steps, step[1], to, [...before, from]).map((rest) => [step, ...rest]))
}

describe('benchOf on small lattices', () => {
  it('gives what all paths, tried one by one, give', () => {
    fc.assert(
      fc.property(lattice, served, (steps, years) => {
        const sorted = IDS.flatMap((_, from) => steps.filter((step) => step[0] === from))
        const chart = defineOrg({
          roles: Object.fromEntries(
            IDS.map((id, at): [string, RoleSpec<string, never>] => {
              const moves = sorted
                .filter((step) => step[0] === at)
                .map(([, to, min]) => ({
                  to: IDS[to] ?? '',
                  ...(min === undefined ? {} : { years: [min, 9] as const }),
                }))
              const from = years[at] === undefined ? undefined : `${String(2025 - years[at])}-01-01`
              return [
                id,
                {
                  progressesTo: moves,
                  ...(from === undefined ? {} : { holders: [{ person: `p-${id}`, from }] }),
                },
              ]
            }),
          ),
        })
        const best = (paths: Step[][], cost: (path: Step[]) => number): Step[] | undefined =>
          paths.reduce<Step[] | undefined>(
            (so, path) => (so === undefined || cost(path) < cost(so) ? path : so),
            undefined,
          )
        const total = (path: readonly Step[]) => path.reduce((sum, [, , min]) => sum + (min ?? 0), 0)
        const expected = IDS.flatMap((id, from) => {
          if (from === 0) return []
          const paths = naivePaths(sorted, from, 0)
          const fastest = best(paths, (path) => 100 * total(path) + path.length)
          const shortest = best(paths, (path) => path.length)
          if (fastest === undefined || shortest === undefined) return []
          const left = (path: Step[]): number =>
            path.every(([, , min]) => min === undefined)
              ? Infinity
              : total(path) - Math.min(path[0]?.[2] ?? 0, years[from] ?? 0)
          const rank = (path: Step[]): number => (path.length === 1 && left(path) <= 0 ? -1 : left(path))
          const isShorter =
            rank(shortest) < rank(fastest) ||
            (rank(shortest) === rank(fastest) && shortest.length < fastest.length)
          const path = isShorter ? shortest : fastest
          return [
            {
              id,
              rank: rank(path),
              moves: path.length,
              path: path.map(([, to]) => IDS[to]),
              least: left(path),
            },
          ]
        })
        expected.sort((x, y) => (x.rank === y.rank ? x.moves - y.moves : x.rank - y.rank))
        const bench = benchOf(chart, 'a', { date: '2025-01-01' })
        expect(bench.map(({ role, years: due, gap }) => [role, gap.path.roles.slice(1), due?.[0]])).toEqual(
          expected.map(({ id, path, least }) => [id, path, least === Infinity ? undefined : least]),
        )
        expect(bench.map(({ ready }) => ready === 'now')).toEqual(expected.map(({ rank }) => rank === -1))
      }),
      { numRuns: 500 },
    )
  })
})
