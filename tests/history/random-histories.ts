import { type Change, changeOrg, type EffectiveChanges, isOrgError, type Org } from 'rolegraph'
import { type Random, randomChange, randomOrg } from '../change/random-charts.js'

/** A date by its number, from 2026-01-01 on. */
export function dateOf(day: number): string {
  return new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)
}

/** Everything in an org but the issues of its input. */
export function contentOf(org: Org): unknown {
  const { issues: _issues, ...content } = Reflect.get(org, 'content') as { readonly issues: unknown }
  return content
}

function changed(org: Org, change: Change): Org | undefined {
  try {
    return changeOrg(org, [change]).org
  } catch (error) {
    if (isOrgError(error, 'INVALID_CHANGES')) return undefined
    throw error
  }
}

/** A history as a list: what happened, and the org of each of its dates. */
export interface NaiveHistory {
  readonly start: Org
  readonly entries: readonly EffectiveChanges[]
  /** The org from each date on, the first before all of them. */
  readonly snapshots: readonly { readonly on: string; readonly org: Org }[]
}

/** A random history within 365 days, each of whose changes is sound on its day. */
export function randomHistory(random: Random, tries: number): NaiveHistory {
  const start = randomOrg(random)
  const entries: { on: string; changes: Change[] }[] = []
  const snapshots = [{ on: '', org: start }]
  let org = start
  for (let attempt = 0, day = 0; attempt < tries; attempt++) {
    const change = randomChange(random)
    const next = changed(org, change)
    if (next === undefined) continue
    if (random(3) > 0) day += random(9)
    const on = dateOf(day)
    org = next
    const last = entries.at(-1)
    // Now and then, two entries have the same date.
    if (last?.on === on && random(2) === 0) last.changes.push(change)
    else entries.push({ on, changes: [change] })
    if (snapshots.at(-1)?.on === on) snapshots.pop()
    snapshots.push({ on, org })
  }
  return { start, entries, snapshots }
}

/** The org that a list of snapshots has on a date. */
export function snapshotAt(snapshots: NaiveHistory['snapshots'], date: string): Org {
  const found = snapshots.findLast(({ on }) => on <= date)
  if (found === undefined) throw new Error(`no snapshot on ${date}`)
  return found.org
}
