import { givenOptions, invalidArgument, invalidOption, oneOf, type Org } from '../../internal.js'
import { answeringRole } from '../answering-role.js'
import { type MatchResult, matchResult, Shown } from '../match-result.js'
import { chartLines, type ChartTextOptions } from '../text/chart-text.js'
import { lineDiff } from '../text/line-diff.js'

/** Which part of the chart to compare, and how roles are written. */
export interface ChartOptions<
  Id extends string = string,
  Unit extends string = string,
> extends ChartTextOptions {
  /** Only this role, or the head of this unit, and everyone below it. */
  readonly root?: Id | Unit
}

/**
 * Whether a chart equals a text: one line per role, its reports below it in input order, indented by two spaces.
 *
 * A line has the title of the role, `(vacant)` if it is vacant, `(planned)` if it is planned, and `⇢` with the title of each
 * dotted manager. A title that reads as such a mark is quoted: `'Planner (vacant)'`. Common indentation, blank lines and
 * trailing spaces are ignored.
 *
 * Complexity: O(roles); the message compares lines.
 *
 * @param org The org.
 * @param chart The text.
 * @param options `label`: `'title'` (the default) or `'id'`; `root`: only that role and everyone below it;
 * `layers`: how many layers to compare; reports in deeper layers are only counted: `(+2)`.
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
 * //    The chart differs: - expected, + found.
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
  checkOptions(options)
  const root = options?.root === undefined ? undefined : answeringRole(org, options.root)
  const actual = chartLines(org, { ...options, ...(root !== undefined && { root }) })
  const expected = linesOf(chart)
  const pass = expected.length === actual.length && expected.every((line, index) => line === actual[index])
  return matchResult(pass, 'toMatchChart', [new Shown('…'), options], () => {
    if (pass) return ['The chart is as expected.']
    return ['The chart differs: - expected, + found.', '', ...lineDiff(expected, actual)]
  })
}

function checkOptions(options: ChartTextOptions | undefined): void {
  const given = givenOptions('toMatchChart', options, ['label', 'root', 'layers'])
  const label = given.get('label')
  if (label !== undefined) oneOf('label', label, ['title', 'id'])
  const layers = given.get('layers')
  if (layers !== undefined && !(typeof layers === 'number' && layers >= 1))
    throw invalidOption('layers', layers, 'a number, 1 or more')
}

/** The lines of a text without their common indentation. */
function linesOf(chart: string): string[] {
  const lines = chart
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
  let indent = Infinity
  for (const line of lines) indent = Math.min(indent, line.length - line.trimStart().length)
  return lines.map((line) => line.slice(indent))
}
