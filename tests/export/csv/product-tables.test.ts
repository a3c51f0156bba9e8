import fc from 'fast-check'
import { defineOrg, type Org, roleOf, rolesOf } from 'rolegraph'
import { type CsvProductName, toCsv } from 'rolegraph/export'
import { parseOrgDocument, safeParseCsv } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { anyDocument } from '../../support/any-document.js'
import { everythingChart } from '../../support/everything-chart.js'
import { untold } from '../../support/untold.js'

const PRODUCTS: readonly CsvProductName[] = [
  ...(['active-directory', 'adp', 'bamboohr', 'erpnext', 'hibob', 'horilla', 'keka', 'odoo'] as const),
  ...(['orgchart-now', 'organimi', 'pingboard', 'successfactors', 'ukg', 'visio', 'workday'] as const),
]
const WITH_DOTTED = ['orgchart-now', 'organimi', 'successfactors']

const company = defineOrg({
  roles: {
    E1: { title: 'Chief Executive', holders: ['p1'], unit: 'Board' },
    E2: { title: 'Head of Finance', reportsTo: 'E1', holders: ['p2'], unit: 'Finance' },
    '007': { title: '=cmd', reportsTo: 'E2', holders: ['p3'], unit: 'Finance', dottedTo: ['E1'] },
    E4: { title: 'Clerk', reportsTo: 'E2', holders: ['p4'], unit: 'Finance', dottedTo: ['E1', '007'] },
  },
  units: { Board: {}, Finance: {} },
  people: {
    p1: { name: 'Ada Byron', email: 'ada@ex.org' },
    p2: { name: 'Grace Brewster Hopper', email: 'grace@ex.org' },
    p3: { name: 'Cher', email: 'cher@ex.org' },
    p4: { name: "Conan O'Brien", email: 'conan@ex.org' },
  },
})

function readBack(org: Org, product: CsvProductName): Org {
  const { text } = toCsv(org, { product })
  const result = safeParseCsv(text, { mode: 'lenient' })
  const errors = result.issues.filter(({ severity }) => severity === 'error')
  expect(errors).toEqual([])
  if (!result.ok) throw new Error(text)
  return result.org
}

describe.each(PRODUCTS)('the table of %s', (product) => {
  it('comes in again with the same people, titles, units and managers', () => {
    const org = readBack(company, product)
    expect(rolesOf(org)).toEqual(rolesOf(company))
    const names = ['Ada Byron', 'Grace Brewster Hopper', 'Cher', "Conan O'Brien"]
    for (const [index, id] of rolesOf(company).entries()) {
      const { title, unit, reportsTo, dottedTo } = roleOf(company, id)
      const dotted = WITH_DOTTED.includes(product) ? dottedTo : []
      expect(roleOf(org, id)).toMatchObject({
        title,
        unit,
        reportsTo,
        dottedTo: dotted,
        holders: [names[index]],
      })
    }
  })

  it('says so where the people, their terms and the rest are lost', () => {
    const { lost } = toCsv(company, { product })
    expect(lost.filter(({ kind }) => kind !== 'dotted-line')).toEqual([
      { kind: 'org', of: [], field: 'people', why: 'no-place' },
    ])
    expect(lost.length).toBe(WITH_DOTTED.includes(product) ? 1 : 4)
  })

  it.each<[what: string, org: Org]>([['everything', everythingChart]])(
    'tells what it loses: %s',
    (_what, org) => {
      expect(differences(org, product)).toEqual([])
    },
  )

  it('comes in again where the manager is called 0, which stands for no manager elsewhere', () => {
    const org = defineOrg({ roles: { '0': {}, '1': { reportsTo: '0' } } })
    expect(differences(org, product)).toEqual([])
  })

  it('tells what it loses, for random charts', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(differences(parseOrgDocument(JSON.stringify(document)), product)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
})

/** What differs untold. Names and addresses that are no part of a role come back as data, and a person as a name. */
function differences(org: Org, product: CsvProductName): readonly string[] {
  const { lost } = toCsv(org, { product })
  const told = lost.some(({ kind, field }) => kind === 'org' && field === 'people')
  return untold(org, readBack(org, product), lost).filter(
    (difference) =>
      !/^role .* data$/s.test(difference) && !(told && /^(role .* holders|assignment)/s.test(difference)),
  )
}
