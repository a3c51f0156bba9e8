import { frozen } from '../internal.js'
import type { PmoRoleId } from './data/role-entry.js'
import { type PmoOptions, settingsOf } from './pmo-options.js'
import { requirePmoRole } from './pmo-roles.js'
import { solidLinesOf, type StatedLine } from './reporting-lines.js'

/**
 * The managers that a role may report to under a kind of office, each with its sources.
 *
 * {@link pmoOrg} takes the first, or the one given by its option `managers`. There are several only if sources of the
 * same weight differ.
 *
 * Complexity: O(lines of the model).
 *
 * @param role A role of the model.
 * @param options The kind of office, as for {@link pmoOrg}; `managers` is ignored.
 * @returns A fresh array of frozen lines; empty for a role to which no source gives a manager.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `INVALID_OPTION`.
 * @example
 * ```ts
 * import { managerChoicesOf } from 'rolegraph/pmo'
 *
 * const choices = managerChoicesOf('epmo-director', { authority: 'controlling', scope: 'enterprise' })
 * console.log(choices.map((line) => line.to)) // => [ 'chief-executive-officer', 'functional-executive', 'chief-project-officer' ]
 * console.log(choices[1]) // => { to: 'functional-executive', sources: [ 'P3L' ] }
 * ```
 */
export function managerChoicesOf(role: PmoRoleId, options: PmoOptions): StatedLine[] {
  requirePmoRole(role)
  return solidLinesOf(settingsOf(options, 'managerChoicesOf'), role).map((line) => frozen({ ...line }))
}
