import { type Change, changeOrg, diffOrgs, invertChanges, isOrgError, type Org } from 'rolegraph'
import { toOrgDocument } from 'rolegraph/export'
import { expect, it } from 'vitest'
import { type NaiveChange, naivelyChanged, type NaiveRole } from './naive-changes.js'
import { randomFrom } from './random-charts.js'
import { CHANGES, charts, orgOf } from './small-charts.js'

/** `all` compares every list of two changes, which takes some minutes. */
const EVERY = process.env['CHANGE_LISTS'] === 'all' ? 1 : 401
const SAMPLES = Number(process.env['CHANGE_SAMPLES'] ?? 5_000)

/** The org after changes, or `undefined` where one of them has a problem. */
function changed(org: Org, changes: readonly Change[]): Org | undefined {
  try {
    return changeOrg(org, changes).org
  } catch (error) {
    if (isOrgError(error, 'INVALID_CHANGES')) return undefined
    throw error
  }
}

/** Compares a list of changes with the naive model, and its inverse and diff with what they promise. */
function compare(chart: readonly NaiveRole[], org: Org, changes: readonly NaiveChange[]): void {
  const naive = changes.reduce<readonly NaiveRole[] | undefined>(
    (roles, change) => roles && naivelyChanged(roles, change),
    chart,
  )
  const after = changed(org, changes)
  const told = `${JSON.stringify(chart)} ${JSON.stringify(changes)}`
  if (naive === undefined || after === undefined) {
    expect(after === undefined, told).toBe(naive === undefined)
    return
  }
  const document = JSON.stringify(toOrgDocument(after))
  expect(document, told).toBe(JSON.stringify(toOrgDocument(orgOf(naive))))
  const before = JSON.stringify(toOrgDocument(org))
  expect(JSON.stringify(toOrgDocument(changeOrg(after, invertChanges(org, changes)).org)), told).toBe(before)
  expect(JSON.stringify(toOrgDocument(changeOrg(org, diffOrgs(org, after).changes).org)), told).toBe(document)
}

it('every change, and lists of two, of all charts of up to four roles give what a list of records gives', () => {
  let list = 0
  for (const chart of charts()) {
    const org = orgOf(chart)
    for (const first of CHANGES) {
      compare(chart, org, [first])
      for (const second of CHANGES) if (list++ % EVERY === 0) compare(chart, org, [first, second])
    }
  }
})

it('so do lists of three that are drawn at random', () => {
  const all = [...charts()]
  const random = randomFrom(1)
  for (let sample = 0; sample < SAMPLES; sample++) {
    const chart = all[random(all.length)]
    compare(
      chart,
      orgOf(chart),
      Array.from({ length: 3 }, () => CHANGES[random(CHANGES.length)]),
    )
  }
})
