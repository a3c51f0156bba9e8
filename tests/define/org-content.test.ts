import assert, { AssertionError } from 'node:assert'
import { inspect } from 'node:util'
import { defineOrg, isOrg, type Org, orgFromRecords, type OrgSpec } from 'rolegraph'
import { parseOrgDocument } from 'rolegraph/import'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { differencesOf, sameOrg } from '../../src/define/org-content.js'
import { withIssues } from '../../src/define/org-of-record.js'
import { anyDocument } from '../support/any-document.js'

const define = (spec: object): Org => defineOrg(spec as OrgSpec, { onIssue: 'collect' })

const spec = {
  roles: {
    ceo: { grade: 9, data: { site: 'Leeds', floors: [1, 2] } },
    lead: {
      reportsTo: { to: 'ceo', note: 'acting' },
      unit: 'pmo',
      holders: ['Ada'],
      progressesTo: [{ to: 'ceo', years: [2, 4] }],
    },
    analyst: { reportsTo: 'lead', dottedTo: 'ceo' },
  },
  units: { pmo: { head: 'lead' }, hq: {} },
  services: [{ from: 'pmo', to: 'analyst', name: 'templates' }],
}

/** Specs that differ from the one above in one thing, and how the two differ. */
const others: readonly (readonly [string, object, string])[] = [
  [
    'a manager',
    { ...spec, roles: { ...spec.roles, analyst: { reportsTo: 'ceo', dottedTo: 'ceo' } } },
    "role 'analyst', reportsTo: 'lead' and 'ceo'",
  ],
  [
    'a dotted line',
    { ...spec, roles: { ...spec.roles, analyst: { reportsTo: 'lead' } } },
    "role 'analyst', dottedTo: 'ceo' and undefined",
  ],
  [
    'what a line is based on',
    {
      ...spec,
      roles: { ...spec.roles, lead: { ...spec.roles.lead, reportsTo: { to: 'ceo', note: 'for good' } } },
    },
    'role \'lead\', reportsTo: {"to":"ceo","note":"acting"} and {"to":"ceo","note":"for good"}',
  ],
  [
    'the years of a move',
    {
      ...spec,
      roles: { ...spec.roles, lead: { ...spec.roles.lead, progressesTo: [{ to: 'ceo', years: [2] }] } },
    },
    'role \'lead\', progressesTo: [{"to":"ceo","years":[2,4]}] and [{"to":"ceo","years":[2]}]',
  ],
  [
    'a vacancy',
    { ...spec, roles: { ...spec.roles, analyst: { ...spec.roles.analyst, vacant: true } } },
    "role 'analyst', vacant: undefined and true",
  ],
  [
    'a value deep in the data',
    { ...spec, roles: { ...spec.roles, ceo: { grade: 9, data: { site: 'Leeds', floors: [1, 3] } } } },
    'role \'ceo\', data: {"site":"Leeds","floors":[1,2]} and {"site":"Leeds","floors":[1,3]}',
  ],
  ['a role more', { ...spec, roles: { ...spec.roles, extra: {} } }, "role 'extra': only in the second"],
  [
    'the order of the roles',
    { ...spec, roles: { lead: spec.roles.lead, ceo: spec.roles.ceo, analyst: spec.roles.analyst } },
    "order of roles: 'ceo' and 'lead' at place 1",
  ],
  ['a unit', { ...spec, units: { pmo: { head: 'ceo' }, hq: {} } }, "unit 'pmo', head: 'lead' and 'ceo'"],
  [
    'the order of the units',
    { ...spec, units: { hq: {}, pmo: { head: 'lead' } } },
    "order of units: 'pmo' and 'hq' at place 1",
  ],
  [
    'a service',
    { ...spec, services: [] },
    'services, 0: {"from":"pmo","to":"analyst","name":"templates"} and undefined',
  ],
]

const org = define(spec)
const withIssue = define({ ...spec, roles: { ...spec.roles, ceo: { ...spec.roles.ceo, fte: -1 } } })

/** How others decide whether two values are equal. */
const comparisons: readonly (readonly [string, (a: unknown, b: unknown) => boolean])[] = [
  [
    'toEqual',
    (a, b) =>
      passes(() => {
        expect(a).toEqual(b)
      }),
  ],
  [
    'toStrictEqual',
    (a, b) =>
      passes(() => {
        expect(a).toStrictEqual(b)
      }),
  ],
  [
    'toEqual within an object',
    (a, b) =>
      passes(() => {
        expect({ chart: [a] }).toEqual({ chart: [b] })
      }),
  ],
  [
    'toHaveBeenCalledWith',
    (a, b) =>
      passes(() => {
        const save = vi.fn<(chart: unknown) => void>()
        save(a)
        expect(save).toHaveBeenCalledWith(b)
      }),
  ],
  ['deep.equal of chai', (a, b) => passes(() => expect(a).to.deep.equal(b))],
  [
    'assert.deepStrictEqual',
    (a, b) =>
      passes(() => {
        assert.deepStrictEqual(a, b)
      }),
  ],
  [
    'assert.deepEqual',
    (a, b) =>
      passes(() => {
        assert.deepEqual(a, b)
      }),
  ],
  ['sameOrg', (a, b) => sameOrg(a as Org, b as Org)],
]

function passes(assertion: () => void): boolean {
  try {
    assertion()
    return true
  } catch (error) {
    if (error instanceof AssertionError || (error instanceof Error && error.name === 'AssertionError'))
      return false
    throw error
  }
}

describe.each(comparisons)('%s', (_name, isEqual) => {
  it('passes for two orgs with the same content', () => {
    expect(isEqual(org, define(spec))).toBe(true)
    expect(isEqual(org, org)).toBe(true)
  })

  it.each(others)('fails where they differ in %s', (_what, other) => {
    expect(isEqual(org, define(other))).toBe(false)
    expect(isEqual(define(other), org)).toBe(false)
  })

  it('fails where only one has issues', () => {
    expect(isEqual(org, withIssue)).toBe(false)
    expect(isEqual(withIssue, withIssues(withIssue, []))).toBe(false)
  })

  it('passes for the same issues', () => {
    expect(isEqual(withIssues(org, []), org)).toBe(true)
  })
})

describe('differencesOf', () => {
  it.each(others)('says in one line what differs: %s', (_what, other, line) => {
    expect(differencesOf(org, define(other), 10)).toEqual([line])
  })

  it('lists at most as many lines as it is asked for', () => {
    const bare = define({ roles: { ceo: {}, lead: {}, analyst: {} } })
    expect(differencesOf(org, bare, 3)).toHaveLength(3)
    expect(differencesOf(org, bare, 100).length).toBeGreaterThan(6)
    expect(differencesOf(org, org, 10)).toEqual([])
  })

  it('reads data of any depth and any number of shared parts', () => {
    let deep: object = {}
    for (let level = 0; level < 20_000; level++) deep = { deep }
    let wide: object = []
    for (let level = 0; level < 60; level++) wide = [wide, wide]
    const make = (): Org => define({ roles: { a: { data: { deep, wide, many: 1n, none: NaN } } } })
    expect(sameOrg(make(), make())).toBe(true)
    expect(differencesOf(make(), define({ roles: { a: {} } }), 1)).toEqual([
      "role 'a', data: an object and undefined",
    ])
  })

  it('is empty for an org that went through its document', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const first = parseOrgDocument(JSON.stringify(document))
        const second = parseOrgDocument(JSON.stringify(first))
        expect(differencesOf(first, second, 1)).toEqual([])
        expect(first).toStrictEqual(second)
      }),
      { numRuns: 50 },
    )
  })
})

describe('an org', () => {
  it('is its document in JSON', () => {
    expect(
      JSON.parse(JSON.stringify({ chart: define({ roles: { a: {}, b: { reportsTo: 'a' } } }) })),
    ).toEqual({
      chart: { rolegraph: 1, roles: { a: {}, b: { reportsTo: 'a' } } },
    })
  })

  it.each<[string, Org, string]>([
    ['a chart', org, "Org { 3 roles, 1 top: 'ceo', 3 layers, 2 units }"],
    ['issues', withIssue, "Org { 3 roles, 1 top: 'ceo', 3 layers, 2 units, 1 issue }"],
    ['nothing', define({ roles: {} }), 'Org { 0 roles, no top, 0 layers }'],
    [
      'a cycle',
      orgFromRecords([{ id: 'a', boss: 'a' }], { id: 'id', manager: 'boss', onIssue: 'collect' }),
      'Org { 1 role, no top, 0 layers, 1 issue }',
    ],
    [
      'many tops',
      define({
        roles: Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`r${String(index)}`, {}])),
      }),
      "Org { 30 roles, 30 tops: 'r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7' and 22 more, 1 layer }",
    ],
  ])('is printed in one line: %s', (_what, chart, line) => {
    expect(inspect(chart)).toBe(line)
    expect(inspect({ chart: [chart] }, { breakLength: Infinity })).toBe(`{ chart: [ ${line} ] }`)
  })

  it('costs nothing until it is compared: the getter computes its content at each read', () => {
    const content: unknown = Reflect.get(org, 'content')
    expect(Object.keys(org)).toEqual(['content'])
    expect(Reflect.get(org, 'content')).not.toBe(content)
    expect(Object.keys(content as object)).toEqual(['roles', 'units', 'services', 'issues'])
  })

  it('is told from everything else by isOrg', () => {
    expect(isOrg(org)).toBe(true)
    const none: unknown[] = [
      undefined,
      null,
      7,
      'org',
      {},
      spec,
      { ...org },
      new Proxy(org, {}),
      Object.create(org),
      () => org,
    ]
    expect(none.filter((value) => isOrg(value))).toEqual([])
  })
})
