import { certifications, eligibilityFor, findCertification, pmoRoles } from 'rolegraph/pmo'
import { describe, expect, it } from 'vitest'

describe('certifications', () => {
  it('have the entry requirements', () => {
    expect(certifications.CAPM.entry).toEqual([{ education: 'secondary degree', trainingHours: 23 }])
    const months = (amount: number) => [{ amount, unit: 'months', withinYears: 8 }]
    const training = { trainingHours: 35, orInsteadOfTraining: ['CAPM'] }
    expect(certifications.PMP.entry).toEqual([
      { education: 'degree', experience: months(36), ...training },
      { education: 'no degree', experience: months(60), ...training },
      { education: 'GAC degree', experience: months(24), ...training },
    ])
    const project = { amount: 48, unit: 'months', of: 'project', orHolds: ['PMP'] }
    expect(certifications.PgMP.entry).toEqual([
      { education: 'degree', experience: [project, { amount: 48, unit: 'months', of: 'program' }] },
      { education: 'secondary degree', experience: [project, { amount: 84, unit: 'months', of: 'program' }] },
    ])
    const business = { amount: 96, unit: 'months', of: 'business' }
    expect(certifications.PfMP.entry).toEqual([
      { education: 'degree', experience: [business, { amount: 48, unit: 'months', of: 'portfolio' }] },
      {
        education: 'secondary degree',
        experience: [business, { amount: 84, unit: 'months', of: 'portfolio' }],
      },
    ])
    expect(certifications['PMI-PMOCP'].entry).toEqual([
      { education: 'secondary degree', experience: [{ amount: 3, unit: 'years' }], trainingHours: 10 },
      { education: 'secondary degree', holds: ['PMP'], trainingHours: 10 },
    ])
  })

  it('have the dates from which they hold', () => {
    expect(certifications['PMI-PMOCP']).toMatchObject({
      title: 'PMI Project Management Office Certified Professional',
      since: '2025-02-04',
      predecessor: 'PMO-CP',
    })
    expect(certifications.MSP).toMatchObject({ title: 'PRINCE2 Programme Management', since: '2024' })
    expect(certifications.PMP.changes).toMatchObject([{ from: '2026-07-09', what: 'a new exam' }])
    expect(certifications.PMP.changes?.[0].disputed).toContain('disagree')
  })

  it('have their sources', () => {
    const cited = Object.values(certifications).map(({ id, sources }) => `${id}: ${sources.join(' ')}`)
    expect(cited).toEqual([
      'CAPM: general',
      'PMP: PI TY EI',
      'PgMP: PI',
      'PfMP: PI',
      'PMI-PMOCP: PI',
      'P3O: TK',
      'P3O-F: TK',
      'P3O-P: TK',
      'PRINCE2-F: general',
      'PRINCE2-P: general',
      'MSP: TK',
      'MoP: general',
    ])
  })

  it('exist for every role that requires one', () => {
    for (const role of Object.values(pmoRoles)) {
      for (const id of role.certifications) expect(certifications[id].id).toBe(id)
    }
  })

  it.each([
    ['P3O', 'P3O'],
    ['p3o foundation', 'P3O-F'],
    ['MSP', 'MSP'],
    ['Managing Successful Programmes', 'MSP'],
    [' pmp ', 'PMP'],
    ['Portfolio Management Professional', 'PfMP'],
    ['PRINCE2 Portfolio Management', 'MoP'],
    ['Management of Portfolios', 'MoP'],
    // The predecessor is a different certification.
    ['PMO-CP', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])('%s is found as %s', (name, id) => {
    expect(findCertification(name)?.id).toBe(id)
  })

  it.each([
    ['P3O', 'PRINCE2 Portfolio, Programme and Project Offices', 'Portfolio, Programme and Project Offices'],
    ['MSP', 'PRINCE2 Programme Management', 'Managing Successful Programmes'],
    ['MoP', 'PRINCE2 Portfolio Management', 'Management of Portfolios'],
  ] as const)('keep the former names of %s', (id, title, former) => {
    expect(certifications[id].title).toBe(title)
    expect(certifications[id].formerNames).toEqual([id, former])
    expect(certifications[id].aliases).toEqual([id, former])
  })

  it('reject anything but text', () => {
    // @ts-expect-error a mistake that plain JavaScript allows
    expect(() => findCertification(7)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }))
  })
})

describe('eligibilityFor', () => {
  it('answers with the date of its source', () => {
    const pmp = eligibilityFor('pmp')
    expect(pmp).toMatchObject({ asOf: '2026-11', routes: certifications.PMP.entry })
    expect(pmp?.sources.map(({ code }) => code)).toEqual(['PI', 'TY', 'EI'])
    expect(pmp?.text).toBe(
      'PMP (Project Management Professional) requires, as of 2026-11: ' +
        'a degree, 36 months of experience within the last 8 years and 35 hours of training (or the CAPM); ' +
        'or without a degree, 60 months of experience within the last 8 years and 35 hours of training (or the CAPM); ' +
        'or a GAC degree, 24 months of experience within the last 8 years and 35 hours of training (or the CAPM). ' +
        'From 2026-07-09 there is a new exam; the pages disagree on whether eligibility changes with it.',
    )
  })

  it('says where there is no date, no requirement and no such certification', () => {
    expect(eligibilityFor('CAPM')).not.toHaveProperty('asOf')
    expect(eligibilityFor('CAPM')?.text).toContain(
      'by general knowledge: a secondary degree and 23 hours of training',
    )
    expect(eligibilityFor('PMI-PMOCP')?.text).toContain(
      'a secondary degree, the PMP and 10 hours of training',
    )
    expect(eligibilityFor('PgMP')?.text).toContain('48 months of project experience (or the PMP)')
    expect(eligibilityFor('MSP')?.text).toBe(
      'The model has no entry requirements for MSP (PRINCE2 Programme Management).',
    )
    expect(eligibilityFor('PMO-CP')).toBeUndefined()
  })
})
