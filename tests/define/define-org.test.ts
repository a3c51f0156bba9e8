import {
  defineOrg,
  directReportsOf,
  find,
  headOf,
  issuesOf,
  layerOf,
  linesOf,
  managementChainOf,
  managerOf,
  managersOf,
  membersOf,
  type Org,
  roleOf,
  rolesOf,
  servicesFrom,
  servicesTo,
  topRolesOf,
  unitOf,
  unitsOf,
} from 'rolegraph'
import { describe, expect, it } from 'vitest'

/** What a role says when its spec says nothing. */
const SILENT = {
  aliases: [],
  grade: undefined,
  family: undefined,
  unit: undefined,
  alsoIn: [],
  holders: [],
  vacant: false,
  status: 'active',
  fte: undefined,
  cost: undefined,
  minYears: undefined,
  certifications: [],
  skills: [],
  reportsTo: undefined,
  dottedTo: [],
  progressesTo: [],
  data: undefined,
}

describe('defineOrg', () => {
  it('reads every part of a role', () => {
    const org = defineOrg({
      roles: {
        ceo: {},
        sponsor: {},
        lead: {
          title: 'PMO Lead',
          aliases: ['Head of PMO'],
          grade: 7.5,
          family: 'pmo',
          unit: 'office',
          holders: ['Ann', 'Bob'],
          vacant: false,
          fte: 0,
          cost: 120_000,
          minYears: 8,
          certifications: ['PMP'],
          skills: ['planning', 'finance'],
          sources: ['handbook'],
          hedge: 'many',
          note: 'since March',
          data: { floor: 3 },
          reportsTo: { to: 'ceo', hedge: 'typically', sources: ['survey'] },
          dottedTo: ['sponsor', { to: 'ceo', note: 'a dotted line may run beside the solid one' }],
          progressesTo: [
            { to: 'ceo', kind: 'transition', years: [4], conditions: ['an opening'], note: 'rare' },
            'sponsor',
          ],
        },
      },
      units: { office: {} },
    })
    expect(roleOf(org, 'lead')).toStrictEqual({
      id: 'lead',
      title: 'PMO Lead',
      aliases: ['Head of PMO'],
      grade: 7.5,
      family: 'pmo',
      unit: 'office',
      alsoIn: [],
      holders: ['Ann', 'Bob'],
      vacant: false,
      status: 'active',
      fte: 0,
      cost: 120_000,
      minYears: 8,
      certifications: ['PMP'],
      skills: ['planning', 'finance'],
      sources: ['handbook'],
      hedge: 'many',
      note: 'since March',
      data: { floor: 3 },
      reportsTo: 'ceo',
      dottedTo: ['sponsor', 'ceo'],
      progressesTo: [
        {
          from: 'lead',
          to: 'ceo',
          kind: 'transition',
          years: [4, Infinity],
          conditions: ['an opening'],
          note: 'rare',
        },
        { from: 'lead', to: 'sponsor', kind: 'advancement', conditions: [] },
      ],
    })
    expect(linesOf(org, 'lead', { lines: 'all' })).toEqual([
      { from: 'lead', to: 'ceo', kind: 'solid', hedge: 'typically', sources: ['survey'] },
      { from: 'lead', to: 'sponsor', kind: 'dotted' },
      { from: 'lead', to: 'ceo', kind: 'dotted', note: 'a dotted line may run beside the solid one' },
    ])
  })

  it('has the id as title and nothing else for an empty role', () => {
    expect(roleOf(defineOrg({ roles: { a: {} } }), 'a')).toStrictEqual({ id: 'a', title: 'a', ...SILENT })
  })

  it.each([
    ['an id', 'b', ['b']],
    ['an object', { to: 'b' }, ['b']],
    ['ids', ['b', 'c'], ['b', 'c']],
    ['ids and objects', [{ to: 'c' }, 'b'], ['c', 'b']],
    ['an empty list', [], []],
  ] as const)('takes one target or many: %s', (_, targets, expected) => {
    const org = defineOrg({ roles: { a: { dottedTo: targets, progressesTo: targets }, b: {}, c: {} } })
    expect(managersOf(org, 'a', { lines: 'dotted' })).toEqual(expected)
    expect(roleOf(org, 'a').progressesTo.map(({ to }) => to)).toEqual(expected)
  })

  it.each([
    [[0], [0, Infinity]],
    [
      [2, 2],
      [2, 2],
    ],
    [
      [1, Infinity],
      [1, Infinity],
    ],
    [
      [0.5, 1.5],
      [0.5, 1.5],
    ],
  ] as const)('reads the years %o', (years, expected) => {
    const org = defineOrg({ roles: { a: { progressesTo: { to: 'b', years } }, b: {} } })
    expect(roleOf(org, 'a').progressesTo[0].years).toEqual(expected)
  })

  it('reads undefined as left out, in every field', () => {
    const define = defineOrg as (spec: object) => Org
    const { aliases: _, ...names } = { ...SILENT, title: 0, reportsTo: 0, sources: 0, hedge: 0, note: 0 }
    const silent = Object.fromEntries(Object.keys({ ...names, aliases: 0 }).map((name) => [name, undefined]))
    const org = define({ roles: { a: silent }, units: undefined, services: undefined })
    expect(roleOf(org, 'a')).toStrictEqual({ id: 'a', title: 'a', ...SILENT })
  })

  it('knows vacancies and job shares', () => {
    const org = defineOrg({
      roles: {
        share: { holders: ['Ann', 'Bob'] },
        empty: { holders: [] },
        vacant: { vacant: true },
        both: { vacant: true, holders: [] },
        held: { vacant: false, holders: ['Cem'] },
        filled: { vacant: false },
        unsaid: {},
      },
    })
    const vacancies = rolesOf(org).map((id) => [id, roleOf(org, id).vacant, roleOf(org, id).holders])
    expect(vacancies).toEqual([
      ['share', false, ['Ann', 'Bob']],
      ['empty', true, []],
      ['vacant', true, []],
      ['both', true, []],
      ['held', false, ['Cem']],
      ['filled', false, []],
      ['unsaid', false, []],
    ])
  })

  it('has units with heads and members, in larger units, declared in any order', () => {
    const org = defineOrg({
      units: {
        pmo: { title: 'Project Office', kind: 'pmo', head: 'lead', partOf: 'company', sources: ['chart'] },
        company: { aliases: ['the firm'] },
      },
      roles: { analyst: { reportsTo: 'lead', unit: 'pmo' }, lead: { unit: 'company' } },
    })
    expect(unitsOf(org)).toEqual(['pmo', 'company'])
    expect(unitOf(org, 'pmo')).toStrictEqual({
      id: 'pmo',
      title: 'Project Office',
      aliases: [],
      kind: 'pmo',
      head: 'lead',
      heads: ['lead'],
      partOf: 'company',
      sources: ['chart'],
    })
    expect(headOf(org, 'pmo')).toBe('lead')
    expect([membersOf(org, 'pmo'), membersOf(org, 'company')]).toEqual([['analyst'], ['lead']])
    expect(managerOf(org, 'pmo')).toBeUndefined()
  })

  it('has services from units and roles, several between the same two', () => {
    const org = defineOrg({
      roles: { lead: {}, manager: {} },
      units: { pmo: { head: 'lead' } },
      services: [
        { from: 'pmo', to: 'manager', name: 'templates', hedge: 'may' },
        { from: 'lead', to: 'manager', name: 'advice' },
        { from: 'pmo', to: 'manager', name: 'training' },
        { from: 'lead', to: 'lead', name: 'reflection' },
      ],
    })
    expect(servicesFrom(org, 'pmo')).toEqual([
      { from: 'pmo', to: 'manager', name: 'templates', hedge: 'may' },
      { from: 'pmo', to: 'manager', name: 'training' },
    ])
    expect(servicesTo(org, 'manager').map(({ name }) => name)).toEqual(['templates', 'advice', 'training'])
    expect(managersOf(org, 'manager', { lines: 'all' })).toEqual([])
  })

  it('allows several tops, isolated roles, and cycles of dotted lines and moves', () => {
    const org = defineOrg({
      roles: {
        a: { dottedTo: 'b', progressesTo: 'b' },
        b: { dottedTo: 'a', progressesTo: 'a' },
        c: { reportsTo: 'b', dottedTo: ['a'] },
        alone: {},
      },
    })
    expect(topRolesOf(org)).toEqual(['a', 'b', 'alone'])
    expect(managementChainOf(org, 'c', { lines: 'all' })).toEqual(['b', 'a'])
    expect(directReportsOf(org, 'alone')).toEqual([])
    expect(issuesOf(org)).toEqual([])
  })

  it('allows an org without roles', () => {
    const org = defineOrg({ roles: {} })
    expect([rolesOf(org), topRolesOf(org), unitsOf(org), find(org, 'a')]).toEqual([[], [], [], []])
  })

  it('keeps the order of the keys, whatever the lines are', () => {
    const org = defineOrg({
      roles: { z: { reportsTo: 'm' }, a: { reportsTo: 'm' }, m: {}, b: { reportsTo: 'm' } },
    })
    expect(rolesOf(org)).toEqual(['z', 'a', 'm', 'b'])
    expect(directReportsOf(org, 'm')).toEqual(['z', 'a', 'b'])
  })

  it('reads the own enumerable fields of any object', () => {
    class Spec {
      readonly reportsTo = 'a'
    }
    const hidden = Object.defineProperty({}, 'grade', { value: 'not a number', enumerable: false })
    const bare = Object.assign(Object.create(null) as object, { title: 'Bare' })
    const define = defineOrg as (spec: object) => Org
    const roles = Object.assign(Object.create(null) as object, { a: hidden, b: new Spec(), c: bare })
    const org = define({ roles })
    expect(rolesOf(org)).toEqual(['a', 'b', 'c'])
    expect(managerOf(org, 'b')).toBe('a')
    expect(roleOf(org, 'c').title).toBe('Bare')
    expect(roleOf(org, 'a').grade).toBeUndefined()
  })

  it('reads a chain of 100,000 roles without recursion', () => {
    const count = 100_000
    const roles = Object.fromEntries(
      Array.from({ length: count }, (_, at): [string, { reportsTo?: string }] => [
        `r${String(at)}`,
        at === 0 ? {} : { reportsTo: `r${String(at - 1)}` },
      ]),
    )
    const org = defineOrg({ roles })
    expect(layerOf(org, 'r99999')).toBe(count)
    const chain = managementChainOf(org, 'r99999')
    expect([chain.length, chain[0], chain.at(-1)]).toEqual([count - 1, 'r99998', 'r0'])
  })
})
