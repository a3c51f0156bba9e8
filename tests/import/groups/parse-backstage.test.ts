import { managerOf, membersOf, personOf, roleOf, rolesOf, topRolesOf, unitOf, unitsOf } from 'rolegraph'
import { type BackstageEntities, parseBackstage, safeParseBackstage } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { thrownBy } from '../../support/thrown-by.js'

/** A small catalog in the shape of the one that Backstage publishes as its example, with the fields of older versions too. */
const CATALOG = `
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: acme, description: The whole company }
spec: { type: organization, ancestors: [], children: [infrastructure], descendants: [infrastructure, team-a] }
---
kind: Location
metadata: { name: example-groups }
spec: { targets: [./a.yaml] }
---
kind: Group
metadata: { name: infrastructure }
spec:
  type: department
  profile: { displayName: Infrastructure & Tools, email: infra@example.com }
  parent: acme
  children: [Team-A, group:default/team-b]
---
kind: Group
metadata: { name: team-a, title: Team A }
spec: { type: team, parent: infrastructure, children: [] }
---
kind: Group
metadata: { name: team-b }
spec: { type: team, parent: group:default/infrastructure, children: [], members: [dana, user:development/guest] }
---
kind: User
metadata: { name: dana }
spec:
  profile: { displayName: Dana Roe, email: dana@example.com }
  memberOf: [infrastructure, team-a]
---
kind: User
metadata: { name: guest }
spec: { profile: { displayName: Guest User }, memberOf: [team-a] }
---
kind: User
metadata: { name: guest, namespace: development }
spec: { profile: {}, memberOf: [group:default/team-a] }
`
const entities = parseAllDocuments(CATALOG).map((document) => document.toJS() as Record<string, unknown>)

describe('entities of a Backstage catalog', () => {
  it('are units and roles, without managers', () => {
    const result = safeParseBackstage(entities)
    expect(result.issues).toEqual([])
    const org = parseBackstage(entities)
    expect(unitsOf(org)).toEqual(['acme', 'infrastructure', 'team-a', 'team-b'])
    expect(unitOf(org, 'acme')).toMatchObject({ kind: 'organization', note: 'The whole company', heads: [] })
    expect(unitOf(org, 'acme')?.partOf).toBeUndefined()
    expect(unitOf(org, 'infrastructure')).toMatchObject({
      title: 'Infrastructure & Tools',
      kind: 'department',
      partOf: 'acme',
    })
    expect(unitOf(org, 'team-a')).toMatchObject({ title: 'Team A', partOf: 'infrastructure' })
    expect(unitOf(org, 'team-b')).toMatchObject({ title: 'team-b', partOf: 'infrastructure' })
    expect(rolesOf(org)).toEqual(['dana', 'guest', 'development/guest'])
    expect(topRolesOf(org)).toEqual(['dana', 'guest', 'development/guest'])
    expect(managerOf(org, 'dana')).toBeUndefined()
  })

  it('have members by memberOf and by members, in the innermost unit first', () => {
    const org = parseBackstage(entities)
    expect(roleOf(org, 'dana')).toMatchObject({
      title: 'Dana Roe',
      holders: ['Dana Roe'],
      unit: 'team-a',
      alsoIn: ['infrastructure', 'team-b'],
    })
    expect(roleOf(org, 'development/guest')).toMatchObject({
      title: 'guest',
      unit: 'team-a',
      alsoIn: ['team-b'],
    })
    expect(membersOf(org, 'team-a')).toEqual(['dana', 'guest', 'development/guest'])
    expect(roleOf(org, 'dana').data).toEqual(entities[5])
  })

  it('are read from JSON: a list, a page of the API, one entity', async () => {
    const text = JSON.stringify(entities)
    expect(rolesOf(parseBackstage(text))).toEqual(['dana', 'guest', 'development/guest'])
    expect(rolesOf(parseBackstage(`{ "items": ${text}, "totalItems": 8, "pageInfo": {} }`))).toHaveLength(3)
    expect(unitsOf(parseBackstage(JSON.stringify(entities[0]), { mode: 'lenient' }))).toEqual(['acme'])
    const stream = (async function* () {
      await Promise.resolve()
      yield text.slice(0, 100)
      yield text.slice(100)
    })()
    expect(rolesOf(await parseBackstage(stream))).toHaveLength(3)
  })

  it.each([
    CATALOG,
    '---\nkind: Group',
    '# groups\nkind: Group',
    '- kind: Group',
    'apiVersion: v1',
    '"kind": Group',
  ])('are parsed before they are passed, if in YAML: %j', (text) => {
    const { issues } = safeParseBackstage(text)
    expect(issues.map(({ code, message }) => [code, message])).toEqual([
      ['INVALID_DOCUMENT', 'Line 1, column 1: expected JSON, received text that looks like YAML'],
    ])
    expect(issues[0]?.suggestion).toBe(
      'Parse it, and pass the entities: parseBackstage(parseAllDocuments(text).map((entity) => entity.toJS())).',
    )
  })

  it.each(['', '-1', '"kind"', 'null', '{ kind: Group }', '[] kind: x'])('are not YAML as %j', (text) => {
    expect(safeParseBackstage(text).issues[0]?.message).not.toContain('YAML')
  })

  it('are people too, if asked', () => {
    const org = parseBackstage(entities, { people: true })
    expect(personOf(org, 'dana')).toMatchObject({ name: 'Dana Roe', email: 'dana@example.com' })
  })

  it('have issues with their place in a text, or their path in a list', () => {
    const broken = [
      { kind: 'Group', metadata: { name: 'a' }, spec: { parent: 'b', members: ['group:x', 7] } },
      { kind: 'Group', metadata: { name: 'b' }, spec: { parent: 'a' } },
      { kind: 'User', metadata: { name: 'u' }, spec: { memberOf: ['A', 'c'] } },
      { kind: 'User', metadata: {} },
      { metadata: { name: 'x' } },
    ]
    const found = safeParseBackstage(broken).issues
    expect(found.map(({ code, place }) => [code, place])).toEqual([
      ['MISSING_ID', { path: [3] }],
      ['INVALID_DOCUMENT', { path: [4] }],
      ['INVALID_FIELD', { path: [0, 'spec', 'members', 0] }],
      ['INVALID_FIELD', { path: [0, 'spec', 'members', 1] }],
      ['UNIT_CYCLE', { path: [0] }],
      ['UNKNOWN_UNIT', { path: [2, 'spec', 'memberOf'] }],
    ])
    expect(
      safeParseBackstage(JSON.stringify(broken, undefined, 1)).issues.map(({ place }) => place.line),
    ).toEqual([36, 40, 10, 11, 2, 30])
  })

  it('may not have children that are not there', () => {
    expect(safeParseBackstage(JSON.stringify(entities[0])).issues).toMatchObject([
      { code: 'UNKNOWN_UNIT', units: ['acme'], witness: ['infrastructure'] },
    ])
  })

  it('have one larger unit each', () => {
    const { issues } = safeParseBackstage([
      { kind: 'Group', metadata: { name: 'a' }, spec: { children: ['c'] } },
      { kind: 'Group', metadata: { name: 'b' }, spec: {} },
      { kind: 'Group', metadata: { name: 'c' }, spec: { parent: 'b' } },
    ])
    expect(issues).toMatchObject([
      { code: 'SEVERAL_PARENTS', units: ['c'], witness: ['a', 'b'], place: { path: [2, 'spec', 'parent'] } },
    ])
  })

  it('may name users who are not in the catalog', () => {
    const group = { kind: 'Group', metadata: { name: 'a' }, spec: { members: ['bo'] } }
    expect(membersOf(parseBackstage([group]), 'a')).toEqual(['bo'])
    const user = { kind: 'User', metadata: { name: 'ada' }, spec: {} }
    expect(safeParseBackstage([group, user]).issues).toMatchObject([
      { code: 'INCOMPLETE_PAGE', severity: 'warning', roles: ['bo'] },
    ])
  })

  it('may share a name, with a prefix', () => {
    const both = [
      { kind: 'Group', metadata: { name: 'ops' }, spec: {} },
      { kind: 'User', metadata: { name: 'ops' }, spec: { memberOf: ['ops'] } },
    ]
    expect(safeParseBackstage(both).issues).toMatchObject([
      { code: 'DUPLICATE_ID', suggestion: expect.stringContaining("unitPrefix: 'unit:'") as string },
    ])
    expect(membersOf(parseBackstage(both, { unitPrefix: 'unit:' }), 'unit:ops')).toEqual(['ops'])
  })

  it('is not the whole catalog where another page follows', () => {
    const codes = [
      '{ "items": [], "pageInfo": { "nextCursor": "x" } }',
      '{ "items": [], "totalItems": 2 }',
    ].map((text) => safeParseBackstage(text).issues[0]?.code)
    expect(codes).toEqual(['INCOMPLETE_PAGE', 'INCOMPLETE_PAGE'])
  })

  it('may be shared, in a cycle, or not plain, and none of it ends the process', () => {
    const cycle: Record<string, unknown> = { kind: 'User', metadata: { name: 'u' } }
    cycle['self'] = cycle
    expect(safeParseBackstage([cycle]).issues).toMatchObject([{ code: 'INVALID_FIELD', roles: ['u'] }])
    const dated = { kind: 'User', metadata: { name: 'u' }, on: new Date(0) }
    expect(safeParseBackstage([dated]).issues).toMatchObject([{ code: 'INVALID_FIELD', roles: ['u'] }])
    const ids = ['__proto__', 'constructor']
    const odd = ids.map((name) => ({ kind: 'User', metadata: { name }, spec: {} }))
    expect(rolesOf(parseBackstage(odd))).toEqual(ids)
  })

  it('are an error of the caller if they are not a list', () => {
    const wrong = { kind: 'User' } as unknown
    expect(thrownBy(() => parseBackstage(wrong as BackstageEntities))).toMatchObject({
      code: 'INVALID_ARGUMENT',
    })
  })
})
