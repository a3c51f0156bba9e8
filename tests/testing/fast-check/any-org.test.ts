import fc from 'fast-check'
import {
  assignmentsOf,
  checkOrg,
  directReportsOf,
  headcountOf,
  headsOf,
  isLattice,
  isPersonAbove,
  linesOf,
  nextStepsOf,
  type Org,
  peopleOf,
  roleOf,
  rolesOf,
  seatsOf,
  spanOfControlOf,
  spansAndLayers,
  topRolesOf,
  unitsOf,
  vacantRolesOf,
} from 'rolegraph'
import {
  anyCareerLattice,
  anyForest,
  anyMatrix,
  anyOrg,
  anyStaffedOrg,
  anyTree,
} from 'rolegraph/testing/fast-check'
import { describe, expect, it } from 'vitest'

const arbitraries = { anyOrg, anyTree, anyForest, anyMatrix, anyCareerLattice }
const dottedOf = (org: Org) => rolesOf(org).flatMap((id) => roleOf(org, id).dottedTo)
const movesOf = (org: Org) => rolesOf(org).flatMap((id) => nextStepsOf(org, id))

/** The counterexample to which a claim shrinks. */
function shrunk(arbitrary: ReturnType<typeof anyOrg>, claim: (org: Org) => boolean): string {
  const { counterexample } = fc.check(
    fc.property(arbitrary, ({ org }) => claim(org)),
    { seed: 7, numRuns: 1000 },
  )
  return fc.stringify(counterexample?.[0])
}

describe.each(Object.entries(arbitraries))('%s', (_, any) => {
  it('gives sound orgs of up to so many roles', () => {
    fc.assert(
      fc.property(any({ maxRoles: 9 }), ({ org }) => {
        const { counts } = checkOrg(org)
        return rolesOf(org).length <= 9 && Object.keys(counts).every((code) => code === 'ISOLATED_ROLE')
      }),
    )
  })

  it('gives large ones where that is asked for', () => {
    const sizes = fc
      .sample(any({ maxRoles: 300 }), { numRuns: 50, seed: 1 })
      .map(({ org }) => rolesOf(org).length)
    expect(Math.max(...sizes)).toBeGreaterThan(40)
  })
})

describe('anyStaffedOrg', () => {
  const linesIn = (org: Org) => rolesOf(org).flatMap((role) => linesOf(org, role, { lines: 'all' }))
  const holders = (org: Org) => rolesOf(org).map((role) => assignmentsOf(org, { role }))

  it.each([9, 60])(
    'gives sound orgs of up to %i roles, but for people of more than full time',
    (maxRoles) => {
      fc.assert(
        fc.property(anyStaffedOrg({ maxRoles }), ({ org }) => {
          const { counts } = checkOrg(org)
          const codes = Object.keys(counts).filter(
            (code) => code !== 'ISOLATED_ROLE' && code !== 'OVER_FULL_TIME',
          )
          return rolesOf(org).length <= maxRoles && codes.length === 0
        }),
      )
    },
  )

  it.each<[string, (org: Org) => boolean]>([
    ['a job share', (org) => holders(org).some((list) => list.length > 1)],
    ['a share of full time', (org) => holders(org).some((list) => list.some(({ share }) => share === 0.2))],
    ['an acting holder', (org) => holders(org).some((list) => list.some(({ kind }) => kind === 'acting'))],
    ['a vacancy', (org) => vacantRolesOf(org).length > 0],
    ['one person in several roles', (org) => headcountOf(org) < seatsOf(org)],
    [
      'a person above themselves',
      (org) => peopleOf(org).some((person) => isPersonAbove(org, person, person)),
    ],
    ['a role in two units', (org) => rolesOf(org).some((id) => roleOf(org, id).alsoIn.length > 0)],
    [
      'an unnamed dotted line',
      (org) => linesIn(org).some(({ kind, as }) => kind === 'dotted' && as === undefined),
    ],
    [
      'a named dotted line',
      (org) => linesIn(org).some(({ kind, as }) => kind === 'dotted' && as === 'functional'),
    ],
    [
      'a named solid line',
      (org) => linesIn(org).some(({ kind, as }) => kind === 'solid' && as === 'project'),
    ],
    ['a staff line', (org) => linesIn(org).some(({ kind, as }) => kind === 'solid' && as === 'assistant')],
    [
      'solid and dotted lines of one name',
      (org) => new Set(linesIn(org).flatMap(({ kind, as }) => (as === 'project' ? kind : []))).size === 2,
    ],
    ['a unit with two heads', (org) => unitsOf(org).some((unit) => headsOf(org, unit).length > 1)],
  ])('gives %s', (_, has) => {
    expect(fc.sample(anyStaffedOrg(), { numRuns: 200, seed: 3 }).some(({ org }) => has(org))).toBe(true)
  })

  it('shrinks to a small chart that shows who holds what', () => {
    expect(shrunk(anyStaffedOrg(), (org) => headcountOf(org) === seatsOf(org))).toBe('\na (Di)\n  b (Di)\n')
  })

  it('shrinks to a small chart that shows the names of its lines', () => {
    const named = (org: Org, kind: string) =>
      linesIn(org).some((line) => line.kind === kind && line.as !== undefined)
    expect(shrunk(anyStaffedOrg(), (org) => !named(org, 'solid'))).toBe(
      '\na (vacant)\n  b as assistant (vacant)\n',
    )
    expect(shrunk(anyStaffedOrg(), (org) => !named(org, 'dotted'))).toBe(
      '\na (vacant)\n  b (vacant)\n    c (vacant) ⇢ a as project\n',
    )
  })

  it('gives charts in which spans without staff are never wider, and staff lines are followed by name', () => {
    fc.assert(
      fc.property(anyStaffedOrg(), ({ org }) =>
        rolesOf(org).every((role) => {
          const staff = directReportsOf(org, role, { lines: 'solid' }).filter((report) =>
            ['assistant', 'adviser'].includes(String(linesOf(org, report)[0].as)),
          )
          return (
            spanOfControlOf(org, role, { staff: 'exclude' }) === spanOfControlOf(org, role) - staff.length
          )
        }),
      ),
    )
  })
})

describe('the shapes', () => {
  it('a tree has one top, and neither dotted lines nor moves', () => {
    fc.assert(
      fc.property(anyTree(), ({ org }) => {
        expect([topRolesOf(org).length, dottedOf(org), movesOf(org)]).toEqual([1, [], []])
      }),
    )
  })

  it.each([
    ['a forest has several tops', anyForest(), (org: Org) => topRolesOf(org).length > 1],
    ['a matrix has dotted lines', anyMatrix(), (org: Org) => dottedOf(org).length > 0],
    ['a lattice has moves between families', anyCareerLattice(), isLattice],
    [
      'a lattice has moves with years',
      anyCareerLattice(),
      (org: Org) => movesOf(org).some((move) => move.years),
    ],
    [
      'an org has all of it',
      anyOrg(),
      (org: Org) => dottedOf(org).length > 0 && topRolesOf(org).length > 1 && isLattice(org),
    ],
  ])('%s, in some', (_, arbitrary, shape) => {
    expect(fc.sample(arbitrary, { numRuns: 200, seed: 1 }).some(({ org }) => shape(org))).toBe(true)
  })
})

describe('counterexamples', () => {
  it('shrink to small charts that are read at a glance', () => {
    expect(shrunk(anyTree(), (org) => rolesOf(org).length < 3)).toBe('\na\n  b\n  c\n')
    expect(shrunk(anyTree(), (org) => spansAndLayers(org).layers < 3)).toBe('\na\n  b\n    c\n')
    expect(shrunk(anyForest(), (org) => topRolesOf(org).length < 2)).toBe('\na\nb\n')
    expect(shrunk(anyMatrix(), (org) => dottedOf(org).length === 0)).toBe('\na\n  b\n  c ⇢ b\n')
    expect(shrunk(anyCareerLattice(), (org) => movesOf(org).length === 0)).toMatch(
      /^\na( ⇒ b advancement)?\n {2}b( ⇒ a advancement)?\n$/,
    )
  })
})
