import { readFileSync } from 'node:fs'
import {
  checkOrg,
  headcountOf,
  lowestCommonManagerOf,
  managementChainOf,
  noManagerOfFormerPost,
  type Org,
  peopleOf,
  roleOf,
  rolesOf,
  rollUp,
  spansAndLayers,
  structureRules,
  topRolesOf,
  transitiveReportsOf,
} from 'rolegraph'
import { type OrganogramData, parseOrganogram, safeParseOrganogram } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

// All figures were worked out by an independent program over the same files.

const data = (file: string): Uint8Array =>
  readFileSync(new URL(`../data/uk-organogram/${file}.csv`, import.meta.url))

type Organogram = Org<string, string, OrganogramData>

const statuses = (org: Organogram): Record<string, number> => {
  const counts = new Map<string, number>()
  for (const role of rolesOf(org)) {
    const status = roleOf(org, role).data?.status ?? 'none'
    counts.set(status, (counts.get(status) ?? 0) + 1)
  }
  return Object.fromEntries(counts)
}

const juniorFte = (org: Organogram): ReturnType<typeof rollUp> =>
  rollUp(org, (role) => role.data?.juniorFte ?? 0)

describe('the Department of Health, 2011', () => {
  const senior = data('doh-2011-09-30-senior')
  const junior = data('doh-2011-09-30-junior')
  const result = safeParseOrganogram(senior, { junior, cost: 'floor' })
  const org = parseOrganogram(senior, { junior, cost: 'floor' })

  it('has 313 posts in 7 layers under REFPOST', () => {
    const { roles, layers, rolesPerLayer, widestSpan, widest, managers } = spansAndLayers(org)
    expect([roles, layers, managers]).toEqual([313, 7, 82])
    expect(rolesPerLayer).toEqual([1, 2, 17, 102, 177, 12, 2])
    expect([widestSpan, widest]).toEqual([18, ['MD001']])
    expect(topRolesOf(org)).toEqual(['REFPOST'])
  })

  it('has the lines of the file', () => {
    expect(transitiveReportsOf(org, 'PSO001')).toHaveLength(163)
    expect(managementChainOf(org, 'RDD011')).toEqual([
      'RDD009',
      'RDD008',
      'RDD002',
      'CMO001',
      'PSO001',
      'REFPOST',
    ])
    expect(lowestCommonManagerOf(org, ['PSO002', 'HIP027'])).toBe('PSO001')
  })

  it('tells names from words', () => {
    expect(statuses(org)).toEqual({ undisclosed: 217 + 87, vacant: 8, eliminated: 1 })
    expect(roleOf(org, 'CDD016')).toMatchObject({ vacant: true, holders: [], data: { status: 'vacant' } })
    expect(roleOf(org, 'PSO002')).toMatchObject({ vacant: false, holders: [], data: { grade: 'SCS1' } })
    expect(roleOf(org, 'HIP003')).toMatchObject({ vacant: false, holders: [] })
    expect([headcountOf(org), peopleOf(org)]).toEqual([313 - 8 - 1, []])
  })

  it('keeps the eliminated post with a note, and leaves it out if asked', () => {
    expect(result.issues).toMatchObject([
      { code: 'FORMER_POST', severity: 'info', roles: ['MD027'], place: { line: 314, field: 'Name' } },
    ])
    expect(roleOf(org, 'MD027')).toMatchObject({
      reportsTo: 'MD001',
      fte: undefined,
      cost: undefined,
      vacant: true,
    })
    const without = safeParseOrganogram(senior, { leaveOutEliminated: true })
    expect(without.ok && rolesOf(without.org)).toHaveLength(312)
    expect(without.issues).toMatchObject([
      { code: 'FORMER_POST', severity: 'info' },
      {
        code: 'OPTION_APPLIED',
        severity: 'info',
        roles: ['MD027'],
        witness: ['leaveOutEliminated', 'MD027'],
      },
    ])
  })

  it('can be checked against the rule that a former post has no lines', () => {
    const policy = noManagerOfFormerPost<string, string, OrganogramData>({
      isFormer: (role) => role.data?.status === 'eliminated',
    })
    const { issues } = checkOrg(org, { rules: [policy] })
    expect(issues).toMatchObject([{ code: 'FORMER_POST_WITH_MANAGER', roles: ['MD027'], witness: ['MD001'] }])
  })

  it('sums posts and pay', () => {
    expect(rollUp(org, 'fte').total).toBeCloseTo(293.4)
    expect(rollUp(org, 'cost')).toMatchObject({ total: 8_615_000, missing: 313 - 71 })
    expect(juniorFte(org).total).toBeCloseTo(2298.09)
    expect(juniorFte(org).of('PSO001')).toBeCloseTo(1170.92)
    expect(juniorFte(org).of('CMO001')).toBeCloseTo(70.6)
    expect(juniorFte(org).own('CMO001')).toBeCloseTo(13)
    expect(juniorFte(org).of('MD001')).toBeCloseTo(175.2)
  })

  it('has every junior row under its senior post', () => {
    const juniors = rolesOf(org).flatMap((role) => roleOf(org, role).data?.juniors ?? [])
    expect(juniors).toHaveLength(1122)
    expect(roleOf(org, 'FPO009').data?.juniors).toHaveLength(23)
    expect(roleOf(org, 'CMO001').data?.juniors[0]).toMatchObject({
      title: 'Admin Support',
      grade: 'G6',
      fte: 1,
      payMinimum: 57075,
      payMaximum: 75035,
    })
  })

  it('passes the structure rules', () => {
    expect(
      checkOrg(org, { rules: structureRules }).issues.filter(({ severity }) => severity === 'error'),
    ).toEqual([])
  })
})

describe('HM Revenue and Customs, 2011', () => {
  const result = safeParseOrganogram(data('hmrc-2011-03-31-senior'))

  it('is read, with warnings', () => {
    expect(result.ok).toBe(true)
    expect(result.issues.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      [
        'INVALID_ENCODING',
        'warning',
        'The text has 204 replacement characters (U+FFFD): that many characters were lost before it was passed here',
      ],
      ['INVALID_FIELD', 'warning', '304 rows without a name: read as not disclosed, not as vacant'],
    ])
  })

  it('has 346 posts in 5 layers under CE1', () => {
    if (!result.ok) throw new Error('there is an org')
    const { org } = result
    const { roles, layers, rolesPerLayer, widest, widestSpan } = spansAndLayers(org)
    expect([roles, layers, widestSpan]).toEqual([346, 5, 17])
    expect(rolesPerLayer).toEqual([1, 9, 62, 164, 110])
    expect(widest).toEqual(['LBS6'])
    expect(topRolesOf(org)).toEqual(['CE1'])
    expect(managementChainOf(org, 'LBS37')).toEqual(['LBS6', 'LBS1', 'BT1', 'CE1'])
    expect(statuses(org)).toEqual({ undisclosed: 304 + 42 })
    expect(rollUp(org, 'fte').total).toBeCloseTo(343.03)
    expect(rollUp(org, 'fte').missing).toBe(1)
    expect(rollUp(org, 'cost').missing).toBe(346)
  })

  it('needs none of the options: they change nothing', () => {
    const options = { matchLeadingZeros: true, ignoreCase: true, leaveOutEliminated: true }
    expect(safeParseOrganogram(data('hmrc-2011-03-31-senior'), options).issues).toEqual(result.issues)
  })
})

describe('the Crown Prosecution Service, 2013', () => {
  const senior = data('cps-2013-09-30-senior')
  const junior = data('cps-2013-09-30-junior')
  const org = parseOrganogram(senior, { junior, cost: 'floor' })

  it('has 70 posts in 6 layers under CPS-S-001, and three titles with spaces around', () => {
    expect(safeParseOrganogram(senior, { junior }).issues).toMatchObject([
      {
        code: 'TRIMMED_TEXT',
        severity: 'info',
        witness: [31, 34, 38].map((line) => ({ line, field: 'Job Title' })),
      },
    ])
    const { roles, layers, rolesPerLayer, widest, widestSpan } = spansAndLayers(org)
    expect([roles, layers, widestSpan]).toEqual([70, 6, 21])
    expect(rolesPerLayer).toEqual([1, 2, 7, 22, 37, 1])
    expect(widest).toEqual(['CPS-S-027'])
    expect(managementChainOf(org, 'CPS-C-036')).toEqual([
      'CPS-C-033',
      'CPS-C-046',
      'CPS-S-027',
      'CPS-S-003',
      'CPS-S-001',
    ])
  })

  it('sums posts and pay', () => {
    expect(rollUp(org, 'fte').total).toBe(70)
    expect(rollUp(org, 'cost')).toMatchObject({ total: 825_000, missing: 64 })
    expect(juniorFte(org).total).toBeCloseTo(6336.14)
    expect(juniorFte(org).of('CPS-S-027')).toBeCloseTo(6009.16)
    expect(juniorFte(org).own('CPS-S-027')).toBeCloseTo(80.58)
    expect(statuses(org)).toEqual({ undisclosed: 63 + 7 })
  })
})

describe('NHS England, 2013', () => {
  const senior = readFileSync(
    new URL('../../../examples/data/nhs-england-2013-09-30-senior.csv', import.meta.url),
  )
  const org = parseOrganogram(senior, { cost: 'floor' })

  it('has 293 posts in 6 layers, and no issue', () => {
    expect(safeParseOrganogram(senior).issues).toEqual([])
    const { roles, layers, rolesPerLayer, widest, widestSpan } = spansAndLayers(org)
    expect([roles, layers, widestSpan]).toEqual([293, 6, 22])
    expect(rolesPerLayer).toEqual([1, 8, 56, 87, 138, 3])
    expect(widest).toEqual(['12784325'])
    expect(topRolesOf(org)).toEqual(['12790058'])
    expect(managementChainOf(org, '12842091')).toEqual([
      '12840778',
      '22699580',
      '12840729',
      '12783068',
      '12790058',
    ])
    expect(transitiveReportsOf(org, '12784325')).toHaveLength(47)
  })

  it('sums posts and pay', () => {
    expect(rollUp(org, 'fte').total).toBeCloseTo(273.63)
    expect(rollUp(org, 'cost')).toMatchObject({ total: 30_465_000, missing: 44 })
    expect(statuses(org)).toEqual({ undisclosed: 293 })
  })
})
