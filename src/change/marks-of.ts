import { givenOptions, oneOf } from '../kernel/option-check.js'
import type { Org, RoleIdOf } from '../model/org.js'
import { type OrgDiff, requireDiff } from './diff-orgs.js'

/** What a diff says about a role, as pictures draw it. */
export type DiffMark = 'added' | 'removed' | 'moved'

/** The options of {@link marksOf}. */
export interface MarksOptions {
  /** The org that is drawn: the one `'after'` the changes (the default) or `'before'` them. */
  readonly in?: 'after' | 'before'
}

/**
 * Returns the marks of a diff, for the option `marks` of every picture: roles that are added and roles with another manager, or in the org
 * before the changes the roles that are removed and those that get another manager.
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
 *
 * const before = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' } } })
 * const after = changeOrg(before, [{ do: 'add-role', role: 'planner', spec: { reportsTo: 'lead' } }]).org
 * console.log(marksOf(diffOrgs(before, after))) // => Map(1) { 'planner' => 'added' }
 * ```
 * @see {@link diffOrgs}.
 */
export function marksOf<After extends Org>(
  diff: OrgDiff<Org, After>,
  options?: { readonly in?: 'after' },
): Map<RoleIdOf<After>, DiffMark>
export function marksOf<Before extends Org>(
  diff: OrgDiff<Before>,
  options: { readonly in: 'before' },
): Map<RoleIdOf<Before>, DiffMark>
export function marksOf(diff: OrgDiff, options?: MarksOptions): Map<string, DiffMark> {
  requireDiff('marksOf', diff)
  const given = givenOptions('marksOf', options, ['in'])
  const isAfter = oneOf('in', given.get('in'), ['after', 'before'], 'after') === 'after'
  const marks = new Map<string, DiffMark>()
  const added = new Set<string>()
  for (const change of diff.changes) {
    if (change.do === 'add-role') {
      added.add(change.role)
      if (isAfter) marks.set(change.role, 'added')
    } else if (change.do === 'remove-role') {
      if (!isAfter) marks.set(change.role, 'removed')
    } else if (change.do === 'set-manager' && !added.has(change.role)) marks.set(change.role, 'moved')
  }
  return marks
}
