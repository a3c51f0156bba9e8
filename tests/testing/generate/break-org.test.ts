import {
  checkOrg,
  defineOrg,
  isOrgError,
  type Org,
  orgFromRecords,
  roleOf,
  rolesOf,
  unitsOf,
} from 'rolegraph'
import { breakOrg, type Defect, defectCodes, makeOrg } from 'rolegraph/testing'
import { describe, expect, it } from 'vitest'
import { office } from '../office.js'

const defects = Object.entries(defectCodes) as [Defect, string][]

const empty: Org = orgFromRecords<{ id: string }, undefined>([], { id: 'id' })
const alone = defineOrg({ roles: { wrong: { title: 'Founder', holders: ['Ann'] } } })
const rich = defineOrg({
  roles: {
    lead: {
      aliases: ['boss', { name: 'head', warning: 'not the top' }],
      holders: ['Ann'],
      data: { floor: 3 },
      unit: 'pmo',
    },
    analyst: {
      reportsTo: { to: 'lead', note: 'new' },
      dottedTo: { to: 'wrong', note: 'n' },
      progressesTo: { to: 'lead', years: [4] },
    },
    wrong: { reportsTo: 'lead', vacant: true, grade: 3, skills: ['risk'] },
  },
  units: { pmo: { title: 'PMO', head: 'lead', kind: 'office', note: 'n' } },
})

describe('breakOrg', () => {
  it.each(defects)('makes one %s, which only %s is found for', (defect, code) => {
    const sound = [office, alone, rich, empty, makeOrg({ roles: 40, dotted: 0.3, vacancies: 0.2 })]
    for (const org of sound) {
      for (let seed = 0; seed < 40; seed++) {
        const { counts } = checkOrg(breakOrg(org, defect, seed))
        expect(counts).toEqual({ [code]: 1 })
      }
    }
  })

  it('leaves the roles and units of the org as they were', () => {
    const broken = breakOrg(rich, 'cycle', 3)
    // The evidence of solid lines is not kept, and the rest is.
    for (const id of rolesOf(rich)) expect(roleOf(broken, id)).toEqual(roleOf(rich, id))
    expect(unitsOf(broken)).toEqual(['pmo'])
    expect(rolesOf(broken).filter((id) => !id.startsWith('cycle-'))).toEqual(rolesOf(rich))
  })

  it('is the same for the same seed, and elsewhere for another', () => {
    const org = makeOrg({ roles: 50 })
    const rows = (seed: number) => rolesOf(breakOrg(org, 'unknown-manager', seed))
    expect(rows(1)).toEqual(rows(1))
    expect(new Set([1, 2, 3, 4, 5, 6].map((seed) => rows(seed).indexOf('wrong'))).size).toBeGreaterThan(3)
  })

  it('refuses a defect that it does not know', () => {
    let thrown: unknown
    try {
      breakOrg(office, 'cycles' as 'cycle')
    } catch (error) {
      thrown = error
    }
    expect(isOrgError(thrown, 'INVALID_ARGUMENT') && thrown.message).toContain(
      "breakOrg expects defect as one of 'cycle', 'self-report',",
    )
  })
})
