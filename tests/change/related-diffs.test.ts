import {
  type Change,
  changeOrg,
  diffOrgs,
  type Org,
  orgFromRecords,
  packOrg,
  rolesOf,
  unpackOrg,
} from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { tried } from './random-changes.js'
import { type Random, randomChange, randomFrom, randomOrg } from './random-charts.js'
import { orgOf, SMALL_CHANGES, smallCharts } from './small-changes.js'

const RUNS = Number(process.env['CHANGE_RUNS'] ?? 400)

/** The same org, which shares nothing with any other. */
function apart(org: Org): Org {
  return unpackOrg(packOrg(org))
}

/** The versions of a chart that random changes make, one or more at a time, each of one of the versions so far. */
function versionsOf(random: Random): Org[] {
  const versions = [randomOrg(random)]
  for (let index = 0; index < 10; index++) {
    let version = versions[random(3) > 0 ? versions.length - 1 : random(versions.length)]
    for (let change = random(3); change >= 0; change--)
      version = tried(version, [randomChange(random)]) ?? version
    versions.push(version)
  }
  return versions
}

describe('the diff of two versions of one chart', () => {
  it('is that of two charts that share nothing', () => {
    for (let seed = 1; seed <= RUNS; seed++) {
      const random = randomFrom(seed)
      const versions = versionsOf(random)
      for (let pair = 0; pair < 12; pair++) {
        const [one, other] = [random(versions.length), random(versions.length)]
        const [before, after] = [versions[one], versions[other]]
        const { changes } = diffOrgs(before, after)
        const at = `seed ${String(seed)}, from ${String(one)} to ${String(other)}`
        expect(changes, at).toEqual(diffOrgs(apart(before), apart(after)).changes)
      }
    }
  })

  it('is so after every change, in both directions and between siblings, for all charts of up to three roles', () => {
    const random = randomFrom(4)
    for (const chart of smallCharts()) {
      if (chart.length > 3) break
      const org = orgOf(chart)
      const versions = SMALL_CHANGES.flatMap((change) => tried(org, [change]) ?? [])
      const plain = apart(org)
      for (const version of versions) {
        const sibling = versions[random(versions.length)]
        const changes = [diffOrgs(org, version), diffOrgs(version, org), diffOrgs(version, sibling)]
        const copy = apart(version)
        const expected = [diffOrgs(plain, copy), diffOrgs(copy, plain), diffOrgs(copy, apart(sibling))]
        expect(changes.map((diff) => diff.changes)).toEqual(expected.map((diff) => diff.changes))
      }
    }
  })

  it('is so for charts of hundreds of roles in many runs, with renamed managers', () => {
    const random = randomFrom(9)
    for (let round = 0; round < 12; round++) {
      const records = Array.from({ length: 400 }, (_, at) => ({
        id: `r${String(at)}`,
        manager: at === 0 ? undefined : `r${String(random(at))}`,
        project: at > 0 && random(8) === 0 ? [`r${String(random(at))}`] : [],
        next: at > 0 && random(8) === 0 ? [`r${String(random(at))}`] : [],
      }))
      const versions: Org[] = [
        orgFromRecords(records, { id: 'id', manager: 'manager', dotted: 'project', moves: 'next' }),
      ]
      for (let index = 0; index < 5; index++) {
        let version = versions[random(versions.length)]
        for (let change = 0; change < 1 + random(30); change++)
          version = tried(version, [largeChange(random)]) ?? version
        versions.push(version)
      }
      for (const [one, before] of versions.entries()) {
        for (const [other, after] of versions.entries()) {
          const at = `round ${String(round)}, from ${String(one)} to ${String(other)}`
          expect(diffOrgs(before, after).changes, at).toEqual(diffOrgs(apart(before), apart(after)).changes)
        }
      }
    }
  })

  it('says that the order is another one where two roles swap their ids', () => {
    const before = orgFromRecords([{ id: 'a' }, { id: 'b' }, { id: 'c', manager: 'a' }], {
      id: 'id',
      manager: 'manager',
    })
    const after = changeOrg(before, [
      { do: 'rename-role', role: 'a', to: 'free' },
      { do: 'rename-role', role: 'b', to: 'a' },
      { do: 'rename-role', role: 'free', to: 'b' },
    ]).org
    expect(rolesOf(after)).toEqual(['b', 'a', 'c'])
    const { changes } = diffOrgs(before, after)
    expect(changes).toEqual([
      { do: 'set-manager', role: 'c', manager: 'b' },
      { do: 'reorder', role: 'b', before: 'a' },
    ])
    expect(rolesOf(changeOrg(before, changes).org)).toEqual(['b', 'a', 'c'])
  })
})

function largeChange(random: Random): Change {
  const id = (): string => `r${String(random(420))}`
  const [role, other] = [id(), id()]
  const changes: readonly Change[] = [
    { do: 'add-role', role, spec: { reportsTo: other, dottedTo: [id()] }, before: id() },
    { do: 'add-role', role, spec: { title: 'New', progressesTo: other } },
    { do: 'remove-role', role, reports: 'lift', references: 'remove' },
    { do: 'remove-role', role, reports: { to: other }, references: { to: other } },
    { do: 'rename-role', role, to: other },
    { do: 'set-manager', role, manager: other, before: id() },
    { do: 'reorder', role, before: other },
    { do: 'reorder', role, before: null },
    { do: 'update-role', role, set: { title: other, holders: [other] } },
    { do: 'add-dotted-line', role, manager: other },
    { do: 'remove-move', role, to: other },
  ]
  return changes[random(changes.length)]
}
