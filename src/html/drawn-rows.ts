import { type Lines, type Org, type Role, roleOf, rolesOf } from '../index.js'

/** No role. */
export const NONE = -1

/** The roles of the page, and the one that each hangs below: a tree, whatever the lines are. */
export interface DrawnRows {
  readonly roles: readonly Role[]
  readonly position: ReadonlyMap<string, number>
  /** The position of the manager above; `NONE` at the top. */
  readonly parents: readonly number[]
}

/**
 * The roles at and below the root along the lines, or all of them, each hung below its first manager. A circle is
 * cut open at a role without a solid manager, or else at its first role in input order, which becomes a top.
 */
export function drawnRows(org: Org, lines: Lines, root: string | undefined): DrawnRows {
  const all = rolesOf(org).map((id) => roleOf(org, id))
  const below = root === undefined ? undefined : idsBelow(all, lines, root)
  const roles = below === undefined ? all : all.filter(({ id }) => below.has(id))
  const position = new Map(roles.map(({ id }, row) => [id, row]))
  const parents = roles.map((role, row) => {
    if (role.id === root) return NONE
    const managers = managerIds(role, lines).map((id) => position.get(id) ?? NONE)
    return managers.find((manager) => manager !== NONE && manager !== row) ?? NONE
  })
  cutCircles(parents, roles)
  return { roles, position, parents }
}

function managerIds({ reportsTo, dottedTo }: Role, lines: Lines): readonly string[] {
  const solid = lines === 'dotted' || reportsTo === undefined ? [] : [reportsTo]
  return lines === 'solid' ? solid : [...solid, ...dottedTo]
}

function idsBelow(roles: readonly Role[], lines: Lines, root: string): ReadonlySet<string> {
  const reports = new Map<string, string[]>()
  for (const role of roles) {
    for (const manager of managerIds(role, lines)) {
      const list = reports.get(manager)
      if (list === undefined) reports.set(manager, [role.id])
      else list.push(role.id)
    }
  }
  const found = new Set([root])
  // A set is walked in the order in which it grows.
  for (const id of found) for (const report of reports.get(id) ?? []) found.add(report)
  return found
}

/** Makes one role of each circle a top. */
function cutCircles(parents: number[], roles: readonly Role[]): void {
  // 0 is not seen yet; otherwise the climb that came by first.
  const climbOf = new Int32Array(parents.length)
  for (let start = 0; start < parents.length; start++) {
    let row = start
    for (; row !== NONE && climbOf[row] === 0; row = parents[row]) climbOf[row] = start + 1
    if (row === NONE || climbOf[row] !== start + 1) continue
    const circle = [row]
    for (let next = parents[row]; next !== row; next = parents[next]) circle.push(next)
    circle.sort((a, b) => a - b)
    parents[circle.find((each) => roles[each].reportsTo === undefined) ?? circle[0]] = NONE
  }
}
