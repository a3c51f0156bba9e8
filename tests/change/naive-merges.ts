import { type NaiveChange, naivelyChanged, type NaiveRole } from './naive-changes.js'
import { madeOnce, orgOf } from './small-changes.js'
import { sortedContentOf, textOf } from './sorted-content.js'

type Roles = readonly NaiveRole[]

/** A chart as text, without its order. */
export function contentText(roles: Roles): string {
  return madeOnce('content', roles, (chart) => textOf(sortedContentOf(orgOf(chart))))
}

/**
 * The chart that two lists of changes make which were each made to the chart without the other: the one that both orders give,
 * without regard to the order of roles. `undefined` where the orders give different charts, or a change has a problem.
 */
export function naivelyMerged(
  roles: Roles,
  one: readonly NaiveChange[],
  other: readonly NaiveChange[],
): string | undefined {
  const [first, second] = naiveOrders(roles, one, other)
  return first === second ? first : undefined
}

/** What each of the lists gives after the other; `undefined` where a change has a problem. */
export function naiveOrders(
  roles: Roles,
  one: readonly NaiveChange[],
  other: readonly NaiveChange[],
): readonly (string | undefined)[] {
  return [inOrder(roles, one, other), inOrder(roles, other, one)].map((order) => order && contentText(order))
}

function inOrder(
  roles: Roles,
  first: readonly NaiveChange[],
  second: readonly NaiveChange[],
): Roles | undefined {
  let changed: Roles | undefined = roles
  for (const change of first) changed = changed && naivelyChanged(changed, change)
  for (const change of second) {
    if (changed === undefined) return undefined
    const named = first.reduce(withNewIds, change)
    if (!isDone(changed, named)) changed = naivelyChanged(changed, withoutPlace(changed, named))
  }
  return changed
}

/** A change with the id that another one gave a role. */
function withNewIds(change: NaiveChange, by: NaiveChange): NaiveChange {
  if (by.do !== 'rename-role') return change
  return JSON.parse(JSON.stringify(change).replaceAll(`"${by.role}"`, `"${by.to}"`)) as NaiveChange
}

/** Whether the other side has done the same already: what is removed is gone, and what is added is there. */
function isDone(roles: Roles, change: NaiveChange): boolean {
  const role = roles.find(({ id }) => id === change.role)
  switch (change.do) {
    case 'remove-role':
      return role === undefined
    case 'add-role':
      return role !== undefined && role.reportsTo === change.spec.reportsTo && role.dottedTo.length === 0
    case 'reorder':
      return role === undefined
    case 'remove-dotted-line':
      return role?.dottedTo.includes(change.manager) === false
    case 'remove-move':
      return role?.progressesTo.includes(change.to) === false
    case 'add-dotted-line':
      return role?.dottedTo.includes(change.manager) === true
    case 'add-move':
      return role?.progressesTo.includes(change.move) === true
    case 'rename-role':
      return change.role === change.to
    case 'set-manager':
      return false
  }
}

/** A change without a place before a role that is gone: order is never a conflict. */
function withoutPlace(roles: Roles, change: NaiveChange): NaiveChange {
  if (change.do === 'reorder') {
    const isThere = roles.some(({ id }) => id === change.before)
    return isThere ? change : { ...change, before: null }
  }
  if (change.do !== 'add-role' || roles.some(({ id }) => id === change.before)) return change
  const { before: _before, ...rest } = change
  return rest
}
