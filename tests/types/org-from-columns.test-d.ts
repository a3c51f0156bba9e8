import {
  type ByteColumn,
  type ColumnData,
  type DataColumn,
  type Org,
  type OrgColumns,
  orgFromColumns,
  roleOf,
} from 'rolegraph'
import { describe, expectTypeOf, test } from 'vitest'

declare const id: ByteColumn
declare const numbers: () => readonly number[]

describe('orgFromColumns', () => {
  test('gives data of type string if all columns are texts', () => {
    const org = orgFromColumns({ id, data: new Map([['site', id]]) })
    expectTypeOf(org).toEqualTypeOf<Org<string, string, ColumnData> | undefined>()
    if (org === undefined) return
    expectTypeOf(roleOf(org, 'a').data).toEqualTypeOf<Readonly<Record<string, string>> | undefined>()
  })

  test('types the values of functions too', () => {
    const data = new Map<string, DataColumn<number>>([
      ['site', id],
      ['floor', numbers],
    ])
    const org = orgFromColumns({ id, data })
    expectTypeOf(org).toEqualTypeOf<Org<string, string, ColumnData<number>> | undefined>()
    if (org === undefined) return
    expectTypeOf(roleOf(org, 'a').data).toEqualTypeOf<Readonly<Record<string, string | number>> | undefined>()
  })

  test('takes columns without data, whatever their type', () => {
    const columns: OrgColumns = { id }
    expectTypeOf(orgFromColumns(columns)).toEqualTypeOf<Org<string, string, ColumnData> | undefined>()
    expectTypeOf(orgFromColumns({ id })).toEqualTypeOf<Org<string, string, ColumnData> | undefined>()
  })

  test('rejects anything but a column', () => {
    // @ts-expect-error A list is neither bytes nor a function.
    orgFromColumns({ id, data: new Map([['site', ['x']]]) })
  })
})
