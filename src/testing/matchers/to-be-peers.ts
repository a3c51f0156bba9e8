import { invalidArgument, managersOf, type Org, peersOf, quote, quotedList } from '../../internal.js'
import { answeringRole } from '../answering-role.js'
import { type MatchResult, matchResult } from '../match-result.js'

/**
 * Whether roles are peers: they have the same solid manager.
 *
 * Tops have no manager and no peers. Units answer through their heads.
 *
 * Complexity: O(reports of the manager).
 *
 * @param org The org.
 * @param roles Two or more ids, of roles or of units with a head.
 * @returns Whether it passes, and the message.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `NOT_AN_ORG`; `INVALID_ARGUMENT` for fewer than two.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toBePeers } from 'rolegraph/testing'
 *
 * const org = defineOrg({
 *   roles: { cpo: {}, planner: { reportsTo: 'cpo' }, lead: { reportsTo: 'cpo' }, analyst: { reportsTo: 'lead' } },
 * })
 * console.log(toBePeers(org, 'planner', 'lead').pass) // => true
 * console.log(toBePeers(org, 'planner', 'analyst').message())
 * // => expect(org).toBePeers('planner', 'analyst')
 * // =>
 * //    'planner' reports to 'cpo'.
 * //    'analyst' reports to 'lead'.
 * ```
 * @see `peersOf`.
 */
export function toBePeers<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  ...roles: NoInfer<Id | Unit>[]
): MatchResult {
  if (roles.length < 2) {
    throw invalidArgument('toBePeers', 'roles', roles, 'two or more ids')
  }
  const answering = roles.map((role) => answeringRole(org, role))
  const peers = new Set<string>([...peersOf(org, roles[0]), answering[0]])
  const pass = new Set(answering).size === answering.length && answering.every((role) => peers.has(role))
  return matchResult(pass, 'toBePeers', roles, () => {
    if (pass) return [`${quotedList(roles)} report to ${quotedList(managersOf(org, roles[0]))}.`]
    return roles.map((role) => `${quote(role)} reports to ${quotedList(managersOf(org, role), 'nobody')}.`)
  })
}
