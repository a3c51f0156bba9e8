import { type Change, invalidArgument, type Org, type RoleSpec } from '../../internal.js'
import { changeOrg, diffOrgs } from '../../internal-change.js'

/** What changes of one entry of a directory; `null` removes a value. */
export interface NetUpdate {
  manager?: string | null
  title?: string | null
  unit?: string | null
}

/** A change that a directory has no place for, and the fields of it that are meant where others are written. */
export interface LeftOutChange {
  readonly change: Change
  readonly fields?: readonly string[]
}

/** What a list of changes comes to, in the terms of a directory. */
export interface NetUpdates {
  readonly after: Org
  /** By role, in the order of the changes. */
  readonly updates: ReadonlyMap<string, NetUpdate>
  readonly added: ReadonlyMap<string, RoleSpec>
  readonly removed: readonly string[]
  readonly leftOut: readonly LeftOutChange[]
}

/** Applies changes, and returns what is different then: also the managers of reports that were lifted. Throws as `changeOrg` does. */
export function netUpdates(caller: string, org: Org, changes: unknown, takesRoles: boolean): NetUpdates {
  if (!Array.isArray(changes)) throw invalidArgument(caller, 'changes', changes, 'a list of changes')
  const { org: after } = changeOrg(org, changes as readonly Change[])
  const updates = new Map<string, NetUpdate>()
  const added = new Map<string, RoleSpec>()
  const removed: string[] = []
  const leftOut: LeftOutChange[] = []
  const updateOf = (role: string): NetUpdate => {
    const known = updates.get(role) ?? {}
    updates.set(role, known)
    return known
  }
  for (const change of diffOrgs(org, after).changes) {
    if (change.do === 'set-manager') {
      const { manager } = change
      updateOf(change.role).manager = typeof manager === 'object' ? (manager?.to ?? null) : manager
    } else if (change.do === 'update-role') {
      const { title, unit, ...others } = change.set
      if (title !== undefined) updateOf(change.role).title = title
      if (unit !== undefined) updateOf(change.role).unit = unit
      const fields = Object.keys(others)
      if (fields.length > 0) leftOut.push(Object.freeze({ change, fields }))
    } else if (takesRoles && change.do === 'add-role') added.set(change.role, change.spec ?? {})
    else if (takesRoles && change.do === 'remove-role') removed.push(change.role)
    // A directory has no order of entries.
    else if (change.do !== 'reorder') leftOut.push(Object.freeze({ change }))
  }
  return { after, updates, added, removed, leftOut: Object.freeze(leftOut) }
}
