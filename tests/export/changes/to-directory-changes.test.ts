import { defineOrg, isOrgError } from 'rolegraph'
import { toGraphBatches, toScimPatches } from 'rolegraph/export'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../../support/thrown-by.js'

const org = defineOrg({
  roles: {
    a: { title: 'A' },
    b: { reportsTo: 'a' },
    c: { reportsTo: 'b', unit: 'u' },
    'd/1': { reportsTo: 'b' },
  },
  units: { u: {}, v: {} },
})
const changes = [
  { do: 'set-manager', role: 'c', manager: { to: 'a', as: 'assistant' } },
  { do: 'update-role', role: 'c', set: { unit: 'v', title: null, cost: 7 } },
  { do: 'remove-role', role: 'b', reports: 'lift' },
  { do: 'add-unit', unit: 'w' },
  { do: 'update-role', role: 'a', set: { title: 'Head' } },
] as const
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

describe('changes as requests of SCIM', () => {
  it('are one PATCH for each user, with what the changes come to', () => {
    const { requests, leftOut } = toScimPatches(org, changes, { user: (role) => `u-${role}` })
    expect(requests.map(({ path, body }) => [path, body.Operations])).toEqual([
      [
        '/Users/u-c',
        [
          { op: 'replace', path: `${ENTERPRISE}:manager`, value: { value: 'u-a' } },
          { op: 'replace', path: `${ENTERPRISE}:department`, value: 'v' },
        ],
      ],
      ['/Users/u-d%2F1', [{ op: 'replace', path: `${ENTERPRISE}:manager`, value: { value: 'u-a' } }]],
      ['/Users/u-a', [{ op: 'replace', path: 'title', value: 'Head' }]],
    ])
    expect(leftOut.map(({ change, fields }) => [change.do, fields])).toEqual(
      expect.arrayContaining([
        ['remove-role', undefined],
        ['add-unit', undefined],
        ['update-role', ['cost']],
      ]),
    )
  })

  it('remove a manager', () => {
    const { requests } = toScimPatches(org, [{ do: 'set-manager', role: 'b', manager: null }])
    expect(requests[0]?.body.Operations).toEqual([{ op: 'remove', path: `${ENTERPRISE}:manager` }])
  })
})

describe('changes as batches of Microsoft Graph', () => {
  it('have a request for each manager and for the rest of each user', () => {
    const { batches } = toGraphBatches(org, changes)
    expect(batches).toEqual([
      {
        requests: [
          {
            id: '1',
            method: 'PUT',
            url: '/users/c/manager/$ref',
            headers: JSON_BODY,
            body: { '@odata.id': `${USERS}/a` },
          },
          { id: '2', method: 'PATCH', url: '/users/c', headers: JSON_BODY, body: { department: 'v' } },
          {
            id: '3',
            method: 'PUT',
            url: '/users/d%2F1/manager/$ref',
            headers: JSON_BODY,
            body: { '@odata.id': `${USERS}/a` },
          },
          { id: '4', method: 'PATCH', url: '/users/a', headers: JSON_BODY, body: { jobTitle: 'Head' } },
        ],
      },
    ])
    const one = toGraphBatches(org, [{ do: 'set-manager', role: 'b', manager: null }])
    expect(one.batches[0]?.requests).toEqual([{ id: '1', method: 'DELETE', url: '/users/b/manager/$ref' }])
  })

  it('have 20 requests each', () => {
    const roles = Object.fromEntries(Array.from({ length: 45 }, (_, index) => [`r${String(index)}`, {}]))
    const all = Object.keys(roles)
      .slice(1)
      .map((role) => ({ do: 'set-manager', role, manager: 'r0' }) as const)
    const { batches } = toGraphBatches(defineOrg({ roles }), all)
    expect(batches.map(({ requests }) => requests.length)).toEqual([20, 20, 4])
    expect(batches[2]?.requests.map(({ id }) => id)).toEqual(['1', '2', '3', '4'])
  })

  it('refuse wrong arguments', () => {
    for (const to of [toScimPatches, toGraphBatches]) {
      expect(
        isOrgError(
          thrownBy(() => to(org, {} as never)),
          'INVALID_ARGUMENT',
        ),
      ).toBe(true)
      expect(
        isOrgError(
          thrownBy(() => to(org, [], { user: 'id' as never })),
          'INVALID_OPTION',
        ),
      ).toBe(true)
      expect(
        isOrgError(
          thrownBy(() => to({} as never, [])),
          'NOT_AN_ORG',
        ),
      ).toBe(true)
    }
  })
})

const JSON_BODY = { 'Content-Type': 'application/json' }
const USERS = 'https://graph.microsoft.com/v1.0/users'
