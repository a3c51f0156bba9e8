// The matchers take the ids of the org that is asked about: each line below an expectation must not compile.
import { type Change, defineOrg, type Org } from 'rolegraph'
import { approvalPolicy, approvalRoute } from 'rolegraph/approval'
import 'rolegraph/vitest'
import { describe, expect, test } from 'vitest'

const org = defineOrg({
  roles: { lead: {}, analyst: { reportsTo: 'lead', progressesTo: 'lead' } },
  units: { pmo: { head: 'lead' } },
})
const imported: Org = org
const staffed = defineOrg({ roles: { lead: { holders: ['ada'] } }, people: { ada: {}, joe: {} } })
const named = defineOrg({ roles: { lead: { holders: ['Ada Lovelace'] } } })

describe('ids are typed', () => {
  test('of roles and units', () => {
    expect(org).toReportTo('analyst', 'lead')
    expect(org).not.toReportUpTo('pmo', 'analyst', { lines: 'all' })
    expect(org).toHaveDirectReports('pmo', ['analyst'])
    expect.soft(org).toBePeers('analyst', 'lead')
    // @ts-expect-error 'analist' is no role
    expect(org).toReportTo('analist', 'lead')
    // @ts-expect-error 'led' is no role
    expect(org).not.toReportTo('analyst', 'led')
    // @ts-expect-error 'analist' is no role
    expect(org).toBePeers('analyst', 'analist')
    // @ts-expect-error 'analist' is no role
    expect(org).toHaveDirectReports('pmo', ['analist'])
    // @ts-expect-error 'pno' is no unit
    expect(org).toHaveSingleTop('pno')
    // @ts-expect-error 'doted' are no lines
    expect(org).toReportTo('analyst', 'lead', { lines: 'doted' })
    // @ts-expect-error there is no option step
    expect(org).toHaveCareerPath('analyst', 'lead', { step: 3 })
    // @ts-expect-error a unit has no career
    expect(org).toProgressTo('analyst', 'pmo')
  })

  test('of people', () => {
    expect(staffed).toHold('ada', 'lead')
    expect(staffed).toBeHeldBy('lead', ['ada', 'joe'])
    expect(staffed).not.toReportToPerson('joe', 'ada', { vacant: 'stop' })
    expect(staffed).toHaveHeadcount(2, 'lead', { planned: 'include' })
    expect(named).toHold('anybody', 'lead')
    // @ts-expect-error 'adda' is no person
    expect(staffed).toHold('adda', 'lead')
    // @ts-expect-error 'joe' is no role
    expect(staffed).toHold('ada', 'joe')
    // @ts-expect-error 'adda' is no person
    expect(staffed).toBeHeldBy('lead', ['adda'])
    // @ts-expect-error 'adda' is no person
    expect(staffed).toReportToPerson('joe', 'adda')
  })

  test('of changes', () => {
    const read: readonly Change[] = []
    expect(imported).toEqualOrg(org)
    expect(imported).toHaveChanged(org)
    expect(imported).not.toHaveChanged(org, read)
    expect(imported).toHaveChanged(org, [
      { do: 'add-role', role: 'planner', spec: { reportsTo: 'lead', unit: 'pmo' } },
      { do: 'set-manager', role: 'analyst', manager: 'planner' },
    ])
    expect(org).toHaveChanged(imported, [{ do: 'remove-role', role: 'anyone' }])
    expect({ org }).toEqual({ org: expect.toEqualOrg(org) })
    // @ts-expect-error 'analist' is no role
    expect(imported).toHaveChanged(org, [{ do: 'remove-role', role: 'analist' }])
    // @ts-expect-error 'pno' is no unit
    expect(imported).not.toHaveChanged(org, [{ do: 'remove-unit', unit: 'pno' }])
    // @ts-expect-error there is no such change
    expect(imported).toHaveChanged(org, [{ do: 'move-role', role: 'analyst' }])
    // @ts-expect-error an org is needed
    expect(imported).toEqualOrg({ roles: {} })
  })

  test('of the route of an approval', () => {
    const policy = approvalPolicy({ rules: [{ by: 'levels', levels: 1 }] })
    const route = approvalRoute(staffed, policy, { requester: { role: 'lead' } })
    expect(route).toBeApprovedBy({ role: 'lead', person: 'ada' })
    expect(route).not.toBeApprovedBy({ person: 'joe', standsInFor: 'ada' })
    expect(route).toHaveApprovalRoute([{ role: 'lead' }, { anyOf: [{ person: 'ada' }], needed: 1 }])
    expect(route).not.toHaveApprovalRoute()
    expect(approvalRoute(imported, policy, { requester: { role: 'anyone' } })).toBeApprovedBy({
      role: 'anybody',
    })
    // @ts-expect-error 'led' is no role
    expect(route).toBeApprovedBy({ role: 'led' })
    // @ts-expect-error 'adda' is no person
    expect(route).toHaveApprovalRoute([{ allOf: [{ person: 'adda' }] }])
    // @ts-expect-error neither a role nor a person
    expect(route).toBeApprovedBy({})
  })

  test('any text where the org is imported', () => {
    expect(imported).toReportTo('anyone', 'anybody')
    expect(imported).toHaveRole('anyone')
  })

  test('as parts of other matchers', () => {
    expect({ org }).toEqual({ org: expect.toHaveRole('lead') })
  })
})
