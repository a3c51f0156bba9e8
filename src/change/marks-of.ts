import { NONE } from '../engine/columns.js'
import { targetsOf } from '../engine/edges.js'
import { type OrgState, stateOf } from '../engine/org-state.js'
import { givenOptions, oneOf } from '../kernel/option-check.js'
import type { Org, RoleIdOf } from '../model/org.js'
import { type OrgDiff, requireDiff } from './diff-orgs.js'

/**
 * What a diff says about a role, as pictures draw it. A role with another manager is `'moved'`, whatever else has changed about it;
 * `'changed'` is one with other attributes, holders, dotted lines or career moves, or with another name of its solid line.
 */
export type DiffMark = 'added' | 'removed' | 'moved' | 'changed'

/** The marks of a diff by role id, with the org before the changes. */
export interface DiffMarks<Id extends string = string> extends ReadonlyMap<Id, DiffMark> {
  /** Pictures draw roles from it that are removed, and the old places of those that have moved. */
  readonly before: Org
}

/** The options of {@link marksOf}. */
export interface MarksOptions {
  /**
   * The roles to mark: those of either org (`'both'`, the default), to draw the org after together with what is gone, or only those of
   * the org `'after'` or `'before'` the changes, to draw that org alone.
   */
  readonly in?: 'both' | 'after' | 'before'
}

/**
 * Returns the marks of a diff, for the option `marks` of every picture: which roles are added, removed, moved to another manager, or
 * changed in some other way.
 *
 * A picture of the org after with these marks shows both charts in one: removed roles are drawn where they were, and each role that has
 * moved once more at its old place, as a ghost. With `in` it is a plain map for a picture of one of the orgs.
 *
 * Complexity: O(changes).
 *
 * @param diff What `diffOrgs` returns.
 * @param options `in`.
 * @returns A fresh map by role id, in the order of the changes.
 * @throws {@link OrgError} `INVALID_ARGUMENT`, `INVALID_OPTION`.
 * @example
 * ```ts
 * import { changeOrg, defineOrg, diffOrgs, marksOf } from 'rolegraph'
 * import { toText } from 'rolegraph/render'
 *
 * const before = defineOrg({ roles: { lead: {}, senior: { reportsTo: 'lead' }, analyst: { reportsTo: 'senior' } } })
 * const after = changeOrg(before, [
 *   { do: 'add-role', role: 'planner', spec: { reportsTo: 'lead' } },
 *   { do: 'set-manager', role: 'analyst', manager: 'planner' },
 *   { do: 'remove-role', role: 'senior' },
 * ]).org
 * const marks = marksOf(diffOrgs(before, after))
 * console.log(marks) // => Map(3) { 'planner' => 'added', 'analyst' => 'moved', 'senior' => 'removed' }
 * for (const line of toText(after, { marks }).split('\n').slice(0, 5)) console.log(line)
 * // =>   lead
 * //    - ├─ senior
 * //    · │  └─ analyst  (now below planner)
 * //    + └─ planner
 * //    ~    └─ analyst  (was below senior)
 * ```
 * @see {@link diffOrgs}, {@link describeChange}.
 */
export function marksOf<Before extends Org, After extends Org>(
  diff: OrgDiff<Before, After>,
  options?: { readonly in?: 'both' },
): DiffMarks<RoleIdOf<Before> | RoleIdOf<After>>
export function marksOf<After extends Org>(
  diff: OrgDiff<Org, After>,
  options: { readonly in: 'after' },
): Map<RoleIdOf<After>, DiffMark>
export function marksOf<Before extends Org>(
  diff: OrgDiff<Before>,
  options: { readonly in: 'before' },
): Map<RoleIdOf<Before>, DiffMark>
export function marksOf(diff: OrgDiff, options?: MarksOptions): Map<string, DiffMark> | DiffMarks {
  requireDiff('marksOf', diff)
  const given = givenOptions('marksOf', options, ['in'])
  const orgs = oneOf('in', given.get('in'), ['both', 'after', 'before'], 'both')
  const marks = allMarks(diff)
  if (orgs === 'both') return Object.defineProperty(marks, 'before', { value: diff.before })
  const other = orgs === 'after' ? 'removed' : 'added'
  for (const [role, mark] of marks) if (mark === other) marks.delete(role)
  return marks
}

/** The marks of the roles of both orgs, in the order of the changes. */
function allMarks({ before, after, changes }: OrgDiff): Map<string, DiffMark> {
  const [was, is] = [stateOf(before), stateOf(after)]
  const marks = new Map<string, DiffMark>()
  const mark = (role: string, how: 'moved' | 'changed'): void => {
    const known = marks.get(role)
    if (known === undefined || (known === 'changed' && how === 'moved')) marks.set(role, how)
  }
  for (const change of changes) {
    if (change.do === 'add-role') marks.set(change.role, 'added')
    else if (change.do === 'remove-role') {
      // One whose id is that of a unit in the org after is removed first, and its reports lifted.
      if (change.reports === 'lift') for (const role of reportsIn(was, change.role)) mark(role, 'moved')
      marks.set(change.role, 'removed')
    } else if (change.do === 'set-manager')
      mark(change.role, managerIn(was, change.role) === managerIn(is, change.role) ? 'changed' : 'moved')
    else if (change.do !== 'reorder' && 'role' in change) mark(change.role, 'changed')
  }
  return marks
}

/** The id of the solid manager of a role, which may be unknown. */
function managerIn({ columns, unknownManagers }: OrgState, role: string): string | undefined {
  const handle = columns.handles.get(role)
  if (handle === undefined) return undefined
  const manager = columns.manager[handle]
  return manager === NONE ? unknownManagers.get(handle) : columns.ids[manager]
}

function reportsIn({ columns, hierarchy }: OrgState, role: string): string[] {
  const handle = columns.handles.get(role)
  if (handle === undefined) return []
  return Array.from(targetsOf(hierarchy.reports, handle), (report) => columns.ids[report])
}
