import { defineOrg, type Org } from 'rolegraph'
import * as handles from 'rolegraph/handles'
import { describe, expectTypeOf, test } from 'vitest'

const org = defineOrg({
  roles: { lead: {}, analyst: { reportsTo: 'lead' } },
  units: { pmo: { head: 'lead' } },
})
declare const read: Org

describe('the queries by handle', () => {
  test('convert ids to numbers and back, and know the ids', () => {
    expectTypeOf(handles.handleOf(org, 'analyst')).toEqualTypeOf<number>()
    expectTypeOf(handles.handleOf(org, 'pmo')).toEqualTypeOf<number>()
    expectTypeOf(handles.idOf(org, 0)).toEqualTypeOf<'lead' | 'analyst'>()
    expectTypeOf(handles.idOf(read, 0)).toEqualTypeOf<string>()
    // @ts-expect-error no role is called analist
    handles.handleOf(org, 'analist')
  })

  test('give numbers, with NO_HANDLE instead of undefined', () => {
    expectTypeOf(handles.NO_HANDLE).toEqualTypeOf<-1>()
    expectTypeOf(handles.managerOf(org, 0)).toEqualTypeOf<number>()
    expectTypeOf(handles.layerOf(org, 0)).toEqualTypeOf<number>()
    expectTypeOf(handles.lowestCommonManagerOf(org, [0, 1])).toEqualTypeOf<number>()
    expectTypeOf(handles.managementChainOf(org, 0)).toEqualTypeOf<number[]>()
    expectTypeOf(handles.transitiveReportsOf(org, 0)).toEqualTypeOf<handles.HandleList>()
    expectTypeOf(handles.rollUp(org, new Float64Array(2))).toEqualTypeOf<Float64Array>()
  })

  test('take handles, not ids', () => {
    // @ts-expect-error an id is not a handle
    handles.managerOf(org, 'analyst')
    // @ts-expect-error an id is not a handle
    handles.isAbove(org, 'lead', 'analyst')
    // @ts-expect-error there are no such lines
    handles.isAbove(org, 0, 1, { lines: 'Solid' })
  })

  test('give read-only lists', () => {
    const reports = handles.directReportsOf(org, 0)
    expectTypeOf(reports.at(0)).toEqualTypeOf<number | undefined>()
    expectTypeOf([...reports]).toEqualTypeOf<number[]>()
    // @ts-expect-error the length is read-only
    reports.length = 0
  })
})
