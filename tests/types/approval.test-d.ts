// Every place of an approval policy where an id can be misspelt: the line after each expectation must not compile.
import { defineOrg } from 'rolegraph'
import {
  type ApprovalPolicy,
  approvalPolicy,
  benchOf,
  type Successor,
  successionRisks,
} from 'rolegraph/approval'
import { describe, expectTypeOf, test } from 'vitest'

const org = defineOrg({
  roles: {
    cfo: { holders: ['ada'], unit: 'finance' },
    buyer: { reportsTo: 'cfo', holders: ['joe'], progressesTo: 'cfo' },
  },
  units: { finance: { head: 'cfo' } },
  people: { ada: {}, joe: {} },
})
type Office = typeof org

describe('an approval policy', () => {
  test('has the ids of the org', () => {
    const policy = approvalPolicy<Office>({ limits: [{ role: 'cfo', upTo: null }], rules: [{ by: 'chain' }] })
    expectTypeOf(policy).toEqualTypeOf<ApprovalPolicy<'cfo' | 'buyer', 'finance', 'ada' | 'joe'>>()
  })

  test('does not compile with a misspelt id, at its key', () => {
    approvalPolicy<Office>({
      limits: [
        // @ts-expect-error 'cfoo' is not a role
        { role: 'cfoo', upTo: 1 },
        // @ts-expect-error 'finanse' is not a unit
        { unit: 'finanse', upTo: 1 },
        // @ts-expect-error 'adda' is not a person
        { person: 'adda', upTo: 1 },
        // @ts-expect-error a role is not a person
        { person: 'cfo', upTo: 1 },
      ],
      rules: [
        // @ts-expect-error 'cfoo' is not a role
        { by: 'role', role: 'cfoo' },
        // @ts-expect-error 'cfoo' is not a role
        { kind: 'order', by: 'any', of: ['cfo', 'cfoo'] },
        // @ts-expect-error there is no rule of this name
        { kind: 'hire', by: 'chian' },
      ],
      absences: [
        // @ts-expect-error 'adda' is not a person
        { person: 'adda' },
      ],
      delegations: [
        // @ts-expect-error 'jo' is not a person
        { person: 'ada', delegate: 'jo', limit: 'own' },
        // @ts-expect-error 'adda' is not a person
        { person: 'adda', delegate: 'joe', limit: 'own' },
      ],
      // @ts-expect-error 'cfoo' is not a role
      fallback: { role: 'cfoo' },
    })
  })
})

describe('a bench', () => {
  test('has the ids of the org', () => {
    expectTypeOf(benchOf(org, 'cfo')).toEqualTypeOf<Successor<'cfo' | 'buyer', 'ada' | 'joe'>[]>()
  })

  test('does not compile with a misspelt id', () => {
    // @ts-expect-error 'cfoo' is not a role
    benchOf(org, 'cfoo')
    // @ts-expect-error 'cfoo' is not a role
    benchOf(org, 'cfo', { avoid: ['cfoo'] })
    // @ts-expect-error 'cfoo' is not a role
    successionRisks(org, { roles: ['cfoo'] })
  })
})
