import { type AttributeName, writtenManager, writtenMove } from '../change/open-role.js'
import { cyclesAbove, parentsFirst } from '../change/parent-walks.js'
import { samePlain } from '../define/org-content.js'
import { plainCopy } from '../define/plain-copy.js'
import { lineSpec } from '../define/spec-of-org.js'
import { NONE } from '../engine/columns.js'
import { targetsOf } from '../engine/edges.js'
import { partitionPoint } from '../kernel/partition-point.js'
import type { Change } from '../model/change.js'
import type { EffectiveChanges } from '../model/history.js'
import type { RoleSpec } from '../model/role.js'
import type { DatedChanges } from './history-state.js'
import { isRelined } from './row-cycles.js'
import type { RowVersions } from './row-versions.js'

/** The changes by date that lead from no roles at all through the spells of all roles. Those of a date are made when they are asked for. */
export class RecordedChanges implements DatedChanges {
  constructor(readonly versions: RowVersions) {}

  between(after?: string, last?: string): EffectiveChanges[] {
    const { dates } = this.versions
    const upTo = (date: string | undefined, otherwise: number): number =>
      date === undefined ? otherwise : partitionPoint(dates.length, (index) => dates[index] <= date)
    const entries: EffectiveChanges[] = []
    for (let date = upTo(after, 0); date < upTo(last, dates.length); date++) {
      // Plain data is copied without a reason why not.
      const changes = plainCopy(new DayChanges(this.versions, date).all()) as readonly Change[]
      entries.push(Object.freeze({ on: dates[date], changes }))
    }
    return entries
  }
}

/** The changes of a date: what is new, lines from the top down, attributes, edges, heads of units, and what is gone. */
class DayChanges {
  readonly #idOf: (node: number) => string
  readonly #removed: ReadonlySet<number>

  constructor(
    readonly versions: RowVersions,
    readonly date: number,
  ) {
    this.#idOf = (node) => versions.idOf(node)
    this.#removed = new Set(targetsOf(versions.columns.removed, date))
  }

  all(): Change[] {
    const { versions, date } = this
    const { firstNode, firstSpell, nodeOf, changed } = versions.columns
    const added: Change[] = []
    const attributes: Change[] = []
    const edges: Change[] = []
    /** The spells, by node, whose line is set after all roles are added. */
    const relined = new Map<number, number>()
    for (let node = firstNode[date]; node < firstNode[date + 1]; node++)
      added.push(this.#add(firstSpell[node], relined, edges))
    for (const spell of targetsOf(changed, date)) {
      if (isRelined(versions, spell)) relined.set(nodeOf[spell], spell)
      const role = this.#idOf(nodeOf[spell])
      const set = this.#attributesToSet(spell)
      if (Object.keys(set).length > 0) attributes.push({ do: 'update-role', role, set })
      edges.push(...this.#edgeChanges(spell))
    }
    const managerOf = (node: number): number | undefined => {
      const manager = versions.managerOf(node, date)
      return manager === NONE ? undefined : manager
    }
    const lines = parentsFirst(relined.keys(), managerOf).map((node): Change => {
      const manager = this.#managerSpec(relined.get(node) ?? 0)
      return { do: 'set-manager', role: this.#idOf(node), manager: manager ?? null }
    })
    return [...added, ...lines, ...attributes, ...edges, ...this.#heads(), ...this.#removals()]
  }

  /** The change that adds a role, with what it can have already; the rest follows. */
  #add(spell: number, relined: Map<number, number>, edges: Change[]): Change {
    const { versions, date } = this
    const { id, node, attributes, manager, dotted, moves } = versions.roleIn(spell)
    // Those before the role are added already.
    const isThere = (to: number): boolean => versions.beginOf(to) < date || to < node
    const line = this.#managerSpec(spell)
    const isLinked = line !== undefined && manager.to !== NONE && isThere(manager.to)
    if (line !== undefined && !isLinked) relined.set(node, spell)
    const areEdgesThere = [...dotted, ...moves].every(({ to }) => isThere(to))
    if (!areEdgesThere) edges.push(...this.#addedEdges(spell))
    const spec: RoleSpec = {
      ...Object.fromEntries(attributes),
      ...(isLinked && { reportsTo: line }),
      ...(areEdgesThere &&
        dotted.length > 0 && { dottedTo: dotted.map(({ to, facts }) => lineSpec(this.#idOf(to), facts)) }),
      ...(areEdgesThere &&
        moves.length > 0 && { progressesTo: moves.map((move) => writtenMove(move, this.#idOf)) }),
    }
    return { do: 'add-role', role: id, ...(Object.keys(spec).length > 0 && { spec }) }
  }

  #managerSpec(spell: number): RoleSpec['reportsTo'] | undefined {
    return writtenManager(this.versions.solidLineOf(spell), this.#idOf) ?? undefined
  }

  #attributesToSet(spell: number): Record<string, unknown> {
    const { contents, columns } = this.versions
    const [was, is] = [columns.sourceOf[spell - 1], columns.sourceOf[spell]]
    const removed: [AttributeName, null][] = []
    const set: [AttributeName, unknown][] = []
    for (const [at, name] of contents.names.entries()) {
      const value = contents.attribute(is, at)
      const before = contents.attribute(was, at)
      if (value === undefined && before !== undefined) removed.push([name, null])
      else if (value !== undefined && !samePlain(value, before)) set.push([name, value])
    }
    return Object.fromEntries([...removed, ...set])
  }

  #edgeChanges(spell: number): Change[] {
    const { versions } = this
    if (!versions.contents.hasEdges) return []
    const edgesOf = (at: number): unknown => [versions.dottedOf(at), versions.movesOf(at)]
    if (samePlain(edgesOf(spell - 1), edgesOf(spell))) return []
    const role = this.#idOf(versions.columns.nodeOf[spell])
    return [
      ...versions
        .dottedOf(spell - 1)
        .map(({ to }): Change => ({ do: 'remove-dotted-line', role, manager: this.#idOf(to) })),
      ...versions
        .movesOf(spell - 1)
        .map(({ to }): Change => ({ do: 'remove-move', role, to: this.#idOf(to) })),
      ...this.#addedEdges(spell),
    ]
  }

  #addedEdges(spell: number): Change[] {
    const { versions } = this
    const role = this.#idOf(versions.columns.nodeOf[spell])
    return [
      ...versions.dottedOf(spell).map(({ to, facts }): Change => ({
        do: 'add-dotted-line',
        role,
        manager: lineSpec(this.#idOf(to), facts),
      })),
      ...versions
        .movesOf(spell)
        .map((move): Change => ({ do: 'add-move', role, move: writtenMove(move, this.#idOf) })),
    ]
  }

  /** The heads of the units one of whose heads is added or gone. */
  #heads(): Change[] {
    const { versions, date } = this
    const changes: Change[] = []
    for (const { id, heads } of versions.units.values()) {
      if (!heads.some((head) => this.#isMoved(head))) continue
      const there = versions.headsOf(id, date)
      changes.push({
        do: 'update-unit',
        unit: id,
        set: { head: there.length > 1 ? there : (there.at(0) ?? null) },
      })
    }
    return changes
  }

  /** Whether a role is added or gone. */
  #isMoved(id: string): boolean {
    const { versions, date } = this
    return versions.nodeAt(id, date) !== versions.nodeAt(id, date - 1)
  }

  /** Reports before their managers; where they report in a cycle, their lines are removed first. */
  #removals(): Change[] {
    const { versions, date } = this
    const managerOf = (node: number): number | undefined => {
      const manager = versions.managerOf(node, date - 1)
      return this.#removed.has(manager) ? manager : undefined
    }
    const sorted = [...parentsFirst(this.#removed, managerOf)].reverse()
    const inCycle = new Set(cyclesAbove(this.#removed, managerOf).flat())
    const lines = sorted.filter((node) => inCycle.has(node)).reverse()
    return [
      ...lines.map((node): Change => ({ do: 'set-manager', role: this.#idOf(node), manager: null })),
      ...sorted.map((node): Change => ({ do: 'remove-role', role: this.#idOf(node), references: 'remove' })),
    ]
  }
}
