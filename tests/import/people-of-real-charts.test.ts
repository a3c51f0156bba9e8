import { readFileSync } from 'node:fs'
import {
  checkOrg,
  find,
  headcountOf,
  isPersonAbove,
  managersOfPerson,
  noReportingToOneself,
  type Org,
  peopleOf,
  reportsOfPerson,
  roleOf,
  rolesHeldBy,
  rolesOf,
  seatsOf,
  topRolesOf,
} from 'rolegraph'
import { parseCsv, parseOrganogram, parseRecords } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

const fileOf = (path: string): Buffer => readFileSync(new URL(path, import.meta.url))

// The figures were worked out by an independent program over the same files.
describe('the team of Sourcegraph', () => {
  /** Managers are named by the slug of their role, so that the entries are records. */
  function team(date: string): Org {
    const columns = { id: 'entry', manager: null, person: 'person', title: 'role' } as const
    const table = parseCsv(fileOf(`data/sourcegraph/team-${date}.csv`), { columns })
    const entries = rolesOf(table).map((entry) => {
      const { title, holders, data } = roleOf(table, entry)
      return { entry, person: holders[0], role: title, ...data }
    })
    return parseRecords(JSON.stringify(entries), {
      id: 'entry',
      manager: 'reports_to',
      managerBy: 'manager_role_slug',
      title: 'role',
      person: { id: 'person' },
      tops: ['none'],
    })
  }

  it.each([
    ['2022-06-30', 249, 244, 38, ['person-001', 'person-015', 'person-109', 'person-199']],
    ['2022-09-29', 234, 229, 31, ['person-001', 'person-074', 'person-109', 'person-199']],
  ] as const)('has people in several posts on %s', (date, seats, people, ofTop, several) => {
    const org = team(date)
    expect([seatsOf(org), headcountOf(org)]).toEqual([seats, people])
    expect(peopleOf(org).filter((person) => rolesHeldBy(org, person).length > 1)).toEqual(several)
    expect(rolesHeldBy(org, 'person-001')).toEqual(['entry-001', 'entry-289', 'entry-290'])
    expect(topRolesOf(org)).toEqual(['entry-001'])
    // One of the direct reports is an interim post of their own.
    expect(reportsOfPerson(org, 'person-001')).toHaveLength(ofTop - 1)
    expect(isPersonAbove(org, 'person-001', 'person-001')).toBe(true)
    expect(checkOrg(org, { rules: [noReportingToOneself()] }).issues.map(({ code }) => code)).toContain(
      'REPORTS_TO_ONESELF',
    )
  })
})

describe('AdventureWorks', () => {
  const org = parseCsv(fileOf('data/adventureworks/employees.csv'), {
    columns: { id: 'BusinessEntityID', person: 'LoginID' },
  })
  const login = (name: string): string => `adventure-works\\${name}`

  it('has one person per post', () => {
    expect([seatsOf(org), headcountOf(org), peopleOf(org).length]).toEqual([290, 290, 290])
  })

  it('says what somebody holds, and who reports to them', () => {
    expect(rolesHeldBy(org, login('roberto0')).map((role) => roleOf(org, role).title)).toEqual([
      'Engineering Manager',
    ])
    expect(reportsOfPerson(org, login('roberto0'))).toEqual(
      ['rob0', 'gail0', 'jossef0', 'dylan0', 'ovidiu0', 'michael8', 'sharon0'].map(login),
    )
    expect(reportsOfPerson(org, login('ken0'))).toEqual(
      ['terri0', 'david0', 'james1', 'laura1', 'jean0', 'brian3'].map(login),
    )
    expect(managersOfPerson(org, login('roberto0'))).toEqual([login('terri0')])
  })
})

describe('NHS England', () => {
  const org = parseOrganogram(fileOf('../../examples/data/nhs-england-2013-09-30-senior.csv'))

  it('has a person in each of its posts, and says of none who it is', () => {
    expect([seatsOf(org), headcountOf(org), peopleOf(org)]).toEqual([293, 293, []])
  })

  it('finds its Chief Executive by what people say', () => {
    expect(find(org, 'Chief Executive', { kinds: ['role'] })[0]?.id).toBe('12790058')
    expect(find(org, 'chief exective', { kinds: ['role'] })[0]?.id).toBe('12790058')
  })
})
