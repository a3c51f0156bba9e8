import { IssueList } from '../../define/issue-list.js'
import { readRoleSpecs } from '../../define/read-role-specs.js'
import { NONE } from '../../engine/columns.js'
import { ownValue } from '../../kernel/option-check.js'
import { OrgError } from '../../kernel/org-error.js'
import type { Change } from '../../model/change.js'
import { issuesOfChanges } from '../change-org.js'
import type { AttributeName } from '../open-role.js'
import { addClosedCycle, nodeGiven } from '../solid-lines.js'
import { knowsNames } from '../unit-references.js'
import type { DraftState } from './draft-state.js'
import { ADD, LINK, PLACE, PLAN, REMOVE } from './edit-log.js'

// The edits that only need the columns of a draft. Each function returns false, and does nothing, where the edit has a problem or
// concerns more than solid lines: the code of changeOrg then applies or refuses it.

/** Lets a role report to another one, or to nobody. A move that would close a cycle throws `INVALID_CHANGES` with the cycle. */
export function moveDirectly(state: DraftState, role: unknown, manager: unknown): boolean {
  const { ids, links } = state.columns
  if (typeof role !== 'string') return false
  const node = ids.nodeOf(role)
  const to = manager === null ? NONE : typeof manager === 'string' ? ids.nodeOf(manager) : undefined
  if (node === undefined || to === undefined) return false
  if (to !== NONE && links.isAtOrAbove(node, to)) throw closedCycle(state, node, to)
  state.move(node, to)
  return true
}

function closedCycle({ columns: { ids, links } }: DraftState, node: number, manager: number): OrgError {
  const cycle = [ids.idOf(node)]
  for (let at = manager; at !== node; at = links.managerOf(at)) cycle.push(ids.idOf(at))
  const issues = new IssueList()
  addClosedCycle(issues, cycle, { path: ['changes', 0, 'manager'] })
  return refusal(issues)
}

/** The error of an edit with problems. */
export function refusal(issues: IssueList): OrgError {
  return new OrgError('INVALID_CHANGES', issues.textOf('The change has'), {
    issues: issuesOfChanges({ issues }),
  })
}

/** Makes a change of the kinds that columns can make. */
export function editDirectly(state: DraftState, change: Change): boolean {
  const fields = new Map<string, unknown>(Object.entries(change))
  if (change.do === 'set-manager' && hasOnly(fields, ['role', 'manager'])) {
    return moveDirectly(state, fields.get('role'), fields.get('manager'))
  }
  if (change.do === 'add-role' && hasOnly(fields, ['role', 'spec', 'before'])) {
    return addDirectly(state, change, fields)
  }
  if (change.do === 'remove-role' && hasOnly(fields, ['role', 'reports', 'references'])) {
    return removeDirectly(state, change, fields)
  }
  return false
}

type Fields = ReadonlyMap<string, unknown>

function hasOnly(fields: Fields, known: readonly string[]): boolean {
  for (const name of fields.keys()) if (name !== 'do' && !known.includes(name)) return false
  return true
}

/** Adds a role without dotted lines and moves. */
function addDirectly(state: DraftState, change: Change, fields: Fields): boolean {
  const { ids, links } = state.columns
  const id = fields.get('role')
  const before = nodeGiven(state.columns.ids, fields.get('before') ?? null)
  if (typeof id !== 'string' || before === undefined) return false
  if (ids.nodeOf(id) !== undefined || state.entries.units.has(id)) return false
  const issues = new IssueList()
  const rows = readRoleSpecs(Object.fromEntries([[id, fields.get('spec') ?? {}]]), issues)
  if (issues.all.length > 0 || rows.dotted.to.length > 0 || rows.moves.to.length > 0) return false
  const manager = nodeGiven(state.columns.ids, rows.managers[0] ?? null)
  const attributes = new Map<AttributeName, unknown>()
  for (const [name, [value]] of rows.attributes) attributes.set(name, value)
  if (manager === undefined || rows.unreadManagers.size > 0 || !knowsNames(state.entries, attributes))
    return false
  const node = links.count
  state.begin({ change })
  state.step(ADD, node, NONE, NONE)
  if (manager !== NONE) state.step(LINK, node, NONE, manager)
  if (before !== NONE) state.step(PLACE, node, NONE, before)
  if (attributes.get('status') === 'planned') state.step(PLAN, node, 0, 1)
  if (attributes.has('holders')) state.referred.add(node)
  return true
}

/** Removes a role, or it and everyone below it, where nothing else refers to what is removed. */
function removeDirectly(state: DraftState, change: Change, fields: Fields): boolean {
  const { ids, links } = state.columns
  const id = fields.get('role')
  const node = typeof id === 'string' ? ids.nodeOf(id) : undefined
  if (node === undefined || links.isInCycle(node)) return false
  const rule = fields.get('reports') ?? 'refuse'
  const removed = rule === 'remove' ? links.treeOf(node) : [node]
  const isRemoved = (other: number): boolean =>
    other === node || (rule === 'remove' && links.isAbove(node, other))
  if (!areFree(state, removed, fields.get('references') ?? 'refuse', isRemoved)) return false
  const reports = rule === 'remove' ? [] : links.reportsOf(node)
  const heir = rule === 'remove' ? NONE : heirOf(state, node, rule, reports.length > 0)
  if (heir === undefined) return false
  state.begin({ change })
  for (const report of reports) state.step(LINK, report, node, report === heir ? NONE : heir)
  for (const each of removed.reverse()) {
    const manager = links.managerOf(each)
    if (manager !== NONE) state.step(LINK, each, manager, NONE)
    state.step(REMOVE, each, NONE, NONE)
  }
  return true
}

/** Whether nothing refers to roles, and nobody holds them whom the rule would have somewhere else. */
function areFree(
  { columns, referred }: DraftState,
  nodes: readonly number[],
  rule: unknown,
  isRemoved: (node: number) => boolean,
): boolean {
  const isWord = rule === 'refuse' || rule === 'lift' || rule === 'remove'
  const heir = isWord ? undefined : nodeTo(columns.ids, rule)
  if (!isWord && (heir === undefined || isRemoved(heir))) return false
  return nodes.every((node) => !referred.isReferredTo(node) && (rule === 'remove' || !referred.isHeld(node)))
}

/** The node of the role in `{ to: id }`; `undefined` for anything else. */
function nodeTo(ids: DraftState['columns']['ids'], rule: unknown): number | undefined {
  const to = ownValue(rule, 'to')
  if (typeof rule !== 'object' || rule === null || Object.keys(rule).length !== 1) return undefined
  return typeof to === 'string' ? ids.nodeOf(to) : undefined
}

/** Who takes over the reports, or {@link NONE}; `undefined` where that is a problem. */
function heirOf(
  { base, columns: { ids, links } }: DraftState,
  node: number,
  rule: unknown,
  hasReports: boolean,
): number | undefined {
  if (rule === 'refuse') return hasReports ? undefined : NONE
  if (rule === 'lift') {
    const manager = links.managerOf(node)
    // An unknown manager cannot take over.
    return manager === NONE && hasReports && base.unknownManagers.size > 0 ? undefined : manager
  }
  const heir = nodeTo(ids, rule)
  return heir === undefined || links.isAtOrAbove(node, heir) ? undefined : heir
}
