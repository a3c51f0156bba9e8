import { managementChainOf, managerOf, membersOf, roleOf, servicesOf } from 'rolegraph'
import { parseGoogleDirectory, safeParseGoogleDirectory } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { fixture } from './fixture.js'
import { itReadsSafely } from './it-reads-safely.js'

const [ADA, BEN, CY, DEE] = ['1', '2', '3', '4'].map((digit) => `10884069582136781088${digit}`)

/** A user with these relations, and two others. */
const withRelations = (relations: unknown): string =>
  JSON.stringify([
    { id: 'a', primaryEmail: 'a@example.com', relations },
    {
      id: 'b',
      primaryEmail: 'b@example.com',
      aliases: ['b2@example.com', 'k@example.com', 'shared@example.com'],
    },
    { id: 'c', primaryEmail: 'c@example.com', aliases: ['Shared@example.com'] },
  ])

describe('users of a Google directory', () => {
  itReadsSafely(safeParseGoogleDirectory, parseGoogleDirectory, (users) =>
    JSON.stringify({
      kind: 'admin#directory#users',
      users: users.map(([id, manager, department]) => ({
        id,
        primaryEmail: `${String(id)}@example.com`,
        ...(department !== undefined && { organizations: [{ department }] }),
        relations: manager === undefined ? [] : [{ type: 'manager', value: `${manager}@example.com` }],
      })),
    }),
  )

  it('are read from a page, with solid and dotted lines', () => {
    const text = fixture('google-users')
    expect(safeParseGoogleDirectory(text).issues).toEqual([])
    const org = parseGoogleDirectory(text)
    expect(managementChainOf(org, ADA)).toEqual([BEN, DEE])
    expect(roleOf(org, ADA)).toMatchObject({
      title: 'PMO Analyst',
      holders: ['Ada Lane'],
      unit: 'PMO',
      dottedTo: [CY, DEE],
    })
    expect(membersOf(org, 'PMO')).toEqual([ADA, BEN])
    expect(roleOf(org, BEN).holders).toEqual(['Ben Moe'])
    expect([roleOf(org, CY).title, roleOf(org, DEE).title]).toEqual(['cy@example.com', 'Dee Roe'])
  })

  it('keep an assistant as data, not as a line or a service', () => {
    const org = parseGoogleDirectory(fixture('google-users'))
    expect(servicesOf(org)).toEqual([])
    expect(roleOf(org, ADA).data).toMatchObject({ suspended: true })
    expect(roleOf(org, ADA).data?.['relations']).toContainEqual({
      value: 'nobody@example.com',
      type: 'assistant',
    })
  })

  it.each([
    ['the address', 'b@example.com', 'b'],
    ['an alias', 'b2@example.com', 'b'],
    ['capitals', 'B@EXAMPLE.COM', 'b'],
  ])('have the manager that %s names', (_what, value, manager) => {
    const text = withRelations([{ type: 'manager', value }])
    expect(safeParseGoogleDirectory(text).issues).toEqual([])
    expect(managerOf(parseGoogleDirectory(text), 'a')).toBe(manager)
  })

  it('read two addresses of one manager as one manager', () => {
    const relations = ['b@example.com', 'b2@example.com'].map((value) => ({ type: 'manager', value }))
    expect(safeParseGoogleDirectory(withRelations(relations)).issues).toEqual([])
  })

  it.each([
    ['no user has', 'manager', 'x@example.com', 'UNKNOWN_MANAGER'],
    ['no user has, for a dotted line', 'dotted_line_manager', 'x@example.com', 'UNKNOWN_MANAGER'],
    ['is an id', 'manager', 'b', 'UNKNOWN_MANAGER'],
    ['has the Kelvin sign for a k', 'manager', '\u212A@example.com', 'UNKNOWN_MANAGER'],
    ['two users have', 'manager', 'SHARED@example.com', 'AMBIGUOUS_MANAGER'],
    ['is a number', 'manager', 7, 'INVALID_FIELD'],
    ['is empty', 'manager', '', 'MISSING_ID'],
    ['is null', 'manager', null, 'MISSING_ID'],
  ])('have an issue and no line where an address %s', (_what, type, value, code) => {
    const text = withRelations([{ type, value }])
    expect(safeParseGoogleDirectory(text).issues).toMatchObject([{ code, place: { line: 1 } }])
    const lenient = safeParseGoogleDirectory(text, { mode: 'lenient' })
    expect(lenient.ok && managerOf(lenient.org, 'a')).toBeUndefined()
  })

  it('keep the first of several managers in lenient mode', () => {
    const text = withRelations(['c', 'b'].map((id) => ({ type: 'manager', value: `${id}@example.com` })))
    const result = safeParseGoogleDirectory(text, { mode: 'lenient' })
    expect(result.issues).toMatchObject([
      { code: 'SEVERAL_MANAGERS', roles: ['a'], witness: ['c', 'b'], place: { path: [0, 'relations', 1] } },
    ])
    expect(result.ok && managerOf(result.org, 'a')).toBe('c')
  })

  it.each([
    ['relations that are no list', { id: 'a', relations: { type: 'manager' } }],
    ['a relation that is a text', { id: 'a', relations: ['manager'] }],
    ['aliases that are no list', { id: 'a', aliases: 'b@example.com' }],
    ['an alias that is a number', { id: 'a', aliases: [7] }],
    ['organizations that are no list', { id: 'a', organizations: 'PMO' }],
    ['a name that is a text', { id: 'a', name: 'Ada' }],
  ])('with %s', (_what, user) => {
    expect(safeParseGoogleDirectory(JSON.stringify(user)).issues).toMatchObject([{ code: 'INVALID_FIELD' }])
  })

  it.each([
    ['a token on the page', '{ "nextPageToken": "X", "users": [{ "id": "a" }] }', ['INCOMPLETE_PAGE']],
    ['a token and no users', '{ "nextPageToken": "X" }', ['INCOMPLETE_PAGE']],
    [
      'all pages',
      '[{ "nextPageToken": "X", "users": [{ "id": "a" }] }, { "users": [{ "id": "b", "relations": [] }] }]',
      [],
    ],
    ['no users', '{ "kind": "admin#directory#users" }', []],
  ])('with %s', (_what, text, codes) => {
    expect(safeParseGoogleDirectory(text).issues.map(({ code }) => code)).toEqual(codes)
  })
})
