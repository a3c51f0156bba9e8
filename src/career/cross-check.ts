import { NONE } from '../engine/columns.js'
import { targetsOf } from '../engine/edges.js'
import { treeSizeOf } from '../engine/hierarchy-index.js'
import { type OrgState, stateOf } from '../engine/org-state.js'
import { shortestCycle } from './shortest-cycle.js'
import { strongComponents } from '../engine/strong-components.js'
import type { Issue } from '../kernel/issue.js'
import type { Org } from '../model/org.js'
import { quote } from '../kernel/quote.js'

/** What {@link crossCheck} can find. */
export type CareerFinding =
  'PROMOTION_TO_LOWER_GRADE' | 'GRADE_NOT_ABOVE_REPORT' | 'UNREACHABLE_TOP' | 'ADVANCEMENT_CYCLE'

/**
 * Where the career moves, the grades and the chart of an org contradict each other.
 *
 * - `PROMOTION_TO_LOWER_GRADE`, a warning: an advancement leads to a lower grade.
 * - `GRADE_NOT_ABOVE_REPORT`, a warning: a manager is graded at or below a direct report.
 * - `ADVANCEMENT_CYCLE`, a warning: advancements alone lead from a role back to itself. Each set of roles that
 *   reach each other is listed once, with all its members; the witness is a shortest way round.
 * - `UNREACHABLE_TOP`, for information: a role at the top of the chart with reports that no move enters.
 *
 * None of them breaks an org: moves sideways and back are legal, and every query ends on them. An end without a
 * grade says nothing. Solid lines count.
 *
 * Complexity: O(roles + lines + moves), and O(moves) for each cycle of advancements.
 *
 * @param org The org.
 * @returns Frozen issues in the order above, and within each in input order; empty where all agree.
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
    ...gradesNotAbove(state),
    ...advancementCycles(state),
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
          message: `The role ${quote(ids[from])} of grade ${String(before)} advances to ${quote(ids[to])} of grade ${String(after)}`,
          suggestion: "Correct one of the grades, or make the move 'lateral' or a 'transition'.",
        },
        'progressesTo',
      )
    }
  }
}

function* gradesNotAbove({ columns }: OrgState): Generator<Issue<CareerFinding>> {
  const { ids, manager, attributes } = columns
  for (const [handle, grade] of attributes.grade?.entries() ?? []) {
    const upper = manager[handle]
    const higher = upper === NONE || upper === handle ? undefined : attributes.grade?.[upper]
    if (grade === undefined || higher === undefined || higher > grade) continue
    yield issueOf(
      {
        code: 'GRADE_NOT_ABOVE_REPORT',
        severity: 'warning',
        roles: [ids[handle], ids[upper]],
        witness: [ids[handle], ids[upper]],
        message: `The role ${quote(ids[upper])} of grade ${String(higher)} is the manager of ${quote(ids[handle])} of grade ${String(grade)}`,
        suggestion: 'Correct one of the grades, or give the report a manager of a higher grade.',
      },
      'reportsTo',
    )
  }
}

function* advancementCycles({ columns }: OrgState): Generator<Issue<CareerFinding>> {
  const { ids, moves, count } = columns
  if (moves.to.length === 0) return
  const advancements = (from: number): number[] => {
    return Array.from(targetsOf(moves, from)).filter((_, index) => {
      return moves.kind[moves.start[from] + index] === 'advancement'
    })
  }
  const { componentOf } = strongComponents(Array(count).keys(), advancements)
  const members = new Map<number, number[]>()
  for (let handle = 0; handle < count; handle++) {
    const component = componentOf(handle) ?? handle
    const known = members.get(component)
    if (known === undefined) members.set(component, [handle])
    else known.push(handle)
  }
  for (const [component, handles] of members) {
    if (handles.length === 1) continue
    const inside = (from: number): number[] => {
      return advancements(from).filter((to) => componentOf(to) === component)
    }
    const round = (shortestCycle(handles[0], inside) ?? handles).map((handle) => ids[handle])
    const route = [...round.slice(0, 8), ...(round.length > 8 ? ['…'] : []), round[0]]
    yield issueOf(
      {
        code: 'ADVANCEMENT_CYCLE',
        severity: 'warning',
        roles: handles.map((handle) => ids[handle]),
        witness: [...round, round[0]],
        message: `${String(handles.length)} roles advance to each other in a circle: ${route.map((id) => (id === '…' ? id : quote(id))).join(' → ')}`,
        suggestion: "Make one of the moves 'lateral' or a 'transition', or take it away.",
      },
      'progressesTo',
    )
  }
}

function* unreachableTops({ columns, hierarchy }: OrgState): Generator<Issue<CareerFinding>> {
  const { ids, moves } = columns
  const entered = new Set(moves.to)
  if (entered.size === 0) return
  for (const top of hierarchy.tops) {
    if (entered.has(top) || treeSizeOf(hierarchy, top) === 1) continue
    yield issueOf(
      {
        code: 'UNREACHABLE_TOP',
        severity: 'info',
        roles: [ids[top]],
        witness: [ids[top]],
        message: `No career move enters ${quote(ids[top])}, which is at the top of the chart`,
        suggestion: 'Add the move that leads there, if there is one.',
      },
      'progressesTo',
    )
  }
}
