import { defineOrg, type Org, orgFromRecords, topRolesOf } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { itRefusesBadOptions } from '../support/it-refuses-bad-input.js'
import { office, tangle } from '../support/office.js'
import { thrownBy } from '../support/thrown-by.js'

describe('topRolesOf', () => {
  it('lists the roles that report to nobody along the lines, in input order', () => {
    expect(topRolesOf(office)).toEqual(['ceo', 'chair', 'adviser'])
    expect(topRolesOf(office, { lines: 'solid' })).toEqual(['ceo', 'chair', 'adviser'])
    expect(topRolesOf(office, { lines: 'dotted' })).toEqual([
      'ceo',
      'sponsor',
      'director',
      'coordinator',
      'chair',
    ])
    expect(topRolesOf(office, { lines: 'all' })).toEqual(['ceo', 'chair'])
  })

  it('does not count a role in a cycle as a top, nor one that reports to itself', () => {
    expect(topRolesOf(tangle)).toEqual(['top'])
    expect(topRolesOf(tangle, { lines: 'all' })).toEqual(['top'])
    const round = [
      { id: 'a', boss: 'b' },
      { id: 'b', boss: 'a' },
      { id: 'c', boss: 'c' },
    ]
    expect(topRolesOf(orgFromRecords(round, { id: 'id', manager: 'boss', onIssue: 'collect' }))).toEqual([])
  })

  it('finds none in an org without roles', () => {
    const empty = defineOrg({ roles: {} })
    expect(topRolesOf(empty)).toEqual([])
    expect(topRolesOf(empty, { lines: 'all' })).toEqual([])
  })

  it('lists every role where there are no lines, in input order whatever the ids', () => {
    const org = orgFromRecords([{ id: '9' }, { id: '__proto__' }, { id: '1' }, { id: '' }], { id: 'id' })
    expect(topRolesOf(org)).toEqual(['9', '__proto__', '1', ''])
    expect(topRolesOf(org, { lines: 'dotted' })).toEqual(['9', '__proto__', '1', ''])
  })

  it('gives a fresh array', () => {
    topRolesOf(office).length = 0
    topRolesOf(office, { lines: 'dotted' }).length = 0
    expect(topRolesOf(office)).toHaveLength(3)
    expect(topRolesOf(office, { lines: 'dotted' })).toHaveLength(5)
  })

  it('refuses anything but an org', () => {
    expect(thrownBy(() => topRolesOf({} as Org)).code).toBe('NOT_AN_ORG')
  })

  itRefusesBadOptions((options) => topRolesOf(office, options))
})
