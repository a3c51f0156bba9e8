import {
  assignmentsOf,
  headcountOf,
  holdersOf,
  issuesOf,
  type Org,
  OrgError,
  orgFromRecords,
  peopleOf,
  personOf,
  roleOf,
  rolesHeldBy,
  seatsOf,
} from 'rolegraph'
import { describe, expect, it } from 'vitest'

const POSTS = [
  { post: 'ceo', boss: null, employee: 'e1', who: 'Ada', mail: 'ada@example.org' },
  { post: 'cto', boss: 'ceo', employee: 'e1', who: 'Ada', mail: null },
  { post: 'dev', boss: 'cto', employee: 'e2', who: 'Bo', mail: null },
  { post: 'ops', boss: 'cto', employee: null, who: null, mail: null },
]

describe('the option person', () => {
  it('makes one employee in several records one person in several roles', () => {
    const org = orgFromRecords(POSTS, {
      id: 'post',
      manager: 'boss',
      person: { id: 'employee', name: 'who', email: 'mail' },
    })
    expect(peopleOf(org)).toEqual(['e1', 'e2'])
    expect(personOf(org, 'e1')).toEqual({
      id: 'e1',
      name: 'Ada',
      aliases: [],
      email: 'ada@example.org',
      data: undefined,
    })
    expect(rolesHeldBy(org, 'e1')).toEqual(['ceo', 'cto'])
    expect([headcountOf(org), seatsOf(org)]).toEqual([2, 3])
    expect(roleOf(org, 'ops').vacant).toBe(true)
  })

  it('reads the terms of assignments', () => {
    const rows = [
      { id: 'a', employee: 7, percent: 60, how: 'acting', since: '2026-03-01', until: '2026-09-01' },
      { id: 'b', employee: 8, percent: null, how: null, since: null, until: null },
    ]
    const org = orgFromRecords(rows, {
      id: 'id',
      person: {
        id: (row) => String(row.employee),
        share: (row) => (row.percent === null ? null : row.percent / 100),
        kind: (row) => (row.how === 'acting' ? 'acting' : null),
        from: 'since',
        to: 'until',
      },
    })
    expect(assignmentsOf(org, { role: 'a' })).toEqual([
      { role: 'a', person: '7', share: 0.6, kind: 'acting', from: '2026-03-01', to: '2026-09-01' },
    ])
    expect(assignmentsOf(org, { role: 'b' })).toEqual([
      { role: 'b', person: '8', share: undefined, kind: 'permanent', from: undefined, to: undefined },
    ])
    expect(personOf(org, '7').name).toBe('7')
  })

  it('reports what it cannot read, and what contradicts an earlier record', () => {
    const rows: readonly object[] = [
      { id: 'a', employee: 'e1', who: 'Ada', share: 0 },
      { id: 'b', employee: 'e1', who: 'Bob', from: '2026-02-30' },
      { id: 'c', who: 'Cy' },
      { id: 'd', employee: 4 },
      { id: 'e', employee: 'e5', from: '2026-03-01', to: '2026-03-01', kind: 'for now' },
    ]
    const fieldOf = (name: string) => (row: object) => Reflect.get(row, name) as never
    const org = orgFromRecords(rows, {
      id: fieldOf('id'),
      person: {
        id: fieldOf('employee'),
        name: fieldOf('who'),
        share: fieldOf('share'),
        kind: fieldOf('kind'),
        from: fieldOf('from'),
        to: fieldOf('to'),
      },
      onIssue: 'collect',
    })
    expect(messagesOf(org)).toEqual([
      "INVALID_FIELD record 0, share: Expected a share of full time above 0 and up to 2, such as 0.6 or '60%', received 0",
      "INVALID_FIELD record 1, from: Expected a calendar date such as '2026-03-31', received '2026-02-30'",
      "CONFLICTING_PERSON record 1, name: The person 'e1' has the name 'Bob' here and 'Ada' in an earlier row; the earlier one is used",
      "INVALID_FIELD record 2, person: Expected the id of the person 'Cy', received none",
      'INVALID_FIELD record 3, person: Expected the id of a person as a string, received 4',
      "INVALID_FIELD record 4, kind: Expected 'permanent', 'acting' or 'interim', received 'for now'",
      "INVALID_FIELD record 4, to: Expected a day after the first one (to is the day after the last one), received '2026-03-01'",
    ])
    expect(peopleOf(org)).toEqual(['e1', 'e5'])
    expect(roleOf(org, 'c').vacant).toBe(false)
    expect(roleOf(org, 'd').vacant).toBe(false)
    expect(assignmentsOf(org, { role: 'e' })[0]?.from).toBe('2026-03-01')
  })

  it('refuses other options about holders', () => {
    const person = { id: 'employee' } as const
    expect(() => orgFromRecords(POSTS, { id: 'post', person, holders: 'who' })).toThrow(
      /The option holders is 'who'; it can be used only without person/,
    )
    expect(() => orgFromRecords(POSTS, { id: 'post', person, people: {} })).toThrow(OrgError)
    expect(() => orgFromRecords(POSTS, { id: 'post', person: {} as never })).toThrow(/The option person is/)
    expect(() => orgFromRecords(POSTS, { id: 'post', person: { id: 'post', nme: 'who' } as never })).toThrow(
      /did you mean 'name'/,
    )
  })
})

describe('the option people', () => {
  it('has the names of holders, who are among them', () => {
    const org = orgFromRecords(POSTS, {
      id: 'post',
      manager: 'boss',
      holders: 'employee',
      people: [
        { id: 'e1', name: 'Ada' },
        { id: 'e2', name: 'Bo' },
      ],
    })
    expect(holdersOf(org, 'dev').map((id) => personOf(org, id).name)).toEqual(['Bo'])
    const broken = orgFromRecords(POSTS, {
      id: 'post',
      holders: 'employee',
      people: { e1: {} },
      onIssue: 'collect',
    })
    expect(issuesOf(broken).map(({ code }) => code)).toEqual(['UNKNOWN_PERSON'])
  })
})

describe("repeatedIds: 'job-share'", () => {
  const rows = [
    { id: 'lead', manager: null, title: 'Lead', who: 'Ada' },
    { id: 'clerk', manager: 'lead', title: 'Clerk', who: 'Bo' },
    { id: 'clerk', manager: 'lead', title: 'Clerk', who: 'Cy' },
    { id: 'clerk', manager: null, title: 'Head clerk', who: 'Di' },
  ]

  it('makes records that differ in the holder only one role with several holders', () => {
    const org = orgFromRecords(rows.slice(0, 3), {
      id: 'id',
      manager: 'manager',
      title: 'title',
      holders: 'who',
      repeatedIds: 'job-share',
    })
    expect(roleOf(org, 'clerk').holders).toEqual(['Bo', 'Cy'])
    const people = orgFromRecords(rows.slice(0, 3), {
      id: 'id',
      manager: 'manager',
      person: { id: 'who' },
      repeatedIds: 'job-share',
    })
    expect(roleOf(people, 'clerk').holders).toEqual(['Bo', 'Cy'])
    expect(peopleOf(people)).toEqual(['Ada', 'Bo', 'Cy'])
  })

  it('reports those that differ in more, and without it names the option', () => {
    const options = {
      id: 'id',
      manager: 'manager',
      title: 'title',
      holders: 'who',
      onIssue: 'collect',
    } as const
    const shared = orgFromRecords(rows, { ...options, repeatedIds: 'job-share' })
    expect(messagesOf(shared)).toEqual([
      "DUPLICATE_ID record 3, id: Two roles have the id 'clerk', the first at record 1, but they are not a job share: they differ in 'manager' and 'title'",
    ])
    expect(roleOf(shared, 'clerk').holders).toEqual(['Bo', 'Cy'])
    const plain = orgFromRecords(rows.slice(0, 3), options)
    expect(issuesOf(plain).map(({ suggestion }) => suggestion)).toEqual([
      "Give each role a different id; if the rows are one role with several holders, pass repeatedIds: 'job-share'.",
    ])
  })

  it('is vacant only if all records say so', () => {
    const half = [
      { id: 'a', holders: null, vacant: true },
      { id: 'a', holders: 'Ada', vacant: null },
      { id: 'b', holders: null, vacant: true },
      { id: 'b', holders: null, vacant: true },
    ]
    const org = orgFromRecords(half, {
      id: 'id',
      holders: 'holders',
      vacant: 'vacant',
      repeatedIds: 'job-share',
    })
    expect([roleOf(org, 'a').holders, roleOf(org, 'a').vacant]).toEqual([['Ada'], false])
    expect([roleOf(org, 'b').holders, roleOf(org, 'b').vacant]).toEqual([[], true])
  })
})

function messagesOf(org: Org): string[] {
  return issuesOf(org).map(({ code, place, message }) => {
    const at = ` (at record ${String(place.record)}, ${place.field ?? ''})`
    return `${code} record ${String(place.record)}, ${place.field ?? ''}: ${message.replace(at, '')}`
  })
}
