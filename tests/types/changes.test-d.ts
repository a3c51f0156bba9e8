import {
  type Change,
  changeOrg,
  defineOrg,
  diffOrgs,
  invertChanges,
  isAbove,
  managerOf,
  type Org,
} from 'rolegraph'
import { describe, expectTypeOf, it } from 'vitest'

const org = defineOrg({
  roles: { ceo: {}, lead: { reportsTo: 'ceo', unit: 'pmo' }, analyst: { reportsTo: 'lead' } },
  units: { pmo: { head: 'lead' } },
})

describe('the ids of changeOrg', () => {
  it('follow added, renamed and removed roles of a literal list', () => {
    const { org: changed } = changeOrg(org, [
      { do: 'add-role', role: 'planner', spec: { reportsTo: 'lead' } },
      { do: 'remove-role', role: 'analyst' },
      { do: 'rename-role', role: 'ceo', to: 'cpo' },
    ])
    expectTypeOf(changed).toExtend<Org<'cpo' | 'lead' | 'planner', 'pmo'>>()
    expectTypeOf(managerOf(changed, 'planner')).toEqualTypeOf<'cpo' | 'lead' | 'planner' | undefined>()
    // @ts-expect-error The role is removed.
    managerOf(changed, 'analyst')
  })

  it('keep a role that is removed and added again', () => {
    const { org: changed } = changeOrg(org, [
      { do: 'remove-role', role: 'analyst' },
      { do: 'add-role', role: 'analyst', spec: { reportsTo: 'ceo' } },
    ])
    expectTypeOf(changed).toExtend<Org<'ceo' | 'lead' | 'analyst'>>()
  })

  it('follow added and removed units', () => {
    const { org: changed } = changeOrg(org, [
      { do: 'add-unit', unit: 'finance' },
      { do: 'remove-unit', unit: 'pmo', references: { to: 'finance' } },
    ])
    expectTypeOf(changed).toExtend<Org<'ceo' | 'lead' | 'analyst', 'finance'>>()
  })

  it('are strings where the compiler cannot know them', () => {
    const changes: readonly Change[] = []
    expectTypeOf(changeOrg(org, changes).org).toExtend<Org>()
    expectTypeOf(managerOf(changeOrg(org, changes).org, 'anything')).toEqualTypeOf<string | undefined>()
    const { org: without } = changeOrg(org, [{ do: 'remove-role', role: 'lead', reports: 'remove' }])
    expectTypeOf(managerOf(without, 'ceo')).toEqualTypeOf<string | undefined>()
  })

  it('are checked in the changes', () => {
    // @ts-expect-error The id is misspelt.
    expectTypeOf(changeOrg(org, [{ do: 'set-manager', role: 'analist', manager: 'ceo' }])).toBeObject()
    // @ts-expect-error The id is misspelt.
    expectTypeOf(changeOrg(org, [{ do: 'set-manager', role: 'analyst', manager: 'cio' }])).toBeObject()
    // @ts-expect-error There is no such change.
    expectTypeOf(changeOrg(org, [{ do: 'move-role', role: 'analyst' }])).toBeObject()
  })
})

it('a diff keeps the types of its orgs', () => {
  const { org: changed } = changeOrg(org, [{ do: 'set-manager', role: 'analyst', manager: 'ceo' }])
  const diff = diffOrgs(org, changed)
  expectTypeOf(isAbove(diff.before, 'ceo', 'lead')).toBeBoolean()
  expectTypeOf(diff.changes).toEqualTypeOf<readonly Change[]>()
  expectTypeOf(invertChanges(org, diff.changes)).toEqualTypeOf<Change[]>()
})
