import { managementChainOf, managerOf, membersOf, roleOf } from 'rolegraph'
import { parseScim, safeParseScim } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { fixture } from './fixture.js'
import { itReadsSafely } from './it-reads-safely.js'

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const BABS = '2819c223-7f76-453a-919d-413861904646'
const JOHN = '26118915-6090-4610-87e4-49d8ca9f808d'
const PAT = '9d3c9a5e-0000-4000-8000-000000000001'
const CEO = '9d3c9a5e-0000-4000-8000-000000000002'

/** Two users, the first one with this as its enterprise extension. */
const withExtension = (extension: unknown): string =>
  JSON.stringify([{ id: 'a', [ENTERPRISE]: extension }, { id: 'b' }])

describe('users of SCIM', () => {
  itReadsSafely(safeParseScim, parseScim, (users) =>
    JSON.stringify({
      totalResults: 0,
      Resources: users.map(([id, manager, department]) => ({
        id,
        [ENTERPRISE]: { manager: manager === undefined ? null : { value: manager }, department },
      })),
    }),
  )

  it('are read from a list response', () => {
    const text = fixture('scim-list-response')
    expect(safeParseScim(text).issues).toEqual([])
    const org = parseScim(text)
    expect(managementChainOf(org, BABS)).toEqual([JOHN, PAT, CEO])
    expect(membersOf(org, 'PMO')).toEqual([BABS, JOHN])
    expect(roleOf(org, BABS)).toMatchObject({ title: 'PMO Analyst', holders: ['Babs Jensen'] })
    expect(roleOf(org, BABS).data).toMatchObject({ active: false, userName: 'bjensen@example.com' })
    expect(roleOf(org, JOHN).holders).toEqual(['Mr. John Smith'])
    expect(roleOf(org, PAT)).toMatchObject({ title: 'Pat Moe', holders: ['Pat Moe'] })
    expect(roleOf(org, CEO).title).toBe('ceo@example.com')
  })

  it.each([
    ['an object', { manager: { value: 'b' } }],
    ['a string', { manager: 'b' }],
    ['a list', { manager: [{ value: 'b' }] }],
    ['a list that says it twice', { manager: ['b', { value: 'b' }] }],
    ['an object with managerId', { manager: { managerId: 'b', displayName: 'B' } }],
    ['managerId', { managerId: 'b' }],
    ['a reference', { manager: { $ref: '../Users/b' } }],
    ['capitals', { MANAGER: { VALUE: 'b' } }],
  ])('have their manager as %s', (_what, extension) => {
    expect(safeParseScim(withExtension(extension)).issues).toEqual([])
    expect(managerOf(parseScim(withExtension(extension)), 'a')).toBe('b')
  })

  it.each([
    ['null', { manager: null }],
    ['an empty text', { manager: '' }],
    ['an empty list', { manager: [] }],
    ['an empty object', { manager: {} }],
    ['an object with an empty value', { manager: { value: '' } }],
    ['an empty extension', {}],
  ])('have no manager by %s', (_what, extension) => {
    expect(safeParseScim(withExtension(extension)).issues).toEqual([])
    expect(managerOf(parseScim(withExtension(extension)), 'a')).toBeUndefined()
  })

  it.each([
    ['a number', { manager: 7 }, 'INVALID_FIELD'],
    ['a number as its value', { manager: { value: 7 } }, 'INVALID_FIELD'],
    ['a name alone', { manager: { displayName: 'B' } }, 'MISSING_ID'],
    ['two ids', { manager: ['b', 'c'] }, 'SEVERAL_MANAGERS'],
    ['nobody', { manager: 'x' }, 'UNKNOWN_MANAGER'],
    ['a text as the extension', 'b', 'INVALID_FIELD'],
  ])('have an issue where the manager is %s', (_what, extension, code) => {
    expect(safeParseScim(withExtension(extension)).issues).toMatchObject([{ code, place: { line: 1 } }])
  })

  it('keep the first of several managers in lenient mode', () => {
    const result = safeParseScim(withExtension({ manager: ['b', 'c'] }), { mode: 'lenient' })
    expect(result.ok && managerOf(result.org, 'a')).toBe('b')
  })

  it.each([
    ['more results than resources', '{ "totalResults": 3, "Resources": [{ "id": "a" }] }', 1],
    ['results and no resources', '{ "totalResults": 3 }', 1],
    ['a cursor', '{ "totalResults": 1, "nextCursor": "X", "Resources": [{ "id": "a" }] }', 1],
    ['no results', '{ "totalResults": 0 }', 0],
    [
      'all pages',
      '[{ "totalResults": 2, "Resources": [{ "id": "a", "urn:scim:schemas:extension:enterprise:1.0": {} }] }, { "totalResults": 2, "Resources": [{ "id": "b" }] }]',
      0,
    ],
    [
      'one page too few',
      '[{ "totalResults": 3, "Resources": [{ "id": "a", "urn:scim:schemas:extension:enterprise:1.0": {} }] }, { "totalResults": 3, "Resources": [{ "id": "b" }] }]',
      1,
    ],
  ])('with %s', (_what, text, incomplete) => {
    const expected = incomplete === 0 ? [] : [{ code: 'INCOMPLETE_PAGE', severity: 'error' }]
    expect(safeParseScim(text).issues).toMatchObject(expected)
    expect(safeParseScim(text).issues).toHaveLength(incomplete)
  })

  it('leave groups out with a warning', () => {
    const text = '[{ "id": "a" }, { "id": "g", "meta": { "resourceType": "Group" } }]'
    const { ok, issues } = safeParseScim(text)
    expect(ok).toBe(true)
    expect(issues).toMatchObject([{ severity: 'warning', place: { path: [1] } }])
  })
})
