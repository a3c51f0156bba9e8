import {
  assignmentsOf,
  headcountOf,
  issuesOf,
  linesOf,
  managersOf,
  peopleOf,
  personOf,
  roleOf,
  rolesHeldBy,
  seatsOf,
} from 'rolegraph'
import { parseRecords, type RecordsOptions, safeParseRecords } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

describe('the option person', () => {
  const person = {
    id: 'employee',
    name: 'who',
    email: 'mail',
    share: 'part',
    kind: 'how',
    from: 'since',
    to: 'until',
  }

  it('makes one employee in several records one person in several roles', () => {
    const json = `[
      { "id": "ceo", "employee": 7, "who": "Ada", "mail": "ada@example.org", "holders": "x" },
      { "id": "cto", "manager": "ceo", "employee": "7", "part": 0.4, "how": "acting", "since": "2026-03-01", "until": "2026-09-01" },
      { "id": "dev", "manager": "cto", "employee": 8, "who": "B\\u006f" },
      { "id": "ops", "manager": "cto", "employee": null }
    ]`
    const org = parseRecords(json, { person })
    expect(peopleOf(org).map((id) => personOf(org, id))).toEqual([
      { id: '7', name: 'Ada', aliases: [], email: 'ada@example.org', data: undefined },
      { id: '8', name: 'Bo', aliases: [], email: undefined, data: undefined },
    ])
    expect(rolesHeldBy(org, '7')).toEqual(['ceo', 'cto'])
    expect([headcountOf(org), seatsOf(org)]).toEqual([2, 3])
    expect(assignmentsOf(org, { role: 'cto' })).toEqual([
      { role: 'cto', person: '7', share: 0.4, kind: 'acting', from: '2026-03-01', to: '2026-09-01' },
    ])
    expect(roleOf(org, 'ops').vacant).toBe(true)
    // A field that no part is read from is data.
    expect(roleOf(org, 'ceo').data).toEqual({ holders: 'x' })
  })

  it('reports what it cannot read, at its line and column', () => {
    const json = `[
      { "id": "a", "manager": null, "employee": "e1", "who": "Ada", "part": "half", "mail": "a@x.org" },
      { "id": "b", "manager": "a", "employee": "e1", "who": "Bob", "how": "\\u0061cting", "mail": "b@x.org" },
      { "id": "c", "manager": "a", "employee": [], "since": "2026-13-01", "until": 7, "how": "x" },
      { "id": "d", "manager": "a", "who": "Cy" }
    ]`
    const { org, issues } = safeParseRecords(json, { person, mode: 'lenient' })
    expect(issues.map(({ code, severity, place }) => [code, severity, place.line, place.path?.[1]])).toEqual([
      ['INVALID_FIELD', 'error', 2, 'part'],
      ['CONFLICTING_PERSON', 'warning', 3, 'who'],
      ['CONFLICTING_PERSON', 'warning', 3, 'mail'],
      ['INVALID_FIELD', 'error', 4, 'employee'],
      ['INVALID_FIELD', 'error', 4, 'how'],
      ['INVALID_FIELD', 'error', 4, 'since'],
      ['INVALID_FIELD', 'error', 4, 'until'],
      ['INVALID_FIELD', 'error', 5, 'employee'],
    ])
    expect(org && assignmentsOf(org, { person: 'e1' }).map(({ kind }) => kind)).toEqual([
      'permanent',
      'acting',
    ])
    expect(org && issuesOf(org).every(({ severity }) => severity === 'error')).toBe(true)
  })

  it('is a name of fields', () => {
    const refused = (options: unknown) => () => parseRecords('[]', options as RecordsOptions)
    expect(refused({ person: {} })).toThrow('The option person.id is undefined')
    expect(refused({ person: 'employee' })).toThrow(/person expects its options as a plain object/)
    expect(refused({ person: { id: 'x', nam: 'y' } })).toThrow(/did you mean 'name'/)
    expect(refused({ person: { id: 'x' }, holders: 'y' })).toThrow('The option holders is')
    const missing = safeParseRecords('[{ "id": "a", "manager": null }]', { person: { id: 'employee' } })
    expect(missing.issues.map(({ code }) => code)).toEqual(['MISSING_COLUMN'])
  })
})

describe("repeatedIds: 'job-share'", () => {
  const json = `[
    { "id": "lead", "manager": null, "holders": ["Ada"] },
    { "id": "clerk", "manager": "lead", "holders": "Bo", "phone": 1 },
    { "id": "clerk", "manager": "lead", "holders": ["Cy", "Di"], "phone": 2 }
  ]`

  it('makes records that differ in the holder only one role, and says so', () => {
    const { org, issues } = safeParseRecords(json, { repeatedIds: 'job-share' })
    expect(org && roleOf(org, 'clerk').holders).toEqual(['Bo', 'Cy', 'Di'])
    expect(issues.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      [
        'OPTION_APPLIED',
        'info',
        "repeatedIds: 1 row that repeats an id is read as a further holder of 'clerk'; a role has the data of its first row, and other rows differ in 'phone'",
      ],
    ])
  })

  it('is named by the issue without it, and refuses records that differ in more', () => {
    expect(safeParseRecords(json).issues[0]?.suggestion).toMatch(/pass repeatedIds: 'job-share'/)
    const other = json.replace('"lead", "holders": ["Cy', 'null, "title": "x", "holders": ["Cy')
    const { issues } = safeParseRecords(other, { repeatedIds: 'job-share' })
    expect(issues.map(({ code, message }) => [code, message])).toEqual([
      [
        'DUPLICATE_ID',
        "Line 4, column 13: Two roles have the id 'clerk', the first at line 3, but they are not a job share: they differ in 'manager' and 'title' (at line 4, column 13, 2.id)",
      ],
    ])
  })

  it('checks the holders of each record', () => {
    const { issues } = safeParseRecords(json.replace('["Cy", "Di"]', '7'), { repeatedIds: 'job-share' })
    expect(issues.map(({ code, place }) => [code, place.line])).toEqual([
      ['OPTION_APPLIED', 4],
      ['INVALID_FIELD', 4],
    ])
  })
})

describe('further fields', () => {
  it('are units, plans and the names of lines', () => {
    const json = `[
      { "id": "a", "manager": null, "status": "Left" },
      { "id": "b", "manager": "a", "line": "assistant", "alsoIn": ["Safety"], "plan": "planned" },
      { "id": "c", "manager": "a", "matrix": 7, "lead": ["b"], "alsoIn": "Safety" },
      { "id": 7, "manager": "a", "lead": [{ "to": "c", "note": "n" }, "b"], "matrix": "none" }
    ]`
    const org = parseRecords(json, {
      status: 'plan',
      managerAs: 'line',
      dotted: ['matrix', { field: 'lead', as: 'project' }],
      tops: ['none'],
    })
    expect(roleOf(org, 'a').data).toEqual({ status: 'Left' })
    expect([roleOf(org, 'b').status, roleOf(org, 'b').alsoIn]).toEqual(['planned', ['Safety']])
    expect(linesOf(org, 'b')).toEqual([{ from: 'b', to: 'a', kind: 'solid', as: 'assistant' }])
    expect(linesOf(org, 'c', { lines: 'dotted' })).toEqual([
      { from: 'c', to: '7', kind: 'dotted' },
      { from: 'c', to: 'b', kind: 'dotted', as: 'project' },
    ])
    expect(linesOf(org, '7', { lines: 'dotted' })).toEqual([
      { from: '7', to: 'c', kind: 'dotted', as: 'project', note: 'n' },
      { from: '7', to: 'b', kind: 'dotted', as: 'project' },
    ])
  })

  it('find managers by name in named fields too', () => {
    const json = `[
      { "id": "1", "who": "Ada", "boss": null },
      { "id": "2", "who": "Bo", "boss": "ada", "lead": ["ADA"] }
    ]`
    const org = parseRecords(json, {
      manager: 'boss',
      managerBy: 'who',
      dotted: { field: 'lead', as: 'project' },
    })
    expect(managersOf(org, '2', { lines: { as: 'project' } })).toEqual(['1'])
  })

  it('refuse wrong options', () => {
    const refused = (options: unknown) => () => parseRecords('[]', options as RecordsOptions)
    expect(refused({ dotted: [{ field: 'x' }] })).toThrow('The option dotted is')
    expect(refused({ dotted: 7 })).toThrow('The option dotted is 7')
    expect(refused({ repeatedIds: true })).toThrow('The option repeatedIds is true')
    const missing = safeParseRecords('[{ "id": "a", "manager": null }]', {
      dotted: ['x', { field: 'y', as: 'z' }],
    })
    expect(missing.issues.map(({ message }) => message)).toEqual([
      expect.stringContaining("No record has the field 'x' for the dotted"),
      expect.stringContaining("No record has the field 'y' for the dotted"),
    ])
  })
})
