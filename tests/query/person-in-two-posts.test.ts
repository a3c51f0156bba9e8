import {
  assignmentsOf,
  defineOrg,
  find,
  headcountOf,
  peopleOf,
  rolesHeldBy,
  rollUp,
  seatsOf,
} from 'rolegraph'
import { describe, expect, it } from 'vitest'

describe('one person in two posts', () => {
  const org = defineOrg({
    roles: {
      ceo: { holders: ['Ann'], unit: 'board' },
      cto: { reportsTo: 'ceo', holders: ['Ann'], unit: 'it' },
      dev: { reportsTo: 'cto', holders: ['Bo'], unit: 'it' },
    },
    units: { board: {}, it: {} },
  })

  it('is counted once as a person, and twice as a seat', () => {
    expect([headcountOf(org), seatsOf(org), rollUp(org, 'headcount').total]).toEqual([2, 3, 3])
    expect(peopleOf(org)).toEqual(['Ann', 'Bo'])
  })

  it('is asked for, and found', () => {
    expect(rolesHeldBy(org, 'Ann')).toEqual(['ceo', 'cto'])
    expect(assignmentsOf(org, { person: 'Ann' }).map(({ role }) => role)).toEqual(['ceo', 'cto'])
    expect(find(org, 'Ann').map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'person Ann',
      'role ceo',
      'role cto',
    ])
  })
})
