import { certifications, findCertification, pmoRoles } from 'rolegraph/pmo'
import { describe, expect, it } from 'vitest'

describe('certifications', () => {
  it('have the entry requirements', () => {
    expect(certifications.CAPM.entry).toEqual([{ education: 'secondary degree', trainingHours: 23 }])
    expect(certifications.PMP.entry).toEqual([
      { education: 'degree', experience: [{ amount: 36, unit: 'months' }], trainingHours: 35 },
      { education: 'no degree', experience: [{ amount: 60, unit: 'months' }], trainingHours: 35 },
    ])
    expect(certifications.PgMP.entry).toEqual([
      {
        education: 'degree',
        experience: [
          { amount: 48, unit: 'months', of: 'project' },
          { amount: 48, unit: 'months', of: 'program' },
        ],
      },
    ])
    expect(certifications.PfMP.entry).toEqual([
      {
        education: 'degree',
        experience: [
          { amount: 96, unit: 'months', of: 'business' },
          { amount: 48, unit: 'months', of: 'portfolio' },
        ],
      },
    ])
    expect(certifications['PMI-PMOCP'].entry).toEqual([
      { experience: [{ amount: 3, unit: 'years' }], trainingHours: 10 },
      { holds: ['PMP'], trainingHours: 10 },
    ])
  })

  it('exist for every role that requires one, marked as general knowledge', () => {
    for (const role of Object.values(pmoRoles)) {
      for (const id of role.certifications) expect(certifications[id].sources).toEqual(['general'])
    }
  })

  it.each([
    ['P3O', 'P3O'],
    ['p3o foundation', 'P3O-F'],
    ['MSP', 'MSP'],
    ['Managing Successful Programmes', 'MSP'],
    [' pmp ', 'PMP'],
    ['Portfolio Management Professional', 'PfMP'],
    ['constructor', undefined],
    ['', undefined],
  ])('%s is found as %s', (name, id) => {
    expect(findCertification(name)?.id).toBe(id)
  })

  it('keep the old names of what is now named under PRINCE2', () => {
    for (const id of ['P3O', 'MSP'] as const) {
      expect(certifications[id].title).toContain('PRINCE2')
      expect(certifications[id].aliases).toContain(id)
    }
  })

  it('reject anything but text', () => {
    // @ts-expect-error a mistake that plain JavaScript allows
    expect(() => findCertification(7)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }))
  })
})
