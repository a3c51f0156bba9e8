import { type Change, defineOrg, draftOf, type Org, type OrgDraft } from 'rolegraph'
import { draftByHandle } from 'rolegraph/handles'
import { describe, expectTypeOf, it } from 'vitest'

const org = defineOrg({
  roles: { ceo: {}, lead: { reportsTo: 'ceo', unit: 'pmo' }, analyst: { reportsTo: 'lead' } },
  units: { pmo: { head: 'lead' } },
})
type Id = 'ceo' | 'lead' | 'analyst'

describe('the ids of a draft', () => {
  it('are those of the org', () => {
    const draft = draftOf(org)
    expectTypeOf(draft.managerOf('pmo')).toEqualTypeOf<Id | undefined>()
    expectTypeOf(draft.managementChainOf('lead')).toEqualTypeOf<Id[]>()
    // @ts-expect-error The id is misspelt.
    draft.managerOf('analist')
    // @ts-expect-error The id is misspelt.
    draft.setManager('analyst', 'cio')
    // @ts-expect-error A unit is not a role.
    draft.setManager('pmo', 'ceo')
    // @ts-expect-error The id is misspelt.
    draft.apply({ do: 'set-manager', role: 'analist', manager: 'ceo' })
    // @ts-expect-error The unit is misspelt.
    draft.updateRole('analyst', { unit: 'pm' })
  })

  it('grow with what is added', () => {
    const more = draftOf(org).addRole('planner', { reportsTo: 'lead' }).setManager('planner', 'ceo')
    expectTypeOf(more.managerOf('planner')).toEqualTypeOf<Id | 'planner' | undefined>()
    const renamed = more.apply({ do: 'rename-role', role: 'planner', to: 'senior' })
    expectTypeOf(renamed.managerOf('senior')).toEqualTypeOf<Id | 'planner' | 'senior' | undefined>()
    const units = renamed.apply({ do: 'add-unit', unit: 'finance' })
    units.updateRole('senior', { unit: 'finance' })
  })

  it('are strings where the compiler cannot know them', () => {
    const change: Change = JSON.parse('{}') as Change
    expectTypeOf(draftOf(org).apply(change).managerOf('anyone')).toEqualTypeOf<string | undefined>()
    expectTypeOf(draftOf(org).toOrg()).toEqualTypeOf<Org>()
    const text: string = JSON.parse('""') as string
    expectTypeOf(draftOf(org).addRole(text).managerOf(text)).toEqualTypeOf<string | undefined>()
    const draft = draftOf(org)
    if (draft.isRole(text)) expectTypeOf(draft.managerOf(text)).toEqualTypeOf<Id | undefined>()
  })

  it('a draft by handles knows them where it takes and gives ids', () => {
    const byHandle = draftByHandle(draftOf(org))
    expectTypeOf(byHandle.idOf(0)).toEqualTypeOf<Id>()
    expectTypeOf(byHandle.managerOf(byHandle.handleOf('lead'))).toEqualTypeOf<number>()
    // @ts-expect-error An unknown id.
    byHandle.handleOf('analist')
    // @ts-expect-error An id is not a handle.
    byHandle.setManager('lead', 0)
  })

  it('a draft is accepted where one of any ids is read', () => {
    expectTypeOf(draftOf(org)).toExtend<OrgDraft>()
  })
})
