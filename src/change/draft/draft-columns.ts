import { NONE } from '../../engine/columns.js'
import type { OrgState } from '../../engine/org-state.js'
import type { Change } from '../../model/change.js'
import { DraftIds } from './draft-ids.js'
import { DraftOrder } from './draft-order.js'
import { ADD, type EditLog, LINK, PLACE, PLAN, REMOVE, RENAME } from './edit-log.js'
import { LinkedRoles } from './linked-roles.js'

/**
 * The roles of a draft as its questions need them: solid lines, ids, order, and which are planned. A node is the handle that a role had in
 * the org, or the next number for one that is added. Undone steps leave the same nodes as if they had never been done.
 */
export class DraftColumns {
  readonly links: LinkedRoles
  readonly ids: DraftIds
  /** The planned roles, which no span counts. */
  readonly planned = new Set<number>()
  #order: DraftOrder | undefined

  constructor({ columns }: OrgState) {
    this.links = new LinkedRoles(columns.manager)
    this.ids = new DraftIds(columns)
    const { status } = columns.attributes
    if (status === undefined) return
    for (let node = 0; node < status.length; node++) if (status[node] === 'planned') this.planned.add(node)
  }

  /** The direct reports of a node, in order. */
  reportsOf(node: number): number[] {
    const reports = this.links.reportsOf(node)
    if (this.#order !== undefined) return this.#order.sort(reports)
    for (let at = 1; at < reports.length; at++) {
      if (reports[at] < reports[at - 1]) return reports.sort((a, b) => a - b)
    }
    return reports
  }

  /** The node after another one in order, or {@link NONE}. */
  after(node: number): number {
    return this.#ordered().after(node) ?? NONE
  }

  #ordered(): DraftOrder {
    return (this.#order ??= new DraftOrder(this.links.count))
  }

  /** Does a step of the log. */
  do(log: EditLog, step: number): void {
    const node = log.nodeOf(step)
    const is = log.isOf(step)
    switch (log.kindOf(step)) {
      case LINK:
        this.links.link(node, is)
        break
      case ADD:
        this.links.add()
        this.ids.add(idsIn(log, step).is, node)
        this.#order?.add(node)
        break
      case REMOVE:
        this.ids.remove(node)
        break
      case RENAME:
        this.ids.rename(node, idsIn(log, step).is)
        break
      default:
        this.#set(log.kindOf(step), node, is)
    }
  }

  /** Takes a step of the log back, after those that follow it. */
  undo(log: EditLog, step: number): void {
    const node = log.nodeOf(step)
    const was = log.wasOf(step)
    switch (log.kindOf(step)) {
      case LINK:
        this.links.link(node, was)
        break
      case ADD:
        this.links.removeLast()
        this.ids.removeLast()
        this.#order?.remove(node)
        break
      case REMOVE:
        this.ids.restore(node)
        break
      case RENAME:
        this.ids.rename(node, idsIn(log, step).was)
        break
      default:
        this.#set(log.kindOf(step), node, was)
    }
  }

  #set(kind: number, node: number, value: number): void {
    if (kind === PLACE) this.#ordered().place(node, value === NONE ? undefined : value)
    else if (kind === PLAN && value === 1) this.planned.add(node)
    else if (kind === PLAN) this.planned.delete(node)
  }
}

/** The ids that an edit gives to the role that it adds or renames. */
function idsIn(log: EditLog, step: number): { readonly was: string; readonly is: string } {
  const change = log.editAt(log.startOf(step))?.change
  return change === undefined ? { was: '', is: '' } : idsOf(change)
}

function idsOf(change: Change): { readonly was: string; readonly is: string } {
  if (change.do === 'rename-role') return { was: change.role, is: change.to }
  return { was: '', is: change.do === 'add-role' ? change.role : '' }
}
