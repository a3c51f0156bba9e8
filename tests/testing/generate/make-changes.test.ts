import {
  type Change,
  type ChangeKind,
  changeOrg,
  checkOrg,
  defineOrg,
  isOrgError,
  type Org,
  toGraph,
} from 'rolegraph'
import { breakOrg, type Defect, defectCodes, makeChanges, makeOrg, toEqualOrg } from 'rolegraph/testing'
import { describe, expect, it } from 'vitest'

const KINDS: readonly ChangeKind[] = [
  'add-role',
  'update-role',
  'remove-role',
  'rename-role',
  'set-manager',
  'add-dotted-line',
  'remove-dotted-line',
  'add-move',
  'update-move',
  'remove-move',
  'add-unit',
  'update-unit',
  'remove-unit',
  'add-person',
  'update-person',
  'remove-person',
  'list-people',
  'unlist-people',
  'assign',
  'unassign',
  'add-service',
  'remove-service',
  'reorder',
]

const full = makeOrg({ roles: 30, dotted: 0.2, people: true, jobShares: 0.2, coHeads: 0.2, alsoIn: 0.3 })
const ORGS: readonly (readonly [name: string, org: Org])[] = [
  ['of roles only', makeOrg({ roles: 12 })],
  ['with everything', full],
  ['of one role', defineOrg({ roles: { top: {} } })],
  ['without roles', defineOrg({ roles: {} })],
  ['with names as holders', defineOrg({ roles: { a: { holders: ['Ada'] }, b: { reportsTo: 'a' } } })],
]
const SEEDS = Array.from({ length: 60 }, (_, index) => index + 1)

const kindsOf = (changes: readonly Change[]): Set<ChangeKind> => new Set(changes.map((change) => change.do))

function brokenIndexes(org: Org, changes: readonly Change[]): readonly number[] {
  try {
    changeOrg(org, changes)
    return []
  } catch (error) {
    if (!isOrgError(error, 'INVALID_CHANGES')) throw error
    return [...new Set(error.details.issues.map(({ change }) => change))]
  }
}

describe.each(ORGS)('makeChanges for an org %s', (_, org) => {
  it('makes lists that apply and leave it sound', () => {
    for (const seed of SEEDS) {
      const changes = makeChanges(org, { count: 12, seed })
      expect(changes).toHaveLength(12)
      const { issues } = checkOrg(changeOrg(org, changes).org)
      expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
    }
  })

  it('makes broken ones, each with a problem of its own', () => {
    let found = 0
    for (const seed of SEEDS) {
      const changes = makeChanges(org, { count: 12, broken: 0.5, seed })
      const sound = new Set(makeChangesOneByOne(org, changes))
      const broken = Array.from(changes.keys()).filter((index) => !sound.has(index))
      expect(brokenIndexes(org, changes)).toEqual(broken)
      found += broken.length
    }
    expect(found / (SEEDS.length * 12)).toBeGreaterThan(0.3)
    expect(found / (SEEDS.length * 12)).toBeLessThan(0.7)
  })
})

/** The indexes of the changes that can be applied, each after those before it. */
function makeChangesOneByOne(org: Org, changes: readonly Change[]): number[] {
  const sound: number[] = []
  let now = org
  for (const [index, change] of changes.entries()) {
    if (brokenIndexes(now, [change]).length === 0) sound.push(index)
    now = changeOrg(now, [change], { onIssue: 'collect' }).org
  }
  return sound
}

describe('makeChanges', () => {
  it('makes every kind, sound and broken', () => {
    const sound = SEEDS.flatMap((seed) => makeChanges(full, { count: 20, seed }))
    expect([...kindsOf(sound)].sort()).toEqual([...KINDS].sort())
    const named = defineOrg({ roles: { a: { holders: ['Ada'] }, b: { reportsTo: 'a' } } })
    const broken = SEEDS.flatMap((seed) => [
      ...makeChanges(full, { count: 20, broken: 1, seed }),
      ...makeChanges(named, { count: 20, broken: 1, seed }),
    ])
    const always = new Set<ChangeKind>(['list-people', 'unlist-people'])
    expect([...kindsOf(broken)].sort()).toEqual(KINDS.filter((kind) => !always.has(kind)).sort())
  })

  it.each(KINDS)('makes %s alone', (kind) => {
    const changes = makeChanges(full, { count: 3, kinds: [kind], seed: 5 })
    expect([...kindsOf(changes)].every((made) => made === kind)).toBe(true)
  })

  it('makes as many as the org allows', () => {
    const one = defineOrg({ roles: { a: { holders: ['Ada', 'Joe'] } } })
    expect(makeChanges(one, { kinds: ['unassign'] })).toHaveLength(2)
    expect(makeChanges(one, { kinds: ['remove-service'] })).toEqual([])
    expect(makeChanges(one, { count: 0 })).toEqual([])
    expect(makeChanges(one, { kinds: [] })).toEqual([])
  })

  it('makes the same for the same seed, and something else for another', () => {
    expect(makeChanges(full, { seed: 4 })).toEqual(makeChanges(full, { seed: 4 }))
    expect(makeChanges(full)).toEqual(makeChanges(full, { count: 10, seed: 1 }))
    expect(makeChanges(full, { seed: 4 })).not.toEqual(makeChanges(full, { seed: 5 }))
  })

  it('leaves the org as it is, and each change does something', () => {
    const before = JSON.stringify(full)
    let done = 0
    for (const seed of SEEDS) {
      const [change] = makeChanges(full, { count: 1, seed })
      if (!toEqualOrg(changeOrg(full, [change]).org, full).pass) done++
    }
    expect(JSON.stringify(full)).toBe(before)
    expect(done / SEEDS.length).toBeGreaterThan(0.9)
  })

  it.each(Object.keys(defectCodes) as Defect[])('ends, for an org with the defect %s', (defect) => {
    const org = breakOrg(full, defect)
    for (const seed of SEEDS.slice(0, 5)) {
      const changes = makeChanges(org, { count: 20, seed })
      expect(changes).toHaveLength(20)
      expect(brokenIndexes(org, changes)).toEqual([])
    }
  })

  it.each([
    ['INVALID_OPTION', { count: -1 }],
    ['INVALID_OPTION', { broken: 2 }],
    ['INVALID_OPTION', { broken: '1' }],
    ['INVALID_OPTION', { seed: 0.5 }],
    ['INVALID_OPTION', { kinds: ['move-role'] }],
    ['INVALID_OPTION', { kinds: 'add-role' }],
    ['INVALID_OPTION', { kind: ['add-role'] }],
  ])('throws %s for %j', (code, options: object) => {
    expect(() => makeChanges(full, options)).toThrow(expect.objectContaining({ code }))
  })

  it('throws NOT_AN_ORG for anything but an org', () => {
    const wrong: unknown = toGraph(full)
    expect(() => makeChanges(wrong as Org)).toThrow(expect.objectContaining({ code: 'NOT_AN_ORG' }))
  })
})
