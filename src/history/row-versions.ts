import { dottedColumns, moveColumns } from '../change/edge-columns.js'
import type { AttributeName, OpenLine, OpenManager, OpenMove, OpenRole } from '../change/open-role.js'
import { unitLedBy } from '../change/unit-references.js'
import { attributeColumns, NO_MOVES, NONE } from '../engine/columns.js'
import { NO_EDGES, targetsOf } from '../engine/edges.js'
import type { OrgRecord, OrgState } from '../engine/org-state.js'
import { partitionPoint } from '../kernel/partition-point.js'
import type { LineFacts } from '../model/line.js'
import type { HolderSpec } from '../model/person.js'
import type { Unit } from '../model/unit.js'
import { DateIndex, type Holding, type RoleVersions } from './role-versions.js'
import type { RowColumns } from './row-columns.js'
import { type RowContents, soundEdges } from './row-contents.js'

/** The roles of a history of rows. What the rows say stays in their columns, and the org of a date is made when it is asked for. */
export class RowVersions implements RoleVersions {
  readonly dates: readonly string[]
  /** The node of the manager of each spell, or {@link NONE}. */
  readonly managers: Int32Array
  readonly #dates: DateIndex
  readonly #ids: readonly string[]
  readonly #roles: ReadonlyMap<string, number>

  /** `base` has the units without heads; `units` has them with the heads that they have on the days on which these are there. */
  constructor(
    readonly columns: RowColumns,
    ids: readonly string[],
    readonly contents: RowContents,
    readonly base: OrgState,
    readonly units: ReadonlyMap<string, Unit>,
  ) {
    this.dates = this.columns.dates
    this.#dates = new DateIndex(this.dates)
    this.#ids = ids
    this.#roles = new Map(this.#ids.map((id, role) => [id, role]))
    const { dateOf, sourceOf } = this.columns
    this.managers = sourceOf.map((source, spell) => {
      const manager = contents.managerOf(source)
      return manager === undefined ? NONE : (this.nodeAt(manager, dateOf[spell]) ?? NONE)
    })
  }

  /** The same days with other ids and contents. */
  renamed(
    idOf: (id: string) => string,
    contents: RowContents,
    base: OrgState,
    units: ReadonlyMap<string, Unit>,
  ): RowVersions {
    return new RowVersions(this.columns, this.#ids.map(idOf), contents, base, units)
  }

  indexOf(date: string): number {
    return this.#dates.indexOf(date)
  }

  get nodeCount(): number {
    return this.columns.roleOf.length
  }

  idOf(node: number): string {
    return this.#ids[this.columns.roleOf[node]]
  }

  *ids(): Generator<string> {
    for (const [role, id] of this.#ids.entries())
      if (targetsOf(this.columns.nodesOf, role).length > 0) yield id
  }

  people(): Iterable<string> {
    return []
  }

  nodesOf(id: string): readonly number[] {
    const role = this.#roles.get(id)
    return role === undefined ? [] : [...targetsOf(this.columns.nodesOf, role)]
  }

  nodeAt(id: string, date: number): number | undefined {
    const role = this.#roles.get(id)
    if (role === undefined) return undefined
    const { endOf, nodesOf } = this.columns
    const nodes = targetsOf(nodesOf, role)
    const begun = partitionPoint(nodes.length, (at) => this.beginOf(nodes[at]) <= date)
    return begun > 0 && date < endOf[nodes[begun - 1]] ? nodes[begun - 1] : undefined
  }

  /** The first date of a node. */
  beginOf(node: number): number {
    return this.columns.dateOf[this.columns.firstSpell[node]]
  }

  /** The spell of a node on a date; `undefined` where it is not there. */
  spellAt(node: number, date: number): number | undefined {
    const { firstSpell, dateOf, endOf } = this.columns
    const first = firstSpell[node]
    if (date < dateOf[first] || date >= endOf[node]) return undefined
    // Most nodes have one or two spells.
    let last = firstSpell[node + 1] - 1
    if (dateOf[last] > date)
      last = first + partitionPoint(last - first, (at) => dateOf[first + at] <= date) - 1
    return last
  }

  managerOf(node: number, date: number): number {
    const spell = this.spellAt(node, date)
    return spell === undefined ? NONE : this.managers[spell]
  }

  /** The id of the manager that rows name and no row has. */
  unknownManagerOf(spell: number): string | undefined {
    const id = this.contents.managerOf(this.columns.sourceOf[spell])
    return id === undefined || this.#isEverThere(id) ? undefined : id
  }

  #isEverThere(id: string): boolean {
    const role = this.#roles.get(id)
    return role !== undefined && targetsOf(this.columns.nodesOf, role).length > 0
  }

  /** What the rows add to the line to the manager; a manager who is not there has no line. */
  managerFactsOf(spell: number): LineFacts | undefined {
    return this.managers[spell] === NONE && this.unknownManagerOf(spell) === undefined
      ? undefined
      : this.contents.managerFactsOf(this.columns.sourceOf[spell])
  }

  solidLineOf(spell: number): OpenManager {
    return {
      to: this.managers[spell],
      unknown: this.managers[spell] === NONE ? this.unknownManagerOf(spell) : undefined,
      facts: this.managerFactsOf(spell),
    }
  }

  dottedOf(spell: number): readonly OpenLine[] {
    return this.#linked(spell, this.contents.dottedOf(this.columns.sourceOf[spell]))
  }

  movesOf(spell: number): readonly OpenMove[] {
    return this.#linked(spell, this.contents.movesOf(this.columns.sourceOf[spell]))
  }

  /** The edges of a spell whose ends are there, to nodes. */
  #linked<Edge extends { readonly to: string }>(
    spell: number,
    edges: readonly Edge[],
  ): readonly (Omit<Edge, 'to'> & { readonly to: number })[] {
    if (edges.length === 0) return []
    const { dateOf, nodeOf } = this.columns
    return soundEdges(edges, this.idOf(nodeOf[spell])).flatMap((edge) => {
      const to = this.nodeAt(edge.to, dateOf[spell])
      return to === undefined ? [] : { ...edge, to }
    })
  }

  /** The role of a spell. */
  roleIn(spell: number): OpenRole {
    const { nodeOf, sourceOf } = this.columns
    return {
      node: nodeOf[spell],
      id: this.idOf(nodeOf[spell]),
      manager: this.solidLineOf(spell),
      dotted: this.dottedOf(spell),
      moves: this.movesOf(spell),
      attributes: this.contents.attributesOf(sourceOf[spell]),
    }
  }

  roleOf(node: number, date: number): OpenRole | undefined {
    const spell = this.spellAt(node, date)
    return spell === undefined ? undefined : this.roleIn(spell)
  }

  datesOf(node: number): readonly number[] {
    const { firstSpell, dateOf, endOf } = this.columns
    const dates = Array.from(dateOf.subarray(firstSpell[node], firstSpell[node + 1]))
    return endOf[node] < this.dates.length ? [...dates, endOf[node]] : dates
  }

  *holders(): Generator<Holding> {
    const { names } = this.contents
    const at = names.indexOf('holders')
    if (at === -1) return
    const { nodeOf, sourceOf } = this.columns
    for (const [spell, source] of sourceOf.entries()) {
      const holders = this.contents.attribute(source, at) as readonly HolderSpec[] | undefined
      if (holders !== undefined) yield { node: nodeOf[spell], holders }
    }
  }

  /** The units on a date, each with its heads that are there. */
  unitsAt(date: number): ReadonlyMap<string, Unit> {
    const units = new Map<string, Unit>()
    for (const unit of this.base.units.values()) {
      const heads = this.headsOf(unit.id, date)
      units.set(unit.id, heads.length === 0 ? unit : unitLedBy(unit, heads))
    }
    return units
  }

  headsOf(unit: string, date: number): readonly string[] {
    return this.units.get(unit)?.heads.filter((head) => this.nodeAt(head, date) !== undefined) ?? []
  }

  recordAt(date: number): OrgRecord {
    const spells = this.#spellsAt(date)
    const handleOf = new Int32Array(this.nodeCount).fill(NONE)
    const rows = { nodes: spells, handleOf }
    const ids = new Array<string>(spells.length)
    const handles = new Map<string, number>()
    for (let handle = 0; handle < spells.length; handle++) {
      const node = this.columns.nodeOf[spells[handle]]
      handleOf[node] = handle
      ids[handle] = this.idOf(node)
      handles.set(ids[handle], handle)
    }
    const { hasEdges } = this.contents
    const managerEvidence = new Map<number, LineFacts>()
    const unknownManagers = new Map<number, string>()
    const manager = spells.map((spell, handle) => {
      const facts = this.managerFactsOf(spell)
      if (facts !== undefined) managerEvidence.set(handle, facts)
      const to = this.managers[spell]
      const unknown = to === NONE ? this.unknownManagerOf(spell) : undefined
      if (unknown !== undefined) unknownManagers.set(handle, unknown)
      return to === NONE ? NONE : handleOf[to]
    })
    return {
      columns: {
        count: spells.length,
        ids,
        handles,
        manager,
        managerEvidence,
        dotted: hasEdges ? dottedColumns(spells.length, rows, (spell) => this.dottedOf(spell)) : NO_EDGES,
        moves: hasEdges ? moveColumns(spells.length, rows, (spell) => this.movesOf(spell)) : NO_MOVES,
        attributes: this.#attributesIn(spells),
      },
      units: this.unitsAt(date),
      services: this.base.services,
      people: this.base.people,
      issues: this.base.issues,
      unknownManagers,
    }
  }

  /** The spells that hold on a date, in the order of their nodes. */
  #spellsAt(date: number): Int32Array {
    const { firstNode } = this.columns
    const spells = new Int32Array(date < 0 ? 0 : firstNode[date + 1])
    let count = 0
    for (let node = 0; node < spells.length; node++) {
      const spell = this.spellAt(node, date)
      if (spell !== undefined) spells[count++] = spell
    }
    return spells.slice(0, count)
  }

  #attributesIn(spells: Int32Array): OrgRecord['columns']['attributes'] {
    const { contents } = this
    const { sourceOf } = this.columns
    const columns: (readonly [AttributeName, readonly unknown[]])[] = []
    for (const [at, name] of contents.names.entries()) {
      const column = Array.from(spells, (spell) => contents.attribute(sourceOf[spell], at))
      if (column.some((value) => value !== undefined)) columns.push([name, column])
    }
    return attributeColumns(columns)
  }
}
