import {
  defineOrg,
  directReportsOf,
  isAbove,
  type Line,
  type LineKinds,
  type Lines,
  linesOf,
  type LineSpec,
  maxSpan,
  orgFromRecords,
  spanOfControlOf,
  spansAndLayers,
} from 'rolegraph'
import * as byHandle from 'rolegraph/handles'
import { toSvg } from 'rolegraph/render'
import { describe, expectTypeOf, test } from 'vitest'

const org = defineOrg({
  roles: {
    lead: {},
    clerk: { reportsTo: { to: 'lead', as: 'assistant' } },
    nurse: { reportsTo: 'lead', dottedTo: [{ to: 'clerk', as: 'project' }, 'lead'] },
  },
})

describe('the name of a line', () => {
  test('keeps the ids literal', () => {
    expectTypeOf(directReportsOf(org, 'lead')).toEqualTypeOf<('lead' | 'clerk' | 'nurse')[]>()
    expectTypeOf(linesOf(org, 'nurse')[0]).toEqualTypeOf<Line<'lead' | 'clerk' | 'nurse'>>()
    expectTypeOf(linesOf(org, 'nurse')[0].as).toEqualTypeOf<string | undefined>()
  })

  test('is text, and its manager is a role', () => {
    // @ts-expect-error the name of a line is text
    defineOrg({ roles: { a: {}, b: { reportsTo: { to: 'a', as: 7 } } } })
    // @ts-expect-error 'aa' is not a role
    defineOrg({ roles: { a: {}, b: { reportsTo: { to: 'aa', as: 'assistant' } } } })
    // @ts-expect-error 'aa' is not a role
    defineOrg({ roles: { a: {}, b: { dottedTo: [{ to: 'aa', as: 'project' }] } } })
    // @ts-expect-error a line has no field named
    defineOrg({ roles: { a: {}, b: { dottedTo: { to: 'a', named: 'project' } } } })
    // @ts-expect-error a move has no name
    defineOrg({ roles: { a: {}, b: { progressesTo: { to: 'a', as: 'project' } } } })
  })

  test('comes from records', () => {
    const rows: { readonly id: string; readonly boss: LineSpec | string | null }[] = []
    orgFromRecords(rows, { id: 'id', manager: 'boss', dotted: 'boss' })
    orgFromRecords(rows, { id: 'id', manager: ({ boss }) => boss })
    // @ts-expect-error a manager is an id or a line
    orgFromRecords([{ id: 'a', boss: 7 }], { id: 'id', manager: 'boss' })
  })
})

describe('lines of a name', () => {
  test('are lines', () => {
    expectTypeOf<LineKinds>().toEqualTypeOf<'solid' | 'dotted' | 'all'>()
    expectTypeOf<{ readonly as: readonly ['project', 'clinical'] }>().toExtend<Lines>()
    isAbove(org, 'lead', 'nurse', { lines: { as: 'project' } })
    byHandle.isAbove(org, 0, 1, { lines: { as: ['project', 'clinical'] } })
    toSvg(org, { lines: { as: 'project' } })
    // @ts-expect-error the key is as
    isAbove(org, 'lead', 'nurse', { lines: { named: 'project' } })
    // @ts-expect-error there is no such kind of line
    isAbove(org, 'lead', 'nurse', { lines: 'project' })
  })
})

describe('staff', () => {
  test('is included, excluded, or named', () => {
    spanOfControlOf(org, 'lead', { staff: 'exclude', lines: 'all' })
    byHandle.spanOfControlOf(org, 0, { staff: { exclude: ['assistant', 'driver'] } })
    spansAndLayers(org, { staff: 'include' })
    maxSpan(7, { staff: { exclude: 'assistant' } })
    // @ts-expect-error staff is no flag
    spanOfControlOf(org, 'lead', { staff: false })
    // @ts-expect-error only spans know staff
    isAbove(org, 'lead', 'nurse', { staff: 'exclude' })
  })
})
