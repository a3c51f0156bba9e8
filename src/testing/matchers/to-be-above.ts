import {
  type CompareOptions,
  compareRoles,
  type Comparison,
  givenOptions,
  isAbove,
  type LinesOption,
  type Org,
  quote,
  reportingPathBetween,
  routeText,
} from '../../internal.js'
import { type MatchResult, matchResult } from '../match-result.js'
import { chainLine } from '../message-lines.js'

/**
 * Whether one role is above another: by the management chain, or `by` grade or layer.
 *
 * By chain, the default, it is the reverse of `toReportUpTo`. No role is above itself. Units answer through their
 * heads.
 *
 * Complexity: as for `compareRoles`.
 *
 * @param org The org.
 * @param upper The id of the role, or of the unit with a head, that should be above.
 * @param lower The id of the role, or of the unit with a head, that should be below.
 * @param options `by`: `'chain'` (the default), `'grade'` or `'layer'`; `lines`: which reporting lines the chain
 * follows, `'solid'` by default.
 * @returns Whether it passes, and the message.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toBeAbove } from 'rolegraph/testing'
 *
 * const org = defineOrg({
 *   roles: { cpo: { grade: 9 }, manager: { reportsTo: 'cpo', grade: 6 }, expert: { reportsTo: 'cpo', grade: 7 } },
 * })
 * console.log(toBeAbove(org, 'cpo', 'manager').pass) // => true
 * console.log(toBeAbove(org, 'manager', 'expert', { by: 'grade' }).message())
 * // => expect(org).toBeAbove('manager', 'expert', { by: 'grade' })
 * // =>
 * //    By grade 'manager' is below 'expert'.
 * //    'manager' has grade 6, 'expert' has grade 7.
 * ```
 * @see `compareRoles`, {@link toReportUpTo}.
 */
export function toBeAbove<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  upper: NoInfer<Id | Unit>,
  lower: NoInfer<Id | Unit>,
  options?: CompareOptions,
): MatchResult {
  givenOptions('toBeAbove', options, ['by', 'lines'])
  const by = options?.by ?? 'chain'
  const along: LinesOption = options?.lines === undefined ? {} : { lines: options.lines }
  const comparison = compareRoles(org, upper, lower, { ...options, by })
  // In a cycle each role is above the other, so the comparison is undecided.
  const pass = by === 'chain' ? isAbove(org, upper, lower, along) : comparison.relation === 'above'
  return matchResult(pass, 'toBeAbove', [upper, lower, options], () => {
    const path = reportingPathBetween(org, lower, upper, along)?.roles ?? []
    if (by !== 'chain') return measured(by, comparison, upper, lower)
    if (pass) return [`${quote(upper)} is above ${quote(lower)}: ${routeText(path)}`]
    if (comparison.relation === 'below')
      return [`${quote(upper)} is not above ${quote(lower)}, but below it: ${routeText([...path].reverse())}`]
    return [
      `${quote(upper)} is not above ${quote(lower)}.`,
      chainLine(org, lower, along),
      path.length > 1 ? `The path between them: ${routeText(path)}` : undefined,
    ]
  })
}

function measured(by: string, comparison: Comparison, upper: string, lower: string): string[] {
  const { relation, because } = comparison
  const values = because.map((reason) => {
    if (reason.kind === 'grade') return `${quote(reason.role)} has grade ${String(reason.grade)}`
    if (reason.kind === 'layer')
      return `${quote(reason.role)} is in layer ${String(reason.layer)} below ${quote(reason.top)}`
    return `${quote(reason.line.from)} reports to ${quote(reason.line.to)}`
  })
  const relations = {
    above: `is above ${quote(lower)}`,
    below: `is below ${quote(lower)}`,
    same: `and ${quote(lower)} are the same`,
    incomparable: `and ${quote(lower)} cannot be compared`,
  }
  const known = values.length === 0 ? `Neither has a ${by}.` : `${values.join(', ')}.`
  return [`By ${by} ${quote(upper)} ${relations[relation]}.`, known]
}
