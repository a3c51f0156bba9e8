import { readFileSync } from 'node:fs'
import {
  checkOrg,
  directReportsOf,
  lowestCommonManagerOf,
  managementChainOf,
  roleOf,
  rolesOf,
  spansAndLayers,
  topRolesOf,
} from 'rolegraph'
import { parseCsv, safeParseCsv } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

// The figures were worked out by an independent program over the same file.
describe('the employees of AdventureWorks', () => {
  const file = readFileSync(new URL('../data/adventureworks/employees.csv', import.meta.url))
  const options = { columns: { id: 'BusinessEntityID' } }
  const org = parseCsv(file, options)

  it('are read without an issue', () => {
    expect(safeParseCsv(file, options).issues).toEqual([])
    expect(checkOrg(org).ok).toBe(true)
  })

  it('are 290 people in 5 layers under one top', () => {
    expect(rolesOf(org)).toHaveLength(290)
    expect(spansAndLayers(org).layers).toBe(5)
    expect(topRolesOf(org)).toEqual(['1'])
  })

  it('have the managers of the file', () => {
    expect(lowestCommonManagerOf(org, ['8', '12'])).toBe('3')
    expect(directReportsOf(org, '26')).toHaveLength(22)
    expect(managementChainOf(org, '8')).toEqual(['7', '3', '2', '1'])
    expect(managementChainOf(org, '12')).toEqual(['11', '3', '2', '1'])
    expect(managementChainOf(org, '290')).toEqual(['287', '273', '1'])
  })

  it('keep the columns that no part is read from', () => {
    expect(roleOf(org, '3')).toMatchObject({
      title: 'Engineering Manager',
      data: {
        LoginID: 'adventure-works\\roberto0',
        OrganizationNodeHex: '5AC0',
        OrganizationLevel: '2',
        OrganizationPath: '/1/1/',
        HireDate: '2007-11-11',
        CurrentFlag: '1',
      },
    })
  })
})
