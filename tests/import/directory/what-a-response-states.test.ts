import { managementChainOf, managerOf, rolesOf } from 'rolegraph'
import {
  type ImportResult,
  parseMicrosoftGraph,
  safeParseGoogleDirectory,
  safeParseMicrosoftGraph,
  safeParseScim,
} from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

const codesOf = ({ issues }: ImportResult): string[] => issues.map(({ code }) => code)
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

describe('a directory that states no managers', () => {
  it.each([
    [
      'Microsoft Graph without $expand',
      safeParseMicrosoftGraph('{ "value": [{ "id": "a" }, { "id": "b" }, { "id": "c" }] }'),
      'GET /users?$expand=manager',
    ],
    [
      'Microsoft Graph with links to managers',
      safeParseMicrosoftGraph(
        '[{ "id": "a", "manager@odata.navigationLink": "x" }, { "id": "b", "manager@odata.navigationLink": "y" }]',
      ),
      'GET /users?$expand=manager',
    ],
    [
      'SCIM without the extension',
      safeParseScim('{ "totalResults": 2, "Resources": [{ "id": "a" }, { "id": "b" }] }'),
      'enterprise extension',
    ],
    [
      'Google with projection=basic',
      safeParseGoogleDirectory('{ "users": [{ "id": "a" }, { "id": "b" }] }'),
      'projection=full',
    ],
  ])('is not a flat chart: %s', (_what, result, request) => {
    expect(result.issues).toMatchObject([{ code: 'NO_MANAGERS', severity: 'error', place: { line: 1 } }])
    expect(result.issues[0]?.suggestion).toContain(request)
  })

  it.each([
    ['null of a user', safeParseMicrosoftGraph('[{ "id": "a", "manager": null }, { "id": "b" }]')],
    ['an extension', safeParseScim(`[{ "id": "a", "${ENTERPRISE}": {} }, { "id": "b" }]`)],
    [
      'an empty list of relations',
      safeParseGoogleDirectory('[{ "id": "a", "relations": [] }, { "id": "b" }]'),
    ],
    ['one user', safeParseMicrosoftGraph('{ "id": "a" }')],
  ])('but %s states that there is none', (_what, result) => {
    expect(result.issues).toEqual([])
  })
})

describe('the reports of Microsoft Graph', () => {
  it('state the manager', () => {
    const text = `{ "value": [
      { "id": "a", "displayName": "A", "directReports": [
        { "@odata.type": "#microsoft.graph.user", "id": "b", "displayName": "B" },
        { "@odata.type": "#microsoft.graph.user", "id": "c", "displayName": "C" } ] },
      { "id": "b", "displayName": "B", "directReports": [] } ] }`
    const org = parseMicrosoftGraph(text)
    expect([managerOf(org, 'b'), managerOf(org, 'c')]).toEqual(['a', 'a'])
    expect(rolesOf(org)).toEqual(['a', 'b', 'c'])
  })

  it('may contradict the manager', () => {
    const text =
      '[{ "id": "a", "directReports": [{ "id": "b" }] }, { "id": "b", "manager": { "id": "c" } }, { "id": "c" }]'
    expect(codesOf(safeParseMicrosoftGraph(text))).toEqual(['SEVERAL_MANAGERS'])
  })
})

describe('the chain of one user of Microsoft Graph', () => {
  it('is read with only the ids of the managers', () => {
    const text = `{ "id": "a", "displayName": "A", "manager": { "@odata.type": "#microsoft.graph.user", "id": "b",
      "manager": { "@odata.type": "#microsoft.graph.user", "id": "c" } } }`
    expect(managementChainOf(parseMicrosoftGraph(text), 'a')).toEqual(['b', 'c'])
  })
})

describe('a count as text', () => {
  it.each([
    ['500', 'INCOMPLETE_PAGE'],
    ['many', 'INVALID_FIELD'],
  ])('is read: %s', (count, code) => {
    expect(
      codesOf(safeParseMicrosoftGraph(`{"@odata.count":"${count}","value":[{"id":"1","manager":null}]}`)),
    ).toEqual([code])
    expect(codesOf(safeParseScim(`{"totalResults":"${count}","Resources":[{"id":"1"}]}`))).toEqual([code])
  })
})

describe('SCIM', () => {
  it.each([
    '{"Resources":[{"id":"g10","displayName":"Board","members":[{"value":"1","type":"User"}]}],"totalResults":1}',
    '{"Resources":[{"id":"g10","schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"]}],"totalResults":1}',
  ])('has groups, which are not people: %s', (text) => {
    const result = safeParseScim(text)
    expect(result.issues).toMatchObject([{ code: 'INVALID_DOCUMENT', severity: 'warning' }])
    expect(result.ok && rolesOf(result.org)).toEqual([])
  })

  it.each([
    ['of a page', '{"resources":[{"id":"1"}],"Resources":[{"id":"2"}]}'],
    [
      'of an extension',
      `[{"id":"1","${ENTERPRISE}":{"manager":{"value":"1"},"Manager":{"value":"2"}}},{"id":"2"}]`,
    ],
  ])('has names that differ only in case: an issue, %s', (_what, text) => {
    expect(codesOf(safeParseScim(text))).toContain('DUPLICATE_KEY')
    expect(safeParseScim(text).issues.filter(({ code }) => code === 'DUPLICATE_KEY')).toHaveLength(1)
  })
})

describe('an address of many users of Google', () => {
  it('lists a hundred of them, and their number', () => {
    const users = Array.from({ length: 2000 }, (_, i) => ({
      id: `u${String(i)}`,
      primaryEmail: 'same@x.com',
      relations: [{ type: 'manager', value: 'mailto:Same@x.com' }],
    }))
    const { issues } = safeParseGoogleDirectory(JSON.stringify({ users }))
    expect(issues).toHaveLength(2000)
    expect(issues[0]).toMatchObject({ code: 'AMBIGUOUS_MANAGER' })
    expect(issues[0]?.witness).toHaveLength(101)
    expect(issues[0]?.message).toContain('the address of 2000 users')
  })
})

describe('unknown managers of most users', () => {
  it('are one issue with the request to make', () => {
    const users = Array.from({ length: 30 }, (_, i) => ({
      id: `u${String(i)}`,
      manager: { id: `m${String(i)}` },
    }))
    const { issues } = safeParseMicrosoftGraph(JSON.stringify({ value: users }))
    expect(issues).toMatchObject([{ code: 'UNKNOWN_MANAGER' }])
    expect(issues[0]?.message).toContain('30 of 30 managers are not ids of roles')
    expect(issues[0]?.suggestion).toBe('Request all users: GET /users?$expand=manager.')
  })
})
