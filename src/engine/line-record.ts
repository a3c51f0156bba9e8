import type { Line, Lines } from '../model/line.js'
import type { OrgState } from './org-state.js'

/**
 * The reporting line between two roles, as users read it: the solid one where both kinds join them and both
 * count. Whoever asks knows that there is one.
 */
export function lineRecord<Id extends string>(
  state: OrgState<Id>,
  report: number,
  manager: number,
  lines: Lines,
): Line<Id> {
  const { ids, dotted, managerEvidence } = state.columns
  const ends = { from: ids[report], to: ids[manager] }
  if (lines !== 'dotted' && state.columns.manager[report] === manager) {
    return { ...ends, kind: 'solid', ...managerEvidence.get(report) }
  }
  const edge = dotted.to.indexOf(manager, dotted.start[report])
  return { ...ends, kind: 'dotted', ...dotted.evidence.get(edge) }
}
