import { payOf, paySurveys, type PmoRoleId, pmoRoles, sources } from 'rolegraph/pmo'
import { describe, expect, it } from 'vitest'

describe('pay', () => {
  it('has the five figures of the seed document, its sample and its place', () => {
    const [seed] = paySurveys
    expect(seed).toMatchObject({
      place: 'London',
      sample: 112,
      survey: 'Glassdoor',
      date: 'undated',
      currency: 'GBP',
      sources: ['seed'],
    })
    expect(seed.figures.map(({ label, what, measure, amount }) => [label, what, measure, amount])).toEqual([
      ['PMO', 'pay', 'average', 51638],
      ['PMO', 'additional cash', 'average', 3485],
      ['PMO', 'additional cash', 'range', [1366, 8893]],
    ])
    expect(seed.figures.every(({ role }) => role === undefined)).toBe(true)
  })

  it.each<[string, string, string, number | undefined, readonly (readonly [string, number, number?])[]]>([
    [
      'UK',
      '2021',
      'pay-uk-2021',
      2626,
      [
        ['pmo-director', 82500],
        ['pmo-manager', 55000, 53],
        ['pmo-coordinator', 32500, 35],
        ['pmo-administrator', 30000],
        ['pmo-coordinator', 27500, 70],
      ],
    ],
    [
      'UK',
      '2019',
      'pay-uk-2019',
      undefined,
      [
        ['senior-project-manager', 57000],
        ['project-manager', 47500],
        ['project-coordinator', 32500],
        ['program-manager', 62000],
        ['portfolio-manager', 60000],
      ],
    ],
    [
      'US',
      '2018',
      'pay-us-2018-el pay-us-2018-tr',
      undefined,
      [
        ['pmo-director', 140000],
        ['portfolio-manager', 134000],
        ['program-manager', 121650],
        ['junior-project-manager', 87472],
      ],
    ],
  ])('%s %s', (place, date, codes, sample, figures) => {
    const survey = paySurveys.find((known) => known.place === place && known.date === date)
    expect(survey?.sources.join(' ')).toBe(codes)
    expect(survey?.sample).toBe(sample)
    expect(survey?.currency).toBe(place === 'US' ? 'USD' : 'GBP')
    expect(survey?.figures.map((figure) => [figure.role, figure.amount, figure.sample])).toEqual(
      figures.map(([role, amount, answers]) => [role, amount, answers]),
    )
    for (const { measure } of survey?.figures ?? [])
      expect(measure).toBe(place === 'US' ? 'median' : 'unstated')
  })

  it('cites pages that name the surveys', () => {
    expect(sources['pay-uk-2021'].where).toContain('pmolearning.co.uk')
    expect(sources['pay-uk-2019'].where).toContain('wellingtone.co.uk')
    expect(sources['pay-us-2018-el'].where).toBe('efficientlearning.com')
    expect(sources['pay-us-2018-tr'].where).toBe('techrepublic.com')
  })

  it('gives the figures of a role with their survey', () => {
    expect(
      payOf('pmo-coordinator').map(({ label, amount, survey }) => [label, amount, survey.place]),
    ).toEqual([
      ['PMO Officer', 32500, 'UK'],
      ['PMO Coordinator', 27500, 'UK'],
    ])
    expect(payOf('sponsor')).toEqual([])
  })

  it('rejects an unknown role', () => {
    for (const role of ['__proto__', 'pmo-directer', null, 7]) {
      expect(() => payOf(role as PmoRoleId)).toThrow(expect.objectContaining({ code: 'UNKNOWN_ROLE' }))
    }
    expect(() => payOf('pmo-directer' as PmoRoleId)).toThrow(/did you mean 'pmo-director'\?$/)
  })

  it('is not a grade: a portfolio manager ranks above a program manager and is not paid more everywhere', () => {
    const uk = (role: PmoRoleId): unknown => payOf(role).find(({ survey }) => survey.date === '2019')?.amount
    expect(uk('program-manager')).toBeGreaterThan(Number(uk('portfolio-manager')))
    expect(pmoRoles['portfolio-manager'].grade).toBeGreaterThan(pmoRoles['program-manager'].grade ?? Infinity)
  })

  it('cannot be changed', () => {
    for (const survey of paySurveys) {
      expect(Object.isFrozen(survey.figures) && survey.figures.every(Object.isFrozen)).toBe(true)
    }
  })
})
