import { managerOf, membersOf, roleOf, rolesOf, unitOf, unitsOf } from 'rolegraph'
import { parseScimGroups, safeParseScim, safeParseScimGroups } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group'
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const group = (id: string, displayName: string, members: readonly object[]): object => ({
  schemas: [GROUP],
  id,
  displayName,
  members,
  meta: { resourceType: 'Group', location: `https://example.com/v2/Groups/${id}` },
})
const page = (...resources: readonly object[]): object => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
  totalResults: resources.length,
  Resources: resources,
})
const babs = { value: 'u1', $ref: 'https://example.com/v2/Users/u1', display: 'Babs Jensen' }
const guides = group('g2', 'Tour Guides', [babs, { value: 'u2', display: 'Mandy Pepperidge', type: 'User' }])
const staff = group('g1', 'Staff', [{ value: 'g2', $ref: '../Groups/g2', type: 'Group' }, babs])

describe('groups of SCIM', () => {
  it('are units, with groups and users as members', () => {
    const text = JSON.stringify(page(staff, guides))
    expect(safeParseScimGroups(text).issues).toEqual([])
    const org = parseScimGroups(text)
    expect(unitsOf(org)).toEqual(['g1', 'g2'])
    expect(unitOf(org, 'g2')).toMatchObject({ title: 'Tour Guides', partOf: 'g1', heads: [] })
    expect(rolesOf(org)).toEqual(['u1', 'u2'])
    expect(roleOf(org, 'u1')).toMatchObject({
      title: 'Babs Jensen',
      holders: ['Babs Jensen'],
      unit: 'g2',
      alsoIn: ['g1'],
    })
    expect(managerOf(org, 'u1')).toBeUndefined()
  })

  it.each([
    ['type', { value: 'g2', type: 'group' }],
    ['reference', { value: 'g2', $ref: 'https://example.com/v2/Groups/g2' }],
    ['id', { value: 'g2' }],
    ['reference alone', { $ref: '../Groups/g2' }],
    ['names in capitals', { VALUE: 'g2', Type: 'Group' }],
  ])('know a group among the members by its %s', (_what, member) => {
    const org = parseScimGroups(JSON.stringify([group('g1', 'Staff', [member]), group('g2', 'Guides', [])]))
    expect(unitOf(org, 'g2')?.partOf).toBe('g1')
    expect(rolesOf(org)).toEqual([])
  })

  it('take titles and managers of users that are there too', () => {
    const users = page(
      {
        id: 'u1',
        displayName: 'Babs Jensen',
        title: 'Guide',
        [ENTERPRISE]: { department: 'Tours', manager: { value: 'u2' } },
      },
      { id: 'u2', displayName: 'Mandy Pepperidge' },
    )
    const text = JSON.stringify([page(staff, guides), users])
    expect(safeParseScimGroups(text).issues).toEqual([])
    const org = parseScimGroups(text)
    expect(managerOf(org, 'u1')).toBe('u2')
    expect(roleOf(org, 'u1')).toMatchObject({ title: 'Guide', unit: 'g2' })
    expect(unitsOf(org)).toEqual(['g1', 'g2'])
    expect(membersOf(org, 'g2')).toEqual(['u1', 'u2'])
  })

  it.each([
    [
      'a group within two',
      [staff, group('g3', 'Others', [{ value: 'g2', type: 'Group' }]), guides],
      ['SEVERAL_PARENTS'],
    ],
    ['a group that is not there', [staff], ['UNKNOWN_UNIT']],
    ['a group without an id', [{ schemas: [GROUP], displayName: 'x' }], ['MISSING_ID']],
    ['a member without an id', [group('a', 'A', [{ display: 'x' }])], ['MISSING_ID']],
    [
      'groups within each other',
      [group('a', 'A', [{ value: 'b' }]), group('b', 'B', [{ value: 'a' }])],
      ['UNIT_CYCLE'],
    ],
    ['two groups with one id', [guides, guides], ['DUPLICATE_ID']],
    ['members that are no list', [{ ...guides, members: 'x' }], ['INVALID_FIELD']],
  ])('report %s', (_what, groups, codes) => {
    const text = JSON.stringify(groups)
    expect(safeParseScimGroups(text).issues.map(({ code }) => code)).toEqual(codes)
    expect(() => safeParseScimGroups(text, { mode: 'lenient' })).not.toThrow()
  })

  it('are not all where a page says so, for groups and for users', () => {
    const few = { ...page(staff, guides), totalResults: 3 }
    const codes = (value: unknown): unknown[] =>
      safeParseScimGroups(JSON.stringify(value)).issues.map(({ code }) => code)
    const users = page({ id: 'u1' }, { id: 'u2' })
    expect(codes([few, users])).toEqual(['INCOMPLETE_PAGE'])
    expect(codes([page(staff, guides), { ...users, nextCursor: 'x' }])).toEqual(['INCOMPLETE_PAGE'])
    expect(codes([page(staff), page(guides), users])).toEqual([])
    expect(codes({ totalResults: 0 })).toEqual([])
  })

  it('are named where the input is something else', () => {
    expect(safeParseScimGroups('{}').issues[0]?.message).toBe(
      'Line 1, column 1: expected a page of groups, a list of pages or groups, or one group, received an object',
    )
    expect(safeParseScim('{}').issues[0]?.message).toContain('expected a page of users,')
  })

  it('are left out by the reader of users, which names this one', () => {
    expect(safeParseScim(JSON.stringify([staff])).issues[0]?.suggestion).toContain('parseScimGroups')
  })
})
