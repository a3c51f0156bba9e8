import { NO_HANDLE, type OrgState } from '../../internal.js'
import type { BeforeMarks } from './checked-options.js'
import { placingLine, type ReportingTree, reportingTree } from './reporting-tree.js'

/** A role where it was. */
export interface Ghost {
  readonly handle: number
  /** Its handle in the org before. */
  readonly was: number
  /** Its handle in the org after, unless it is removed. */
  readonly is: number | undefined
}

/** A tree with ghosts: their handles come after those of the org. */
export interface GhostTree extends ReportingTree {
  readonly ghosts: readonly Ghost[]
  /** For roles that have moved: the handle, in the org before, of the role that each was placed below. */
  readonly movedFrom: ReadonlyMap<number, number>
}

/**
 * Adds ghosts to a tree: removed roles below their managers, which may be ghosts too, and each role that has moved once more below the
 * one that it was placed below. Among siblings a ghost follows those that it followed before. O(roles of both orgs).
 */
export function withGhosts(
  tree: ReportingTree,
  { columns }: OrgState,
  root: number | undefined,
  { along, removed, moved }: BeforeMarks,
): GhostTree {
  const was = reportingTree(along, undefined)
  const { ids } = along.state.columns
  const count = tree.parent.length
  const isDrawn = new Uint8Array(count)
  for (const role of tree.preorder) isDrawn[role] = 1
  const ghosts: Ghost[] = []
  const ghostOf = new Map<number, number>()
  const movedFrom = new Map<number, number>()
  const children: (readonly number[])[] = [...tree.children]
  const managers = [...tree.managers]
  const parents: number[] = []

  /** The children of a role, or the tops, with the ghosts among those that it had before. */
  const merged = (before: readonly number[], now: readonly number[], parent: number): readonly number[] => {
    if (!before.some((role) => removed.has(ids[role]) || moved.has(ids[role]))) return now
    const places = new Map(now.map((role, place) => [role, place]))
    const after: number[][] = []
    let place = 0
    for (const role of before) {
      const is = columns.handles.get(ids[role])
      const stays = is === undefined ? undefined : places.get(is)
      if (stays !== undefined) place = stays + 1
      else if (is === undefined ? removed.has(ids[role]) : moved.has(ids[role])) {
        const handle = count + ghosts.length
        ghosts.push({ handle, was: role, is })
        ghostOf.set(role, handle)
        ;(after[place] ??= []).push(handle)
        children.push([])
        const line = placingLine(was, role)
        managers.push(line === undefined ? [] : [{ ...line, manager: parent }])
        parents.push(parent)
      }
    }
    if (after.length === 0) return now
    return [...(after[0] ?? []), ...now.flatMap((role, index) => [role, ...(after[index + 1] ?? [])])]
  }

  for (const role of moved) {
    const [from, to] = [along.state.columns.handles.get(role), columns.handles.get(role)]
    if (from === undefined || to === undefined) continue
    const above = was.parent[from]
    const now = tree.parent[to] === NO_HANDLE ? undefined : columns.ids[tree.parent[to]]
    if (above !== NO_HANDLE && ids[above] !== now) movedFrom.set(to, above)
  }
  const tops = root === undefined ? merged(was.tops, tree.tops, NO_HANDLE) : tree.tops
  for (const role of was.preorder) {
    const is = columns.handles.get(ids[role])
    const parent = is === undefined || isDrawn[is] === 0 ? ghostOf.get(role) : is
    if (parent !== undefined) children[parent] = merged(was.children[role], children[parent], parent)
  }
  return {
    tops,
    children,
    parent: Int32Array.from([...tree.parent, ...parents]),
    managers,
    preorder: [...tree.preorder, ...ghosts.map(({ handle }) => handle)],
    firstGhost: count,
    ghosts,
    movedFrom,
  }
}
