import { defineOrg, managementChainOf, managerOf, type Org, roleOf, rolesOf } from 'rolegraph'
import { describe, expectTypeOf, test } from 'vitest'

const org = defineOrg({
  roles: { a: { data: { floor: 1 } }, b: { reportsTo: 'a', unit: 'u' } },
  units: { u: {} },
})

describe('an Org is covariant', () => {
  test('in its ids: fewer where more are read', () => {
    expectTypeOf<Org<'a' | 'b'>>().toExtend<Org>()
    expectTypeOf<Org<'a'>>().toExtend<Org<'a' | 'b'>>()
    expectTypeOf<Org>().not.toExtend<Org<'a' | 'b'>>()
    expectTypeOf<Org<'a' | 'b'>>().not.toExtend<Org<'a'>>()
    expectTypeOf<Org<'a'>>().not.toExtend<Org<'b'>>()
  })

  test('in its units', () => {
    expectTypeOf<Org<string, 'u'>>().toExtend<Org>()
    expectTypeOf<Org<string, never>>().toExtend<Org<string, 'u'>>()
    expectTypeOf<Org>().not.toExtend<Org<string, 'u'>>()
    expectTypeOf<Org<string, 'u'>>().not.toExtend<Org<string, never>>()
  })

  test('in its data', () => {
    expectTypeOf<Org<string, string, { floor: number; tag: string }>>().toExtend<
      Org<string, string, { floor: number }>
    >()
    expectTypeOf<Org<string, string, undefined>>().toExtend<Org>()
    expectTypeOf<Org>().not.toExtend<Org<string, string, { floor: number }>>()
  })

  test('so that a function over any org takes each of them', () => {
    const headcount = (any: Org): number => rolesOf(any).length
    expectTypeOf(headcount(org)).toEqualTypeOf<number>()
    const name = <Id extends string>(some: Org<Id>, id: NoInfer<Id>): string => roleOf(some, id).title
    expectTypeOf(name(org, 'a')).toEqualTypeOf<string>()
    // @ts-expect-error 'c' is no role
    name(org, 'c')
  })

  test('and none is taken for an org with ids that it may not have', () => {
    const needs = (some: Org<'a' | 'b', 'u', { floor: number }>): unknown => managerOf(some, 'a')
    needs(org)
    const any: Org = org
    // @ts-expect-error nobody knows which ids it has
    needs(any)
    // @ts-expect-error 'c' is one too many
    needs(defineOrg({ roles: { a: {}, c: {} } }))
  })
})

describe('an Org is opaque', () => {
  test('it has nothing to read or to write', () => {
    expectTypeOf<Extract<keyof Org, string>>().toEqualTypeOf<never>()
    // @ts-expect-error it has no properties
    expectTypeOf(org.roles).toBeAny()
    const read = (some: Org): unknown => some
    // @ts-expect-error nothing else is one
    read({})
  })

  test('a query does not widen the ids to what is asked', () => {
    // The role of a question says nothing of the ids: only the org does.
    expectTypeOf(managementChainOf(org, 'u')).toEqualTypeOf<('a' | 'b')[]>()
  })
})
