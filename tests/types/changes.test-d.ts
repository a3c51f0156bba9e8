import {
  type Change,
  changeOrg,
  defineOrg,
  diffOrgs,
  invertChanges,
  isAbove,
  managerOf,
  membersOf,
  type Org,
  peopleOf,
  personOf,
  rolesHeldBy,
  rolesOf,
  type UnitIdOf,
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

  it('follow added and removed people, and what the changes do with them', () => {
    const staffed = defineOrg({
      roles: { lead: { holders: ['ada'] }, analyst: { reportsTo: 'lead' } },
      people: { ada: {}, joe: {} },
    })
    const { org: changed } = changeOrg(staffed, [
      { do: 'add-person', person: 'may', spec: { name: 'May Day' } },
      { do: 'assign', role: 'analyst', holder: { person: 'may', share: 0.5 } },
      { do: 'remove-person', person: 'ada', references: { to: 'may' } },
      { do: 'reorder', person: 'may', before: 'joe' },
    ])
    expectTypeOf(peopleOf(changed)).toEqualTypeOf<('joe' | 'may')[]>()
    expectTypeOf(rolesHeldBy(changed, 'may')).toEqualTypeOf<('lead' | 'analyst')[]>()
    // @ts-expect-error The person is removed.
    personOf(changed, 'ada')
    // @ts-expect-error The person is misspelt.
    expectTypeOf(changeOrg(staffed, [{ do: 'remove-person', person: 'adda' }])).toBeObject()
    // @ts-expect-error The person is misspelt.
    expectTypeOf(changeOrg(staffed, [{ do: 'assign', role: 'lead', holder: 'jo' }])).toBeObject()
    // @ts-expect-error The person is misspelt.
    expectTypeOf(changeOrg(staffed, [{ do: 'unassign', role: 'lead', person: 'jo' }])).toBeObject()
  })

  it('are any names once people are kept by their names only, and ids once they are listed', () => {
    const staffed = defineOrg({ roles: { lead: { holders: ['ada'] } }, people: { ada: {} } })
    const { org: named } = changeOrg(staffed, [
      { do: 'unlist-people' },
      { do: 'assign', role: 'lead', holder: 'Joe Bloggs' },
    ])
    expectTypeOf(peopleOf(named)).toEqualTypeOf<string[]>()
    const { org: listed } = changeOrg(named, [{ do: 'list-people' }, { do: 'add-person', person: 'may' }])
    expectTypeOf(peopleOf(listed)).toEqualTypeOf<string[]>()
    expectTypeOf(managerOf(listed, 'lead')).toEqualTypeOf<'lead' | undefined>()
  })

  it('of roles that are added or renamed are known to the changes after them', () => {
    const { org: changed } = changeOrg(org, [
      { do: 'add-unit', unit: 'finance', spec: { partOf: 'pmo' } },
      { do: 'add-role', role: 'buyer', spec: { reportsTo: 'ceo', unit: 'finance' } },
      { do: 'rename-role', role: 'lead', to: 'head' },
      { do: 'set-manager', role: 'buyer', manager: 'head', before: 'analyst' },
      { do: 'add-dotted-line', role: 'analyst', manager: { to: 'buyer', as: 'project' } },
      { do: 'add-move', role: 'analyst', move: { to: 'buyer', years: [1, 2] } },
      { do: 'update-unit', unit: 'finance', set: { head: 'buyer' } },
      { do: 'add-service', service: { from: 'finance', to: 'head', name: 'budgets' } },
      { do: 'remove-unit', unit: 'pmo', references: { to: 'finance' } },
    ])
    expectTypeOf(rolesOf(changed)).toEqualTypeOf<('ceo' | 'analyst' | 'buyer' | 'head')[]>()
    expectTypeOf<UnitIdOf<typeof changed>>().toEqualTypeOf<'finance'>()
    // @ts-expect-error The role has another id.
    managerOf(changed, 'lead')
    // @ts-expect-error The unit is removed.
    membersOf(changed, 'pmo')
  })

  it('stay the same where changes add and remove nothing', () => {
    const { org: changed } = changeOrg(org, [
      { do: 'update-role', role: 'lead', set: { title: 'Lead' } },
      { do: 'set-manager', role: 'analyst', manager: null },
      { do: 'reorder', unit: 'pmo', before: null },
      { do: 'remove-move', role: 'lead', to: 'ceo' },
      { do: 'update-move', role: 'lead', to: 'ceo', set: { years: null } },
      { do: 'remove-dotted-line', role: 'lead', manager: 'ceo' },
      { do: 'remove-service', service: { from: 'pmo', to: 'ceo', name: 'advice' } },
    ])
    expectTypeOf(rolesOf(changed)).toEqualTypeOf<('ceo' | 'lead' | 'analyst')[]>()
    expectTypeOf<UnitIdOf<typeof changed>>().toEqualTypeOf<'pmo'>()
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
    // @ts-expect-error The id is misspelt.
    expectTypeOf(changeOrg(org, [{ do: 'remove-role', role: 'analist' }])).toBeObject()
    // @ts-expect-error The id is misspelt.
    expectTypeOf(changeOrg(org, [{ do: 'rename-role', role: 'analist', to: 'planner' }])).toBeObject()
    // @ts-expect-error The id is misspelt.
    expectTypeOf(changeOrg(org, [{ do: 'remove-unit', unit: 'pno' }])).toBeObject()
    // @ts-expect-error The id is misspelt.
    expectTypeOf(changeOrg(org, [{ do: 'add-role', role: 'x', spec: { unit: 'pno' } }])).toBeObject()
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
