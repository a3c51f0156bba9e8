import type { RoleColumns } from '../engine/columns.js'
import { targetsOf } from '../engine/edges.js'
import type { OrgState } from '../engine/org-state.js'
import { peopleIndexOf } from '../engine/people-index.js'
import { linesIn, movesIn } from '../engine/role-reader.js'
import type { Change } from '../model/change.js'
import { personOfHolder } from '../model/person.js'
import { BaseReferrers } from './base-referrers.js'
import type { KnownHandles } from './known-handles.js'
import {
  type AttributeName,
  holdersIn,
  managerIn,
  type OpenLine,
  type OpenManager,
  type OpenMove,
  type OpenRole,
  openRole,
} from './open-role.js'
import { OpenEntries } from './open-entries.js'
import { TouchedReferrers } from './touched-referrers.js'
import { namesUnit, UNIT_ATTRIBUTES } from './unit-references.js'
import { type VersionColumns, versionIn } from './version-columns.js'

/**
 * The roles of an org while changes are applied to it: those before the changes, and those that the changes touch. It finds and reads
 * them, and what refers to them.
 */
export class OpenRoles extends OpenEntries {
  /** The org before the changes. */
  readonly before: OrgState
  /** The org whose handles are the nodes: that before the changes or, where it is a version of another one, that. */
  readonly base: OrgState
  /** The version that the org before is, by whose base the nodes are. */
  readonly version: VersionColumns | undefined
  /** The id of a node. */
  readonly idOf = (node: number): string => this.opened.get(node)?.id ?? this.base.columns.ids[node]
  /** Touched roles. */
  readonly opened: Map<number, OpenRole>
  protected readonly referring: TouchedReferrers
  readonly inBase: BaseReferrers
  /** The nodes of ids that the changes gave or took away; `undefined` for one that is gone. */
  readonly named = new Map<string, number | undefined>()
  /** The nodes of roles that are gone. */
  readonly gone: Set<number>
  readonly #handles: RoleColumns['handles']

  /** With `isVersion` the changes to a version of an org are changes to that, as those of the version are. */
  constructor(before: OrgState, undo?: Change[], isVersion = false, known?: KnownHandles) {
    super(before, undo)
    this.before = before
    this.version = isVersion ? versionIn(before) : undefined
    const { roles } = this.version ?? {}
    this.base = roles?.base ?? before
    this.#handles = known?.of(this.base) ?? this.base.columns.handles
    this.inBase = new BaseReferrers(this.base)
    this.opened = new Map(roles?.opened)
    this.gone = new Set(roles?.gone)
    this.referring = new TouchedReferrers(this.opened)
  }

  nodeOf(id: string): number | undefined {
    if (this.named.has(id)) return this.named.get(id)
    const named = this.version?.roles.named
    return named?.has(id) === true ? named.get(id) : this.#handles.get(id)
  }

  *ids(): Generator<string> {
    for (const id of this.version?.eachId() ?? this.base.columns.ids) if (!this.named.has(id)) yield id
    for (const [id, node] of this.named) if (node !== undefined) yield id
  }

  open(node: number): OpenRole {
    let role = this.opened.get(node)
    if (role === undefined) {
      this.opened.set(node, (role = openRole(this.base, node)))
      this.referring.add(role)
    } else if (this.version?.roles.opened.get(node) === role) {
      // The role of the version stays as it is.
      this.opened.set(node, (role = { ...role, attributes: new Map(role.attributes) }))
    }
    return role
  }

  managerOf(node: number): number {
    return this.opened.get(node)?.manager.to ?? this.base.columns.manager[node]
  }

  /** The solid line of a role, without opening it; the same holds for the next three. */
  solidLineOf(node: number): OpenManager {
    return this.opened.get(node)?.manager ?? managerIn(this.base, node)
  }

  dottedLinesOf(node: number): readonly OpenLine[] {
    return this.opened.get(node)?.dotted ?? linesIn(this.base.columns, node)
  }

  movesOf(node: number): readonly OpenMove[] {
    return this.opened.get(node)?.moves ?? movesIn(this.base.columns, node)
  }

  attributeOf(node: number, name: AttributeName): unknown {
    const role = this.opened.get(node)
    return role === undefined ? this.base.columns.attributes[name]?.[node] : role.attributes.get(name)
  }

  /** The solid reports of a role, by node. */
  reportsOf(node: number): number[] {
    return this.#referrers(node, this.referring.reportsTo(node), (base) => this.inBase.reportsTo(base))
  }

  /** The roles with a dotted line to a role. */
  dottedTo(node: number): number[] {
    const touched = this.#touched(this.referring.dotted, ({ dotted }) => hasEnd(dotted, node))
    return this.#referrers(node, touched, (base) => this.inBase.dottedTo(base))
  }

  /** The roles with a move to a role. */
  movesTo(node: number): number[] {
    const touched = this.#touched(this.referring.moves, ({ moves }) => hasEnd(moves, node))
    return this.#referrers(node, touched, (base) => this.inBase.movesTo(base))
  }

  /** The roles that name a unit. */
  membersOf(unit: string): number[] {
    const members: number[] = []
    for (const name of UNIT_ATTRIBUTES) {
      const column: ArrayLike<unknown> = this.base.columns.attributes[name] ?? []
      for (let node = 0; node < column.length; node++) {
        if (column[node] !== undefined && namesUnit(column[node], unit)) members.push(node)
      }
    }
    const isMember = (role: OpenRole): boolean =>
      UNIT_ATTRIBUTES.some((name) => namesUnit(role.attributes.get(name), unit))
    return this.#merged(members, this.#touched(this.opened.keys(), isMember))
  }

  /** The roles that a person holds. */
  heldBy(person: string): number[] {
    const { numbers, roles } = this.base.kept(peopleIndexOf)
    const number = numbers.get(person)
    const held = number === undefined ? [] : [...targetsOf(roles, number)]
    const holds = (role: OpenRole): boolean =>
      holdersIn(role).some((holder) => personOfHolder(holder) === person)
    return this.#merged(held, this.#touched(this.opened.keys(), holds))
  }

  /** The touched roles among some that refer to something. */
  #touched(nodes: Iterable<number>, refers: (role: OpenRole) => boolean): number[] {
    const referring: number[] = []
    for (const node of nodes) if (refers(this.open(node))) referring.push(node)
    return referring
  }

  #referrers(node: number, touched: Iterable<number>, inBase: (node: number) => readonly number[]): number[] {
    return this.#merged(node < this.base.columns.count ? inBase(node) : [], touched)
  }

  /** Roles as before unless they are touched, and touched ones, ascending. */
  #merged(inBase: readonly number[], touched: Iterable<number>): number[] {
    const nodes: number[] = []
    for (const node of inBase) if (!this.opened.has(node) && !this.gone.has(node)) nodes.push(node)
    for (const node of touched) if (!this.gone.has(node)) nodes.push(node)
    if (nodes.length < 2) return nodes
    const distinct = [...new Set(nodes)]
    const places = this.version?.roles.places
    if (places === undefined) return distinct.sort((a, b) => a - b)
    const added = this.version?.roles.nodeCount ?? 0
    // In the order that they had before the changes, and new ones last.
    const handleOf = (node: number): number => (node < added ? places.handleOf(node) : node)
    return distinct.sort((a, b) => handleOf(a) - handleOf(b))
  }

  isGone(node: number): boolean {
    return this.gone.has(node)
  }
}

function hasEnd(edges: readonly { readonly to: number }[], node: number): boolean {
  return edges.some(({ to }) => to === node)
}
