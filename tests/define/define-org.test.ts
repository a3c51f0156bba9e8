import { defineOrg, isOrgError, managementChainOf, managerOf, orgFromRecords, roleOf } from 'rolegraph'
import { describe, expect, it } from 'vitest'

describe('defineOrg', () => {
  it('answers', () => {
    const org = defineOrg({
      roles: {
        ceo: {},
        b: {
          reportsTo: { to: 'ceo', hedge: 'typically' },
          dottedTo: ['c'],
          progressesTo: { to: 'c', years: [4] },
          data: { x: 1 },
        },
        c: { title: 'C', unit: 'u' },
      },
      units: { u: { head: 'c' } },
    })
    expect(managerOf(org, 'b')).toBe('ceo')
    expect(managementChainOf(org, 'b', { lines: 'all' })).toEqual(['ceo', 'c'])
    expect(roleOf(org, 'b')).toMatchObject({ progressesTo: [{ from: 'b', to: 'c', years: [4, Infinity] }] })
    expect(String(org)).toBe('[object Org]')
  })

  it('lists every problem', () => {
    const broken = JSON.parse(
      '{"roles":{"a":{"reportsTo":"b","titel":"x"},"b":{"reportsTo":"a"},"__proto__":{"reportsTo":"q"}}}',
    )
    let caught: unknown
    try {
      defineOrg(broken)
    } catch (error) {
      caught = error
    }
    expect(isOrgError(caught, 'INVALID_ORG')).toBe(true)
    console.log(String(caught))
  })

  it('collects', () => {
    const org = orgFromRecords(
      [
        { id: 'a', m: 'b' },
        { id: 'b', m: 'a' },
        { id: 'b', m: 'z' },
        { id: 'c', m: 'a' },
      ],
      {
        id: 'id',
        manager: 'm',
        onIssue: 'collect',
      },
    )
    expect(managementChainOf(org, 'c')).toEqual(['a', 'b'])
    expect(managementChainOf(org, 'a')).toEqual(['b'])
  })
})
