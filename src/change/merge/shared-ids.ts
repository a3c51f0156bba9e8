import { quote } from '../../kernel/quote.js'
import type { RenameRole } from '../../model/change.js'
import type { OrgState } from '../../engine/org-state.js'
import type { MergeRenameConflict } from './merge-conflict.js'

/** The renames after which three orgs have one id for one role. */
export interface SharedIds {
  readonly base: readonly RenameRole[]
  readonly ours: readonly RenameRole[]
  readonly theirs: readonly RenameRole[]
  /** The new ids of the roles that each side renamed. */
  readonly renamed: { readonly ours: ReadonlySet<string>; readonly theirs: ReadonlySet<string> }
  readonly conflicts: readonly MergeRenameConflict[]
}

interface Sides<Value> {
  readonly base: Value
  readonly ours: Value
  readonly theirs: Value
}

/**
 * Finds one id for each role that a side renamed: the new one. Where both sides gave it different ids, that of our side.
 * O(renames).
 */
export function sharedIds(
  orgs: Sides<OrgState>,
  renames: { readonly ours: readonly RenameRole[]; readonly theirs: readonly RenameRole[] },
): SharedIds {
  const ours = idsAfter(orgs.base, orgs.ours, renames.ours)
  const theirs = idsAfter(orgs.base, orgs.theirs, renames.theirs)
  const conflicts: MergeRenameConflict[] = []
  const wanted: Sides<Map<string, string>> = { base: new Map(), ours: new Map(), theirs: new Map() }
  const renamed = { ours: new Set<string>(), theirs: new Set<string>() }
  const finalIds = new Map([...theirs, ...ours])
  const oldIds = { ours: inverted(ours), theirs: inverted(theirs) }
  /** Whether an id is that of another role, or of a unit, on a side that did not give it to this role. */
  const isTaken = (side: 'ours' | 'theirs', id: string, to: string): boolean => {
    const { columns, units } = orgs[side]
    if (units.has(to)) return true
    if (!columns.handles.has(to)) return false
    const renames = side === 'ours' ? ours : theirs
    const first = (side === 'ours' ? oldIds.ours : oldIds.theirs).get(to)
    const isOld = first === undefined && !renames.has(to) && orgs.base.columns.handles.has(to)
    const was = first ?? (isOld ? to : undefined)
    return was !== id && (was === undefined || (finalIds.get(was) ?? was) === to)
  }
  for (const [id, to] of finalIds) {
    const our = ours.get(id)
    const their = theirs.get(id)
    const isDisputed = our !== undefined && their !== undefined && our !== their
    const isUsed = isTaken('ours', id, to) || isTaken('theirs', id, to)
    if (isDisputed || isUsed) {
      const message = isDisputed
        ? `Both sides rename the role ${quote(id)}, to different ids`
        : `One side renames the role ${quote(id)} to ${quote(to)}, an id that the other side has already`
      conflicts.push({ kind: 'renamed', of: { role: id }, base: id, ours: our, theirs: their, message })
    }
    if (isUsed) continue
    if (our !== undefined) renamed.ours.add(to)
    if (their !== undefined) renamed.theirs.add(to)
    wanted.base.set(id, to)
    wanted.ours.set(our ?? id, to)
    wanted.theirs.set(their ?? id, to)
  }
  return {
    base: renamesIn(orgs.base, wanted.base),
    ours: renamesIn(orgs.ours, wanted.ours),
    theirs: renamesIn(orgs.theirs, wanted.theirs),
    renamed,
    conflicts,
  }
}

function inverted(ids: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(Array.from(ids, ([id, to]) => [to, id]))
}

/** The ids after renames, by the ids in the base, of roles that both orgs have. */
function idsAfter(
  base: OrgState,
  side: OrgState,
  renames: readonly RenameRole[],
): ReadonlyMap<string, string> {
  const before = new Map<string, string>()
  for (const { role, to } of renames) {
    const first = before.get(role) ?? role
    before.delete(role)
    before.set(to, first)
  }
  const after = new Map<string, string>()
  for (const [to, id] of before) {
    if (to !== id && base.columns.handles.has(id) && side.columns.handles.has(to)) after.set(id, to)
  }
  return after
}

/** The renames in an order in which each id is free, by way of another id where roles swap theirs. */
function renamesIn(org: OrgState, wanted: ReadonlyMap<string, string>): RenameRole[] {
  const { handles } = org.columns
  const pending = new Map([...wanted].filter(([id, to]) => id !== to && handles.has(id)))
  const renames: RenameRole[] = []
  const given = new Set<string>()
  const rename = (role: string, to: string): void => {
    renames.push({ do: 'rename-role', role, to })
    given.add(to)
    given.delete(role)
    pending.delete(role)
  }
  for (let first = pending.entries().next().value; first !== undefined;) {
    const before = pending.size
    for (const [id, to] of [...pending]) if (!pending.has(to)) rename(id, to)
    first = pending.entries().next().value
    if (pending.size < before || first === undefined) continue
    let free = `${first[0]} `
    while (handles.has(free) || given.has(free) || pending.has(free)) free += ' '
    rename(first[0], free)
    pending.set(free, first[1])
  }
  return renames
}
