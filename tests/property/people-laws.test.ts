import fc from 'fast-check'
import {
  assignmentsOf,
  headcountOf,
  holdersOf,
  isPersonAbove,
  type Lines,
  managersOfPerson,
  type Org,
  peopleOf,
  reportsOfPerson,
  rolesHeldBy,
  rolesOf,
  seatsOf,
  unitsOf,
} from 'rolegraph'
import { anyStaffedOrg } from 'rolegraph/testing/fast-check'
import { describe, it } from 'vitest'

const LINES: readonly Lines[] = [
  'solid',
  'dotted',
  'all',
  { as: 'project' },
  { as: ['assistant', 'functional'] },
]

function holdsOnAnyOrg(law: (org: Org) => boolean): void {
  fc.assert(
    fc.property(anyStaffedOrg({ maxRoles: 25 }), ({ org }) => law(org)),
    { numRuns: 150 },
  )
}

const pairsOf = (org: Org): [string, string][] =>
  peopleOf(org).flatMap((one) => peopleOf(org).map((other): [string, string] => [one, other]))

describe('people and roles', () => {
  it('are inverse: a person holds the roles of which they are a holder', () => {
    holdsOnAnyOrg((org) =>
      peopleOf(org).every((person) =>
        rolesOf(org).every(
          (role) => rolesHeldBy(org, person).includes(role) === holdersOf(org, role).includes(person),
        ),
      ),
    )
  })

  it('have the same assignments from either side', () => {
    holdsOnAnyOrg((org) => {
      const byRole = rolesOf(org).flatMap((role) => assignmentsOf(org, { role }))
      const byPerson = peopleOf(org).flatMap((person) => assignmentsOf(org, { person }))
      const keys = (list: typeof byRole): string[] => list.map((one) => JSON.stringify(one)).sort()
      return JSON.stringify(keys(byRole)) === JSON.stringify(keys(byPerson))
    })
  })
})

describe('the reports of a person', () => {
  it('are never the person, and each comes once, along any lines', () => {
    holdsOnAnyOrg((org) =>
      LINES.every((lines) =>
        peopleOf(org).every((person) =>
          [false, true].every((transitive) => {
            const reports = reportsOfPerson(org, person, { lines, transitive })
            return !reports.includes(person) && new Set(reports).size === reports.length
          }),
        ),
      ),
    )
  })

  it('are the inverse of the managers of a person, along any lines', () => {
    holdsOnAnyOrg((org) =>
      LINES.every((lines) =>
        pairsOf(org).every(
          ([one, other]) =>
            managersOfPerson(org, other, { lines }).includes(one) ===
            reportsOfPerson(org, one, { lines }).includes(other),
        ),
      ),
    )
  })

  it('are all of those that the person is above, but for the person', () => {
    holdsOnAnyOrg((org) =>
      LINES.every((lines) =>
        pairsOf(org).every(
          ([one, other]) =>
            one === other ||
            isPersonAbove(org, one, other, { lines }) ===
              reportsOfPerson(org, one, { lines, transitive: true }).includes(other),
        ),
      ),
    )
  })
})

describe('the headcount', () => {
  it('is never more than the seats, of a role, of a unit and in all', () => {
    holdsOnAnyOrg((org) =>
      [undefined, ...rolesOf(org), ...unitsOf(org)].every((id) => headcountOf(org, id) <= seatsOf(org, id)),
    )
  })
})
