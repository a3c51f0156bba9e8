import { NONE } from '../engine/columns.js'
import type { OrgState } from '../engine/org-state.js'
import type { PlacedRun } from './moved-items.js'
import type { OpenOrg } from './open-org.js'
import { type RolePlaces, RoleRuns } from './role-runs.js'
import { type VersionRoles, versionIn } from './version-columns.js'

const NO_ROLES: VersionRoles['opened'] = new Map()
const NO_NAMES: VersionRoles['named'] = new Map()
const NO_NODES: ReadonlySet<number> = new Set()

/** Two versions of one org, or the org itself and a version of it: both name their roles by the same nodes. */
export class RelatedOrgs {
  readonly #before: VersionRoles
  readonly after: VersionRoles
  /** The nodes of roles that one org does not have, or that may not be the same in both. */
  readonly #differing = new Set<number>()

  private constructor(before: VersionRoles, after: VersionRoles) {
    this.#before = before
    this.after = after
    this.#noteDiffering(before, after)
    this.#noteDiffering(after, before)
  }

  /** `undefined` for orgs without a common base. */
  static of(before: OrgState, after: OrgState): RelatedOrgs | undefined {
    const [was, is] = [rolesIn(before), rolesIn(after)]
    return was.base === is.base ? new RelatedOrgs(was, is) : undefined
  }

  #noteDiffering(one: VersionRoles, other: VersionRoles): void {
    // A version shares the roles that it does not change with the version that it was made of.
    for (const [node, role] of one.opened) if (other.opened.get(node) !== role) this.#differing.add(node)
    for (const node of one.gone) if (!other.gone.has(node)) this.#differing.add(node)
  }

  /** The nodes that have another id in each org. */
  renamed(): readonly number[] {
    return [...this.#differing].filter((node) => {
      const [was, is] = [idIn(this.#before, node), idIn(this.after, node)]
      return was !== undefined && is !== undefined && was !== is
    })
  }

  /** Adds roles of the org after, which refer to roles with another id. */
  addReferrers(nodes: Iterable<number>): void {
    for (const node of nodes) this.#differing.add(node)
    for (const node of this.after.opened.keys()) this.#differing.add(node)
  }

  /** The handles of the roles of the org after that may differ, ascending. */
  handlesAfter(): readonly number[] {
    return handlesIn(this.after, this.#differing)
  }

  /** The nodes of the roles of the org before that may differ, in order. */
  nodesBefore(): readonly number[] {
    const { places } = this.#before
    const handles = handlesIn(this.#before, this.#differing)
    return places === undefined ? handles : handles.map((handle) => places.nodeAt(handle))
  }

  /** The order of the org after, as runs in the present order of an org that has its roles. */
  runsIn(open: OpenOrg): PlacedRun[] {
    const { base, places: order } = this.after
    const { count } = base.columns
    const present = placesIn(open)
    const runs: PlacedRun[] = []
    const add = (start: number, node: number, size: number): void => {
      if (size === 0) return
      let at = start
      for (const { place, size: length } of present?.runsOf(node, size) ?? [{ place: node, size }]) {
        runs.push({ start: at, place, size: length })
        at += length
      }
    }
    // All but those that may differ have the same nodes in both.
    const differing = this.handlesAfter()
    let next = 0
    const starts = order?.starts ?? [0]
    for (let run = 0; run < starts.length; run++) {
      const first = order === undefined ? 0 : order.firsts[run]
      const end = starts[run] + (order === undefined ? count : order.sizes[run])
      let start = starts[run]
      for (; next < differing.length && differing[next] < end; next++) {
        const handle = differing[next]
        const node = first + handle - starts[run]
        add(start, first + start - starts[run], handle - start)
        add(handle, open.nodeOf(idIn(this.after, node) ?? '') ?? NONE, 1)
        start = handle + 1
      }
      add(start, first + start - starts[run], end - start)
    }
    return runs
  }

  /** Whether the roles that both have are in one order; false, too, where that is not seen at once. */
  get keepsOrder(): boolean {
    // An id may be that of another node than before.
    for (const node of this.#differing) {
      const id = idIn(this.after, node)
      if (id !== undefined && id !== idIn(this.#before, node) && hasId(this.#before, id)) return false
    }
    const { places: was, nodeCount } = this.#before
    const { places: is } = this.after
    if (was === is) return true
    if (was !== undefined || is === undefined) return false
    let next = 0
    for (let run = 0; run < is.firsts.length; run++) {
      const first = is.firsts[run]
      // Further nodes are roles that were added.
      if (first >= nodeCount) continue
      if (first < next) return false
      next = first + is.sizes[run]
    }
    return true
  }
}

function placesIn({ order, count }: OpenOrg): RolePlaces | undefined {
  if (order === undefined || order instanceof RoleRuns) return order?.placed()
  return RoleRuns.ofNodes(order.toArray(count)).placed()
}

function rolesIn(state: OrgState): VersionRoles {
  return (
    versionIn(state)?.roles ?? {
      base: state,
      opened: NO_ROLES,
      gone: NO_NODES,
      nodeCount: state.columns.count,
      named: NO_NAMES,
      places: undefined,
    }
  )
}

function hasNode({ base, opened, gone }: VersionRoles, node: number): boolean {
  return (node < base.columns.count || opened.has(node)) && !gone.has(node)
}

function idIn(roles: VersionRoles, node: number): string | undefined {
  if (!hasNode(roles, node)) return undefined
  return roles.opened.get(node)?.id ?? roles.base.columns.ids[node]
}

function hasId({ base, named }: VersionRoles, id: string): boolean {
  return named.has(id) ? named.get(id) !== undefined : base.columns.handles.has(id)
}

function handlesIn(roles: VersionRoles, nodes: ReadonlySet<number>): number[] {
  const { places } = roles
  return Array.from(nodes)
    .filter((node) => hasNode(roles, node))
    .map((node) => (places === undefined ? node : places.handleOf(node)))
    .sort((a, b) => a - b)
}
