import {
  assignmentsOf,
  headcountOf,
  issuesOf,
  linesOf,
  managerOf,
  membersOf,
  peopleOf,
  personOf,
  roleOf,
  rolesHeldBy,
  seatsOf,
} from 'rolegraph'
import { type CsvOptions, parseCsv, safeParseCsv } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

const POSTS = `Position ID,Reports to Position ID,Employee,Name,Email,Job Title,Share,Kind,From,To,Desk
P1,,7,Ada,ada@example.org,Director,,,,,A
P2,P1,7,Ada,,Manager,0.4,Acting,2026-03-01,2026-09-01,B
P3,P2,8,Bo,,Analyst,,,,,C
P4,P2,,,,Planner,,,,,D
`
const columns = { person: 'Employee', share: 'Share', kind: 'Kind', from: 'From', to: 'To' }

describe('a column of people', () => {
  it('makes one employee in several rows one person in several roles', () => {
    const org = parseCsv(POSTS, { columns })
    expect(peopleOf(org).map((id) => personOf(org, id))).toEqual([
      { id: '7', name: 'Ada', aliases: [], email: 'ada@example.org', data: undefined },
      { id: '8', name: 'Bo', aliases: [], email: undefined, data: undefined },
    ])
    expect(rolesHeldBy(org, '7')).toEqual(['P1', 'P2'])
    expect([headcountOf(org), seatsOf(org)]).toEqual([2, 3])
    expect(assignmentsOf(org, { role: 'P2' })).toEqual([
      { role: 'P2', person: '7', share: 0.4, kind: 'acting', from: '2026-03-01', to: '2026-09-01' },
    ])
    expect(roleOf(org, 'P4').vacant).toBe(true)
    expect(roleOf(org, 'P1').data).toEqual({ Desk: 'A' })
  })

  it('takes names in two columns, and words for nobody', () => {
    const org = parseCsv('id,manager id,no,first name,last name\n1,,7,Ada,Roe\n2,1,0,TBH,\n3,1,9,Vacant,\n', {
      columns: { person: 'no' },
      vacant: ['TBH', 'Vacant'],
    })
    expect(personOf(org, '7').name).toBe('Ada Roe')
    expect([roleOf(org, '2').vacant, roleOf(org, '3').vacant]).toEqual([true, true])
    expect(peopleOf(org)).toEqual(['7'])
  })

  it('is not read as the id, nor is a share as the FTE', () => {
    const table = 'Employee ID,Position ID,Manager Position ID,FTE\n7,P1,,0.5\n7,P2,P1,0.5\n'
    const org = parseCsv(table, { columns: { person: 'Employee ID', share: 'FTE' } })
    expect(rolesHeldBy(org, '7')).toEqual(['P1', 'P2'])
    expect(assignmentsOf(org, { person: '7' }).map(({ share }) => share)).toEqual([0.5, 0.5])
    expect(roleOf(org, 'P1').fte).toBeUndefined()
  })

  it('finds managers who are named by the id of the person', () => {
    const table = 'Position ID,Employee,Boss\nP1,7,\nP2,8,7\nP3,9,8\nP4,8,7\n'
    const options: CsvOptions = { columns: { person: 'Employee', manager: 'Boss' }, mode: 'lenient' }
    const { org, issues } = safeParseCsv(table, options)
    expect(org && [managerOf(org, 'P2'), managerOf(org, 'P4')]).toEqual(['P1', 'P1'])
    expect(issues.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      "AMBIGUOUS_MANAGER: The role 'P3' reports to '8', which is the person's id of 2 roles: 'P2' and 'P4'",
    ])
    const byId = safeParseCsv(table, { ...options, match: 'id' })
    expect(byId.issues[0]?.suggestion).toMatch(/It is the person's id of the role 'P1': pass match: 'person'/)
  })

  it('reports what it cannot read, at its line and column', () => {
    const table = `id,manager,no,name,share,kind,from,to
1,,7,Ada,0,permanent,,
2,1,7,Bob,x,for now,,
3,1,,Cy,,,31.3.2026,
4,1,9,,,,2026-03-31,2026-03-31
`
    const { org, issues } = safeParseCsv(table, {
      columns: { person: 'no', share: 'share', kind: 'kind', from: 'from', to: 'to' },
      mode: 'lenient',
    })
    expect(issues.map(({ code, severity, place }) => [code, severity, place.line, place.field])).toEqual([
      ['INVALID_FIELD', 'error', 3, 'share'],
      ['INVALID_FIELD', 'error', 2, 'share'],
      ['INVALID_FIELD', 'error', 3, 'kind'],
      ['CONFLICTING_PERSON', 'warning', 3, 'name'],
      ['INVALID_FIELD', 'error', 4, 'from'],
      ['INVALID_FIELD', 'error', 4, 'no'],
      ['INVALID_FIELD', 'error', 5, 'to'],
    ])
    expect(org && peopleOf(org)).toEqual(['7', '9'])
    expect(org && roleOf(org, '3').vacant).toBe(false)
  })

  it('gives a person the first name that a row has, with a warning that stays with the import', () => {
    const { ok, org, issues } = safeParseCsv('id,manager,no,name\n1,,7,\n2,1,7,Ada\n3,1,7,Ada Roe\n', {
      columns: { person: 'no' },
    })
    expect(ok).toBe(true)
    expect(org && [personOf(org, '7').name, issuesOf(org)]).toEqual(['Ada', []])
    expect(issues.map(({ message }) => message)).toEqual([
      "The person '7' has the name 'Ada Roe' here and 'Ada' in an earlier row; the earlier one is used (at line 4, name)",
    ])
  })

  it('takes corrections of holders, who are among the people', () => {
    const table = 'id,manager,no\n1,,7\n2,1,8\n'
    const correct = (to: unknown) =>
      safeParseCsv(table, {
        columns: { person: 'no' },
        corrections: [{ id: '2', field: 'holders', to, why: 'moved' }],
      })
    const { org } = correct(['7'])
    expect(org && rolesHeldBy(org, '7')).toEqual(['1', '2'])
    expect(correct(['nobody']).issues.map(({ code }) => code)).toEqual(['OPTION_APPLIED', 'UNKNOWN_PERSON'])
  })
})

describe("repeatedIds: 'job-share'", () => {
  const table =
    'id,manager,title,name,phone\nlead,,Lead,Ada,1\nclerk,lead,Clerk,Bo,2\nclerk,lead,Clerk,Cy,3\n'

  it('makes rows that differ in the holder only one role, and says so', () => {
    const { org, issues } = safeParseCsv(table, { repeatedIds: 'job-share' })
    expect(org && roleOf(org, 'clerk').holders).toEqual(['Bo', 'Cy'])
    expect(org && roleOf(org, 'clerk').data).toEqual({ phone: '2' })
    expect(issues.map(({ code, severity, message, place }) => [code, severity, message, place])).toEqual([
      [
        'OPTION_APPLIED',
        'info',
        "repeatedIds: 1 row that repeats an id is read as a further holder of 'clerk'; a role has the data of its first row, and other rows differ in 'phone'",
        { line: 4, field: 'id' },
      ],
    ])
  })

  it('is named by the issue without it, and refuses rows that differ in more', () => {
    const plain = safeParseCsv(table)
    expect(plain.issues.map(({ code, suggestion }) => [code, suggestion])).toEqual([
      [
        'DUPLICATE_ID',
        "Give each role a different id; if the rows are one role with several holders, pass repeatedIds: 'job-share'.",
      ],
    ])
    const other = safeParseCsv(`${table}clerk,,Head clerk,Di,4\n`, { repeatedIds: 'job-share' })
    expect(other.issues.map(({ code, message }) => [code, message])[1]).toEqual([
      'DUPLICATE_ID',
      "Two roles have the id 'clerk', the first at line 3, but they are not a job share: they differ in 'manager' and 'title' (at line 5, id)",
    ])
  })

  it('has people with shares, and a half that is vacant', () => {
    const shared = 'id,manager,no,part\nlead,,7,\nclerk,lead,8,0.6\nclerk,lead,,\nclerk,lead,9,0.4\n'
    const org = parseCsv(shared, { columns: { person: 'no', share: 'part' }, repeatedIds: 'job-share' })
    expect(assignmentsOf(org, { role: 'clerk' }).map(({ person, share }) => [person, share])).toEqual([
      ['8', 0.6],
      ['9', 0.4],
    ])
    expect(roleOf(org, 'clerk').vacant).toBe(false)
    expect(headcountOf(org)).toBe(3)
  })

  it('keeps a role vacant whose rows are all blank', () => {
    const org = parseCsv('id,manager,holder\n1,,\n1,,\n2,1,\n2,1,Ada\n', { repeatedIds: 'job-share' })
    expect([roleOf(org, '1').vacant, roleOf(org, '2').vacant, roleOf(org, '2').holders]).toEqual([
      true,
      false,
      ['Ada'],
    ])
  })
})

describe('further columns', () => {
  it('are units, plans and the names of lines', () => {
    const table = `id,manager,department,more,status,line,Matrix Manager,Project lead
1,,Board,,Active,,,
2,1,Sales,"Safety; Board",,assistant,,
3,1,Sales,Sales,PLANNED,,2,2
4,1,Sales,,,,,1;3
`
    const org = parseCsv(table, {
      columns: {
        alsoIn: 'more',
        status: 'status',
        managerAs: 'line',
        dotted: [{ column: 'Project lead', as: 'project' }, 'Matrix Manager'],
      },
      mode: 'lenient',
    })
    expect(membersOf(org, 'Board')).toEqual(['1', '2'])
    expect(roleOf(org, '2').alsoIn).toEqual(['Safety', 'Board'])
    expect(roleOf(org, '3').alsoIn).toEqual([])
    expect(['1', '2', '3'].map((id) => roleOf(org, id).status)).toEqual(['active', 'active', 'planned'])
    expect(linesOf(org, '2')).toEqual([{ from: '2', to: '1', kind: 'solid', as: 'assistant' }])
    expect(linesOf(org, '3', { lines: 'dotted' })).toEqual([
      { from: '3', to: '2', kind: 'dotted', as: 'project' },
    ])
    expect(linesOf(org, '4', { lines: { as: 'project' } }).map(({ to }) => to)).toEqual(['1', '3'])
    expect(roleOf(org, '3').data).toBeUndefined()
    const refused = safeParseCsv('id,manager,status\n1,,gone\n', { columns: { status: 'status' } })
    expect(refused.issues.map(({ message }) => message)).toEqual([
      "Expected 'active' or 'planned', received 'gone' (at line 2, status)",
    ])
  })

  it('take a prefix for all units', () => {
    const org = parseCsv('id,manager,department,more\nx,,x,y|x\n', {
      columns: { alsoIn: 'more' },
      unitPrefix: 'unit:',
    })
    expect([roleOf(org, 'x').unit, roleOf(org, 'x').alsoIn]).toEqual(['unit:x', ['unit:y']])
  })

  it.each<[string, unknown]>([
    ['columns.dotted', { columns: { dotted: { column: 'x' } } }],
    ['columns.dotted', { columns: { dotted: [{ column: 'x', as: ' ' }] } }],
    ['columns.person', { columns: { person: ['x'] } }],
    ['repeatedIds', { repeatedIds: 'share' }],
  ])('refuse a wrong %s', (option, options) => {
    expect(() => parseCsv('id,manager\n', options as CsvOptions)).toThrow(`The option ${option} is`)
  })
})
