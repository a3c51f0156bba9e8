import {
  changesBetween,
  defineOrg,
  diffOrgs,
  historyFromSnapshots,
  historyIssuesOf,
  historyOf,
  holdersOf,
  isOrgError,
  issuesOf,
  managerAt,
  managerOf,
  orgAt,
  roleOf,
  rolesOf,
  tenureOf,
  timelineOf,
  toHistoryDocument,
} from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../support/thrown-by.js'

const office = defineOrg({
  roles: {
    director: {},
    lead: { reportsTo: 'director', holders: ['Ada'] },
    analyst: { reportsTo: 'lead', holders: [{ person: 'Ben', to: '2026-05-01' }] },
  },
})
const history = historyOf(office, [
  { on: '2026-04-01', changes: [{ do: 'set-manager', role: 'analyst', manager: 'director' }] },
  {
    on: '2026-07-01',
    changes: [
      { do: 'rename-role', role: 'analyst', to: 'planner' },
      { do: 'add-role', role: 'clerk', spec: { reportsTo: 'planner' } },
    ],
  },
  { on: '2026-10-01', changes: [{ do: 'remove-role', role: 'lead', references: 'remove' }] },
])

describe('historyOf', () => {
  it.each([
    ['2000-01-01', 'analyst', 'lead'],
    ['2026-03-31', 'analyst', 'lead'],
    ['2026-04-01', 'analyst', 'director'],
    ['2026-06-30', 'analyst', 'director'],
    ['2026-07-01', 'planner', 'director'],
    ['2030-01-01', 'clerk', 'planner'],
    ['2030-01-01', 'director', undefined],
  ] as const)('on %s %s reports to %s', (date, role, manager) => {
    expect(managerAt(history, role, date)).toBe(manager)
    expect(managerOf(orgAt(history, date), role)).toBe(manager)
  })

  it('says whether an id is there on other dates only', () => {
    const error = thrownBy(() => managerAt(history, 'planner', '2026-06-30'))
    expect(error).toMatchObject({
      code: 'UNKNOWN_ROLE',
      message: "The history has no role 'planner' on 2026-06-30; it has one on other dates.",
    })
    expect(thrownBy(() => managerAt(history, 'planer' as 'planner', '2026-06-30'))).toMatchObject({
      message: "The history has no role 'planer'; did you mean 'planner'?",
    })
  })

  it.each(['2026-02-30', '2026-3-1', '2026-03-01T00:00:00', '', 20260301, undefined, null])(
    'refuses %j as a date',
    (date) => {
      expect(thrownBy(() => orgAt(history, date as string))).toMatchObject({ code: 'INVALID_ARGUMENT' })
      expect(thrownBy(() => managerAt(history, 'lead', date as string))).toMatchObject({
        code: 'INVALID_ARGUMENT',
      })
      if (date === undefined) return
      expect(thrownBy(() => orgAt(history, '2026-01-01', { knownOn: date as string }))).toMatchObject({
        code: 'INVALID_OPTION',
      })
    },
  )

  it('reports every problem with its entry', () => {
    const error = thrownBy(() =>
      historyOf(office, [
        { on: '2026-13-01', changes: [] },
        { on: '2026-04-01', changes: [{ do: 'set-manager', role: 'director', manager: 'analyst' }] },
        { on: '2026-05-01', changes: [{ do: 'remove-role', role: 'lead' }] },
        // @ts-expect-error a history has no such field
        { on: '2026-05-01', change: [] },
      ]),
    )
    if (!isOrgError(error, 'INVALID_HISTORY')) throw new Error('not refused')
    expect(
      error.details.issues.map(({ code, from, to, place }) => [code, from, to, place.path?.join('.')]),
    ).toEqual([
      ['INVALID_FIELD', undefined, undefined, 'entries.0.on'],
      ['UNKNOWN_FIELD', undefined, undefined, 'entries.3.change'],
      ['INVALID_FIELD', undefined, undefined, 'entries.3.changes'],
      ['REPORTING_CYCLE', '2026-04-01', undefined, 'entries.1.changes.0.manager'],
      ['HAS_REPORTS', '2026-05-01', undefined, 'entries.2.changes.0.reports'],
      ['HAS_REFERENCES', '2026-05-01', undefined, 'entries.2.changes.0.references'],
    ])
    expect(error.message).toContain('The history has 6 problems')
  })

  it('gives a cycle that was collected its days', () => {
    const broken = historyOf(
      office,
      [
        { on: '2026-04-01', changes: [{ do: 'set-manager', role: 'director', manager: 'analyst' }] },
        { on: '2026-06-01', changes: [{ do: 'set-manager', role: 'analyst', manager: null }] },
      ],
      { onIssue: 'collect' },
    )
    expect(historyIssuesOf(broken)).toMatchObject([
      {
        code: 'REPORTING_CYCLE',
        from: '2026-04-01',
        to: '2026-06-01',
        witness: ['director', 'analyst', 'lead', 'director'],
      },
    ])
    expect(issuesOf(orgAt(broken, '2026-03-31'))).toEqual([])
    expect(issuesOf(orgAt(broken, '2026-05-31')).map(({ code }) => code)).toEqual(['REPORTING_CYCLE'])
    expect(issuesOf(orgAt(broken, '2026-06-01'))).toEqual([])
    expect(managerAt(broken, 'director', '2026-05-01')).toBe('analyst')
  })

  it('begins where since says so', () => {
    const begun = historyOf(office, [], { since: '2026-01-01' })
    expect(rolesOf(orgAt(begun, '2026-01-01'))).toEqual(['director', 'lead', 'analyst'])
    for (const ask of [
      () => orgAt(begun, '2025-12-31'),
      () => managerAt(begun, 'lead', '2025-12-31'),
      () => changesBetween(begun, '2025-12-31', '2026-12-31'),
      () => tenureOf(begun, { role: 'lead' }, '2025-12-31'),
    ])
      expect(thrownBy(ask)).toMatchObject({
        code: 'BEFORE_HISTORY',
        details: { date: '2025-12-31', since: '2026-01-01' },
      })
    expect(
      thrownBy(() => historyOf(office, [{ on: '2025-12-31', changes: [] }], { since: '2026-01-01' })),
    ).toMatchObject({ code: 'INVALID_HISTORY' })
  })

  it('is not an org, and an org is not a history', () => {
    expect(thrownBy(() => roleOf(history as never, 'lead'))).toMatchObject({ code: 'NOT_AN_ORG' })
    expect(thrownBy(() => managerAt(office as never, 'lead', '2026-01-01'))).toMatchObject({
      code: 'NOT_A_HISTORY',
      message: expect.stringContaining('historyOf(org, [])') as string,
    })
  })

  it('is equal to another one with the same start and changes only', () => {
    const again = historyOf(office, toHistoryDocument(history).effective ?? [])
    expect(again).toEqual(history)
    expect(historyOf(office, [])).not.toEqual(history)
    expect(JSON.parse(JSON.stringify(history))).toEqual(
      JSON.parse(JSON.stringify(toHistoryDocument(history))),
    )
  })
})

describe('orgAt', () => {
  it('keeps the assignments of the date', () => {
    expect(holdersOf(orgAt(office, '2026-04-30'), 'analyst')).toEqual(['Ben'])
    expect(roleOf(orgAt(office, '2026-05-01'), 'analyst').vacant).toBe(true)
    expect(roleOf(orgAt(history, '2026-05-01'), 'analyst').vacant).toBe(true)
    expect(roleOf(orgAt(history, '2026-05-01', { assignments: 'all' }), 'analyst').holders).toEqual(['Ben'])
    expect(roleOf(orgAt(office, '2026-05-01'), 'lead').holders).toEqual(['Ada'])
  })

  it('leaves a statement that a role is not vacant out where it no longer holds', () => {
    const org = defineOrg({
      roles: { lead: { vacant: false, holders: [{ person: 'Ada', from: '2026-01-01' }] } },
    })
    expect(roleOf(orgAt(org, '2025-12-31'), 'lead')).toMatchObject({ holders: [], vacant: true })
    expect(diffOrgs(org, orgAt(org, '2026-01-01')).changes).toEqual([])
    expect(orgAt(org, '2026-01-01')).toBe(org)
  })
})

describe('what was known on a day', () => {
  const corrected = historyOf(office, [
    {
      on: '2026-02-01',
      knownOn: '2026-02-01',
      changes: [{ do: 'set-manager', role: 'analyst', manager: 'director' }],
    },
    {
      on: '2026-06-01',
      knownOn: '2026-05-20',
      changes: [{ do: 'set-manager', role: 'analyst', manager: null }],
    },
    // Found out in August: from March to May, the analyst reported to the lead.
    {
      on: '2026-03-01',
      knownOn: '2026-08-15',
      changes: [{ do: 'set-manager', role: 'analyst', manager: 'lead' }],
    },
  ])

  it.each([
    // date, known on, manager
    ['2026-01-31', undefined, 'lead'],
    ['2026-02-15', undefined, 'director'],
    ['2026-03-01', undefined, 'lead'],
    ['2026-05-31', undefined, 'lead'],
    ['2026-06-01', undefined, undefined],
    ['2026-02-15', '2026-01-31', 'lead'],
    ['2026-02-15', '2026-02-01', 'director'],
    ['2026-03-01', '2026-08-14', 'director'],
    ['2026-03-01', '2026-08-15', 'lead'],
    ['2026-06-01', '2026-05-19', 'director'],
    ['2026-06-01', '2026-05-20', undefined],
    ['2026-06-01', '2026-08-15', undefined],
  ])('on %s, as known on %s, the analyst reports to %s', (date, knownOn, manager) => {
    const options = knownOn === undefined ? {} : { knownOn }
    expect(managerAt(corrected, 'analyst', date, options)).toBe(manager)
    expect(managerOf(orgAt(corrected, date, options), 'analyst')).toBe(manager)
  })

  it('gives changes and timelines too', () => {
    const known = { knownOn: '2026-05-31' }
    expect(changesBetween(corrected, '2026-01-01', '2026-12-31').map(({ on }) => on)).toEqual([
      '2026-02-01',
      '2026-03-01',
      '2026-06-01',
    ])
    expect(changesBetween(corrected, '2026-01-01', '2026-12-31', known).map(({ on }) => on)).toEqual([
      '2026-02-01',
      '2026-06-01',
    ])
    expect(timelineOf(corrected, { role: 'analyst' }, known).map(({ manager }) => manager)).toEqual([
      'lead',
      'director',
      undefined,
    ])
  })

  it('has to be sound before later corrections too', () => {
    const entries = [
      { on: '2026-03-01', knownOn: '2026-08-01', changes: [{ do: 'add-role', role: 'planner' }] },
      { on: '2026-04-01', changes: [{ do: 'set-manager', role: 'analyst', manager: 'planner' }] },
    ] as const
    const error = thrownBy(() => historyOf(office, entries))
    expect(error).toMatchObject({ code: 'INVALID_HISTORY' })
    expect(error.message).toContain(
      "Before any correction was known: No role has the id 'planner' at this point",
    )
  })
})

describe('timelineOf', () => {
  it('follows a role through its ids', () => {
    const spells = [
      [undefined, '2026-04-01', 'analyst', 'lead'],
      ['2026-04-01', '2026-07-01', 'analyst', 'director'],
      ['2026-07-01', undefined, 'planner', 'director'],
    ]
    for (const role of ['analyst', 'planner'] as const)
      expect(
        timelineOf(history, { role }).map((spell) => [spell.from, spell.to, spell.role, spell.manager]),
      ).toEqual(spells)
  })

  it('shows the new id of a manager, and where a role ends', () => {
    const managers = timelineOf(
      historyOf(office, [
        { on: '2026-02-01', changes: [{ do: 'rename-role', role: 'lead', to: 'head' }] },
        { on: '2026-03-01', changes: [{ do: 'remove-role', role: 'analyst', references: 'remove' }] },
        { on: '2026-05-01', changes: [{ do: 'add-role', role: 'analyst', spec: { title: 'Analyst' } }] },
      ]),
      { role: 'analyst' },
    )
    expect(managers.map(({ from, to, manager, spec }) => [from, to, manager, spec.title])).toEqual([
      [undefined, '2026-02-01', 'lead', undefined],
      ['2026-02-01', '2026-03-01', 'head', undefined],
      ['2026-05-01', undefined, undefined, 'Analyst'],
    ])
  })

  it('has the assignments of a person', () => {
    expect(timelineOf(history, { person: 'Ada' })).toEqual([
      { role: 'lead', person: 'Ada', share: undefined, kind: 'permanent', from: undefined, to: '2026-10-01' },
    ])
    expect(timelineOf(history, { person: 'Ben' })).toMatchObject([{ role: 'analyst', to: '2026-05-01' }])
    expect(thrownBy(() => timelineOf(history, { person: 'Bem' }))).toMatchObject({
      code: 'UNKNOWN_PERSON',
      details: { nearest: 'Ben' },
    })
  })
})

describe('tenureOf', () => {
  const careers = historyOf(
    defineOrg({
      roles: { lead: { holders: [{ person: 'Ada', kind: 'acting', from: '2020-02-29' }] }, clerk: {} },
    }),
    [
      {
        on: '2021-01-01',
        changes: [
          { do: 'update-role', role: 'lead', set: { holders: [{ person: 'Ada', from: '2021-01-01' }] } },
        ],
      },
      { on: '2022-01-01', changes: [{ do: 'rename-role', role: 'lead', to: 'head' }] },
      { on: '2023-01-01', changes: [{ do: 'unassign', role: 'head', person: 'Ada' }] },
      { on: '2023-02-01', changes: [{ do: 'assign', role: 'head', holder: 'Ada' }] },
      { on: '2023-02-01', changes: [{ do: 'assign', role: 'clerk', holder: 'Ben' }] },
    ],
  )

  it.each([
    ['2020-02-28', []],
    ['2020-02-29', [['lead', '2020-02-29', 0, 0]]],
    ['2021-02-28', [['lead', '2020-02-29', 365, 0]]],
    ['2021-03-01', [['lead', '2020-02-29', 366, 1]]],
    ['2022-12-31', [['head', '2020-02-29', 1036, 2]]],
    ['2023-01-15', []],
    ['2023-03-01', [['head', '2023-02-01', 28, 0]]],
  ] as const)('counts the time without an interruption, on %s', (date, expected) => {
    const found = tenureOf(careers, { person: 'Ada' }, date)
    expect(found.map(({ role, from, days, years }) => [role, from, days, years])).toEqual(expected)
  })

  it('has the holders of a role', () => {
    expect(tenureOf(careers, { role: 'clerk' }, '2024-02-01')).toEqual([
      { role: 'clerk', person: 'Ben', from: '2023-02-01', days: 365, years: 1 },
    ])
    expect(tenureOf(history, { role: 'lead' }, '2026-04-01')).toEqual([
      { role: 'lead', person: 'Ada', from: undefined, days: undefined, years: undefined },
    ])
  })
})

describe('historyFromSnapshots', () => {
  it.each([
    [[]],
    [[{ on: '2026-01-01' }]],
    [[{ on: '2026-02-30', org: office }]],
    [
      [
        { on: '2026-01-01', org: office },
        { on: '2026-01-01', org: office },
      ],
    ],
    ['2026-01-01'],
  ])('refuses %j', (snapshots) => {
    expect(thrownBy(() => historyFromSnapshots(snapshots as never))).toMatchObject({
      code: 'INVALID_ARGUMENT',
    })
  })

  it('begins with the first snapshot', () => {
    const one = historyFromSnapshots([{ on: '2026-01-01', org: office }])
    expect(orgAt(one, '2026-01-01', { assignments: 'all' })).toEqual(office)
    expect(thrownBy(() => orgAt(one, '2025-12-31'))).toMatchObject({ code: 'BEFORE_HISTORY' })
  })
})
