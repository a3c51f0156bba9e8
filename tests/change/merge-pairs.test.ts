import { changeOrg, mergeOrgs, type Org, type RenameRole } from 'rolegraph'
import { expect, it } from 'vitest'
import { type NaiveChange, naivelyChanged, type NaiveRole } from './naive-changes.js'
import { contentText, naiveOrders, naivelyMerged } from './naive-merges.js'
import { randomFrom } from './random-charts.js'
import { changesOf, IS_EXHAUSTIVE, orgOf, SMALL_CHANGES, smallCharts } from './small-changes.js'
import { sortedContentOf, textOf } from './sorted-content.js'

/** `npm run test:exhaustive` compares every pair of changes of all charts of up to four roles. */
const EVERY = IS_EXHAUSTIVE ? 1 : 11

const SAMPLES = Number(process.env['MERGE_SAMPLES'] ?? 500)

/** A side of a merge: the list of changes that made it. */
interface Side {
  readonly changes: readonly NaiveChange[]
  readonly roles: readonly NaiveRole[]
  readonly org: Org
}

function sideOf(chart: readonly NaiveRole[], base: Org, changes: readonly NaiveChange[]): Side | undefined {
  const roles = changes.reduce<readonly NaiveRole[] | undefined>(
    (made, change) => made && naivelyChanged(made, change),
    chart,
  )
  return roles && { changes, roles, org: changeOrg(base, changes).org }
}

function merged(base: Org, one: Side, other: Side): string | undefined {
  const [ours, theirs] = [one, other].map(({ changes }) =>
    changes.filter((change): change is RenameRole & NaiveChange => change.do === 'rename-role'),
  )
  const { org, conflicts } = mergeOrgs(base, one.org, other.org, { renames: { ours, theirs } })
  expect(org === undefined).toBe(conflicts.length > 0)
  return org && textOf(sortedContentOf(org))
}

/** Whether a change of a list does nothing, or is undone by the other, or an id is reused: a chart does not tell. */
function hasIdleChange(chart: readonly NaiveRole[], { changes, roles }: Side): boolean {
  const isGone = (id: unknown): boolean => typeof id === 'string' && roles.every((role) => role.id !== id)
  const isTraceless = changes.some((change) => {
    if (change.do === 'remove-role') return false
    if (change.do === 'add-role' && chart.some(({ id }) => id === change.role)) return true
    const ends = ['role', 'manager', 'move', 'to'].map(
      (field) => Object.entries(change).find(([name]) => name === field)?.[1] as unknown,
    )
    return [...ends, change.do === 'add-role' && change.spec.reportsTo].some(isGone)
  })
  if (isTraceless) return true
  const parts = [chart, ...changes.map((change) => naivelyChanged(chart, change))]
  return parts.some((part) => part !== undefined && contentText(part) === contentText(roles))
}

/**
 * Whether a merge may differ from the orders of two changes, since the sides of a merge are charts, and not lists of changes:
 * - `{ to }` is a change of each report and reference. What another side does with them is a conflict, and not an effect.
 * - A removal may name an heir who inherits nothing, or hand a line over to a role that has one. A chart does not tell.
 * - Where both sides removed a role, and what was below it or referred to it is not the same afterwards, that is a conflict.
 * - A report of a removed manager that a change of its own lets report to the next one above counts as lifted.
 * - What a removal lifted is its effect: where the other side removed it, with the tree of what both removed, it is removed.
 */
function mayDiffer(chart: readonly NaiveRole[], one: Side, other: Side, result: string | undefined): boolean {
  const isGone = ({ roles }: Side, id: string | undefined): boolean =>
    id !== undefined && roles.every((role) => role.id !== id)
  return [
    [one, other],
    [other, one],
  ].some(([side, another]) =>
    side.changes.some((change) => {
      const was = chart.find(({ id }) => id === change.role)?.reportsTo
      if (change.do === 'set-manager') return isGone(side, was)
      // Next to a removal, a new line or move may be one that was handed over.
      if (change.do === 'add-dotted-line' || change.do === 'add-move') {
        return result === undefined && side.changes.some((each) => each.do === 'remove-role')
      }
      if (change.do !== 'remove-role') return false
      const { reports, references } = change
      const heirs = [reports, references].flatMap((rule) => (typeof rule === 'object' ? [rule.to] : []))
      if (result === undefined && (heirs.length > 0 || isGone(another, change.role))) return true
      if (references === 'lift' && was !== undefined) heirs.push(was)
      if (heirs.some((heir) => isGone(another, heir))) return true
      const lostEdges = another.changes.flatMap((each) =>
        each.do === 'remove-move' ? [each.to] : each.do === 'remove-dotted-line' ? [each.manager] : [],
      )
      if (lostEdges.some((to) => heirs.includes(to))) return true
      const isTree = another.changes.some((each) => each.do === 'remove-role' && each.reports === 'remove')
      return isTree && isGone(another, change.role)
    }),
  )
}

it('merges of all pairs of changes, of all charts of up to three roles, are what both orders of the changes give', () => {
  let compared = 0
  let differ = 0
  let pair = 0
  for (const [index, chart] of [...smallCharts()].entries()) {
    if (!IS_EXHAUSTIVE && chart.length > 3) break
    const base = orgOf(chart)
    const sides = changesOf(chart, index).flatMap(({ change }) => {
      const side = sideOf(chart, base, [change])
      // A change that changes nothing is none.
      return side === undefined || contentText(side.roles) === contentText(chart) ? [] : [side]
    })
    for (const one of sides) {
      for (const other of sides) {
        if (pair++ % EVERY !== 0) continue
        compared++
        const expected = naivelyMerged(chart, one.changes, other.changes)
        const result = merged(base, one, other)
        if (result === expected) continue
        const told = `${JSON.stringify(chart)} ${JSON.stringify(one.changes)} ${JSON.stringify(other.changes)}`
        expect(
          mayDiffer(chart, one, other, result),
          `${told}: ${String(result)} and ${String(expected)}`,
        ).toBe(true)
        differ++
      }
    }
  }
  if (IS_EXHAUSTIVE) console.log(`${compared.toLocaleString('en')} merges of pairs of changes`)
  expect(differ).toBeLessThan(compared / 8)
})

it('merges of lists of two changes that are drawn at random are what an order of the lists gives', () => {
  const all = [...smallCharts()]
  const random = randomFrom(1)
  // An id that a list gives and takes again is not told.
  const pool = SMALL_CHANGES.filter(({ do: kind }) => kind !== 'rename-role')
  const counts = { merged: 0, conflicts: 0 }
  for (let sample = 0; sample < SAMPLES; sample++) {
    const chart = all[random(all.length)]
    const base = orgOf(chart)
    const draw = (): Side | undefined => {
      for (let attempt = 0; attempt < 50; attempt++) {
        const changes = Array.from({ length: 2 }, () => pool[random(pool.length)])
        const side = sideOf(chart, base, changes)
        if (side !== undefined && !hasIdleChange(chart, side)) return side
      }
      return undefined
    }
    const [one, other] = [draw(), draw()]
    if (one === undefined || other === undefined) continue
    const result = merged(base, one, other)
    const orders = naiveOrders(chart, one.changes, other.changes)
    const agreed = orders[0] === orders[1] ? orders[0] : undefined
    if (result === undefined) counts.conflicts++
    else counts.merged++
    if (result === agreed) continue
    const told = `${JSON.stringify(chart)} ${JSON.stringify(one.changes)} ${JSON.stringify(other.changes)}`
    // A change of a list may be taken back by the next one, and a problem of it with it.
    const isOneOrder = result !== undefined && orders.includes(undefined)
    if (isOneOrder && (orders.includes(result) || orders[0] === orders[1])) continue
    expect(
      mayDiffer(chart, one, other, result),
      `${told}: ${String(result)} and ${orders.join(' or ')}`,
    ).toBe(true)
  }
  expect(counts.merged).toBeGreaterThan(SAMPLES / 5)
  expect(counts.conflicts).toBeGreaterThan(SAMPLES / 5)
})
