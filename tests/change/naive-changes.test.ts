import {
  type Change,
  changeOrg,
  diffOrgs,
  invertChanges,
  isOrgError,
  type Org,
  orgFromRecords,
} from 'rolegraph'
import { toOrgDocument } from 'rolegraph/export'
import { expect, it } from 'vitest'
import { type NaiveChange, naivelyChanged, type NaiveRole, type NaiveRule } from './naive-changes.js'
import { randomFrom } from './random-charts.js'

/** `all` compares every list of two changes, which takes some minutes. */
const EVERY = process.env['CHANGE_LISTS'] === 'all' ? 1 : 401
const SAMPLES = Number(process.env['CHANGE_SAMPLES'] ?? 5_000)
const IDS = ['a', 'b', 'c', 'd'] as const

/** All charts of up to four roles without cycles; in half of them roles have dotted lines and moves to each other. */
function* charts(): Generator<readonly NaiveRole[]> {
  for (let count = 1; count <= IDS.length; count++) {
    const ids = IDS.slice(0, count)
    for (let code = 0; code < (count + 1) ** count; code++) {
      const managers = ids.map((_, at) => Math.floor(code / (count + 1) ** at) % (count + 1))
      const isTree = ids.every((_, at) => {
        let next = at
        for (let step = 0; step <= count && next !== count; step++) next = managers[next]
        return next === count
      })
      if (!isTree) continue
      for (const isMatrix of [false, true]) {
        yield ids.map((id, at) => ({
          id,
          ...(managers[at] < count && { reportsTo: ids[managers[at]] }),
          dottedTo: isMatrix ? ids.filter((_, other) => other === (at + 1) % count && other !== at) : [],
          progressesTo: isMatrix && at > 0 ? ids.slice(0, at) : [],
        }))
      }
    }
  }
}

const rules: readonly NaiveRule[] = ['refuse', 'lift', 'remove', { to: 'a' }]
const CHANGES: readonly NaiveChange[] = [
  ...IDS.flatMap((role) => [...IDS, null].map((manager) => ({ do: 'set-manager', role, manager }) as const)),
  ...[undefined, 'a', 'd'].map(
    (reportsTo) =>
      ({
        do: 'add-role',
        role: 'e',
        spec: { ...(reportsTo !== undefined && { reportsTo }) },
        before: 'b',
      }) as const,
  ),
  ...['a', 'e'].map((role) => ({ do: 'add-role', role, spec: { reportsTo: 'b' } }) as const),
  ...IDS.flatMap((role) =>
    rules.flatMap((reports) =>
      rules.map((references) => ({ do: 'remove-role', role, reports, references }) as const),
    ),
  ),
  ...IDS.map((role) => ({ do: 'rename-role', role, to: 'e' }) as const),
  { do: 'rename-role', role: 'b', to: 'c' },
  ...(['a', 'c'] as const).flatMap((role) =>
    (['b', 'd', null] as const).map((before) => ({ do: 'reorder', role, before }) as const),
  ),
  { do: 'add-dotted-line', role: 'a', manager: 'c' },
  { do: 'add-dotted-line', role: 'b', manager: 'e' },
  { do: 'remove-dotted-line', role: 'a', manager: 'b' },
  { do: 'add-move', role: 'a', move: 'd' },
  { do: 'remove-move', role: 'c', to: 'a' },
]

function orgOf(roles: readonly NaiveRole[]): Org {
  return orgFromRecords(roles, {
    id: 'id',
    manager: (role) => role.reportsTo,
    dotted: 'dottedTo',
    moves: 'progressesTo',
  })
}

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
