import { invalidArgument, invalidOption, type Org } from '../../internal.js'
import { type MatchResult, matchResult } from '../match-result.js'
import { standingRole } from '../standing.js'
import { Shown } from '../text/call-text.js'
import { chartLines, type ChartTextOptions } from '../text/chart-text.js'
import { lineDiff } from '../text/line-diff.js'

/** Which part of the chart is compared, and what stands for a role. */
export interface ChartOptions<
  Id extends string = string,
  Unit extends string = string,
> extends ChartTextOptions {
  /** Only this role, or the head of this unit, and everyone below. */
  readonly root?: Id | Unit
}

/**
 * Whether a chart looks like a text: a role a line, its reports below it, indented by two spaces, in input order.
 *
 * A line has the title of the role, then `(vacant)` where the chart says so, then `⇢` and the title of each dotted
 * manager. The indentation that all lines have, blank lines and spaces at the ends of lines do not count.
 *
 * Complexity: O(roles); the message compares lines.
 *
 * @param org The org.
 * @param chart The text.
 * @param options `label`: `'title'` (the default) or `'id'`; `root`: only that role and everyone below; `layers`: how
 * many layers are compared, with the number of reports, `(+2)`, where more lie deeper.
 * @returns Whether it passes, and the message with the lines that differ.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `INVALID_ARGUMENT`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toMatchChart } from 'rolegraph/testing'
 *
 * const org = defineOrg({
 *   roles: {
 *     lead: { title: 'PMO Lead' },
 *     analyst: { title: 'Analyst', reportsTo: 'lead' },
 *     planner: { title: 'Planner', reportsTo: 'lead', vacant: true },
 *   },
 * })
 * const result = toMatchChart(
 *   org,
 *   `
 *   PMO Lead
 *     Analyst
 *     Planner (vacant)
 * `,
 * )
 * console.log(result.pass) // => true
 * console.log(toMatchChart(org, 'PMO Lead\n  Analyst\n  Planner').message())
 * // => expect(org).toMatchChart(…)
 * // =>
 * //    The chart is another: - is expected, + is there.
 * // =>
 * //      PMO Lead
 * //        Analyst
 * //    -   Planner
 * //    +   Planner (vacant)
 * ```
 */
export function toMatchChart<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  chart: string,
  options?: ChartOptions<NoInfer<Id>, NoInfer<Unit>>,
): MatchResult {
  const received: unknown = chart
  if (typeof received !== 'string') throw invalidArgument('toMatchChart', 'chart', received, 'text')
  refuseWrongOptions(options)
  const root = options?.root === undefined ? undefined : standingRole(org, options.root)
  const actual = chartLines(org, { ...options, ...(root !== undefined && { root }) })
  const expected = linesOf(chart)
  const pass = expected.length === actual.length && expected.every((line, index) => line === actual[index])
  return matchResult(pass, 'toMatchChart', [new Shown('…'), options], () => {
    if (pass) return ['The chart looks like that.']
    return ['The chart is another: - is expected, + is there.', '', ...lineDiff(expected, actual)]
  })
}

function refuseWrongOptions(options: ChartTextOptions | undefined): void {
  const { label = 'title', layers = 1 } = options ?? {}
  if (!['title', 'id'].includes(label)) throw invalidOption('label', label, "'title' or 'id'")
  if (!(layers >= 1)) throw invalidOption('layers', layers, 'a number, 1 or more')
}

/** The lines of a text without the indentation that all of them have. */
function linesOf(chart: string): string[] {
  const lines = chart
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
  let indent = Infinity
  for (const line of lines) indent = Math.min(indent, line.length - line.trimStart().length)
  return lines.map((line) => line.slice(indent))
}
