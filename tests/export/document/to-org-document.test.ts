import { defineOrg, type Org, orgFromRecords, rolesOf } from 'rolegraph'
import { type OrgDocument, toOrgDocument } from 'rolegraph/export'
import { safeParseOrgDocument } from 'rolegraph/import'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { hostileOrg } from '../../query/hostile-org.js'
import { tangle } from '../../support/office.js'
import { thrownBy } from '../../support/thrown-by.js'

describe('toOrgDocument', () => {
  it('writes what an org states, in the order of the fields, without defaults', () => {
    const org = defineOrg({
      roles: {
        lead: { title: 'lead', aliases: [], holders: [], skills: ['x'], grade: 0 },
        analyst: {
          title: 'Analyst',
          reportsTo: { to: 'lead', sources: [] },
          dottedTo: [{ to: 'lead' }],
          progressesTo: [{ to: 'lead', kind: 'advancement', conditions: [], years: [4] }],
          vacant: false,
          holders: ['Ada'],
          note: '',
        },
      },
      units: { pmo: { title: 'pmo', head: 'lead' } },
      services: [{ name: 'templates', from: 'pmo', to: 'analyst' }],
    })
    expect(JSON.stringify(toOrgDocument(org))).toBe(
      JSON.stringify({
        rolegraph: 1,
        roles: {
          lead: { grade: 0, vacant: true, skills: ['x'] },
          analyst: {
            title: 'Analyst',
            holders: ['Ada'],
            reportsTo: { to: 'lead', sources: [] },
            dottedTo: 'lead',
            progressesTo: [{ to: 'lead', years: [4] }],
            note: '',
          },
        },
        units: { pmo: { head: 'lead' } },
        services: [{ from: 'pmo', to: 'analyst', name: 'templates' }],
      }),
    )
  })

  it('is typed as plain data, which defineOrg reads', () => {
    const document = toOrgDocument(defineOrg({ roles: { a: {}, b: { reportsTo: 'a' } } }))
    expectTypeOf(document).toEqualTypeOf<OrgDocument>()
    expect(document).toEqual({ rolegraph: 1, roles: { a: {}, b: { reportsTo: 'a' } } })
  })

  it.each([
    [['b', 'a'], { b: {}, a: {} }],
    [
      ['b', '7'],
      [{ id: 'b' }, { id: '7' }],
    ],
    [['007', '-1', '1.5'], { '007': {}, '-1': {}, '1.5': {} }],
    [['0'], [{ id: '0' }]],
    [[], {}],
  ])('writes the ids %j so that they keep their order', (ids, roles) => {
    const org = orgFromRecords(
      ids.map((id) => ({ id })),
      { id: 'id' },
    )
    expect(toOrgDocument(org).roles).toEqual(roles)
  })

  it('keeps hostile ids', () => {
    const document = toOrgDocument(hostileOrg)
    expect(document.roles).toEqual([
      { id: '__proto__', title: 'Boss', fte: 1 },
      { id: 'constructor', title: 'toString', unit: 'hasOwnProperty', fte: 2, reportsTo: '__proto__' },
      { id: '', fte: 4, reportsTo: 'constructor' },
      { id: '7', unit: 'valueOf', fte: 8, reportsTo: '' },
      { id: '007', unit: 'valueOf', fte: 16, reportsTo: '', dottedTo: '7' },
    ])
    const byId = toOrgDocument(defineOrg({ roles: { ['__proto__']: { title: 'x' } } })).roles
    expect(Object.keys(byId)).toEqual(['__proto__'])
    expect(JSON.stringify(byId)).toBe('{"__proto__":{"title":"x"}}')
  })

  it('writes a broken chart as it is', () => {
    const { ok, issues } = safeParseOrgDocument(JSON.stringify(toOrgDocument(tangle)))
    expect(ok).toBe(false)
    expect(issues.map(({ code }) => code).sort()).toEqual([
      'REPORTING_CYCLE',
      'REPORTING_CYCLE',
      'SELF_REPORT',
    ])
  })

  it('returns nothing that gives access to the org', () => {
    const org = defineOrg({ roles: { a: { skills: ['x'], data: { deep: [1] } } } })
    const document = toOrgDocument(org)
    const before = JSON.stringify(document)
    const { a } = document.roles as { a: { skills: string[]; data: { deep: number[] } } }
    a.skills.push('y')
    expect(() => a.data.deep.push(2)).toThrow(TypeError)
    expect(JSON.stringify(toOrgDocument(org))).toBe(before)
  })

  const lost: readonly (readonly [what: string, data: unknown])[] = [
    ['NaN in data.x', { x: NaN }],
    ['Infinity in data', Infinity],
    ['a bigint in data.x.0', { x: [1n] }],
    ['undefined in a list in data.0', [undefined]],
    ['an array with holes or named properties in data.x', { x: new Array(2) }],
  ]
  it.each(lost)('refuses %s, which JSON would change', (what, data) => {
    const org = defineOrg({ roles: { a: { data } } })
    const error = thrownBy(() => toOrgDocument(org))
    expect(error.code).toBe('INVALID_ARGUMENT')
    expect(error.message).toContain(`The role 'a' has ${what}, which a document cannot hold`)
  })

  it.each([[{ x: undefined }], [null], [0], [''], [[[]]], [{ deep: { deeper: [1, 'x', true, null] } }]])(
    'keeps the data %j',
    (data) => {
      const text = JSON.stringify(toOrgDocument(defineOrg({ roles: { a: { data } } })))
      expect(text).toBe(JSON.stringify({ rolegraph: 1, roles: { a: { data } } }))
    },
  )

  it('visits shared data once', () => {
    let data: unknown = 1
    for (let level = 0; level < 40; level++) data = [data, data]
    const org = defineOrg({ roles: { a: { data } } })
    expect(rolesOf(org)).toEqual(['a'])
    expect(toOrgDocument(org)).toHaveProperty('roles.a.data')
  })

  const noOrgs: readonly unknown[] = [undefined, null, {}]
  it.each(noOrgs)('refuses %j instead of an org', (received) => {
    expect(thrownBy(() => toOrgDocument(received as Org)).code).toBe('NOT_AN_ORG')
  })
})
