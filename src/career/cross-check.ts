import { gradesNotAbove } from '../engine/grade-not-above.js'
import { treeSizeOf } from '../engine/hierarchy-index.js'
import { type OrgState, stateOf } from '../engine/org-state.js'
import type { Issue } from '../kernel/issue.js'
import type { Org } from '../model/org.js'
import { cycleText } from '../kernel/in-words.js'
import { quote } from '../kernel/quote.js'
import { advancementCycles } from './advancement-cycles.js'

/** The issue codes of {@link crossCheck}. */
export type CareerFinding =
  'PROMOTION_TO_LOWER_GRADE' | 'GRADE_NOT_ABOVE_REPORT' | 'UNREACHABLE_TOP' | 'ADVANCEMENT_CYCLE'

/**
 * Returns where the career moves, the grades and the chart of an org contradict each other.
 *
 * - `PROMOTION_TO_LOWER_GRADE`, a warning: an advancement leads to a lower grade.
 * - `GRADE_NOT_ABOVE_REPORT`, an error: a manager's grade is not above a direct report's, as in
 *   {@link gradeAboveReports}.
 * - `ADVANCEMENT_CYCLE`, a warning: advancements alone lead from a role back to itself. All roles that reach each other
 *   make one issue; the witness is a shortest cycle through the first one.
 * - `UNREACHABLE_TOP`, for information: no move enters a role at the top of the chart that has reports. Not reported in
 *   an org without moves.
 *
 * None of these makes an org invalid: moves sideways and back are legal, and queries can handle cycles. Roles without a
 * grade are not compared. Only solid lines count.
 *
 * Complexity: O(roles + lines + moves), and O(moves) for each cycle of advancements.
 *
 * @param org The org.
 * @returns Frozen issues by code in the order above, and then in input order; empty if there is no contradiction.
 * @throws {@link OrgError} `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { crossCheck, defineOrg } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     lead: { grade: 5, progressesTo: 'analyst' },
 *     analyst: { grade: 3, reportsTo: 'lead' },
 *   },
 * })
 * console.log(crossCheck(org).map((finding) => finding.code)) // => [ 'PROMOTION_TO_LOWER_GRADE', 'UNREACHABLE_TOP' ]
 * ```
 * @see {@link checkOrg} for the chart itself.
 */
export function crossCheck(org: Org): readonly Issue<CareerFinding>[] {
  const state = stateOf(org)
  return Object.freeze([
    ...lowerPromotions(state),
    ...managersNotAbove(state),
    ...cyclesOfAdvancements(state),
    ...unreachableTops(state),
  ])
}

type Finding = Pick<
  Issue<CareerFinding>,
  'code' | 'severity' | 'roles' | 'witness' | 'message' | 'suggestion'
>

function issueOf(finding: Finding, field: string): Issue<CareerFinding> {
  return Object.freeze({
    ...finding,
    roles: Object.freeze([...finding.roles]),
    units: Object.freeze([]),
    place: Object.freeze({ path: Object.freeze(['roles', finding.roles[0], field]) }),
    witness: Object.freeze([...finding.witness]),
  })
}

function* lowerPromotions({ columns }: OrgState): Generator<Issue<CareerFinding>> {
  const { ids, moves, attributes, count } = columns
  const grades = attributes.grade ?? []
  if (moves.to.length === 0) return
  for (let from = 0; from < count; from++) {
    for (let edge = moves.start[from]; edge < moves.start[from + 1]; edge++) {
      const to = moves.to[edge]
      const [before, after] = [grades[from], grades[to]]
      if (moves.kind[edge] !== 'advancement' || before === undefined || after === undefined) continue
      if (after >= before) continue
      yield issueOf(
        {
          code: 'PROMOTION_TO_LOWER_GRADE',
          severity: 'warning',
          roles: [ids[from], ids[to]],
          witness: [ids[from], ids[to]],
          message: `The role ${quote(ids[from])} (grade ${String(before)}) advances to ${quote(ids[to])} (grade ${String(after)})`,
          suggestion: "Correct one of the grades, or make the move 'lateral' or a 'transition'.",
        },
        'progressesTo',
      )
    }
  }
}

function* managersNotAbove(state: OrgState): Generator<Issue<CareerFinding>> {
  for (const { code, severity, parts } of gradesNotAbove(state, false)) {
    yield issueOf({ code, severity, ...parts() }, 'reportsTo')
  }
}

function* cyclesOfAdvancements(state: OrgState): Generator<Issue<CareerFinding>> {
  const { ids } = state.columns
  for (const { members, shortest } of advancementCycles(state)) {
    const cycle = shortest.map((handle) => ids[handle])
    yield issueOf(
      {
        code: 'ADVANCEMENT_CYCLE',
        severity: 'warning',
        roles: members.map((handle) => ids[handle]),
        witness: [...cycle, cycle[0]],
        message: `${String(members.length)} roles advance to each other in a cycle: ${cycleText(cycle)}`,
        suggestion: "Make one of the moves 'lateral' or a 'transition', or remove it.",
      },
      'progressesTo',
    )
  }
}

function* unreachableTops({ columns, hierarchy, tops }: OrgState): Generator<Issue<CareerFinding>> {
  const { ids, moves } = columns
  const entered = new Set(moves.to)
  if (entered.size === 0) return
  for (const top of tops) {
    if (entered.has(top) || treeSizeOf(hierarchy, top) === 1) continue
    yield issueOf(
      {
        code: 'UNREACHABLE_TOP',
        severity: 'info',
        roles: [ids[top]],
        witness: [ids[top]],
        message: `No career move leads to ${quote(ids[top])}, which is at the top of the chart`,
        suggestion: 'Add such a move, if there is one.',
      },
      'progressesTo',
    )
  }
}
