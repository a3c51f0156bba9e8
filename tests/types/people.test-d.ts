import {
  type Assignment,
  assignmentsOf,
  defineOrg,
  holdersOf,
  managersOfPerson,
  type Org,
  type OrgGraph,
  type PeopleGraph,
  type Person,
  type PersonIdOf,
  personOf,
  roleOf,
  rolesHeldBy,
  toGraph,
} from 'rolegraph'
import { describe, expectTypeOf, test } from 'vitest'

const org = defineOrg({
  roles: {
    lead: { holders: ['ada'] },
    clerk: { reportsTo: 'lead', holders: [{ person: 'joe', share: 0.5 }] },
  },
  people: { ada: { name: 'Ada' }, joe: {} },
})
const names = defineOrg({ roles: { lead: { holders: ['Ada Lovelace'] } } })

describe('the ids of people', () => {
  test('are literal types where they are written', () => {
    expectTypeOf<PersonIdOf<typeof org>>().toEqualTypeOf<'ada' | 'joe'>()
    expectTypeOf(holdersOf(org, 'lead')).toEqualTypeOf<('ada' | 'joe')[]>()
    expectTypeOf(rolesHeldBy(org, 'ada')).toEqualTypeOf<('lead' | 'clerk')[]>()
    expectTypeOf(personOf(org, 'joe')).toEqualTypeOf<Person<'ada' | 'joe'>>()
    expectTypeOf(assignmentsOf(org, { person: 'ada' })).toEqualTypeOf<
      Assignment<'lead' | 'clerk', 'ada' | 'joe'>[]
    >()
    expectTypeOf(roleOf(org, 'lead').holders).toEqualTypeOf<readonly ('ada' | 'joe')[]>()
  })

  test('are ids of nodes of a graph with people, and only of that', () => {
    expectTypeOf(toGraph(org)).toEqualTypeOf<OrgGraph<'lead' | 'clerk', undefined>>()
    expectTypeOf(toGraph(org, { people: false })).toEqualTypeOf<OrgGraph<'lead' | 'clerk', undefined>>()
    const graph = toGraph(org, { people: true })
    expectTypeOf(graph).toEqualTypeOf<PeopleGraph<'lead' | 'clerk' | 'ada' | 'joe'>>()
    expectTypeOf(graph.getNodeAttribute('lead', 'kind')).toEqualTypeOf<'role' | 'unit' | 'person'>()
  })

  test('are text where holders are names', () => {
    expectTypeOf<PersonIdOf<typeof names>>().toEqualTypeOf<string>()
    expectTypeOf(managersOfPerson(names, 'anybody')).toEqualTypeOf<string[]>()
  })

  test('are covariant, and left out where they do not matter', () => {
    expectTypeOf(org).toExtend<Org>()
    expectTypeOf(org).toExtend<Org<'lead' | 'clerk'>>()
    expectTypeOf<Org<string, string, unknown, 'ada'>>().toExtend<
      Org<string, string, unknown, 'ada' | 'joe'>
    >()
    expectTypeOf<Org<string, string, unknown, 'ada' | 'joe'>>().not.toExtend<
      Org<string, string, unknown, 'ada'>
    >()
  })
})

describe('a typo in the id of a person does not compile', () => {
  test('in a spec', () => {
    // @ts-expect-error 'adda' is not a person
    defineOrg({ roles: { lead: { holders: ['adda'] } }, people: { ada: {} } })
    // @ts-expect-error 'adda' is not a person
    defineOrg({ roles: { lead: { holders: [{ person: 'adda' }] } }, people: { ada: {} } })
    // @ts-expect-error there is no such kind of assignment
    defineOrg({ roles: { lead: { holders: [{ person: 'ada', kind: 'temporary' }] } }, people: { ada: {} } })
    // @ts-expect-error there is no 'percent'
    defineOrg({ roles: { lead: { holders: [{ person: 'ada', percent: 5 }] } }, people: { ada: {} } })
    // @ts-expect-error there is no 'title' of a person
    defineOrg({ roles: { lead: {} }, people: { ada: { title: 'Ms' } } })
  })

  test('in a question', () => {
    // @ts-expect-error 'adda' is not a person
    rolesHeldBy(org, 'adda')
    // @ts-expect-error a role is not a person
    personOf(org, 'lead')
    // @ts-expect-error one of the two
    assignmentsOf(org, { role: 'lead', person: 'ada' })
  })
})
