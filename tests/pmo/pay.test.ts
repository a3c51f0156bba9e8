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
    expect(seed.figures.every(({ roles }) => roles.length === 0)).toBe(true)
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
        ['project-coordinator', 27500, 70],
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
        ['junior-project-manager project-coordinator', 32500],
        ['program-manager', 62000],
        ['portfolio-manager', 60000],
        ['pmo-manager', 52000],
        ['', 82000],
        ['pmo-administrator', 27500],
        ['pmo-administrator', 25000],
      ],
    ],
    ['UK', '2023', 'pay-uk-2023', 2806, [['', 47500]]],
    [
      'US',
      'November 2025',
      'pay-us-2025',
      undefined,
      [
        ['', 135000],
        ['', 109157],
      ],
    ],
    [
      'US and UK',
      '2020',
      'pay-2020',
      32000,
      [
        ['', 116000],
        ['', 83410],
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
    const currency = place === 'UK' ? 'GBP' : 'USD'
    expect(survey?.currency).toBe(currency)
    expect(survey?.figures.map((figure) => [figure.roles.join(' '), figure.amount, figure.sample])).toEqual(
      figures.map(([role, amount, answers]) => [role, amount, answers]),
    )
    for (const { measure } of survey?.figures ?? [])
      expect(measure).toBe(currency === 'GBP' ? 'average' : 'median')
  })

  it('says when the answers were collected, and how many came from a PMO', () => {
    const fielded = paySurveys.flatMap(({ date, fielded }) =>
      fielded === undefined ? [] : [[date, fielded]],
    )
    expect(fielded).toEqual([
      ['2023', 'November–December 2022'],
      ['2021', 'November 2020'],
    ])
    expect(paySurveys.find(({ date }) => date === '2021')?.note).toContain('about 195 respondents')
    expect(paySurveys.find(({ date }) => date === '2020')?.note).toContain(
      'over 32,000 respondents in 42 countries',
    )
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
    ).toEqual([['PMO Officer', 32500, 'UK']])
    expect(
      payOf('project-coordinator').map(({ label, amount, survey }) => [label, amount, survey.date]),
    ).toEqual([
      ['Project Coordinator', 27500, '2021'],
      ['Assistant PM / Coordinator', 32500, '2019'],
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
