import type { CheckedOptions } from './checked-options.js'
import type { ReportingTree } from './reporting-tree.js'
import { NONE, type RoleRows } from './role-rows.js'
import { inOrder } from './sibling-order.js'

/** A box before its role is read: where it hangs, and how many roles it hides. */
export interface PlacedBox {
  /** The role, or `NONE` for the count of reports that are left out. */
  readonly row: number
  readonly parent: number | undefined
  readonly layer: number
  readonly hidden: number
  /** How many direct reports a count stands for; 0 on the box of a role. */
  readonly leftOut: number
}

type Ordering = Pick<CheckedOptions, 'order' | 'grouped' | 'depth' | 'collapse'>

/** The boxes of a tree in drawing order, down to a depth, with the reports beyond the limit counted. */
export function reportingBoxes(
  tree: ReportingTree,
  { roles }: RoleRows,
  options: Ordering,
  wanted: ReadonlySet<number>,
): PlacedBox[] {
  const below = countsBelow(tree)
  const first = withThoseAbove(tree, wanted)
  const boxes: PlacedBox[] = []
  const open: PlacedBox[] = []
  const openAll = (children: readonly number[], parent: number | undefined, layer: number): void => {
    for (const row of children.toReversed()) {
      open.push({ row, parent, layer, leftOut: 0, hidden: layer > options.depth ? below[row] : 0 })
    }
  }
  openAll(inOrder(tree.tops, roles, options), undefined, 1)
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const parent = boxes.push(next) - 1
    const { row, layer } = next
    if (row === NONE || layer > options.depth) continue
    const children = inOrder(tree.children[row], roles, options)
    const shown = withinLimit(children, options.collapse, first)
    if (shown.size < children.length) {
      const others = children.filter((child) => !shown.has(child))
      const hidden = others.reduce((sum, child) => sum + 1 + below[child], 0)
      // The count comes last, so it is put on the stack first.
      open.push({ row: NONE, parent, layer: layer + 1, leftOut: others.length, hidden })
    }
    openAll(
      children.filter((child) => shown.has(child)),
      parent,
      layer + 1,
    )
  }
  return boxes
}

/** Those that are drawn: first those that somebody wants to see, then the others in their order. */
function withinLimit(
  children: readonly number[],
  limit: number,
  first: ReadonlySet<number>,
): ReadonlySet<number> {
  if (children.length <= limit) return new Set(children)
  const [wanted, others] = [true, false].map((is) => children.filter((child) => first.has(child) === is))
  return new Set([...wanted, ...others].slice(0, limit))
}

function countsBelow({ preorder, parent }: ReportingTree): Int32Array {
  const below = new Int32Array(parent.length)
  for (let place = preorder.length - 1; place >= 0; place--) {
    const manager = parent[preorder[place]]
    if (manager !== NONE) below[manager] += below[preorder[place]] + 1
  }
  return below
}

function withThoseAbove({ parent }: ReportingTree, wanted: ReadonlySet<number>): ReadonlySet<number> {
  const all = new Set<number>()
  for (const row of wanted) {
    for (let next = row; next !== NONE && !all.has(next); next = parent[next]) all.add(next)
  }
  return all
}
