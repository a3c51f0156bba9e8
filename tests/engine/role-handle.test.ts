import { defineOrg, type Org, type OrgError, isOrgError } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { type OrgState, stateOf } from '../../src/engine/org-state.js'
import { ownHandle, roleHandle, unitRecord } from '../../src/engine/role-handle.js'

const org: Org = defineOrg({
  roles: { ceo: {}, director: { reportsTo: 'ceo' }, analyst: { reportsTo: 'director', unit: 'pmo' } },
  units: { pmo: { head: 'director' }, committee: {} },
})
const state = stateOf(org)

function thrownBy(run: () => unknown): OrgError {
  try {
    run()
  } catch (error) {
    if (isOrgError(error)) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('roleHandle', () => {
  it.each([
    ['ceo', 0],
    ['analyst', 2],
    ['pmo', 1],
  ])('finds the row of %s; a unit stands where its head stands', (id, handle) => {
    expect(roleHandle(state, id)).toBe(handle)
  })

  it('refuses a unit without a head', () => {
    const error = thrownBy(() => roleHandle(state, 'committee'))
    expect(error.code).toBe('UNIT_WITHOUT_HEAD')
    expect(error.details).toEqual({ unit: 'committee' })
    expect(error.message).toBe(
      "The unit 'committee' has no head, so it has no place on the chart. Give the unit a head, or ask about one of its members.",
    )
  })

  it.each([
    [
      'analist',
      'analyst',
      "No role or unit has the id 'analist' in this org of 3 roles; did you mean 'analyst'?",
    ],
    [
      'comittee',
      'committee',
      "No role or unit has the id 'comittee' in this org of 3 roles; did you mean 'committee'?",
    ],
    [
      'gardener',
      undefined,
      "No role or unit has the id 'gardener' in this org of 3 roles. rolesOf(org) lists the ids; find(org, name) looks up names.",
    ],
    ['CEO', 'ceo', "No role or unit has the id 'CEO' in this org of 3 roles; did you mean 'ceo'?"],
  ])('names the nearest id for %s', (id, nearest, message) => {
    const error = thrownBy(() => roleHandle(state, id))
    expect(error.code).toBe('UNKNOWN_ROLE')
    expect(error.details).toEqual({ id, nearest })
    expect(error.message).toBe(message)
  })

  it.each([undefined, null, 0, 1, Number.NaN, {}, ['ceo'], Symbol('ceo'), true])(
    'refuses %s as an id',
    (id) => {
      // What a JavaScript caller may pass.
      const find = roleHandle as (state: OrgState, id: unknown) => number
      expect(thrownBy(() => find(state, id)).code).toBe('UNKNOWN_ROLE')
    },
  )
})

describe('ownHandle', () => {
  it('knows roles only', () => {
    expect(ownHandle(state, 'analyst')).toBe(2)
    const error = thrownBy(() => ownHandle(state, 'pmo'))
    expect(error.code).toBe('UNKNOWN_ROLE')
  })
})

describe('unitRecord', () => {
  it('finds a unit', () => {
    expect(unitRecord(state, 'pmo').head).toBe('director')
  })

  it.each([
    ['pm0', 'pmo', "No unit has the id 'pm0' in this org of 2 units; did you mean 'pmo'?"],
    ['ceo', undefined, "No unit has the id 'ceo' in this org of 2 units"],
  ])('refuses %s', (id, nearest, message) => {
    const error = thrownBy(() => unitRecord(state, id))
    expect(error.code).toBe('UNKNOWN_UNIT')
    expect(error.details).toEqual({ id, nearest })
    expect(error.message).toBe(message)
  })
})
