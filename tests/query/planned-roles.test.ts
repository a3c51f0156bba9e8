import {
  checkOrg,
  defineOrg,
  directReportsOf,
  filledManagerOf,
  fromGraph,
  headcountOf,
  managersOfPerson,
  maxSpan,
  membersOf,
  organizationSizeOf,
  orgFromRecords,
  type OrgSpec,
  packOrg,
  reportsOfPerson,
  roleOf,
  rollUp,
  seatsOf,
  spanOfControlOf,
  type SpanOptions,
  spansAndLayers,
  toGraph,
  transitiveReportsOf,
  unpackOrg,
  vacantRolesOf,
} from 'rolegraph'
import { toOrgDocument } from 'rolegraph/export'
import { handleOf, spanOfControlOf as spanByHandle } from 'rolegraph/handles'
import { parseOrgDocument } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../support/thrown-by.js'

const org = defineOrg({
  roles: {
    head: { holders: ['Ada'], fte: 1, cost: 9 },
    lead: { reportsTo: 'head', status: 'planned', fte: 1, cost: 5, unit: 'lab' },
    analyst: { reportsTo: 'lead', holders: ['Joe'], fte: 0.5, unit: 'lab' },
    planner: { reportsTo: 'lead', status: 'planned', holders: ['May', 'Joe'], cost: 4, unit: 'lab' },
    clerk: { reportsTo: 'head', holders: [], status: 'active', cost: 2 },
    runner: { reportsTo: 'head', vacant: true, status: 'planned', fte: 1, cost: 1 },
  },
  units: { lab: {} },
})
const include = { planned: 'include' } as const

describe('a planned role', () => {
  it('has its place on the chart', () => {
    expect(roleOf(org, 'lead')).toMatchObject({ status: 'planned', vacant: false, fte: 1 })
    expect([roleOf(org, 'head').status, roleOf(org, 'clerk').status]).toEqual(['active', 'active'])
    expect(transitiveReportsOf(org, 'head')).toEqual(['lead', 'analyst', 'planner', 'clerk', 'runner'])
    expect(membersOf(org, 'lab')).toEqual(['lead', 'analyst', 'planner'])
    expect(organizationSizeOf(org, 'head')).toBe(6)
  })

  it.each([
    ['headcount', [2, 1, 1, 0, 0, 0], 0, [5, 4, 1, 2, 0, 0], 0],
    ['fte', [1.5, 0.5, 0.5, 0, 0, 0], 1, [3.5, 1.5, 0.5, 0, 0, 1], 2],
    ['cost', [11, 0, 0, 0, 2, 0], 1, [21, 9, 0, 4, 2, 1], 1],
  ] as const)(
    'counts 0 in a roll-up of the %s, unless it is asked for',
    (measure, without, none, all, nil) => {
      const left = rollUp(org, measure)
      expect([...left].map(([, sum]) => sum)).toEqual(without)
      expect([left.total, left.missing]).toEqual([without[0], none])
      const asked = rollUp(org, measure, include)
      expect([...asked].map(([, sum]) => sum)).toEqual(all)
      expect([asked.total, asked.missing]).toEqual([all[0], nil])
      expect(rollUp(org, measure, { planned: 'exclude' }).of('head')).toBe(without[0])
    },
  )

  it('is not passed to a function that measures, unless it is asked for', () => {
    const asked: string[] = []
    rollUp(org, ({ id }) => asked.push(id))
    expect(asked).toEqual(['head', 'analyst', 'clerk'])
    expect(rollUp(org, () => 1).ofUnit('lab')).toBe(1)
    expect(rollUp(org, () => 1, include).ofUnit('lab')).toBe(3)
  })

  it('has no people and no seats, unless it is asked for', () => {
    expect([headcountOf(org), seatsOf(org)]).toEqual([2, 2])
    // May, and one person in the lead's role whom nobody has named.
    expect([headcountOf(org, undefined, include), seatsOf(org, undefined, include)]).toEqual([4, 5])
    expect([headcountOf(org, 'lead'), seatsOf(org, 'planner')]).toEqual([1, 0])
    expect([headcountOf(org, 'lab'), seatsOf(org, 'lab', include)]).toEqual([1, 4])
  })

  it("is nobody's direct report in a span, unless it is asked for", () => {
    const matrix = defineOrg({
      roles: {
        head: {},
        one: { reportsTo: 'head' },
        two: { reportsTo: 'head', status: 'planned', dottedTo: 'one' },
        three: { reportsTo: { to: 'two', note: 'new' }, dottedTo: ['one', 'head'] },
        four: { dottedTo: ['head', 'three'], status: 'planned' },
      },
    })
    const spans = (options?: SpanOptions): number[] =>
      (['head', 'one', 'two', 'three'] as const).map((role) => spanOfControlOf(matrix, role, options))
    expect(spans()).toEqual([1, 0, 1, 0])
    expect(spans(include)).toEqual([2, 0, 1, 0])
    expect(spans({ lines: 'all' })).toEqual([2, 1, 1, 0])
    expect(spans({ lines: 'all', ...include })).toEqual([4, 2, 1, 1])
    expect(spans({ lines: 'dotted' })).toEqual([1, 1, 0, 0])
    const { averageSpan, widest, layers, roles } = spansAndLayers(matrix)
    expect([averageSpan, widest, layers, roles]).toEqual([1, ['head', 'two'], 3, 5])
    expect(spansAndLayers(matrix, include)).toMatchObject({ averageSpan: 1.5, widest: ['head'] })
    expect(checkOrg(matrix, { rules: [maxSpan(1)] }).total).toBe(0)
    expect(checkOrg(matrix, { rules: [maxSpan(1, include)] }).issues[0]?.witness).toEqual(['one', 'two'])
    expect(spanByHandle(matrix, handleOf(matrix, 'head'))).toBe(1)
    expect(directReportsOf(matrix, 'head')).toEqual(['one', 'two'])
  })

  it('is no vacancy yet', () => {
    expect(vacantRolesOf(org)).toEqual(['clerk'])
    expect(vacantRolesOf(org, include)).toEqual(['clerk', 'runner'])
  })

  it('is passed over like a vacant one where nobody is named for it', () => {
    expect(filledManagerOf(org, 'analyst')).toBe('head')
    expect(managersOfPerson(org, 'Joe')).toEqual(['Ada'])
    expect(reportsOfPerson(org, 'Ada')).toEqual(['Joe', 'May'])
  })

  it('needs version 2 of a document, and survives it', () => {
    expect(toOrgDocument(org)).toMatchObject({ rolegraph: 2, roles: { lead: { status: 'planned' } } })
    expect(toOrgDocument(org).roles['clerk']).not.toHaveProperty('status')
    expect(parseOrgDocument(JSON.stringify(org))).toEqual(org)
    expect(toOrgDocument(defineOrg({ roles: { a: { status: 'active' } } })).rolegraph).toBe(1)
  })

  it('survives a graph, a packed org and records', () => {
    expect(fromGraph(toGraph(org))).toEqual(org)
    expect(unpackOrg(structuredClone(packOrg(org)))).toEqual(org)
    const rows = [
      { id: 'a', state: 'planned' as const },
      { id: 'b', state: null },
    ]
    const read = orgFromRecords(rows, { id: 'id', status: 'state' })
    expect([roleOf(read, 'a').status, roleOf(read, 'b').status]).toEqual(['planned', 'active'])
  })

  it('is one of two words', () => {
    const spec: unknown = { roles: { a: { status: 'frozen' } } }
    const error = thrownBy(() => defineOrg(spec as OrgSpec))
    expect(error.message).toContain("Expected 'active' or 'planned', received 'frozen'")
    // @ts-expect-error there is no such status
    expect(() => defineOrg({ roles: { a: { status: 'future' } } })).toThrow()
  })
})

describe('the option planned', () => {
  it.each([
    (options: object) => rollUp(org, 'cost', options),
    (options: object) => headcountOf(org, 'head', options),
    (options: object) => seatsOf(org, 'head', options),
    (options: object) => vacantRolesOf(org, options),
    (options: object) => spanOfControlOf(org, 'head', options),
    (options: object) => spansAndLayers(org, options),
    (options: object) => maxSpan(3, options),
  ])('is checked by each query: %#', (ask) => {
    expect(thrownBy(() => ask({ planned: 'yes' }))).toMatchObject({ code: 'INVALID_OPTION' })
    expect(thrownBy(() => ask({ vacant: 'include' })).message).toMatch(/no option 'vacant'. Its .* planned\./)
  })
})
