import { servicesFrom, servicesTo } from 'rolegraph'
import { type Authority, pmoOrg, pmoServices } from 'rolegraph/pmo'
import { describe, expect, it } from 'vitest'

// Name: supportive, controlling, directive; typed from the fact sheet.
const SHEET: readonly (readonly [string, string, string, string])[] = [
  ['templates', 'optional', 'mandated items', 'mandatory'],
  ['best practices', 'optional', 'mandated items', 'mandatory'],
  ['training', 'optional', 'mandated items', 'mandatory'],
  ['lessons learned', 'offered', 'offered', 'offered'],
  ['coaching', 'yes', 'yes', 'yes'],
  ['shared documentation', 'yes', 'yes', 'yes'],
  ['communication', 'yes', 'yes', 'yes'],
  ['resource allocation and management', 'sometimes', 'sometimes', 'yes'],
  ['audits', 'no', 'yes', 'yes'],
  ['governance reviews', 'no', 'yes', 'yes'],
  ['assignment of project managers', 'no', 'no', 'yes'],
  ['KPIs', 'no', 'no', 'yes'],
  ['holding to account', 'no', 'no', 'yes'],
]
const COLUMNS: readonly (readonly [Authority, 1 | 2 | 3])[] = [
  ['supportive', 1],
  ['controlling', 2],
  ['directive', 3],
]

describe.each(COLUMNS)('the services of a %s office', (authority, column) => {
  it('are those of the sheet, including the absent ones', () => {
    const provisions = pmoServices(authority).map(({ name, provision }) => [name, provision])
    expect(provisions).toEqual(SHEET.map((row) => [row[0], row[column]]))
  })

  it('are on the chart, without the absent ones', () => {
    const org = pmoOrg({ authority })
    const given = SHEET.filter((row) => row[column] !== 'no')
    expect(servicesTo(org, 'project-manager').map(({ name }) => name)).toEqual(given.map(([name]) => name))
    expect(servicesFrom(org, 'pmo')).toEqual(servicesTo(org, 'project-manager'))
    for (const [index, service] of servicesFrom(org, 'pmo').entries()) {
      expect(service.note?.split(';')[0]).toBe(given[index][column])
    }
  })
})

describe('the evidence of the services', () => {
  const sourcesBy = (authority: Authority): Record<string, string> =>
    Object.fromEntries(pmoServices(authority).map(({ name, sources }) => [name, sources.join(' ')]))

  it.each([
    ['templates', 'seed B5 T2', 'seed B5 T2', 'seed B5 T2'],
    ['lessons learned', 'B5', 'general', 'general'],
    ['coaching', 'B6 general', 'B6 general', 'B6 general'],
    ['resource allocation and management', 'seed B6', 'seed B6', 'seed B6'],
    ['audits', 'B6 T1 general', 'B6 T1 general', 'B6 T1 general'],
    ['KPIs', 'general', 'general', 'seed T3'],
  ])('%s', (name, ...sources) => {
    expect(COLUMNS.map(([authority]) => sourcesBy(authority)[name])).toEqual(sources)
  })

  it('keeps "in some cases"', () => {
    const hedges = COLUMNS.map(([authority]) => {
      return pmoServices(authority).find(({ name }) => name.startsWith('resource'))?.hedge
    })
    expect(hedges).toEqual(['sometimes', 'sometimes', undefined])
    const hedged = servicesFrom(pmoOrg({ authority: 'supportive' }), 'pmo').filter(
      ({ hedge }) => hedge !== undefined,
    )
    expect(hedged).toEqual([
      {
        from: 'pmo',
        to: 'project-manager',
        name: 'resource allocation and management',
        sources: ['seed', 'B6'],
        hedge: 'sometimes',
        note: 'sometimes; in some cases',
      },
    ])
  })

  it('come from a centre of excellence if there is one', () => {
    const org = pmoOrg({ authority: 'supportive', scope: 'centre-of-excellence' })
    expect(servicesFrom(org, 'pmo')).toEqual([])
    expect(servicesFrom(org, 'centre-of-excellence')).toHaveLength(8)
  })

  it('rejects anything but an authority', () => {
    for (const authority of ['lenient', undefined, { toString: () => 'directive' }]) {
      // @ts-expect-error a mistake that plain JavaScript allows
      expect(() => pmoServices(authority)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }))
    }
  })
})
