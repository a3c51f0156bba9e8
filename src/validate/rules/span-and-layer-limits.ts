import { NONE } from '../../engine/columns.js'
import { countedReports } from '../../engine/lines-option.js'
import { type OrgState, stateOf } from '../../engine/org-state.js'
import { reportsOfHandle } from '../../engine/reach.js'
import { counted, quotedList } from '../../kernel/in-words.js'
import { invalidArgument } from '../../kernel/invalid-input.js'
import { givenOptions, isUpperLimit, isWholeNumber } from '../../kernel/option-check.js'
import { quote } from '../../kernel/quote.js'
import type { StaffOption } from '../../model/line.js'
import { deferredIssue } from '../make-issue.js'
import type { Rule } from '../rule.js'
import { solidLinesOf } from '../solid-lines.js'

/**
 * A policy: no role has more than this many direct reports.
 *
 * Counts solid lines, including those of vacant reports. Staff lines count unless `staff` excludes them, planned roles only if
 * `planned` includes them. Gives an issue `SPAN_OVER_MAX` for each manager with more, in input order; the witness has the
 * direct reports that count.
 *
 * Complexity: O(roles + lines).
 *
 * @param max The widest span of control allowed, 0 or more; `Infinity` for no limit.
 * @param options `staff`: whether reports by staff lines count, `'include'` by default; `planned`: whether planned roles do,
 * `'exclude'` by default.
 * @returns A rule for {@link checkOrg}.
 * @throws {@link OrgError} `INVALID_ARGUMENT`, `INVALID_OPTION`.
 * @example
 * ```ts
 * import { checkOrg, defineOrg, maxSpan } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { lead: {}, planner: { reportsTo: 'lead' }, analyst: { reportsTo: 'lead' } },
 * })
 * const { issues } = checkOrg(org, { rules: [maxSpan(1)] })
 * console.log(issues[0]?.message) // => The role 'lead' has 2 direct reports; at most 1 is allowed
 * console.log(issues[0]?.witness) // => [ 'planner', 'analyst' ]
 * ```
 * @see `spanOfControlOf`, {@link noSingleReport}.
 */
export function maxSpan(max: number, options?: StaffOption): Rule<'SPAN_OVER_MAX'> {
  requireMost('maxSpan', max, 0)
  const countedIn = reportsOption('maxSpan', options)
  return Object.freeze({
    codes: Object.freeze(['SPAN_OVER_MAX'] as const),
    *check({ org }) {
      const state = countedIn(stateOf(org))
      for (const [handle, id] of state.columns.ids.entries()) {
        const reports = reportsOfHandle(state, handle, 'solid')
        if (reports.length <= max) continue
        yield deferredIssue('SPAN_OVER_MAX', 'error', () => ({
          roles: [id],
          witness: Array.from(reports, (report) => state.columns.ids[report]),
          message: `The role ${quote(id)} has ${counted(reports.length, 'direct report')}; ${allowed(max)}`,
          suggestion: 'Give some of them another manager, or put a role in between.',
        }))
      }
    },
  } satisfies Rule<'SPAN_OVER_MAX'>)
}

/**
 * A policy: a role that has direct reports has at least this many.
 *
 * Counts solid lines, including those of vacant reports. Staff lines count unless `staff` excludes them, planned roles only if
 * `planned` includes them. A role without reports is not a manager and passes. Gives an issue `SPAN_UNDER_MIN` for each
 * manager with fewer, in input order; the witness has the direct reports.
 *
 * Complexity: O(roles + lines).
 *
 * @param min The narrowest span of control allowed, 1 or more.
 * @param options `staff`: whether reports by staff lines count, `'include'` by default; `planned`: whether planned roles do,
 * `'exclude'` by default.
 * @returns A rule for {@link checkOrg}.
 * @throws {@link OrgError} `INVALID_ARGUMENT`, `INVALID_OPTION`.
 * @example
 * ```ts
 * import { checkOrg, defineOrg, minSpan } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { lead: {}, planner: { reportsTo: 'lead' }, analyst: { reportsTo: 'lead' } },
 * })
 * const { issues } = checkOrg(org, { rules: [minSpan(3)] })
 * console.log(issues[0]?.message) // => The role 'lead' has 2 direct reports; a manager needs at least 3
 * console.log(checkOrg(org, { rules: [minSpan(2)] }).ok) // => true
 * ```
 * @see {@link maxSpan}, {@link noSingleReport}.
 */
export function minSpan(min: number, options?: StaffOption): Rule<'SPAN_UNDER_MIN'> {
  if (!isWholeNumber(min, 1)) throw invalidArgument('minSpan', 'min', min, 'a whole number, 1 or more')
  const countedIn = reportsOption('minSpan', options)
  return Object.freeze({
    codes: Object.freeze(['SPAN_UNDER_MIN'] as const),
    *check({ org }) {
      const state = countedIn(stateOf(org))
      for (const [handle, id] of state.columns.ids.entries()) {
        const reports = reportsOfHandle(state, handle, 'solid')
        if (reports.length === 0 || reports.length >= min) continue
        yield deferredIssue('SPAN_UNDER_MIN', 'error', () => ({
          roles: [id],
          witness: Array.from(reports, (report) => state.columns.ids[report]),
          message: `The role ${quote(id)} has ${counted(reports.length, 'direct report')}; a manager needs at least ${String(min)}`,
          suggestion: 'Give it more reports, or move its reports to the manager above.',
        }))
      }
    },
  } satisfies Rule<'SPAN_UNDER_MIN'>)
}

/**
 * A policy: the chart has no more than this many layers.
 *
 * The top is layer 1. Gives one issue `LAYERS_OVER_MAX` with all roles in deeper layers, in input order; the witness is
 * the chain from the first of the deepest roles up to its top. Roles in or below a cycle have no layer.
 *
 * Complexity: O(roles).
 *
 * @param max The number of layers allowed, 1 or more; `Infinity` for no limit.
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
  requireMost('maxLayers', max, 1)
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
        message: `The chart has ${counted(chain.length, 'layer')}; ${allowed(max)}. Too deep: ${quotedList(roles)}`,
        suggestion: 'Remove a layer of managers from the chain, or let some roles report higher up.',
      }))
    },
  } satisfies Rule<'LAYERS_OVER_MAX'>)
}

function allowed(max: number): string {
  return `at most ${String(max)} ${max === 1 ? 'is' : 'are'} allowed`
}

/** Maps a state to the one in which a rule counts spans. The options are checked when the rule is made. */
function reportsOption(rule: string, options: StaffOption | undefined): (state: OrgState) => OrgState {
  const given = givenOptions(rule, options, ['staff', 'planned'])
  return countedReports(given.get('staff'), given.get('planned'))
}

function requireMost(policy: string, received: unknown, least: number): void {
  if (isUpperLimit(received, least)) return
  const allowed = `a whole number, ${String(least)} or more, or Infinity for no limit`
  throw invalidArgument(policy, 'max', received, allowed)
}
