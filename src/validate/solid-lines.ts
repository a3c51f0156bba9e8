import { NONE } from '../engine/columns.js'
import { type HierarchyIndex, hierarchyIndexOf } from '../engine/hierarchy-index.js'
import { type OrgState, stateOf } from '../engine/org-state.js'
import { reportingCycles } from '../engine/reporting-cycles.js'
import type { RuleContext } from './rule.js'

/** The solid lines as the rules see them. */
export interface SolidLines {
  readonly manager: Int32Array
  readonly hierarchy: HierarchyIndex
  /** Every cycle from its earliest role on; a role that reports to itself is one of length 1. */
  readonly cycles: readonly (readonly number[])[]
}

/** The solid lines of the org that is checked: where self-managed tops are allowed, without their own lines. */
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
