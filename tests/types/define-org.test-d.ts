import {
  defineOrg,
  managementChainOf,
  managerOf,
  type Move,
  type Org,
  type OrgSpec,
  roleOf,
  type RoleIdOf,
  rolesOf,
  type UnitIdOf,
  unitOf,
} from 'rolegraph'
import { assertType, describe, expectTypeOf, test } from 'vitest'

describe('what defineOrg infers', () => {
  test('ids and units are the literal keys', () => {
    const org = defineOrg({
      roles: { cpo: {}, director: { reportsTo: 'cpo', unit: 'pmo' } },
      units: { pmo: { head: 'director' }, company: {} },
    })
    expectTypeOf(org).toEqualTypeOf<Org<'cpo' | 'director', 'pmo' | 'company', undefined>>()
    expectTypeOf<RoleIdOf<typeof org>>().toEqualTypeOf<'cpo' | 'director'>()
    expectTypeOf<UnitIdOf<typeof org>>().toEqualTypeOf<'pmo' | 'company'>()
  })

  test('without units or roles the types of ids are never', () => {
    expectTypeOf(defineOrg({ roles: { a: {} } })).toEqualTypeOf<Org<'a', never, undefined>>()
    expectTypeOf(defineOrg({ roles: {} })).toEqualTypeOf<Org<never, never, undefined>>()
  })

  test('ids may be used before they are defined, everywhere', () => {
    const org = defineOrg({
      services: [{ from: 'pmo', to: 'b', name: 'templates' }],
      units: { pmo: { head: 'b', partOf: 'company' }, company: {} },
      roles: {
        a: {
          reportsTo: 'b',
          dottedTo: ['c', { to: 'b' }],
          progressesTo: [{ to: 'c', years: [1, 2] }, 'b'],
          unit: 'pmo',
        },
        b: { dottedTo: { to: 'c', note: 'x' }, progressesTo: { to: 'c' } },
        c: {},
      },
    })
    expectTypeOf(org).toEqualTypeOf<Org<'a' | 'b' | 'c', 'pmo' | 'company', undefined>>()
  })

  test('ids that are not identifiers are literals too', () => {
    const org = defineOrg({ roles: { 'project manager': {}, '007': {}, '': {}, ['__proto__']: {} } })
    expectTypeOf(org).toEqualTypeOf<Org<'project manager' | '007' | '' | '__proto__', never, undefined>>()
  })

  test('queries return these literals', () => {
    const org = defineOrg({
      roles: { cpo: {}, director: { reportsTo: 'cpo', unit: 'pmo' } },
      units: { pmo: { head: 'director' } },
    })
    expectTypeOf(managerOf(org, 'director')).toEqualTypeOf<'cpo' | 'director' | undefined>()
    expectTypeOf(managerOf(org, 'pmo')).toEqualTypeOf<'cpo' | 'director' | undefined>()
    expectTypeOf(managementChainOf(org, 'director')).toEqualTypeOf<('cpo' | 'director')[]>()
    const role = roleOf(org, 'director')
    expectTypeOf(role.id).toEqualTypeOf<'cpo' | 'director'>()
    expectTypeOf(role.unit).toEqualTypeOf<'pmo' | undefined>()
    expectTypeOf(role.dottedTo).toEqualTypeOf<readonly ('cpo' | 'director')[]>()
    expectTypeOf(role.progressesTo).toEqualTypeOf<readonly Move<'cpo' | 'director'>[]>()
    expectTypeOf(unitOf(org, 'pmo').head).toEqualTypeOf<'cpo' | 'director' | undefined>()
  })

  test('a spec in a variable keeps its ids, and a record with any ids gives strings', () => {
    const spec = { roles: { a: {}, b: { reportsTo: 'a' } } } as const
    expectTypeOf(defineOrg(spec)).toEqualTypeOf<Org<'a' | 'b', never, undefined>>()
    const loose: OrgSpec = { roles: {} }
    expectTypeOf(defineOrg(loose)).toEqualTypeOf<Org>()
    const roles: Record<string, { reportsTo?: string }> = {}
    expectTypeOf(defineOrg({ roles })).toEqualTypeOf<Org<string, never, undefined>>()
  })
})

describe('the users’ own data', () => {
  test('has the type of the literal', () => {
    const org = defineOrg({ roles: { a: { data: { floor: 3, tags: ['x'] } }, b: {} } })
    expectTypeOf(org).toEqualTypeOf<Org<'a' | 'b', never, { floor: number; tags: string[] }>>()
    expectTypeOf(roleOf(org, 'b').data).toEqualTypeOf<{ floor: number; tags: string[] } | undefined>()
  })

  test('of several shapes is their union', () => {
    const org = defineOrg({
      roles: { a: { data: { floor: 3 } }, b: { data: { badge: 'x' }, reportsTo: 'a' } },
    })
    const data = roleOf(org, 'a').data
    assertType<{ floor: number } | { badge: string } | undefined>(data)
    expectTypeOf(data?.floor).toEqualTypeOf<number | undefined>()
    expectTypeOf(data?.badge).toEqualTypeOf<string | undefined>()
    expectTypeOf<RoleIdOf<typeof org>>().toEqualTypeOf<'a' | 'b'>()
  })

  test('of unrelated types needs an explicit type', () => {
    // @ts-expect-error the first value decides, and a number is not text
    defineOrg({ roles: { a: { data: 'x' }, b: { data: 1 } } })
    type Mixed = string | number
    const data = (value: Mixed): Mixed => value
    const org = defineOrg({ roles: { a: { data: data('x') }, b: { data: data(1) } } })
    expectTypeOf(org).toEqualTypeOf<Org<'a' | 'b', never, Mixed>>()
  })

  test('may be declared once for a whole chart', () => {
    interface Post {
      readonly pay?: number
      readonly place?: string
    }
    const org = defineOrg<'a' | 'b', never, Post>({
      roles: { a: { data: { pay: 1 } }, b: { data: { place: 'x' } } },
    })
    expectTypeOf(roleOf(org, 'a').data).toEqualTypeOf<Post | undefined>()
    // @ts-expect-error 'sallary' is not an attribute of Post
    defineOrg<'a', never, Post>({ roles: { a: { data: { sallary: 1 } } } })
  })

  test('is undefined if no role has any', () => {
    expectTypeOf(roleOf(defineOrg({ roles: { a: {} } }), 'a').data).toEqualTypeOf<undefined>()
  })
})

describe('an id that looks like a number', () => {
  test('written without quotes makes the ids plain strings', () => {
    expectTypeOf(defineOrg({ roles: { 7: {}, a: { reportsTo: '7' } } })).toEqualTypeOf<
      Org<string, never, undefined>
    >()
  })

  test('written with quotes is a literal like any other', () => {
    const org = defineOrg({ roles: { '7': {}, a: { reportsTo: '7' } } })
    expectTypeOf(org).toEqualTypeOf<Org<'7' | 'a', never, undefined>>()
  })
})

describe('rolesOf', () => {
  test('returns the literals', () => {
    expectTypeOf(rolesOf(defineOrg({ roles: { a: {}, b: {} } }))).items.toEqualTypeOf<'a' | 'b'>()
  })
})
