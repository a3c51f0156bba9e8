import { NONE } from '../engine/columns.js'
import type { OrgState } from '../engine/org-state.js'
import { idAt } from '../engine/role-reader.js'
import type { Change } from '../model/change.js'
import { applyOwnChange } from './apply-changes.js'
import type { KnownHandles, KnownLookup } from './known-handles.js'
import { OpenOrg } from './open-org.js'
import { RelatedOrgs } from './related-orgs.js'

/**
 * Whether the changes have to lead to the org after (`'applied'`), or only say what is not as before: with the order of the roles
 * (`'ordered'`) or without it (`'listed'`).
 */
export type ComparisonKind = 'applied' | 'ordered' | 'listed'

/** The org before while it is led to the org after: each change that is found is applied at once. */
export class Reconciled {
  readonly open: OpenOrg
  readonly changes: Change[] = []
  /** Where both orgs are versions of one: which roles may differ. All others are the same. */
  readonly related: RelatedOrgs | undefined
  readonly #handles: readonly number[]
  #nodes: Int32Array | 'same' | undefined
  #handlesAfter: Int32Array | undefined
  readonly #kind: ComparisonKind
  readonly #known: KnownHandles | undefined
  /** Where a merge finds the roles of the org before later, while nodes are its handles. */
  #noted: KnownLookup | undefined
  /** The handles of the roles that only the org after has, as they are added. Not for related orgs. */
  readonly added: number[] = []
  /** False only where the roles that both orgs have are in one order, and the new ones are added in their places. Known from their addition on. */
  isMoved: boolean

  constructor(
    before: OrgState,
    readonly after: OrgState,
    known?: KnownHandles,
    kind: ComparisonKind = 'applied',
  ) {
    this.#kind = kind
    this.#known = known
    const related = RelatedOrgs.of(before, after)
    this.related = related
    this.open = new OpenOrg(before, undefined, related !== undefined, known)
    const renamed = related?.renamed() ?? []
    if (renamed.length > 0) related?.addReferrers(renamed.flatMap((node) => this.open.inBase.of(node)))
    this.isMoved = related?.keepsOrder === false
    this.#handles = related?.handlesAfter() ?? []
  }

  /** Whether the changes have to lead to the org after. Otherwise {@link emitLate} only lists what changed, and roles keep their order. */
  get isApplied(): boolean {
    return this.#kind === 'applied' || (this.#kind === 'ordered' && this.isMoved)
  }

  /**
   * The nodes of the roles of the org after, by their handles there; {@link NONE} for one that is not there yet. `undefined` where nodes and
   * handles are the same. Not for related orgs.
   */
  get nodes(): Int32Array | undefined {
    const nodes = (this.#nodes ??= this.#readNodes())
    return nodes === 'same' ? undefined : nodes
  }

  /** The handles in the org after of the roles of the org before, or {@link NONE}, where they are not the same. Not for related orgs. */
  get handlesAfter(): Int32Array | undefined {
    const { nodes } = this
    if (nodes === undefined || this.#handlesAfter !== undefined) return this.#handlesAfter
    const { count } = this.open.base.columns
    const handles = (this.#handlesAfter = new Int32Array(count).fill(NONE))
    for (let handle = 0; handle < nodes.length; handle++) {
      const node = nodes[handle]
      // Added roles have nodes from there on.
      if (node < count) handles[node] = handle
    }
    return handles
  }

  /** Adds a role of the org after. */
  add(handle: number, change: Change): void {
    const nodes = this.related === undefined ? this.nodes : undefined
    this.#noted?.note(this.idAt(handle), NONE)
    this.added.push(handle)
    this.emit(change)
    if (nodes !== undefined) nodes[handle] = this.open.nodeOf(this.after.columns.ids[handle]) ?? NONE
  }

  /** The id of a role of the org after. */
  readonly idAt = (handle: number): string => idAt(this.after, handle)

  /** The node of a role of the org after, or {@link NONE}. */
  nodeAt(handle: number): number {
    if (this.related !== undefined) return this.open.nodeOf(this.idAt(handle)) ?? NONE
    const { nodes } = this
    return nodes === undefined ? handle : nodes[handle]
  }

  /**
   * The handles of the roles of the org after to compare, ascending: those that may differ, and what the changes so far touched. `undefined`
   * for all of them.
   */
  touched(): readonly number[] | undefined {
    if (this.related === undefined) return undefined
    const { opened, gone, version } = this.open
    const handles = new Set(this.#handles)
    for (const [node, role] of opened) {
      if (gone.has(node) || version?.roles.opened.get(node) === role) continue
      const handle = this.after.columns.handles.get(role.id)
      if (handle !== undefined) handles.add(handle)
    }
    return [...handles].sort((a, b) => a - b)
  }

  #readNodes(): Int32Array | 'same' {
    const { open, after } = this
    const before = open.base.columns
    const { handles, ids, count } = after.columns
    if (open.isReordered) {
      this.isMoved = true
      return Int32Array.from(ids, (id) => open.nodeOf(id) ?? NONE)
    }
    this.#noted = this.#known?.of(open.base)
    if (handles === before.handles) return 'same'
    const nodes = new Int32Array(count)
    const known = before.ids
    let next = 0
    let same = 0
    for (let handle = 0; handle < count; handle++) {
      const id = ids[handle]
      // Most roles follow each other in both orgs.
      const node = next < before.count && known[next] === id ? next : (before.handles.get(id) ?? NONE)
      nodes[handle] = node
      if (node === handle) same++
      if (node === NONE) continue
      if (node + 1 < next) this.isMoved = true
      next = node + 1
    }
    return same === count && count === before.count ? 'same' : nodes
  }

  emit(change: Change): void {
    applyOwnChange(this.open, change)
    this.changes.push(change)
  }

  /** The same for a change to the role at a node on which only the removals and the order of roles, units and people depend. */
  emitLate(change: Change & { readonly role: string }, node: number): void {
    if (node < this.open.base.columns.count) this.#noted?.note(change.role, node)
    if (this.isApplied) this.emit(change)
    else this.changes.push(change)
  }
}
