import { type OrgFace, type OrgRecord, type OrgState, sealOrg, stateOf } from '../engine/org-state.js'
import { counted, quotedList } from '../kernel/in-words.js'
import type { AnyIssueCode, Issue } from '../kernel/issue.js'
import type { Org } from '../model/org.js'
import { contentOf } from './org-content.js'
import { documentOf } from './to-org-document.js'

const FACE: OrgFace = { contentOf, documentOf, textOf }

/** Makes the org of a record. */
export function orgOfRecord<Id extends string, UnitId extends string, Data>(
  record: OrgRecord<Id, UnitId, Data>,
): Org<Id, UnitId, Data> {
  return sealOrg(record, FACE)
}

/**
 * The same org with other issues: an importer attaches what it found, with the places in its own input, so that
 * `issuesOf` and `checkOrg` list it. The record is shared. O(issues).
 */
export function withIssues<Id extends string, UnitId extends string, Data>(
  org: Org<Id, UnitId, Data>,
  issues: readonly Issue<AnyIssueCode>[],
): Org<Id, UnitId, Data> {
  const { columns, units, services } = stateOf(org)
  return orgOfRecord({ columns, units, services, issues: Object.freeze([...issues]) })
}

/** `Org { 5 roles, 1 top: 'ceo', 3 layers }`, for `console.log`. */
function textOf(state: OrgState): string {
  const { tops, layerSizes } = state.hierarchy
  const first = Array.from(tops.subarray(0, 8), (top) => state.columns.ids[top])
  const parts = [
    counted(state.columns.count, 'role'),
    tops.length === 0
      ? 'no top'
      : `${counted(tops.length, 'top')}: ${quotedList(first, 'none', tops.length)}`,
    counted(layerSizes.length, 'layer'),
    ...(state.units.size === 0 ? [] : [counted(state.units.size, 'unit')]),
    ...(state.issues.length === 0 ? [] : [counted(state.issues.length, 'issue')]),
  ]
  return `Org { ${parts.join(', ')} }`
}
