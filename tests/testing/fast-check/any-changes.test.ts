import fc from 'fast-check'
import {
  type Change,
  type ChangeKind,
  changeOrg,
  defineOrg,
  isOrgError,
  isRole,
  managerOf,
  rolesOf,
} from 'rolegraph'
import { anyChanges, anyReorganisation, type GeneratedReorganisation } from 'rolegraph/testing/fast-check'
import { describe, expect, it } from 'vitest'

const office = defineOrg({
  roles: {
    lead: {},
    analyst: { reportsTo: 'lead' },
    planner: { reportsTo: 'lead' },
    clerk: { reportsTo: 'planner' },
  },
})

/** The counterexample to which a claim shrinks, as fast-check prints it. */
function shrunk<Value>(arbitrary: fc.Arbitrary<Value>, claim: (value: Value) => boolean): string {
  const { counterexample } = fc.check(
    fc.property(arbitrary, (value) => claim(value)),
    { seed: 7, numRuns: 1000 },
  )
  return fc.stringify(counterexample?.[0])
}

const does = (changes: readonly Change[], kind: ChangeKind): boolean =>
  changes.some((change) => change.do === kind)

describe('anyChanges', () => {
  it('gives lists that can be applied', () => {
    fc.assert(
      fc.property(anyChanges(office, { maxChanges: 9 }), (changes) => {
        expect(changes.length).toBeLessThanOrEqual(9)
        changeOrg(office, changes)
      }),
    )
  })

  it('gives every kind that an org without units and people allows', () => {
    const lists = fc.sample(anyChanges(office, { maxChanges: 20 }), { numRuns: 300, seed: 2 })
    expect(new Set(lists.flat().map((change) => change.do)).size).toBe(23)
  })

  it('gives the kinds that are asked for', () => {
    fc.assert(
      fc.property(anyChanges(office, { kinds: ['set-manager', 'add-move'] }), (changes) =>
        changes.every((change) => ['set-manager', 'add-move'].includes(change.do)),
      ),
    )
  })

  it('gives broken ones, where that is asked for', () => {
    const isSound = (changes: readonly Change[]): boolean => {
      try {
        changeOrg(office, changes)
        return true
      } catch (error) {
        if (isOrgError(error, 'INVALID_CHANGES')) return false
        throw error
      }
    }
    const lists = fc.sample(anyChanges(office, { broken: true }), { numRuns: 200, seed: 2 })
    expect(lists.filter(isSound).length).toBeGreaterThan(20)
    expect(lists.filter((changes) => !isSound(changes)).length).toBeGreaterThan(20)
    expect(shrunk(anyChanges(office, { broken: true }), isSound)).toBe(
      '[{"do":"remove-role","role":"new-role-1"}]',
    )
  })

  it('shrinks to one simple change', () => {
    const claim = (changes: readonly Change[]): boolean =>
      managerOf(changeOrg(office, changes).org, 'lead') === undefined
    const moves = anyChanges(office, { kinds: ['set-manager'] })
    expect(shrunk(moves, (changes) => changes.length === 0)).toBe(
      '[{"do":"set-manager","role":"analyst","manager":"planner"}]',
    )
    // The top can only report to somebody after its report is a top.
    expect(shrunk(moves, claim)).toBe(
      '[{"do":"set-manager","role":"analyst","manager":null},{"do":"set-manager","role":"lead","manager":"analyst"}]',
    )
    expect(shrunk(anyChanges(office), (changes) => isRole(changeOrg(office, changes).org, 'lead'))).toMatch(
      /^\[\{"do":"(?:remove|rename)-role","role":"lead",[^[]*\]$/,
    )
  })
})

describe('anyReorganisation', () => {
  it('gives an org with changes that can be applied', () => {
    fc.assert(
      fc.property(anyReorganisation({ maxRoles: 5, maxChanges: 4 }), ({ org, changes }) => {
        expect(rolesOf(org).length).toBeLessThanOrEqual(5)
        expect(changes.length).toBeLessThanOrEqual(4)
        changeOrg(org, changes)
      }),
    )
  })

  it('shrinks to a small chart and few changes, and prints both', () => {
    const added = ({ changes }: GeneratedReorganisation): boolean => !does(changes, 'add-role')
    expect(shrunk(anyReorganisation(), added)).toBe(
      "\na\n\nadd the role 'new-role-1' with title 'Analyst' and reportsTo 'a'\n",
    )
    const fewer = ({ org, changes }: GeneratedReorganisation): boolean =>
      rolesOf(changeOrg(org, changes).org).length >= rolesOf(org).length
    expect(shrunk(anyReorganisation(), fewer)).toBe("\na\n\nremove the role 'a', and remove its references\n")
  })
})
