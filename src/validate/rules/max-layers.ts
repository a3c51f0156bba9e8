import { counted, quotedList } from '../../kernel/in-words.js'
import { NONE } from '../../engine/columns.js'
import { stateOf } from '../../engine/org-state.js'
import { countArgument } from '../count-argument.js'
import { deferredIssue } from '../deferred-issue.js'
import type { Rule } from '../rule.js'
import { solidLinesOf } from '../solid-lines.js'

/**
 * A policy: the chart has no more than so many layers.
 *
 * The top is layer 1. One issue `LAYERS_OVER_MAX` with all the roles that stand deeper, in input order; the
 * witness is the chain of the first of the deepest ones, from it up to its top. Roles in or below a cycle have
 * no layer.
 *
 * Complexity: O(roles).
 *
 * @param max The number of layers that is allowed, 1 or more.
 * @returns A rule for {@link checkOrg}.
 * @throws {@link OrgError} `INVALID_ARGUMENT`.
 * @example
 * ```ts
 * import { checkOrg, defineOrg, maxLayers } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { ceo: {}, director: { reportsTo: 'ceo' }, analyst: { reportsTo: 'director' } },
 * })
 * const { issues } = checkOrg(org, { rules: [maxLayers(2)] })
 * console.log(issues[0]?.roles) // => [ 'analyst' ]
 * console.log(issues[0]?.witness) // => [ 'analyst', 'director', 'ceo' ]
 * ```
 * @see `layerOf`, `spansAndLayers`.
 */
export function maxLayers(max: number): Rule<'LAYERS_OVER_MAX'> {
  countArgument(max, 'maxLayers', 'max', 1)
  return Object.freeze({
    codes: Object.freeze(['LAYERS_OVER_MAX'] as const),
    *check(context) {
      const { ids } = stateOf(context.org).columns
      const { hierarchy, manager } = solidLinesOf(context)
      const deep: number[] = []
      let deepest = NONE
      for (const [handle, layer] of hierarchy.layer.entries()) {
        if (layer <= max) continue
        deep.push(handle)
        if (deepest === NONE || layer > hierarchy.layer[deepest]) deepest = handle
      }
      if (deepest === NONE) return
      const chain: string[] = []
      for (let handle = deepest; handle !== NONE; handle = manager[handle]) chain.push(ids[handle])
      const roles = deep.map((handle) => ids[handle])
      yield deferredIssue('LAYERS_OVER_MAX', 'error', () => ({
        roles,
        place: { path: ['roles', chain[0]] },
        witness: chain,
        message:
          `The chart has ${counted(chain.length, 'layer')}, and ${String(max)} ${max === 1 ? 'is' : 'are'} allowed; ` +
          `too deep: ${quotedList(roles)}`,
        suggestion: 'Take a layer of managers out of the chain, or let some of them report higher up.',
      }))
    },
  } satisfies Rule<'LAYERS_OVER_MAX'>)
}
