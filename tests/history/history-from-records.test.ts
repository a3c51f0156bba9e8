import { readFileSync } from 'node:fs'
import {
  changesBetween,
  historyFromRecords,
  historyIssuesOf,
  issuesOf,
  managerAt,
  membersOf,
  orgAt,
  rolesOf,
  timelineOf,
  topRolesOf,
} from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../support/thrown-by.js'

/** Rows of a file without quoted cells. */
function rowsOf(name: string): Record<string, string>[] {
  const file = new URL(`../import/data/adventureworks/${name}.csv`, import.meta.url)
  const [header, ...lines] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/)
  const names = header.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index], cell])))
}

interface Row {
  readonly id: string
  readonly boss?: string | null
  readonly title?: string
  readonly start: unknown
  readonly end?: unknown
  readonly known?: string
  readonly seq?: string
  readonly status?: string
}
const FIELDS = { id: 'id', manager: 'boss', title: 'title' } as const
type Options = Partial<Parameters<typeof historyFromRecords<Row, undefined>>[1]>

function historyOfRows(
  rows: readonly Row[],
  options: Options = {},
): ReturnType<typeof historyFromRecords<Row, undefined>> {
  return historyFromRecords<Row, undefined>(rows, {
    ...FIELDS,
    from: (row) => row.start as string,
    ...(options.ends === 'next' ? {} : { to: (row: Row) => row.end as string }),
    ends: 'inclusive',
    onIssue: 'collect',
    ...options,
  })
}

function issuesIn(rows: readonly Row[], options: Options = {}): unknown[] {
  return historyIssuesOf(historyOfRows(rows, options)).map(({ code, severity, roles, from, to }) => [
    code,
    severity,
    roles.join(),
    from,
    to,
  ])
}

describe('the department history of AdventureWorks', () => {
  const managers = new Map(rowsOf('employees').map((row) => [row['BusinessEntityID'], row['ManagerID']]))
  const rows = rowsOf('employee_department_history').map((row) => ({
    id: row['BusinessEntityID'] ?? '',
    manager: managers.get(row['BusinessEntityID'] ?? '') || null,
    department: `d${row['DepartmentID'] ?? ''}`,
    start: row['StartDate'] ?? '',
    end: row['EndDate'],
  }))
  const fields = { id: 'id', manager: 'manager', unit: 'department', from: 'start', to: 'end' } as const
  const history = historyFromRecords(rows, { ...fields, ends: 'inclusive' })
  const issues = historyIssuesOf(history)

  it('has 290 people in 296 rows, of which 102 begin before their manager', () => {
    expect(rows).toHaveLength(296)
    expect(rolesOf(orgAt(history, '2014-01-01'))).toHaveLength(290)
    expect(issues.filter(({ code }) => code === 'MANAGER_STARTS_LATER')).toHaveLength(102)
    expect(issues).toHaveLength(102)
    expect(new Set(issues.map(({ severity }) => severity))).toEqual(new Set(['warning']))
    expect(issuesOf(orgAt(history, '2014-01-01'))).toEqual([])
  })

  it('has on every day what a filter of the rows gives', () => {
    const first = new Map<string, string>()
    for (const { id, start } of rows) if (start < (first.get(id) ?? '9')) first.set(id, start)
    for (const date of [...new Set(rows.map(({ start }) => start))].filter((_, index) => index % 5 === 0)) {
      const there = rows.filter(({ start, end }) => start <= date && (end === '' || date <= end))
      const org = orgAt(history, date)
      expect([...rolesOf(org)].sort()).toEqual(there.map(({ id }) => id).sort())
      for (const { id, manager, department } of there) {
        expect(managerAt(history, id, date)).toBe(
          (first.get(manager ?? '') ?? '9') <= date ? (manager ?? undefined) : undefined,
        )
        expect(membersOf(org, department)).toContain(id)
      }
    }
  })

  it('moves employee 250 through three departments', () => {
    expect(timelineOf(history, { role: '250' }).map(({ from, to, spec }) => [from, to, spec.unit])).toEqual([
      ['2011-02-25', '2011-07-31', 'd4'],
      ['2011-07-31', '2012-07-15', 'd13'],
      ['2012-07-15', undefined, 'd5'],
    ])
  })

  it('says once that its ends were read the wrong way', () => {
    const misread = historyIssuesOf(historyFromRecords(rows, { ...fields, ends: 'exclusive' }))
    expect(misread.filter(({ code }) => code === 'ENDS_MISREAD')).toMatchObject([
      {
        severity: 'warning',
        roles: ['4', '16', '224', '234', '250'],
        suggestion: "Read them with ends: 'inclusive'.",
      },
    ])
    expect(misread.filter(({ code }) => code === 'GAP')).toEqual([])
  })
})

describe('rows with ends', () => {
  it.each([
    ['2026-03-31', 'inclusive', '2026-04-01'],
    ['2026-02-28', 'inclusive', '2026-03-01'],
    ['2024-02-28', 'inclusive', '2024-02-29'],
    ['2025-12-31', 'inclusive', '2026-01-01'],
    ['2026-03-31', 'exclusive', '2026-03-31'],
    ['9999-12-31', 'inclusive', undefined],
    ['9999-12-31', 'exclusive', undefined],
    ['4712-12-31', 'inclusive', undefined],
    ['2999-12-31', 'inclusive', undefined],
    ['', 'inclusive', undefined],
    [null, 'exclusive', undefined],
    [undefined, 'exclusive', undefined],
  ] as const)('end on %s, %s: the first day without them is %s', (end, ends, to) => {
    const [spell] = timelineOf(historyOfRows([{ id: 'a', start: '2020-01-01', end }], { ends }), {
      role: 'a',
    })
    expect(spell.to).toBe(to)
  })

  it('never add a day to the last one that there is', () => {
    const history = historyOfRows([{ id: 'a', start: '2020-01-01', end: '9999-12-31' }], { open: [] })
    expect(timelineOf(history, { role: 'a' })[0].to).toBeUndefined()
    expect(historyIssuesOf(history)).toEqual([])
  })

  it.each([
    ['2023-05', "partial: 'start'"],
    ['2023', "partial: 'start'"],
    ['2023-02-30', 'year, month and day'],
    ['31/12/2023', 'year, month and day'],
    ['2023-05-01 00:00:00', 'Leave the time out'],
    ['2023-05-01T00:00:00Z', 'Leave the time out'],
    [new Date(0), 'a Date is an instant'],
    [20230501, 'year, month and day'],
    [undefined, 'year, month and day'],
  ])('refuse %s as a date, with a way to read it', (start, suggestion) => {
    const history = historyOfRows([{ id: 'a', start, end: '' }])
    expect(historyIssuesOf(history)).toMatchObject([
      {
        code: 'INVALID_FIELD',
        place: { record: 0, field: 'from' },
        suggestion: expect.stringContaining(suggestion) as string,
      },
    ])
    expect(rolesOf(orgAt(history, '2026-01-01'))).toEqual([])
  })

  it('read partial dates as their first day where asked', () => {
    const history = historyOfRows([{ id: 'a', start: '2023', end: '2023-05' }], { partial: 'start' })
    expect(timelineOf(history, { role: 'a' }).map(({ from, to }) => [from, to])).toEqual([
      ['2023-01-01', '2023-05-02'],
    ])
  })

  it('that end before they begin are refused', () => {
    expect(issuesIn([{ id: 'a', start: '2023-05-02', end: '2023-05-01' }])).toEqual([
      ['INVALID_FIELD', 'error', '', undefined, undefined],
    ])
    expect(issuesIn([{ id: 'a', start: '2023-05-01', end: '2023-05-01' }])).toEqual([])
    expect(issuesIn([{ id: 'a', start: '2023-05-01', end: '2023-05-01' }], { ends: 'exclusive' })).toEqual([
      ['INVALID_FIELD', 'error', '', undefined, undefined],
    ])
  })

  it.each([
    [{ ends: undefined }, 'ends'],
    [{ ends: 'both' }, 'ends'],
    [{ ends: 'exclusive', to: undefined }, 'to'],
    [{ ends: 'next', to: 'end' }, 'to'],
    [{ partial: 'end' }, 'partial'],
    [{ open: '9999-12-31' }, 'open'],
  ])('refuse the options %j', (options, option) => {
    expect(
      thrownBy(() =>
        historyFromRecords([], {
          id: 'id',
          from: 'start',
          to: 'end',
          ends: 'inclusive',
          ...options,
        } as never),
      ),
    ).toMatchObject({ code: 'INVALID_OPTION', details: { option } })
  })
})

describe('rows like those of Oracle HR', () => {
  // A job history with inclusive ends and 4712-12-31, as texts.
  const rows: Row[] = [
    { id: '100', boss: null, title: 'President', start: '2013-06-17', end: '4712-12-31' },
    { id: '101', boss: '100', title: 'Accountant', start: '2007-09-21', end: '2011-10-27' },
    { id: '101', boss: '100', title: 'Manager', start: '2011-10-28', end: '2015-03-15' },
    { id: '101', boss: '100', title: 'Vice President', start: '2015-09-21', end: '4712-12-31' },
    { id: '102', boss: '101', title: 'Programmer', start: '2011-01-13', end: '4712-12-31' },
  ]

  it('have managers who start later, and gaps, as warnings with their days', () => {
    expect(issuesIn(rows)).toEqual([
      ['GAP', 'warning', '101', '2015-03-16', '2015-09-21'],
      ['MANAGER_STARTS_LATER', 'warning', '101,100', '2007-09-21', '2013-06-17'],
      ['MANAGER_ENDED', 'warning', '102,101', '2015-03-16', '2015-09-21'],
    ])
    const history = historyFromRecords(rows, {
      ...FIELDS,
      from: 'start' as never,
      to: 'end' as never,
      ends: 'inclusive',
    })
    expect(managerAt(history, '102', '2015-03-15')).toBe('101')
    expect(managerAt(history, '102', '2015-03-16')).toBeUndefined()
    expect(topRolesOf(orgAt(history, '2015-03-16'))).toEqual(['102', '100'])
    expect(timelineOf(history, { role: '101' }).map(({ spec }) => spec.title)).toEqual([
      'Accountant',
      'Manager',
      'Manager',
      'Vice President',
    ])
  })
})

describe('rows without ends', () => {
  // Effective dates with a sequence and a status, as PeopleSoft has them.
  const rows: Row[] = [
    { id: 'a', start: '2020-01-01', seq: '0' },
    { id: 'b', boss: 'a', start: '2020-01-01', seq: '0' },
    { id: 'b', boss: null, start: '2021-01-01', seq: '0' },
    { id: 'b', boss: 'a', start: '2021-01-01', seq: '10' },
    { id: 'b', boss: null, start: '2021-01-01', seq: '9' },
    { id: 'b', boss: null, start: '2022-01-01', seq: '0', status: 'I' },
    { id: 'b', boss: 'a', start: '2023-01-01', seq: '0' },
  ]
  const history = historyOfRows(rows, {
    ends: 'next',
    sequence: 'seq',
    inactive: (row) => row.status === 'I',
  })

  it('end when the next one begins, and the highest sequence of a day holds', () => {
    expect(historyIssuesOf(history)).toEqual([
      // On no day two rows hold; on the days of the inactive row, the role is not there.
    ])
    expect(timelineOf(history, { role: 'b' }).map(({ from, to, manager }) => [from, to, manager])).toEqual([
      ['2020-01-01', '2022-01-01', 'a'],
      ['2023-01-01', undefined, 'a'],
    ])
  })

  it('of one day without a sequence are an overlap, and no manager is taken', () => {
    const doubled = historyOfRows(
      [
        { id: 'a', start: '2020-01-01' },
        { id: 'c', start: '2020-01-01' },
        { id: 'b', boss: 'a', title: 'B', start: '2020-01-01' },
        { id: 'b', boss: 'c', title: 'B', start: '2020-01-01' },
        { id: 'b', boss: 'c', title: 'B', start: '2021-01-01' },
      ],
      { ends: 'next' },
    )
    expect(historyIssuesOf(doubled)).toMatchObject([
      {
        code: 'OVERLAP',
        roles: ['b'],
        from: '2020-01-01',
        to: '2021-01-01',
        witness: [{ record: 2 }, { record: 3 }],
      },
    ])
    expect(timelineOf(doubled, { role: 'b' }).map(({ manager, spec }) => [manager, spec.title])).toEqual([
      [undefined, 'B'],
      ['c', 'B'],
    ])
  })
})

describe('rows that became known later', () => {
  const rows: Row[] = [
    { id: 'a', start: '2020-01-01', end: '' },
    { id: 'c', start: '2020-01-01', end: '' },
    { id: 'b', boss: 'a', start: '2020-01-01', end: '', known: '2020-01-01' },
    { id: 'b', boss: 'c', start: '2020-03-01', end: '2020-04-30', known: '2020-09-01' },
  ]
  const history = historyOfRows(rows, { knownOn: 'known' })

  it.each([
    ['2020-02-29', undefined, 'a'],
    ['2020-03-01', undefined, 'c'],
    ['2020-04-30', undefined, 'c'],
    ['2020-05-01', undefined, 'a'],
    ['2020-03-01', '2020-08-31', 'a'],
    ['2020-03-01', '2020-09-01', 'c'],
  ])('overrule only the days that they cover: on %s, as known on %s, %s', (date, knownOn, manager) => {
    expect(historyIssuesOf(history)).toEqual([])
    expect(managerAt(history, 'b', date, knownOn === undefined ? {} : { knownOn })).toBe(manager)
  })

  it('and nothing is there before it is known', () => {
    expect(thrownBy(() => managerAt(history, 'b', '2020-03-01', { knownOn: '2019-12-31' }))).toMatchObject({
      code: 'UNKNOWN_ROLE',
    })
  })
})

describe('cycles of some days', () => {
  const rows: Row[] = [
    { id: 'a', boss: 'b', start: '2020-03-01', end: '2020-05-31' },
    { id: 'a', boss: null, start: '2020-06-01', end: '' },
    { id: 'b', boss: 'a', start: '2020-01-01', end: '' },
  ]

  it('have their days, and are refused by default', () => {
    expect(issuesIn(rows)).toEqual([
      ['MANAGER_STARTS_LATER', 'warning', 'b,a', '2020-01-01', '2020-03-01'],
      ['REPORTING_CYCLE', 'error', 'a,b', '2020-03-01', '2020-06-01'],
    ])
    const error = thrownBy(() => historyOfRows(rows, { onIssue: 'throw' }))
    expect(error.code).toBe('INVALID_HISTORY')
    expect(error.message).toMatch(
      /^The history has one problem:\n- REPORTING_CYCLE: 2 roles report to each other/,
    )
  })
})

describe('rows of many roles', () => {
  const COUNT = 20_000

  it('in one chain, and in one cycle that begins and ends at once', () => {
    const rows = Array.from({ length: COUNT }, (_, index): Row[] => [
      {
        id: String(index),
        boss: index === 0 ? null : String(index - 1),
        start: '2020-01-01',
        end: '2020-12-31',
      },
      {
        id: String(index),
        boss: index === 0 ? String(COUNT - 1) : String(index - 1),
        start: '2021-01-01',
        end: '2021-12-31',
      },
    ]).flat()
    const history = historyOfRows(rows)
    expect(historyIssuesOf(history)).toMatchObject([
      { code: 'REPORTING_CYCLE', from: '2021-01-01', to: '2022-01-01' },
    ])
    expect(historyIssuesOf(history)[0].roles).toHaveLength(COUNT)
    const [begun, closed, gone] = changesBetween(history, '2019-12-31', '2022-01-01')
    expect(begun.changes).toHaveLength(COUNT)
    expect(closed.changes).toEqual([{ do: 'set-manager', role: '0', manager: String(COUNT - 1) }])
    // Each line of the cycle is removed before a role is.
    expect(gone.changes.map((change) => change.do)).toEqual([
      ...Array.from({ length: COUNT }, () => 'set-manager'),
      ...Array.from({ length: COUNT }, () => 'remove-role'),
    ])
  })

  it('of which one is corrected many times, and reports to roles that come and go', () => {
    const days = Array.from({ length: COUNT }, (_, index) =>
      new Date(Date.UTC(1990, 0, 1 + (index % 10_000))).toISOString().slice(0, 10),
    )
    const rows = days.flatMap((day, index): Row[] => [
      { id: 'b', boss: 'a', title: String(index), start: day, end: '', known: day },
      ...(index % 2 === 0 ? [{ id: 'a', start: day, end: day }] : []),
    ])
    const history = historyOfRows(rows, { knownOn: 'known' })
    expect(managerAt(history, 'b', '1990-01-01')).toBe('a')
    expect(managerAt(history, 'b', '1990-01-02')).toBeUndefined()
    expect(managerAt(history, 'b', '1990-01-03')).toBe('a')
  })
})

describe('units of rows', () => {
  const row = { id: 'a', unit: 'u', start: '2020-01-01', end: '' }
  const options = { id: 'id', unit: 'unit', from: 'start', to: 'end', ends: 'inclusive' } as const

  it.each([
    [{ u: { head: 'ghost' } }, 'UNKNOWN_ROLE', [undefined, undefined]],
    [{ u: { partOf: 'w' } }, 'UNKNOWN_UNIT', [undefined, undefined]],
    [{ u: { partOf: 'v' }, v: { partOf: 'u' } }, 'UNIT_CYCLE', [undefined, undefined]],
    [{ v: {} }, 'UNKNOWN_UNIT', ['2020-01-01', undefined]],
    [{ u: {}, a: {} }, 'DUPLICATE_ID', [undefined, undefined]],
  ])('%j: %s', (units, code, days) => {
    const history = historyFromRecords([row], { ...options, units, onIssue: 'collect' })
    expect(historyIssuesOf(history).map((issue) => [issue.code, [issue.from, issue.to]])).toEqual([
      [code, days],
    ])
    expect(thrownBy(() => historyFromRecords([row], { ...options, units })).code).toBe('INVALID_HISTORY')
  })

  it('that nobody knows are named at their row, and left out', () => {
    const history = historyFromRecords([row], {
      ...options,
      units: { v: {} },
      placeOf: (record, field) => ({ line: record + 2, ...(field !== undefined && { field }) }),
      onIssue: 'collect',
    })
    expect(historyIssuesOf(history)[0].message).toBe(
      "The role 'a' is a member of 'u', which is not a unit of this org (at line 2, unit)",
    )
    expect(timelineOf(history, { role: 'a' })[0].spec).toEqual({})
  })
})
