import { isRole, managerOf, type Org, orgFromRecords, type RecordOptions, roleOf } from 'rolegraph'
import { describe, expectTypeOf, test } from 'vitest'

interface Row {
  readonly post: string
  readonly boss: string | null
  readonly dotted?: readonly string[]
  readonly name?: string | undefined
  readonly grade: number | null
  readonly meta: { readonly floor: number } | null
}

declare const rows: readonly Row[]

describe('orgFromRecords', () => {
  test('returns ids and units of type string', () => {
    expectTypeOf(orgFromRecords(rows, { id: 'post' })).toEqualTypeOf<Org<string, string, undefined>>()
    const org = orgFromRecords(rows, { id: 'post', manager: 'boss' })
    expectTypeOf(managerOf(org, 'anything')).toEqualTypeOf<string | undefined>()
  })

  test('takes names of fields that fit, blank ones included, and functions', () => {
    const org = orgFromRecords(rows, {
      id: 'post',
      manager: 'boss',
      dotted: 'dotted',
      title: 'name',
      grade: 'grade',
      aliases: 'name',
      holders: (row, index) => [`${row.post} ${String(index)}`],
      unit: (row) => row.boss && `unit:${row.boss}`,
    })
    expectTypeOf(org).toEqualTypeOf<Org<string, string, undefined>>()
  })

  test('takes any iterable', () => {
    expectTypeOf(orgFromRecords(new Set(rows), { id: 'post' })).toEqualTypeOf<
      Org<string, string, undefined>
    >()
    expectTypeOf(orgFromRecords(new Map<string, Row>().values(), { id: 'post' })).toEqualTypeOf<
      Org<string, string, undefined>
    >()
  })

  test('gives data the type of its field or function, without null', () => {
    const named = orgFromRecords(rows, { id: 'post', data: 'meta' })
    expectTypeOf(named).toEqualTypeOf<Org<string, string, { readonly floor: number }>>()
    expectTypeOf(roleOf(named, 'x').data).toEqualTypeOf<{ readonly floor: number } | undefined>()
    const computed = orgFromRecords(rows, {
      id: 'post',
      data: (row) => (row.grade === null ? null : [row.grade]),
    })
    expectTypeOf(computed).toEqualTypeOf<Org<string, string, number[]>>()
  })

  test('takes records of a table whose fields are all text', () => {
    const table: Record<string, string>[] = []
    const org = orgFromRecords(table, { id: 'Post Reference', manager: 'Reports to', data: 'Grade' })
    expectTypeOf(org).toEqualTypeOf<Org<string, string, string>>()
  })

  test('takes records of an unknown shape by functions only', () => {
    const unknowns: Record<string, unknown>[] = []
    orgFromRecords(unknowns, { id: (row) => String(row['id']) })
    // @ts-expect-error its type is unknown
    orgFromRecords(unknowns, { id: 'id' })
  })

  test('takes options made elsewhere', () => {
    const options: RecordOptions<Row> = { id: 'post', manager: (row) => row.boss, onIssue: 'collect' }
    expectTypeOf(orgFromRecords(rows, options)).toExtend<Org>()
  })

  test('isRole narrows a string to an id', () => {
    const org: Org<'a' | 'b'> = orgFromRecords(rows, { id: 'post' }) as Org<'a' | 'b'>
    const id: string = 'a'
    if (isRole(org, id)) expectTypeOf(id).toEqualTypeOf<'a' | 'b'>()
  })
})
