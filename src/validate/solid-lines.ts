import { NONE } from '../engine/columns.js'
import { type HierarchyIndex, hierarchyIndexOf } from '../engine/hierarchy-index.js'
import { type OrgState, stateOf } from '../engine/org-state.js'
import { reportingCycles } from '../engine/reporting-cycles.js'
import type { RuleContext } from './rule.js'

/** The solid lines that the rules check. */
export interface SolidLines {
  readonly manager: Int32Array
  readonly hierarchy: HierarchyIndex
  /** Every cycle, starting at its earliest role; a role that reports to itself is a cycle of length 1. */
  readonly cycles: readonly (readonly number[])[]
}

/** The solid lines of an org; if self-managed tops are allowed, without the lines to themselves. */
export function solidLinesOf({ org, allowSelfManagedTops }: RuleContext): SolidLines {
  return stateOf(org).kept(allowSelfManagedTops ? linesWithSelfManagedTops : linesAsWritten)
}

function linesAsWritten(state: OrgState): SolidLines {
  const { manager } = state.columns
  const { hierarchy } = state
  const allNumbered = hierarchy.preorder.length === manager.length
  return { manager, hierarchy, cycles: allNumbered ? [] : reportingCycles(manager) }
}

function linesWithSelfManagedTops(state: OrgState): SolidLines {
  const written = state.kept(linesAsWritten)
  if (!written.cycles.some((cycle) => cycle.length === 1)) return written
  const manager = written.manager.map((above, handle) => (above === handle ? NONE : above))
  return {
    manager,
    hierarchy: hierarchyIndexOf(manager),
    cycles: written.cycles.filter((cycle) => cycle.length > 1),
  }
}
