import type { Lines } from '../../internal.js'
import { type ManagerRow, managerRows, NONE, type RoleRows } from './role-rows.js'

/** Each drawn role below one manager: a tree, whatever the lines are. */
export interface ReportingTree {
  readonly tops: readonly number[]
  readonly children: readonly (readonly number[])[]
  /** The manager that a role hangs below; `NONE` at the top and for what is not drawn. */
  readonly parent: Int32Array
  /** All managers of each role along the lines. */
  readonly managers: readonly (readonly ManagerRow[])[]
  /** The roles of the tree, each after the one that it hangs below. */
  readonly preorder: readonly number[]
}

/**
 * Hangs each role below its first manager along the lines. A circle is cut open at a role without a solid manager, or
 * else at its first role in input order, which becomes a top: so all roles are there, and each once.
 */
export function reportingTree(rows: RoleRows, lines: Lines, root: number | undefined): ReportingTree {
  const managers = rows.roles.map((_, row) => managerRows(rows, row, lines))
  const drawn = root === undefined ? undefined : reachedFrom(root, managers)
  const parent = Int32Array.from(managers, (list, row) => {
    if (row === root || drawn?.[row] === 0) return NONE
    return list.find(({ manager }) => drawn?.[manager] !== 0)?.manager ?? NONE
  })
  const children: number[][] = managers.map(() => [])
  for (const [row, manager] of parent.entries()) if (manager !== NONE) children[manager].push(row)

  const tops: number[] = []
  const preorder: number[] = []
  const seen = new Uint8Array(parent.length)
  const startAt = (top: number): void => {
    tops.push(top)
    const open = [top]
    for (let row = open.pop(); row !== undefined; row = open.pop()) {
      seen[row] = 1
      preorder.push(row)
      for (let child = children[row].length - 1; child >= 0; child--) open.push(children[row][child])
    }
  }
  for (const [row, manager] of parent.entries()) {
    if (manager === NONE && drawn?.[row] !== 0) startAt(row)
  }
  for (let row = 0; row < parent.length; row++) {
    if (seen[row] === 1 || drawn?.[row] === 0) continue
    const top = topOfCircle(rows, row, parent)
    const siblings = children[parent[top]]
    siblings.splice(siblings.indexOf(top), 1)
    parent[top] = NONE
    startAt(top)
  }
  return { tops, children, parent, managers, preorder }
}

/** For each role 1 where it is the root or below it along the lines. */
function reachedFrom(root: number, managers: readonly (readonly ManagerRow[])[]): Uint8Array {
  const reports: number[][] = managers.map(() => [])
  for (const [row, list] of managers.entries()) for (const { manager } of list) reports[manager].push(row)
  const reached = new Uint8Array(managers.length)
  reached[root] = 1
  const open = [root]
  for (let row = open.pop(); row !== undefined; row = open.pop()) {
    for (const report of reports[row]) {
      if (reached[report] === 1) continue
      reached[report] = 1
      open.push(report)
    }
  }
  return reached
}

/** A role that hangs in or below a circle leads up into it. */
function topOfCircle({ roles }: RoleRows, below: number, parent: Int32Array): number {
  const climbed = new Set<number>()
  let row = below
  for (; !climbed.has(row); row = parent[row]) climbed.add(row)
  const circle = [row]
  for (let next = parent[row]; next !== row; next = parent[next]) circle.push(next)
  circle.sort((a, b) => a - b)
  return circle.find((each) => roles[each].reportsTo === undefined) ?? circle[0]
}
