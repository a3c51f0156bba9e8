import type { AddRole, Change } from '../model/change.js'

/** The names by which readers know roles, by id: titles, with the id where several roles have the same. Of two titles of a role the first counts. */
export function roleNames(
  roles: Iterable<readonly [id: string, title: string]>,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  for (const [id, title] of roles) {
    if (names.has(id)) continue
    names.set(id, title)
    counts.set(title, (counts.get(title) ?? 0) + 1)
  }
  for (const [id, title] of names) if ((counts.get(title) ?? 0) > 1) names.set(id, `${title} (${id})`)
  return names
}

/** The parts of a change of a role that are ids of roles, or have such an id as their `to`. */
const ROLES = ['role', 'manager', 'before', 'move', 'to', 'reports', 'references']

/** A change with names instead of the ids of roles, to be described: no chart can be changed by it. */
export function namedChange(change: Change, names: ReadonlyMap<string, string>): Change {
  if (!('role' in change) || change.do === 'rename-role') return change
  const parts = Object.entries<unknown>({ ...change }).map(([key, value]) => [
    key,
    ROLES.includes(key) ? named(value, names) : value,
  ])
  // It is the same kind of change with other ids.
  return Object.fromEntries(parts) as Change
}

function named(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return names.get(value) ?? value
  if (typeof value !== 'object' || value === null || !('to' in value)) return value
  return { ...value, to: named(value.to, names) }
}

/** The fields of a new role that have ids of other roles. */
const LINES = ['reportsTo', 'dottedTo', 'progressesTo']

/** The addition of a role with names instead of the ids of other roles. It keeps its own, which its title does not tell. */
export function namedAddition(change: AddRole, names: ReadonlyMap<string, string>): AddRole {
  const fields = Object.entries<unknown>({ ...change.spec }).map(([key, value]) => {
    if (!LINES.includes(key)) return [key, value]
    return [key, Array.isArray(value) ? value.map((end) => named(end, names)) : named(value, names)]
  })
  const { before } = change
  return {
    ...change,
    // They are the same fields with other ids.
    ...(change.spec && { spec: Object.fromEntries(fields) as AddRole['spec'] }),
    ...(before !== undefined && { before: named(before, names) }),
  } as AddRole
}
