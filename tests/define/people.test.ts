import {
  assignmentsOf,
  defineOrg,
  headcountOf,
  holdersOf,
  issuesOf,
  orgFromDocument,
  peopleOf,
  personOf,
  roleOf,
  rolesHeldBy,
} from 'rolegraph'
import { toOrgDocument } from 'rolegraph/export'
import { describe, expect, it } from 'vitest'

const office = {
  roles: {
    director: { holders: [{ person: 'ada', kind: 'acting', from: '2026-01-01', to: '2026-07-01' }] },
    manager: { reportsTo: 'director', holders: ['ada'] },
    planner: {
      reportsTo: 'manager',
      holders: [
        { person: 'joe', share: 0.6 },
        { person: 'may', share: 0.4 },
      ],
    },
    clerk: { reportsTo: 'manager', holders: [] },
  },
  people: {
    ada: { name: 'Ada Lovelace', email: 'ada@example.org', data: { badge: 7 } },
    joe: { name: 'Joe Bloggs', aliases: ['Joey'] },
    may: {},
    ghost: { name: 'Nobody yet' },
  },
} as const

describe('people of a spec', () => {
  const org = defineOrg(office)

  it('are read with what is stated of them', () => {
    expect(peopleOf(org)).toEqual(['ada', 'joe', 'may', 'ghost'])
    expect(personOf(org, 'ada')).toEqual({
      id: 'ada',
      name: 'Ada Lovelace',
      aliases: [],
      email: 'ada@example.org',
      data: { badge: 7 },
    })
    expect(personOf(org, 'may').name).toBe('may')
    expect(personOf(org, 'joe').aliases).toEqual(['Joey'])
  })

  it('hold roles by assignments', () => {
    expect(roleOf(org, 'planner').holders).toEqual(['joe', 'may'])
    expect(rolesHeldBy(org, 'ada')).toEqual(['director', 'manager'])
    expect(rolesHeldBy(org, 'ghost')).toEqual([])
    expect(assignmentsOf(org, { role: 'director' })).toEqual([
      {
        role: 'director',
        person: 'ada',
        share: undefined,
        kind: 'acting',
        from: '2026-01-01',
        to: '2026-07-01',
      },
    ])
    expect(assignmentsOf(org, { person: 'joe' })).toEqual([
      { role: 'planner', person: 'joe', share: 0.6, kind: 'permanent', from: undefined, to: undefined },
    ])
  })

  it('are counted once each', () => {
    expect(headcountOf(org)).toBe(3)
  })

  it('survive a document', () => {
    const document = toOrgDocument(org)
    expect(document.rolegraph).toBe(2)
    const again = orgFromDocument(JSON.parse(JSON.stringify(org)) as typeof document)
    expect(toOrgDocument(again)).toEqual(document)
    expect(again).toEqual(org)
    expect(personOf(again, 'ada')).toEqual(personOf(org, 'ada'))
  })

  it('need no version 2 of a document where holders are names', () => {
    expect(toOrgDocument(defineOrg({ roles: { a: { holders: ['Ada'] } } })).rolegraph).toBe(1)
    expect(
      toOrgDocument(defineOrg({ roles: { a: { holders: [{ person: 'Ada', share: 1 }] } } })).rolegraph,
    ).toBe(2)
  })

  it('are part of what makes two orgs equal', () => {
    const without = defineOrg({ ...office, people: { ...office.people, ghost: {} } })
    expect(without).not.toEqual(org)
    expect(defineOrg(office)).toEqual(org)
  })
})

describe('a role held by somebody who is not among the people', () => {
  it('is an issue, and its other holders stay', () => {
    const spec = {
      roles: { lead: { holders: ['ada', 'adda'] }, clerk: { holders: ['nobody'] } },
      people: { ada: {} },
    }
    const org = defineOrg(spec as object as { roles: Record<string, object> }, { onIssue: 'collect' })
    expect(issuesOf(org).map(({ code, roles, place, witness }) => ({ code, roles, place, witness }))).toEqual(
      [
        {
          code: 'UNKNOWN_PERSON',
          roles: ['lead'],
          place: { path: ['roles', 'lead', 'holders', 1] },
          witness: ['adda'],
        },
        {
          code: 'UNKNOWN_PERSON',
          roles: ['clerk'],
          place: { path: ['roles', 'clerk', 'holders'] },
          witness: ['nobody'],
        },
      ],
    )
    expect(issuesOf(org)[0].message).toContain("did you mean 'ada'?")
    expect(holdersOf(org, 'lead')).toEqual(['ada'])
    // Somebody was stated, so the role is not vacant.
    expect(roleOf(org, 'clerk').vacant).toBe(false)
  })
})

describe('an assignment that cannot be read', () => {
  it.each<[string, unknown, string?]>([
    ['a share of 0', { person: 'ada', share: 0 }, 'share'],
    ['a share that may be a percentage', { person: 'ada', share: 60 }, 'share'],
    ['a share in words', { person: 'ada', share: 'half' }, 'share'],
    ['an unknown kind', { person: 'ada', kind: 'temporary' }, 'kind'],
    ['a day that does not exist', { person: 'ada', from: '2026-02-30' }, 'from'],
    ['a month alone', { person: 'ada', from: '2026-02' }, 'from'],
    ['an end before its beginning', { person: 'ada', from: '2026-03-01', to: '2026-02-01' }, 'to'],
    ['an end on the day of its beginning', { person: 'ada', from: '2026-03-01', to: '2026-03-01' }, 'to'],
    ['no person', { share: 1 }],
    ['a number', 7],
  ])('for %s is an issue at the holder', (_, holder, field) => {
    const org = defineOrg({ roles: { lead: { holders: ['joe', holder as string] } } }, { onIssue: 'collect' })
    expect(issuesOf(org)).toMatchObject([
      {
        code: 'INVALID_FIELD',
        place: { path: ['roles', 'lead', 'holders', 1, ...(field === undefined ? [] : [field])] },
        roles: ['lead'],
      },
    ])
  })

  it('is accepted on a leap day, and with blank terms', () => {
    const org = defineOrg({ roles: { lead: { holders: [{ person: 'ada', from: '2024-02-29' }] } } })
    expect(assignmentsOf(org, { person: 'ada' })[0].from).toBe('2024-02-29')
  })
})
