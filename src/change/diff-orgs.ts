import { type OrgState, stateIn, stateOf } from '../engine/org-state.js'
import { invalidArgument } from '../kernel/invalid-input.js'
import { ownValue } from '../kernel/option-check.js'
import type { Change } from '../model/change.js'
import type { Org } from '../model/org.js'
import type { KnownHandles } from './known-handles.js'
import { Reconciled } from './reconciled.js'
import { diffPeople, diffServices, diffUnits, joinUnits, removePeople, removeUnits } from './diff-entries.js'
import { addRoles, diffManagers, diffUnknownManagers, removeRoles, reorderRoles } from './diff-roles.js'
import { diffAttributes } from './diff-attributes.js'
import { diffEdges } from './diff-edges.js'

/** What {@link diffOrgs} returns: two orgs, and the changes from one to the other. */
export interface OrgDiff<Before extends Org = Org, After extends Org = Org> {
  readonly before: Before
  readonly after: After
  /** Applied to the org before, they give the org after. Empty where both are the same. */
  readonly changes: readonly Change[]
}

/**
 * Compares two orgs, and returns the changes from one to the other: `changeOrg(before, diff.changes).org` equals the org after.
 *
 * Roles, units and people are the same if their ids are: a role with another id is one removed and one added. The changes are listed by
 * entity, in an order in which each can be applied: people and units that are new, roles that are new, reporting lines from the top down,
 * attributes, dotted lines and moves, services, what is gone, and the order. Of the order only those that have to move are moved.
 *
 * Issues of the orgs are not compared. Where the org after has a cycle of solid lines or an unknown manager, apply the changes with
 * `onIssue: 'collect'`.
 *
 * Complexity: O(roles + lines + moves). Where {@link changeOrg} made one org of the other, or both of a third by few changes, O(n log n) in
 * the roles that differ and the chains above them, and in the units, people or services if any of these changed. O(1) for an org and itself.
 *
 * @param before The org to start from.
 * @param after The org to arrive at.
 * @returns Both orgs and the changes.
 * @throws {@link OrgError} `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, describeChange, diffOrgs } from 'rolegraph'
 *
 * const before = defineOrg({ roles: { director: {}, lead: { reportsTo: 'director' }, analyst: { reportsTo: 'director' } } })
 * const after = defineOrg({ roles: { director: {}, lead: { reportsTo: 'director' }, analyst: { reportsTo: 'lead' } } })
 * const { changes } = diffOrgs(before, after)
 * console.log(changes) // => [ { do: 'set-manager', role: 'analyst', manager: 'lead' } ]
 * console.log(changes.map(describeChange)) // => [ "'analyst' reports to 'lead'" ]
 * ```
 * @see {@link changeOrg}, {@link describeChange}, {@link marksOf}, {@link figuresOf}.
 */
export function diffOrgs<Before extends Org, After extends Org>(
  before: Before,
  after: After,
): OrgDiff<Before, After> {
  return Object.freeze({ before, after, changes: Object.freeze(changesTo(stateOf(before), stateOf(after))) })
}

/** How a merge compares two of its orgs. */
interface MergedComparison {
  /** Remembers the handles that are looked up, and finds those of the org after by those of the org before. */
  readonly known: KnownHandles
  /** Whether the order of the roles counts. */
  readonly isOrdered: boolean
}

/** The changes from one org to another. */
export function changesTo(before: OrgState, after: OrgState, merged?: MergedComparison): Change[] {
  if (before === after) return []
  const listed = merged?.isOrdered === true ? 'ordered' : 'listed'
  const kind = merged !== undefined && haveSameEntries(before, after) ? listed : 'applied'
  const reconciled = new Reconciled(before, after, merged?.known, kind)
  reconcile(reconciled)
  if (merged !== undefined && reconciled.related === undefined) {
    const { handlesAfter } = reconciled
    const known = merged.known.add(before, after, (handle) =>
      handlesAfter === undefined ? handle : handlesAfter[handle],
    )
    for (const handle of reconciled.added) known.note(reconciled.idAt(handle), handle)
  }
  return reconciled.changes
}

/** Whether two orgs have the same units and people, by id. */
function haveSameEntries(one: OrgState, other: OrgState): boolean {
  const haveSame = (
    a: ReadonlyMap<string, unknown> = NO_ENTRIES,
    b: ReadonlyMap<string, unknown> = NO_ENTRIES,
  ): boolean => a === b || (a.size === b.size && [...a.keys()].every((id) => b.has(id)))
  return (
    haveSame(one.units, other.units) &&
    (one.people === undefined) === (other.people === undefined) &&
    haveSame(one.people, other.people)
  )
}

const NO_ENTRIES: ReadonlyMap<string, unknown> = new Map()

function reconcile(to: Reconciled): void {
  freeIds(to)
  diffPeople(to)
  joinUnits(to)
  addRoles(to)
  diffUnits(to)
  diffManagers(to)
  diffAttributes(to)
  diffEdges(to)
  diffServices(to)
  removeRoles(to)
  diffUnknownManagers(to)
  removeUnits(to)
  removePeople(to)
  if (to.isApplied) reorderRoles(to)
}

/** Roles and units share one namespace: a unit that becomes a role is removed first, and the reverse. */
function freeIds(to: Reconciled): void {
  const { open, after } = to
  if (open.units === after.units) return
  for (const id of open.units.keys()) {
    if (after.columns.handles.has(id)) to.emit({ do: 'remove-unit', unit: id, references: 'remove' })
  }
  for (const id of after.units.keys()) {
    const node = open.nodeOf(id)
    if (node === undefined) continue
    // An unknown manager cannot take over, and neither can the role itself.
    const { manager } = open.open(node)
    const isLifted = manager.unknown === undefined && manager.to !== node
    for (const report of isLifted ? [] : open.reportsOf(node)) {
      to.emit({ do: 'set-manager', role: open.idOf(report), manager: null })
    }
    to.emit({ do: 'remove-role', role: id, reports: 'lift', references: 'remove' })
  }
}

/** Throws `INVALID_ARGUMENT` for anything but what `diffOrgs` returns. */
export function requireDiff(caller: string, diff: unknown): void {
  const orgs = [ownValue(diff, 'before'), ownValue(diff, 'after')]
  if (orgs.every((org) => stateIn(org) !== undefined) && Array.isArray(ownValue(diff, 'changes'))) return
  throw invalidArgument(caller, 'diff', diff, 'what diffOrgs returns')
}
