import { reportingCycleIssue, selfReportIssue } from '../define/cycle-issues.js'
import type { PlaceOfRecord } from '../define/record-fields.js'
import { samePlain } from '../define/org-content.js'
import { NONE } from '../engine/columns.js'
import { targetsOf } from '../engine/edges.js'
import type { HistoryIssueList } from './history-issue-list.js'
import type { RowVersions } from './row-versions.js'

interface Cycle {
  /** The nodes, each of which reports to the next one. */
  readonly nodes: readonly number[]
  /** The spell of the first one. */
  readonly spell: number
  readonly from: number
  to: number | undefined
}

/** Whether the manager of a role is another one, or another line, than in the spell before. */
export function isRelined(versions: RowVersions, spell: number): boolean {
  const { managers } = versions
  return (
    managers[spell] !== managers[spell - 1] ||
    versions.unknownManagerOf(spell) !== versions.unknownManagerOf(spell - 1) ||
    !samePlain(versions.managerFactsOf(spell), versions.managerFactsOf(spell - 1))
  )
}

/** Adds the reporting cycles of a history, each with its days: from the day on which one of its lines begins to the day on which one ends. */
export function addCycles(versions: RowVersions, placeOf: PlaceOfRecord, issues: HistoryIssueList): void {
  const { dates, contents } = versions
  for (const { nodes, spell, from, to } of new CycleWatch(versions).cycles()) {
    const roles = nodes.map((node) => versions.idOf(node))
    const place = placeOf(contents.recordOf(versions.columns.sourceOf[spell]), 'manager')
    const days = { from: dates[from], to: to === undefined ? undefined : dates[to] }
    if (roles.length === 1) issues.add('SELF_REPORT', 'error', selfReportIssue(roles[0], place), days)
    else issues.add('REPORTING_CYCLE', 'error', reportingCycleIssue(roles, place), days)
  }
}

/** Follows the managers of all roles through the dates, and keeps the cycles that they make. */
class CycleWatch {
  readonly #all: Cycle[] = []
  /** The cycle that each node is in. */
  readonly #of = new Map<number, Cycle>()
  readonly #manager: Int32Array
  /** How many nodes report to each one. A role to which nobody reports is in no cycle. */
  readonly #reports: Int32Array
  /** The last walk that came by each node, and the last date on which a cycle was found around it. */
  readonly #walk: Int32Array
  readonly #cycleOn: Int32Array
  #walks = 0

  constructor(readonly versions: RowVersions) {
    const { nodeCount } = versions
    this.#manager = new Int32Array(nodeCount).fill(NONE)
    this.#reports = new Int32Array(nodeCount)
    this.#walk = new Int32Array(nodeCount)
    this.#cycleOn = new Int32Array(nodeCount).fill(NONE)
  }

  cycles(): readonly Cycle[] {
    const { versions } = this
    const { firstNode, firstSpell, changed, removed, nodeOf } = versions.columns
    for (let date = 0; date < versions.dates.length; date++) {
      for (const node of targetsOf(removed, date)) this.#setManager(node, NONE, date)
      const begun: number[] = []
      for (let node = firstNode[date]; node < firstNode[date + 1]; node++) begun.push(firstSpell[node])
      for (const spell of targetsOf(changed, date)) if (isRelined(versions, spell)) begun.push(spell)
      for (const spell of begun) this.#setManager(nodeOf[spell], versions.managers[spell], date)
      const first = this.#walks + 1
      for (const spell of begun) this.#look(spell, date, first)
    }
    return this.#all
  }

  /** Gives a node another line; a cycle around it ends with the line before. */
  #setManager(node: number, manager: number, date: number): void {
    const before = this.#manager[node]
    if (before !== NONE) this.#reports[before]--
    if (manager !== NONE) this.#reports[manager]++
    this.#manager[node] = manager
    const cycle = this.#of.get(node)
    if (cycle === undefined) return
    cycle.to = date
    for (const other of cycle.nodes) this.#of.delete(other)
  }

  /** Looks for a cycle around the node of a spell; `first` is the first walk of the date. */
  #look(spell: number, date: number, first: number): void {
    const node = this.versions.columns.nodeOf[spell]
    if (this.#reports[node] === 0 || this.#of.has(node)) return
    if (this.#walk[node] < first) this.#walkUp(node, date, first)
    if (this.#cycleOn[node] !== date) return
    const nodes = this.#cycleFrom(node)
    const cycle: Cycle = { nodes, spell, from: date, to: undefined }
    this.#all.push(cycle)
    for (const other of nodes) this.#of.set(other, cycle)
  }

  /** Walks up to where another walk of the date came by. A walk that comes to itself has found a cycle. */
  #walkUp(from: number, date: number, first: number): void {
    const walk = ++this.#walks
    let node = from
    while (node !== NONE && this.#walk[node] < first) {
      this.#walk[node] = walk
      node = this.#manager[node]
    }
    if (node === NONE || this.#walk[node] !== walk) return
    for (const member of this.#cycleFrom(node)) this.#cycleOn[member] = date
  }

  #cycleFrom(node: number): number[] {
    const nodes = [node]
    for (let next = this.#manager[node]; next !== node; next = this.#manager[next]) nodes.push(next)
    return nodes
  }
}
