import { layerOf, managementChainOf, managerOf, membersOf, roleOf, rolesOf, topRolesOf } from 'rolegraph'
import { parseMicrosoftGraph, safeParseMicrosoftGraph } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { fixture } from './fixture.js'
import { itReadsSafely } from './it-reads-safely.js'

const ADELE = 'a97733ce-92a4-4e7e-8d45-8e1f3e6a69d8'
const ALEX = '7d54cb02-aaa3-4016-9f9c-a4b49422dd9b'
const BIANCA = '343a3f95-377c-47a9-b697-480487bfcdf7'
const PATTI = '8e07b731-5ba7-4081-b482-15e6eca35c45'
const SERVICE = '5c07b731-5ba7-4081-b482-15e6eca35c45'

const first = fixture('microsoft-graph-page-1')
const second = fixture('microsoft-graph-page-2')

const codesOf = (value: unknown): string[] =>
  safeParseMicrosoftGraph(JSON.stringify(value)).issues.map(({ code }) => code)

describe('users of Microsoft Graph', () => {
  itReadsSafely(safeParseMicrosoftGraph, parseMicrosoftGraph, (users) =>
    JSON.stringify({
      value: users.map(([id, manager, department]) => ({
        id,
        department,
        manager: manager === undefined ? null : { id: manager },
      })),
    }),
  )

  it('are read from a list of pages, with managers who are only found inside users', () => {
    const result = safeParseMicrosoftGraph(`[${first}, ${second}]`)
    expect(result.issues).toEqual([])
    const org = parseMicrosoftGraph(`[${first}, ${second}]`)
    expect(rolesOf(org)).toEqual([ADELE, ALEX, BIANCA, SERVICE, PATTI])
    expect(managementChainOf(org, ADELE)).toEqual([ALEX, BIANCA, PATTI])
    expect(layerOf(org, SERVICE)).toBe(1)
    expect(membersOf(org, 'PMO')).toEqual([ADELE, ALEX])
    expect(roleOf(org, ADELE)).toMatchObject({ title: 'PMO Analyst', holders: ['Adele Vance'], unit: 'PMO' })
    expect(roleOf(org, PATTI)).toMatchObject({ title: 'Chief Project Officer', unit: undefined })
  })

  it('keep their record without the manager', () => {
    expect(roleOf(parseMicrosoftGraph(`[${first}, ${second}]`), ADELE).data).toEqual({
      id: ADELE,
      displayName: 'Adele Vance',
      jobTitle: 'PMO Analyst',
      department: 'PMO',
      mail: 'adele@contoso.example',
      accountEnabled: false,
    })
  })

  it('have their name as the title if they have no job title', () => {
    const org = parseMicrosoftGraph(second)
    expect([roleOf(org, BIANCA).title, roleOf(org, SERVICE).title]).toEqual([
      'Bianca Pisani',
      'Service account',
    ])
  })

  it('are read from one user with the whole chain', () => {
    const org = parseMicrosoftGraph(fixture('microsoft-graph-chain'))
    expect(rolesOf(org)).toEqual([ADELE, ALEX, BIANCA, PATTI])
    expect(managementChainOf(org, ADELE)).toEqual([ALEX, BIANCA, PATTI])
  })

  it('are read from a list of users and from a stream', async () => {
    const users = '[{ "id": "a", "manager": { "id": "b" } }, { "id": "b" }]'
    expect(managerOf(parseMicrosoftGraph(users), 'a')).toBe('b')
    const stream = (async function* () {
      yield await Promise.resolve(users.slice(0, 20))
      yield users.slice(20)
    })()
    expect(managerOf(await parseMicrosoftGraph(stream), 'a')).toBe('b')
  })

  it('are incomplete if the last page has a link to another', () => {
    const { ok, issues } = safeParseMicrosoftGraph(first, { mode: 'lenient' })
    expect(ok).toBe(true)
    expect(issues.map(({ code, severity, place }) => [code, severity, place.path, place.line])).toEqual([
      ['INCOMPLETE_PAGE', 'error', ['@odata.nextLink'], 4],
      ['UNKNOWN_MANAGER', 'error', ['value', 1, 'manager'], 26],
    ])
    expect(safeParseMicrosoftGraph(`[${second}, ${first}]`).issues[0]).toMatchObject({
      code: 'INCOMPLETE_PAGE',
      place: { path: [1, '@odata.nextLink'] },
    })
  })

  it.each([
    ['as many as are counted', { '@odata.count': 1, value: [{ id: 'a' }] }, []],
    ['fewer than are counted', { '@odata.count': 2, value: [{ id: 'a' }] }, ['INCOMPLETE_PAGE']],
    ['a manager that is null', { value: [{ id: 'a', manager: null }] }, []],
    ['a manager that is a text', { value: [{ id: 'a', manager: 'b' }] }, ['INVALID_FIELD']],
    ['a manager without an id', { value: [{ id: 'a', manager: { displayName: 'B' } }] }, ['MISSING_ID']],
    ['a job title that is a number', { value: [{ id: 'a', jobTitle: 7 }] }, ['INVALID_FIELD']],
    ['users that are no list', { value: { id: 'a' } }, ['INVALID_FIELD']],
    [
      'a copy with the same manager and other fields',
      [
        { id: 'a', manager: { id: 'b', mail: 'b@x.example', manager: { id: 'c', displayName: 'C' } } },
        { id: 'b', displayName: 'B', manager: { id: 'c' } },
      ],
      [],
    ],
    [
      'a copy with another manager',
      [
        { id: 'a', manager: { id: 'b', manager: { id: 'c', displayName: 'C' } } },
        { id: 'b', manager: { id: 'a2' } },
        { id: 'a2' },
      ],
      ['SEVERAL_MANAGERS'],
    ],
    [
      'a copy with another title',
      [
        { id: 'a', manager: { id: 'b', jobTitle: 'Lead' } },
        { id: 'b', jobTitle: 'Manager' },
      ],
      ['DUPLICATE_ID'],
    ],
  ])('with %s', (_what, value, codes) => {
    expect(codesOf(value)).toEqual(codes)
  })

  it('are not users if they were removed: that is a change, at its line', () => {
    const delta = `{
      "@odata.deltaLink": "https://graph.microsoft.com/v1.0/users/delta?$deltatoken=X",
      "value": [
        { "id": "a", "displayName": "Ada" },
        { "id": "b", "@removed": { "reason": "changed" } },
        { "@removed": { "reason": "deleted" }, "id": "c", "displayName": "Cy", "manager": { "id": "a" } }
      ]
    }`
    const { ok, issues } = safeParseMicrosoftGraph(delta)
    expect(ok).toBe(false)
    expect(issues.map(({ code, severity, place }) => [code, severity, place.path, place.line])).toEqual([
      ['INVALID_DOCUMENT', 'error', ['value', 1, '@removed'], 5],
      ['INVALID_DOCUMENT', 'error', ['value', 2, '@removed'], 6],
    ])
    const result = safeParseMicrosoftGraph(delta, { mode: 'lenient' })
    expect(result.ok && rolesOf(result.org)).toEqual(['a'])
  })

  it('have no removed manager, and none from a change of the manager', () => {
    const result = safeParseMicrosoftGraph(
      `[{ "id": "a", "manager": { "id": "b", "displayName": "B", "@removed": { "reason": "deleted" } } },
        { "id": "c", "manager@delta": [{ "@odata.type": "#microsoft.graph.user", "id": "a" }] }]`,
      { mode: 'lenient' },
    )
    expect(result.issues.map(({ code, severity, place }) => [code, severity, place.path])).toEqual([
      ['INVALID_DOCUMENT', 'error', [1, 'manager@delta']],
      ['INVALID_DOCUMENT', 'error', [0, 'manager', '@removed']],
    ])
    expect(result.ok && rolesOf(result.org)).toEqual(['a', 'c'])
    expect(result.ok && topRolesOf(result.org)).toEqual(['a', 'c'])
  })

  it('may be among objects that are not people, which a warning names', () => {
    const text = `[{ "@odata.type": "#microsoft.graph.user", "id": "a", "manager": null },
      { "@odata.type": "#microsoft.graph.orgContact", "id": "b" },
      { "@odata.type": "#microsoft.graph.group", "id": "c" },
      { "@odata.type": 7, "id": "d" }]`
    const { ok, issues } = safeParseMicrosoftGraph(text)
    expect(ok).toBe(true)
    expect(issues.map(({ code, severity, witness }) => [code, severity, witness])).toEqual([
      ['INVALID_DOCUMENT', 'warning', ['#microsoft.graph.group']],
      ['INVALID_DOCUMENT', 'warning', ['something else']],
    ])
    expect(rolesOf(parseMicrosoftGraph(text))).toEqual(['a', 'b'])
  })

  it('are read from the listed record, and a copy that differs is a warning', () => {
    const text =
      '[{ "id": "a", "manager": { "id": "b", "jobTitle": "Lead" } }, { "id": "b", "jobTitle": "Manager" }]'
    const { ok, issues } = safeParseMicrosoftGraph(text)
    expect(ok).toBe(true)
    expect(issues).toMatchObject([
      {
        severity: 'warning',
        roles: ['b'],
        witness: ['jobTitle', { path: [1] }],
        place: { path: [0, 'manager'] },
      },
    ])
    expect(roleOf(parseMicrosoftGraph(text), 'b').title).toBe('Manager')
  })

  it('keep the first manager of two copies in lenient mode', () => {
    const text = `[{ "id": "a", "manager": { "id": "b", "manager": { "id": "c", "displayName": "C" } } },
      { "id": "b", "manager": { "id": "d" } }, { "id": "d" }]`
    const result = safeParseMicrosoftGraph(text, { mode: 'lenient' })
    expect(result.ok && managerOf(result.org, 'b')).toBe('c')
  })

  it('may have a chain as long as the limit of the depth', () => {
    let text = '{ "id": "0" }'
    for (let level = 1; level <= 1000; level++) {
      text = `{ "id": "${String(level)}", "displayName": "x", "manager": ${text} }`
    }
    expect(safeParseMicrosoftGraph(text).issues).toMatchObject([{ code: 'LIMIT_EXCEEDED' }])
    const result = safeParseMicrosoftGraph(text, { limits: { depth: 1100 } })
    expect(result.ok && managementChainOf(result.org, '1000')).toHaveLength(1000)
  })
})
