import { defineOrg, type Org } from 'rolegraph'
import * as columns from 'rolegraph/columns'
import { describe, expectTypeOf, test } from 'vitest'

const org = defineOrg({
  roles: { lead: {}, analyst: { reportsTo: 'lead' } },
  units: { pmo: { head: 'lead' } },
})
declare const read: Org

describe('the queries by handle', () => {
  test('lead from ids to numbers and back, and know the ids', () => {
    expectTypeOf(columns.handleOf(org, 'analyst')).toEqualTypeOf<number>()
    expectTypeOf(columns.handleOf(org, 'pmo')).toEqualTypeOf<number>()
    expectTypeOf(columns.idOf(org, 0)).toEqualTypeOf<'lead' | 'analyst'>()
    expectTypeOf(columns.idOf(read, 0)).toEqualTypeOf<string>()
    // @ts-expect-error no role is called analist
    columns.handleOf(org, 'analist')
  })

  test('give numbers, with NO_HANDLE in place of undefined', () => {
    expectTypeOf(columns.NO_HANDLE).toEqualTypeOf<-1>()
    expectTypeOf(columns.managerOf(org, 0)).toEqualTypeOf<number>()
    expectTypeOf(columns.layerOf(org, 0)).toEqualTypeOf<number>()
    expectTypeOf(columns.lowestCommonManagerOf(org, [0, 1])).toEqualTypeOf<number>()
    expectTypeOf(columns.managementChainOf(org, 0)).toEqualTypeOf<number[]>()
    expectTypeOf(columns.transitiveReportsOf(org, 0)).toEqualTypeOf<columns.HandleList>()
    expectTypeOf(columns.rollUp(org, new Float64Array(2))).toEqualTypeOf<Float64Array>()
  })

  test('take handles and no ids', () => {
    // @ts-expect-error an id is no handle
    columns.managerOf(org, 'analyst')
    // @ts-expect-error an id is no handle
    columns.isAbove(org, 'lead', 'analyst')
    // @ts-expect-error there are no such lines
    columns.isAbove(org, 0, 1, { lines: 'Solid' })
  })

  test('give lists that are only read', () => {
    const reports = columns.directReportsOf(org, 0)
    expectTypeOf(reports.at(0)).toEqualTypeOf<number | undefined>()
    expectTypeOf([...reports]).toEqualTypeOf<number[]>()
    // @ts-expect-error the length is read-only
    reports.length = 0
  })
})
