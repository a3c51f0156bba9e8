import { NONE } from '../engine/columns.js'
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
 * `issuesOf` and `checkOrg` list it. `unknownManagers` has the managers that the importer could not find, by the id of the
 * report: such a role is not a top. The record is shared. O(issues).
 */
export function withIssues<Id extends string, UnitId extends string, Data>(
  org: Org<Id, UnitId, Data>,
  issues: readonly Issue<AnyIssueCode>[],
  unknownManagers: ReadonlyMap<string, string> = new Map(),
): Org<Id, UnitId, Data> {
  const { columns, units, services, people, unknownManagers: known } = stateOf(org)
  const managers = new Map(known)
  for (const [id, manager] of unknownManagers) {
    const handle = columns.handles.get(id)
    if (handle !== undefined && columns.manager[handle] === NONE) managers.set(handle, manager)
  }
  return orgOfRecord({
    columns,
    units,
    services,
    people,
    issues: Object.freeze([...issues]),
    unknownManagers: managers,
  })
}

/** `Org { 5 roles, 1 top: 'ceo', 3 layers }`, for `console.log`. */
function textOf(state: OrgState): string {
  const { tops } = state
  const { layerSizes } = state.hierarchy
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
