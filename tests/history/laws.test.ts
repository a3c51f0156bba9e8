import {
  changeOrg,
  changesBetween,
  historyFromSnapshots,
  historyOf,
  isOrgError,
  isRole,
  managerAt,
  managerOf,
  type Org,
  orgAt,
  rolesOf,
} from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { type Random, randomFrom, randomOrg } from '../change/random-charts.js'
import { contentOf, dateOf, randomHistory, snapshotAt } from './random-histories.js'

const RUNS = Number(process.env['HISTORY_RUNS'] ?? 50)
const ALL = { assignments: 'all' } as const

function each(law: (random: Random) => void, runs = RUNS): void {
  for (let seed = 1; seed <= runs; seed++) {
    try {
      law(randomFrom(seed))
    } catch (error) {
      throw new Error(`seed ${String(seed)}`, { cause: error })
    }
  }
}

/** Days before, at, between and after those of a history, in any order. */
function someDates(random: Random, count: number): string[] {
  return Array.from({ length: count }, () => dateOf(random(400) - 20))
}

function managerOrCode(ask: () => string | undefined): string | undefined {
  try {
    return ask()
  } catch (error) {
    if (isOrgError(error, 'UNKNOWN_ROLE')) return 'UNKNOWN_ROLE'
    throw error
  }
}

describe('on any history', () => {
  it('the org of a date is the snapshot of that date, at 1,000 dates', () => {
    each((random) => {
      const { start, entries, snapshots } = randomHistory(random, 150)
      const history = historyOf(start, entries)
      for (const date of someDates(random, 1000 / RUNS))
        expect(contentOf(orgAt(history, date, ALL))).toEqual(contentOf(snapshotAt(snapshots, date)))
    })
  })

  it('entries may be given in any order of their dates', () => {
    each((random) => {
      const { start, entries, snapshots } = randomHistory(random, 40)
      const dates = [...new Set(entries.map(({ on }) => on))]
      const shuffled = dates
        .sort(() => random(3) - 1)
        .flatMap((on) => entries.filter((entry) => entry.on === on))
      const history = historyOf(start, shuffled)
      for (const date of someDates(random, 5))
        expect(contentOf(orgAt(history, date, ALL))).toEqual(contentOf(snapshotAt(snapshots, date)))
    })
  })

  it('the manager on a date is the manager in the org of that date', () => {
    each((random) => {
      const { start, entries, snapshots } = randomHistory(random, 150)
      const history = historyOf(start, entries)
      const ids = new Set(snapshots.flatMap(({ org }) => rolesOf(org)))
      for (const date of someDates(random, 20)) {
        const org: Org = snapshotAt(snapshots, date)
        for (const id of ids) {
          const manager = isRole(org, id) ? managerOf(org, id) : 'UNKNOWN_ROLE'
          expect(managerOrCode(() => managerAt(history, id, date))).toBe(manager)
        }
      }
    })
  })

  it('the changes between two dates lead from the org of the one to that of the other', () => {
    each((random) => {
      const { start, entries } = randomHistory(random, 150)
      const history = historyOf(start, entries)
      const [from, to] = someDates(random, 2).sort()
      const between = changesBetween(history, from, to)
      const led = changeOrg(
        orgAt(history, from, ALL),
        between.flatMap(({ changes }) => changes),
      ).org
      expect(contentOf(led)).toEqual(contentOf(orgAt(history, to, ALL)))
      expect(changesBetween(history, to, from)).toEqual([])
    })
  })

  it('a history of its snapshots has the same orgs', () => {
    each((random) => {
      const { snapshots } = randomHistory(random, 30)
      const dated = snapshots.slice(1)
      if (dated.length === 0) return
      const history = historyFromSnapshots(dated)
      for (const { on, org } of dated) expect(contentOf(orgAt(history, on, ALL))).toEqual(contentOf(org))
    })
  })

  it('a history of any orgs, sound or broken, has these orgs', () => {
    each((random) => {
      const snapshots = Array.from({ length: 4 }, (_, index) => ({
        on: dateOf(7 * index),
        org: randomOrg(random),
      }))
      const history = historyFromSnapshots(snapshots)
      for (const { on, org } of snapshots) expect(contentOf(orgAt(history, on, ALL))).toEqual(contentOf(org))
    })
  })
})
