import { defineOrg, managementChainOf, managerOf, type Org, roleOf, rolesOf } from 'rolegraph'
import { describe, expectTypeOf, test } from 'vitest'

const org = defineOrg({
  roles: { a: { data: { floor: 1 } }, b: { reportsTo: 'a', unit: 'u' } },
  units: { u: {} },
})

describe('an Org is covariant', () => {
  test('in its ids: fewer are accepted where more are expected', () => {
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

  test('so a function over any org accepts each of them', () => {
    const headcount = (any: Org): number => rolesOf(any).length
    expectTypeOf(headcount(org)).toEqualTypeOf<number>()
    const name = <Id extends string>(some: Org<Id>, id: NoInfer<Id>): string => roleOf(some, id).title
    expectTypeOf(name(org, 'a')).toEqualTypeOf<string>()
    // @ts-expect-error 'c' is not a role
    name(org, 'c')
  })

  test('and an org is not accepted where it may lack an id', () => {
    const needs = (some: Org<'a' | 'b', 'u', { floor: number }>): unknown => managerOf(some, 'a')
    needs(org)
    const any: Org = org
    // @ts-expect-error its ids are unknown
    needs(any)
    // @ts-expect-error 'c' is one too many
    needs(defineOrg({ roles: { a: {}, c: {} } }))
  })
})

describe('an Org is opaque', () => {
  test('it has nothing to read or write', () => {
    expectTypeOf<Extract<keyof Org, string>>().toEqualTypeOf<never>()
    // @ts-expect-error it has no properties
    expectTypeOf(org.roles).toBeAny()
    const read = (some: Org): unknown => some
    // @ts-expect-error no other object is an Org
    read({})
  })

  test('a query does not widen the ids by its arguments', () => {
    // Only the org determines the ids, not the role in the question.
    expectTypeOf(managementChainOf(org, 'u')).toEqualTypeOf<('a' | 'b')[]>()
  })
})
