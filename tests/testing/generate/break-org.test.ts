import {
  assignmentsOf,
  checkOrg,
  defineOrg,
  headsOf,
  isOrgError,
  noReportingToOneself,
  noRoleWithoutUnit,
  noUnitWithoutHead,
  type Org,
  orgFromRecords,
  peopleOf,
  roleOf,
  rolesOf,
  type Rule,
  unitsOf,
} from 'rolegraph'
import { breakOrg, type Defect, defectCodes, makeOrg } from 'rolegraph/testing'
import { describe, expect, it } from 'vitest'
import { office } from '../office.js'

const policies = new Map<string, Rule>([
  ['REPORTS_TO_ONESELF', noReportingToOneself()],
  ['ROLE_WITHOUT_UNIT', noRoleWithoutUnit()],
  ['UNIT_WITHOUT_HEAD', noUnitWithoutHead()],
])
const all = Object.entries(defectCodes) as [Defect, string][]
const defects = all.filter(([, code]) => !policies.has(code))

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

const staffed: Org = defineOrg({
  roles: {
    lead: { holders: [{ person: 'ada', share: 0.6, kind: 'acting' }], unit: 'pmo', alsoIn: 'board' },
    clerk: { reportsTo: 'lead', holders: ['joe'], status: 'planned', unit: 'pmo' },
  },
  units: { pmo: { head: ['lead', 'clerk'] }, board: { head: 'lead' } },
  people: { ada: {}, joe: { name: 'Joe' } },
})

describe('breakOrg', () => {
  it.each(defects)('makes one %s, which only %s is found for', (defect, code) => {
    const sound = [office, alone, rich, empty, staffed, makeOrg({ roles: 40, dotted: 0.3, vacancies: 0.2 })]
    for (const org of sound) {
      for (let seed = 0; seed < 40; seed++) {
        const { counts } = checkOrg(breakOrg(org, defect, seed))
        expect(counts).toEqual({ [code]: 1 })
      }
    }
  })

  it.each(all.filter(([, code]) => policies.has(code)))(
    'makes one %s, which only the policy finds',
    (defect, code) => {
      const rules = [policies.get(code) ?? { codes: [], check: () => [] }]
      for (const org of [office, alone, rich, staffed, makeOrg({ roles: 40, dotted: 0.3, vacancies: 0.2 })]) {
        const before = checkOrg(org, { rules }).total
        for (let seed = 0; seed < 10; seed++) {
          const broken = breakOrg(org, defect, seed)
          expect(checkOrg(broken).total).toBe(0)
          // A chart of one role gets a second one, which is in no unit either.
          const added = rolesOf(org).length === 1 && defect === 'role-without-unit' ? 2 : 1
          expect(checkOrg(broken, { rules }).total).toBe(before + added)
        }
      }
    },
  )

  it('keeps people, their assignments, planned roles and several units', () => {
    const broken = breakOrg(staffed, 'reports-to-oneself', 5)
    expect(peopleOf(broken)).toEqual(['ada', 'joe', 'Robin'])
    expect(assignmentsOf(broken, { role: 'lead' })).toEqual(assignmentsOf(staffed, { role: 'lead' }))
    for (const id of rolesOf(staffed)) expect(roleOf(broken, id)).toEqual(roleOf(staffed, id))
    expect(headsOf(broken, 'pmo')).toEqual(['lead', 'clerk'])
  })

  it('leaves the roles and units of the org as they were', () => {
    const broken = breakOrg(rich, 'cycle', 3)
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
