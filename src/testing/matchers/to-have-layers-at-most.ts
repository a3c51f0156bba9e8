import {
  checkOrg,
  counted,
  maxLayers,
  type Org,
  quotedList,
  routeText,
  spansAndLayers,
} from '../../internal.js'
import { type MatchResult, matchResult } from '../match-result.js'

/**
 * Whether the chart has at most `max` layers.
 *
 * The top is layer 1. Only solid lines count; roles in or below a cycle have no layer.
 *
 * Complexity: O(roles).
 *
 * @param org The org.
 * @param max The most layers, 1 or more.
 * @returns Whether it passes, and the message with the longest chain.
 * @throws {@link OrgError} `INVALID_ARGUMENT`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toHaveLayersAtMost } from 'rolegraph/testing'
 *
 * const org = defineOrg({ roles: { cpo: {}, lead: { reportsTo: 'cpo' }, analyst: { reportsTo: 'lead' } } })
 * console.log(toHaveLayersAtMost(org, 3).pass) // => true
 * console.log(toHaveLayersAtMost(org, 2).message())
 * // => expect(org).toHaveLayersAtMost(2)
 * // =>
 * //    The chart has 3 layers; too deep: 'analyst'
 * //    The longest chain: 'analyst' → 'lead' → 'cpo'
 * ```
 * @see `maxLayers`, `spansAndLayers`.
 */
export function toHaveLayersAtMost(org: Org, max: number): MatchResult {
  const { ok, issues } = checkOrg(org, { rules: [maxLayers(max)] })
  return matchResult(ok, 'toHaveLayersAtMost', [max], () => {
    const { layers, rolesPerLayer } = spansAndLayers(org)
    const found = `The chart has ${counted(layers, 'layer')}`
    if (ok) return [`${found}; roles per layer from the top down: ${rolesPerLayer.join(', ')}.`]
    const chain = issues[0].witness.filter((step) => typeof step === 'string')
    return [`${found}; too deep: ${quotedList(issues[0].roles)}`, `The longest chain: ${routeText(chain)}`]
  })
}
