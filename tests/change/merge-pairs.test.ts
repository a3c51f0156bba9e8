import { changeOrg, mergeOrgs, type Org, type RenameRole } from 'rolegraph'
import { expect, it } from 'vitest'
import { type NaiveChange, naivelyChanged, type NaiveRole } from './naive-changes.js'
import { contentText, naivelyMerged } from './naive-merges.js'
import { orgOf, SMALL_CHANGES, smallCharts } from './small-changes.js'
import { sortedContentOf, textOf } from './sorted-content.js'

/** `all` compares every pair of changes of all charts of up to four roles, which takes some minutes. */
const isAll = process.env['MERGE_PAIRS'] === 'all'

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

/**
 * Whether a merge may differ from the orders of two changes, since the sides of a merge are charts, and not lists of changes:
 * - `{ to }` is a change of each report and reference. What another side does with them is a conflict, and not an effect.
 * - A removal may name an heir who inherits nothing, or hand a line over to a role that has one. A chart does not tell.
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
      if (change.do !== 'remove-role') return false
      const { reports, references } = change
      const manager = chart.find(({ id }) => id === change.role)?.reportsTo
      const heirs = [reports, references].flatMap((rule) => (typeof rule === 'object' ? [rule.to] : []))
      if (heirs.length > 0 && result === undefined) return true
      if (references === 'lift' && manager !== undefined) heirs.push(manager)
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
  for (const chart of smallCharts()) {
    if (!isAll && chart.length > 3) break
    const base = orgOf(chart)
    const sides = SMALL_CHANGES.flatMap((change) => {
      const side = sideOf(chart, base, [change])
      // A change that changes nothing is none.
      return side === undefined || contentText(side.roles) === contentText(chart) ? [] : [side]
    })
    for (const one of sides) {
      for (const other of sides) {
        if (!isAll && pair++ % 23 !== 0) continue
        compared++
        const expected = naivelyMerged(chart, one.changes[0], other.changes[0])
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
  expect(differ).toBeLessThan(compared / 8)
})
