import { orgOfRecord } from '../../define/org-of-record.js'
import { NONE } from '../../engine/columns.js'
import { type OrgState, stateOf } from '../../engine/org-state.js'
import { unitWithoutHead } from '../../engine/role-handle.js'
import { counted } from '../../kernel/in-words.js'
import { didYouMean, nearestId } from '../../kernel/nearest-id.js'
import { OrgError } from '../../kernel/org-error.js'
import { quote } from '../../kernel/quote.js'
import type { Change } from '../../model/change.js'
import type { Org } from '../../model/org.js'
import { changedRecord } from '../changed-record.js'
import type { OpenEntries } from '../open-entries.js'
import { DraftColumns } from './draft-columns.js'
import { type Edit, EditLog, RENAME, type StepKind } from './edit-log.js'
import { FollowingOrg } from './following-org.js'
import { ReferredRoles } from './referred-roles.js'

/** The contents of a draft: the org that it began with, the columns that answer questions, and the edits that lead from one to the other. */
export class DraftState {
  readonly #org: Org
  readonly base: OrgState
  readonly columns: DraftColumns
  readonly log = new EditLog()
  readonly following: FollowingOrg
  readonly referred: ReferredRoles

  constructor(org: Org) {
    const base = stateOf(org)
    this.#org = org
    this.base = base
    this.columns = new DraftColumns(base)
    this.following = new FollowingOrg(base, this.log)
    this.referred = new ReferredRoles(base)
  }

  /** The units and people at this point. Only edits that `changeOrg` applies change them. */
  get entries(): Pick<OpenEntries, 'units' | 'people'> {
    return this.log.hasInverses ? this.following.now : this.base
  }

  /** The node of a role, or of the head of a unit. Throws `UNKNOWN_ROLE` or `UNIT_WITHOUT_HEAD`. */
  nodeOf(id: string): number {
    return this.columns.ids.nodeOf(id) ?? this.#headOf(id)
  }

  #headOf(id: string): number {
    const { ids } = this.columns
    const unit = this.entries.units.get(id)
    if (unit === undefined) {
      const nearest =
        nearestId(id, { [Symbol.iterator]: () => ids.ids() }) ?? nearestId(id, this.entries.units.keys())
      const message = `No role or unit has the id ${quote(id)} in this draft of ${counted(ids.count, 'role')}`
      throw new OrgError('UNKNOWN_ROLE', `${message}${didYouMean(nearest) || '.'}`, { id, nearest })
    }
    const node = unit.head === undefined ? undefined : ids.nodeOf(unit.head)
    if (node === undefined) throw unitWithoutHead(id)
    return node
  }

  /** Makes a move that closes no cycle. */
  move(node: number, manager: number): void {
    const { columns, log } = this
    log.addMove(node, columns.links.managerOf(node), manager)
    columns.links.link(node, manager)
  }

  /** Begins an edit of several steps. */
  begin(edit: Edit): void {
    this.log.addEdit(edit)
  }

  step(kind: StepKind, node: number, was: number, is: number): void {
    this.log.addStep(kind, node, was, is)
    this.columns.do(this.log, this.log.done - 1)
  }

  undo(): Change | undefined {
    const { columns, log } = this
    if (log.done === 0) return undefined
    const start = log.startOf(log.done - 1)
    const change = changeAt(this, start, columns.ids.idOf)
    this.following.undo(start)
    for (let step = log.done - 1; step >= start; step--) columns.undo(log, step)
    log.undoTo(start)
    return change
  }

  redo(): Change | undefined {
    const { columns, log } = this
    const end = log.redoEnd
    if (end === undefined) return undefined
    const start = log.done
    for (let step = start; step < end; step++) columns.do(log, step)
    log.redoTo(end)
    return changeAt(this, start, columns.ids.idOf)
  }

  /** The edits that are done, in order. */
  changes(): Change[] {
    const { columns, log } = this
    const changes: Change[] = []
    // From the last one back, with the ids that nodes had then.
    const renamed = new Map<number, string>()
    const idOf = (node: number): string => renamed.get(node) ?? columns.ids.idOf(node)
    for (let step = log.done - 1; step >= 0; step--) {
      if (log.begins(step)) changes.push(changeAt(this, step, idOf))
      else if (log.kindOf(step) === RENAME) {
        const change = log.editAt(log.startOf(step))?.change
        if (change?.do === 'rename-role') renamed.set(log.nodeOf(step), change.role)
      }
    }
    return changes.reverse()
  }

  toOrg(): Org {
    if (this.log.done === 0) return this.#org
    return orgOfRecord(changedRecord(this.following.once))
  }
}

/** The edit that begins with a step. */
function changeAt({ log }: DraftState, step: number, idOf: (node: number) => string): Change {
  const edit = log.editAt(step)
  if (edit !== undefined) return edit.change
  const manager = log.isOf(step)
  return {
    do: 'set-manager',
    role: idOf(log.nodeOf(step)),
    manager: manager === NONE ? null : idOf(manager),
  }
}
