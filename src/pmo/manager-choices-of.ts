import { OrgError } from '../internal.js'
import { frozen } from './data/frozen.js'
import type { PmoRoleId } from './data/role-ids.js'
import { type PmoOptions, settingsOf } from './pmo-options.js'
import { pmoRoles } from './pmo-roles.js'
import { solidLinesOf, type StatedLine } from './reporting-lines.js'

/**
 * To whom a role may report under a kind of office, with the sources of each possibility.
 *
 * The first is what {@link pmoOrg} takes; another can be had with its option `managers`. Several remain only
 * where sources of the same weight differ.
 *
 * Complexity: O(lines of the model).
 *
 * @param role A role of the model.
 * @param options The kind of office, as for {@link pmoOrg}; `managers` does not matter here.
 * @returns A fresh array of frozen lines; empty for a role that no source puts under another.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `INVALID_OPTION`, `INVALID_ARGUMENT`.
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
  const settings = settingsOf(options)
  const received: unknown = role
  if (typeof received !== 'string' || !Object.hasOwn(pmoRoles, received)) {
    throw new OrgError(
      'UNKNOWN_ROLE',
      'No role of the model has this id; the ids are the keys of pmoRoles.',
      {
        id: received,
        nearest: undefined,
      },
    )
  }
  return solidLinesOf(settings, role).map((line) => frozen({ ...line }))
}
