import { type Along, descend, type LineKind, NO_HANDLE, type OrgState } from '../../internal.js'

/** A manager of a role, and the line that leads there. */
export interface ManagerLine {
  readonly manager: number
  readonly kind: LineKind
  /** The name of the line. */
  readonly as: string | undefined
}

/** Every drawn role below one manager: a tree, whatever the lines are. Roles are given by their handles. */
export interface ReportingTree {
  readonly tops: readonly number[]
  readonly children: readonly (readonly number[])[]
  /** The manager that a role is placed below; `NO_HANDLE` at the top and for roles that are not drawn. */
  readonly parent: Int32Array
  /** All managers of each role along the lines. */
  readonly managers: readonly (readonly ManagerLine[])[]
  /** The roles of the tree, each after its parent. */
  readonly preorder: readonly number[]
  /** The handles from here on are ghosts. */
  readonly firstGhost: number
}

/**
 * Places each role below its first manager along the lines. A cycle is broken at a role without a solid manager, or
 * else at its first role in input order; that role becomes a top, so that every role is drawn exactly once.
 */
export function reportingTree(along: Along, root: number | undefined): ReportingTree {
  const { state } = along
  const { count } = state.columns
  const managers = Array.from({ length: count }, (_, role) => managerLines(along, role))
  const drawn = root === undefined ? undefined : rootAndBelow(along, root)
  const parent = Int32Array.from(managers, (list, role) => {
    if (role === root || drawn?.[role] === 0) return NO_HANDLE
    return list.find(({ manager }) => drawn?.[manager] !== 0)?.manager ?? NO_HANDLE
  })
  const children: number[][] = managers.map(() => [])
  for (const [role, manager] of parent.entries()) if (manager !== NO_HANDLE) children[manager].push(role)

  const tops: number[] = []
  const preorder: number[] = []
  const seen = new Uint8Array(count)
  const startAt = (top: number): void => {
    tops.push(top)
    const stack = [top]
    for (let role = stack.pop(); role !== undefined; role = stack.pop()) {
      seen[role] = 1
      preorder.push(role)
      for (let child = children[role].length - 1; child >= 0; child--) stack.push(children[role][child])
    }
  }
  for (const [role, manager] of parent.entries()) {
    if (manager === NO_HANDLE && drawn?.[role] !== 0) startAt(role)
  }
  for (let role = 0; role < count; role++) {
    if (seen[role] === 1 || drawn?.[role] === 0) continue
    const top = topOfCycle(state, role, parent)
    const siblings = children[parent[top]]
    siblings.splice(siblings.indexOf(top), 1)
    parent[top] = NO_HANDLE
    startAt(top)
  }
  return { tops, children, parent, managers, preorder, firstGhost: count }
}

/** The line that places a role below its manager in the tree; `undefined` at the top. */
export function placingLine({ managers, parent }: ReportingTree, role: number): ManagerLine | undefined {
  return managers[role].find(({ manager }) => manager === parent[role])
}

/** The managers of a role, the solid one first. A line from a role to itself is left out. */
function managerLines({ state: { columns }, lines }: Along, role: number): ManagerLine[] {
  const solid = columns.manager[role]
  const found: ManagerLine[] = []
  if (lines !== 'dotted' && solid !== NO_HANDLE && solid !== role) {
    found.push({ manager: solid, kind: 'solid', as: columns.managerEvidence.get(role)?.as })
  }
  const { start, to, evidence } = columns.dotted
  if (lines === 'solid' || to.length === 0) return found
  for (let edge = start[role]; edge < start[role + 1]; edge++) {
    if (to[edge] !== role) found.push({ manager: to[edge], kind: 'dotted', as: evidence.get(edge)?.as })
  }
  return found
}

/** By role, 1 for the root and every role below it along the lines. */
function rootAndBelow({ state, lines }: Along, root: number): Uint8Array {
  const drawn = new Uint8Array(state.columns.count)
  drawn[root] = 1
  for (const role of descend(state, root, lines)) drawn[role] = 1
  return drawn
}

/** The role at which the cycle that a role is in, or below, is broken. */
function topOfCycle({ columns }: OrgState, start: number, parent: Int32Array): number {
  const visited = new Set<number>()
  let role = start
  for (; !visited.has(role); role = parent[role]) visited.add(role)
  const cycle = [role]
  for (let next = parent[role]; next !== role; next = parent[next]) cycle.push(next)
  cycle.sort((a, b) => a - b)
  return cycle.find((each) => columns.manager[each] === NO_HANDLE) ?? cycle[0]
}
