import { NO_HANDLE, type Role, STAFF_NAMES } from '../../internal.js'
import type { CheckedOptions } from './checked-options.js'
import { placingLine, type ReportingTree } from './reporting-tree.js'
import { inOrder } from './sibling-order.js'

/** Where a box is placed, and how many roles it hides. */
export interface PlacedBox {
  /** The role, or `NO_HANDLE` for a box such as "+37 more". */
  readonly role: number
  readonly parent: number | undefined
  readonly layer: number
  readonly hidden: number
  /** The name of the line that places it. */
  readonly as: string | undefined
  /** Whether it is drawn beside the line down from its manager. */
  readonly staff: boolean
  /** How many direct reports a box such as "+37 more" stands for; 0 on the box of a role. */
  readonly leftOut: number
}

type Ordering = Pick<CheckedOptions, 'order' | 'groupBy' | 'depth' | 'collapse'>

/** The boxes of a tree in drawing order, down to the depth; reports beyond the limit are counted in one box. */
export function reportingBoxes(
  tree: ReportingTree,
  roles: readonly Role[],
  options: Ordering,
  wanted: Iterable<number>,
): PlacedBox[] {
  const below = countsBelow(tree)
  const drawnFirst = withManagersAbove(tree, wanted)
  const isStaff = (role: number): boolean => tree.children[role].length === 0 && isStaffLine(tree, role)
  const boxes: PlacedBox[] = []
  const stack: PlacedBox[] = []
  const pushAll = (children: readonly number[], parent: number | undefined, layer: number): void => {
    for (const role of children.toReversed()) {
      stack.push({
        role,
        parent,
        layer,
        as: placingLine(tree, role)?.as,
        staff: isStaff(role),
        leftOut: 0,
        hidden: layer > options.depth ? below[role] : 0,
      })
    }
  }
  pushAll(inOrder(tree.tops, roles, options), undefined, 1)
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const parent = boxes.push(next) - 1
    const { role, layer } = next
    if (role === NO_HANDLE || layer > options.depth) continue
    const children = inOrder(tree.children[role], roles, options)
    const shown = withinLimit(children, options.collapse, drawnFirst, tree.firstGhost)
    if (shown.size < children.length) {
      const others = children.filter((child) => !shown.has(child))
      const hidden = others.reduce((sum, child) => sum + 1 + below[child], 0)
      // The count is drawn last, so it goes on the stack first.
      stack.push({
        role: NO_HANDLE,
        parent,
        layer: layer + 1,
        as: undefined,
        staff: false,
        leftOut: others.length,
        hidden,
      })
    }
    const drawn = children.filter((child) => shown.has(child))
    pushAll(staffFirst(drawn, isStaff), parent, layer + 1)
  }
  return boxes
}

/** Whether a staff line places a role below its manager. */
function isStaffLine(tree: ReportingTree, role: number): boolean {
  const line = placingLine(tree, role)
  return line?.kind === 'solid' && line.as !== undefined && STAFF_NAMES.includes(line.as)
}

function staffFirst(children: readonly number[], isStaff: (role: number) => boolean): readonly number[] {
  if (!children.some(isStaff)) return children
  const [staff, others] = [true, false].map((is) => children.filter((child) => isStaff(child) === is))
  return [...staff, ...others]
}

/** The children to draw: those that must be seen first, then the others in order. The limit does not apply to ghosts. */
function withinLimit(
  children: readonly number[],
  limit: number,
  first: ReadonlySet<number>,
  firstGhost: number,
): ReadonlySet<number> {
  if (children.length <= limit) return new Set(children)
  const roles = children.filter((child) => child < firstGhost)
  const [wanted, others] = [true, false].map((is) => roles.filter((child) => first.has(child) === is))
  const ghosts = children.filter((child) => child >= firstGhost)
  return new Set([...[...wanted, ...others].slice(0, limit), ...ghosts])
}

/** How many roles are below each role, without ghosts. */
function countsBelow({ preorder, parent, firstGhost }: ReportingTree): Int32Array {
  const below = new Int32Array(parent.length)
  for (let place = preorder.length - 1; place >= 0; place--) {
    const role = preorder[place]
    const manager = parent[role]
    if (manager !== NO_HANDLE) below[manager] += below[role] + (role < firstGhost ? 1 : 0)
  }
  return below
}

function withManagersAbove({ parent }: ReportingTree, wanted: Iterable<number>): ReadonlySet<number> {
  const all = new Set<number>()
  for (const role of wanted) {
    for (let next = role; next !== NO_HANDLE && !all.has(next); next = parent[next]) all.add(next)
  }
  return all
}
