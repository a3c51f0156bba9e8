import fc from 'fast-check'
import { type Change, type ChangeKind, changeOrg, diffOrgs, invertChanges, type Org } from 'rolegraph'
import { toOrgDocument } from 'rolegraph/export'
import { toEqualOrg } from 'rolegraph/testing'
import { anyChanges, anyOrg, anyReorganisation, anyStaffedOrg } from 'rolegraph/testing/fast-check'
import { expect, it } from 'vitest'
import { tried } from '../change/random-changes.js'

function expectEqual(org: Org, expected: Org): void {
  const { pass, message } = toEqualOrg(org, expected)
  expect(pass, message()).toBe(true)
}

it('the changes of a diff give the org after', () => {
  const anyone = fc.oneof(anyOrg(), anyStaffedOrg())
  fc.assert(
    fc.property(anyone, anyone, ({ org: before }, { org: after }) => {
      expectEqual(changeOrg(before, diffOrgs(before, after).changes).org, after)
    }),
    { numRuns: 300 },
  )
})

it('so do those of a diff to an org that was changed', () => {
  fc.assert(
    fc.property(anyReorganisation(), ({ org, changes }) => {
      const after = changeOrg(org, changes).org
      expectEqual(changeOrg(org, diffOrgs(org, after).changes).org, after)
    }),
    { numRuns: 300 },
  )
})

it('changes and their inverse give the org back', () => {
  fc.assert(
    fc.property(anyReorganisation(), ({ org, changes }) => {
      expectEqual(changeOrg(changeOrg(org, changes).org, invertChanges(org, changes)).org, org)
    }),
    { numRuns: 500 },
  )
})

it('the diff of an org with itself, or with what it is again, is empty', () => {
  fc.assert(
    fc.property(anyReorganisation(), ({ org, changes }) => {
      const back = changeOrg(changeOrg(org, changes).org, invertChanges(org, changes)).org
      expect(diffOrgs(org, org).changes).toEqual([])
      expect(diffOrgs(org, back).changes).toEqual([])
    }),
    { numRuns: 300 },
  )
})

it('changes one by one give what they give together', () => {
  fc.assert(
    fc.property(anyReorganisation(), ({ org, changes }) => {
      let now = org
      for (const change of changes) now = changeOrg(now, [change]).org
      expectEqual(changeOrg(org, changes).org, now)
    }),
  )
})

it('changes that cannot be applied throw, and change nothing', () => {
  fc.assert(
    fc.property(anyReorganisation({ broken: true }), ({ org, changes }) => {
      const before = JSON.stringify(org)
      tried(org, changes)
      expect(JSON.stringify(org)).toBe(before)
    }),
  )
})

const LOCAL: readonly ChangeKind[] = [
  'set-manager',
  'update-role',
  'add-role',
  'remove-role',
  'rename-role',
  'add-dotted-line',
  'remove-dotted-line',
  'add-move',
  'update-move',
  'remove-move',
  'assign',
  'unassign',
]

it('changes of disjoint roles commute, up to the order of roles', () => {
  let compared = 0
  const two = anyReorganisation({ maxChanges: 0, maxRoles: 10 }).chain(({ org }) => {
    const one = anyChanges(org, { maxChanges: 1, kinds: LOCAL })
    return fc.tuple(fc.constant(org), one, one)
  })
  fc.assert(
    fc.property(two, ([org, one, other]) => {
      const concerned = rolesIn(org, one)
      if ([...rolesIn(org, other)].some((role) => concerned.has(role))) return
      const [first, second] = [tried(org, [...one, ...other]), tried(org, [...other, ...one])]
      expect(first === undefined).toBe(second === undefined)
      if (first === undefined || second === undefined) return
      if (one.length + other.length === 2) compared++
      expect(inAnyOrder(first)).toEqual(inAnyOrder(second))
    }),
    { numRuns: 2000 },
  )
  expect(compared).toBeGreaterThan(50)
})

/** The roles that changes and their effects name. */
function rolesIn(org: Org, changes: readonly Change[]): ReadonlySet<string> {
  const { effects } = changeOrg(org, changes)
  const found = new Set<string>()
  const pending: unknown[] = [...changes, ...effects]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next !== 'object' || next === null) continue
    for (const [field, value] of Object.entries(next) as [string, unknown][]) {
      if (typeof value !== 'string') pending.push(value)
      else if (['role', 'manager', 'to', 'move', 'reportsTo', 'before', 'head'].includes(field))
        found.add(value)
    }
  }
  return found
}

function inAnyOrder(org: Org): unknown {
  const { roles, ...others } = toOrgDocument(org)
  return { ...others, roles: Object.fromEntries(Object.entries(roles).sort(([a], [b]) => (a < b ? -1 : 1))) }
}
