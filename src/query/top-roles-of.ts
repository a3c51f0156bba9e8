import { NONE } from '../engine/columns.js'
import { targetsOf } from '../engine/edges.js'
import { alongLines } from '../engine/lines-option.js'
import { stateOf } from '../engine/org-state.js'
import type { LinesOption } from '../model/line.js'
import type { Org } from '../model/org.js'

/**
 * Returns the roles that report to nobody, in input order.
 *
 * A chart may have several; a role without lines is one of them. A role in a cycle is not a top, and neither is one whose
 * manager is unknown ({@link orphansOf}), so a broken chart may have no top at all. A role that reports to itself is a cycle
 * of one and not a top either; {@link checkOrg} accepts it as one with `allowSelfManagedTops`. Along `'dotted'` lines, tops
 * are the roles without a dotted manager: most roles of a typical chart.
 *
 * Complexity: O(length of the answer) along solid lines, else O(roles).
 *
 * @param org The org.
 * @param options `lines`: which reporting lines count, `'solid'` by default.
 * @returns A fresh array of ids.
 * @throws {@link OrgError} `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, topRolesOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { ceo: {}, chair: {}, director: { reportsTo: 'ceo' }, auditor: { dottedTo: 'chair' } },
 * })
 * console.log(topRolesOf(org)) // => [ 'ceo', 'chair', 'auditor' ]
 * console.log(topRolesOf(org, { lines: 'all' })) // => [ 'ceo', 'chair' ]
 * ```
 * @see {@link orphansOf}, {@link layerOf}, {@link managersOf}.
 */
export function topRolesOf<Id extends string>(org: Org<Id>, options?: LinesOption): Id[] {
  const { state, lines } = alongLines(stateOf(org), 'topRolesOf', options)
  const { ids, manager, dotted } = state.columns
  if (lines === 'solid') return Array.from(state.tops, (top) => ids[top])
  return ids.filter((_, handle) => {
    return (
      targetsOf(dotted, handle).length === 0 &&
      (lines === 'dotted' || (manager[handle] === NONE && !state.unknownManagers.has(handle)))
    )
  })
}

/**
 * Returns the roles whose solid manager is unknown, in input order: each reports to somebody, but not to a role of this org.
 *
 * Only an org that was collected with its issues has any. For queries they have no manager and are in layer 1 of a
 * tree of their own; they are not tops, since the chart says that somebody is above them. `issuesOf` has the manager that
 * each one states.
 *
 * Complexity: O(length of the answer).
 *
 * @param org The org.
 * @returns A fresh array of ids; empty for a sound chart.
 * @throws {@link OrgError} `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { orgFromRecords, orphansOf, topRolesOf } from 'rolegraph'
 *
 * const rows = [
 *   { post: 'ceo', boss: null },
 *   { post: 'clerk', boss: 'someone in another file' },
 * ]
 * const org = orgFromRecords(rows, { id: 'post', manager: 'boss', onIssue: 'collect' })
 * console.log(topRolesOf(org)) // => [ 'ceo' ]
 * console.log(orphansOf(org)) // => [ 'clerk' ]
 * ```
 * @see {@link topRolesOf}.
 */
export function orphansOf<Id extends string>(org: Org<Id>): Id[] {
  const { columns, unknownManagers } = stateOf(org)
  return Array.from(unknownManagers.keys())
    .sort((a, b) => a - b)
    .map((handle) => columns.ids[handle])
}
