import { NONE } from '../../engine/columns.js'
import type { OrgState } from '../../engine/org-state.js'
import type { Change } from '../../model/change.js'
import { type AppliedChanges, applyChanges } from '../apply-changes.js'
import { OpenOrg } from '../open-org.js'
import { NOBODY, type OpenManager } from '../open-role.js'
import { withoutEvidence } from '../role-removal.js'
import { type EditLog, LINK, REMOVE } from './edit-log.js'

/** A change, applied. */
interface Application extends AppliedChanges {
  readonly open: OpenOrg
  /** What takes it back, in order. */
  readonly inverse: readonly Change[]
}

/**
 * The org of a draft as `changeOrg` has it while it works: it follows the edits, and does so when it is needed. Most moves, additions and
 * removals never need it; what else there is to change is checked and applied here.
 */
export class FollowingOrg {
  readonly #base: OrgState
  readonly #log: EditLog
  readonly #undo: Change[] = []
  /** The lines that moves took from roles, where they say more than their manager, by the step. */
  readonly #lines = new Map<number, OpenManager>()
  /** What takes edits back that only their steps tell, by their first step. */
  readonly #inverses = new Map<number, readonly Change[]>()
  #open: OpenOrg | undefined
  /** The number of steps that it has followed. */
  #followed = 0

  constructor(base: OrgState, log: EditLog) {
    this.#base = base
    this.#log = log
  }

  /** The org after the edits that are done. */
  get now(): OpenOrg {
    const log = this.#log
    const open = (this.#open ??= new OpenOrg(this.#base, this.#undo))
    for (let step = this.#followed; step < log.done; step = log.endOf(step)) {
      const edit = log.editAt(step)
      if (edit === undefined) this.#keepLine(step, open.open(log.nodeOf(step)).manager)
      follow(open, log, step)
      const inverse = this.#undo.splice(0)
      if (edit !== undefined && edit.inverse === undefined) this.#inverses.set(step, inverse.reverse())
    }
    this.#followed = log.done
    return open
  }

  #keepLine(step: number, line: OpenManager): void {
    if (line.facts !== undefined || line.unknown !== undefined) this.#lines.set(step, line)
  }

  /** The org after the edits that are done, for one use. */
  get once(): OpenOrg {
    if (this.#open !== undefined) return this.now
    const open = new OpenOrg(this.#base)
    for (let step = 0; step < this.#log.done; step = this.#log.endOf(step)) follow(open, this.#log, step)
    return open
  }

  /** Applies a change, which the caller adds to the log. A change with a problem leaves no trace. */
  apply(change: unknown): Application {
    const wasOpen = this.#open !== undefined
    const open = this.now
    const applied = applyChanges(open, [change])
    const inverse = this.#undo.splice(0).reverse()
    if (applied.issues.all.length > 0) {
      // A removal that failed half-way is rare enough.
      if (wasOpen && inverse.every((back) => back.do !== 'add-role')) this.#takeBack(open, inverse, [])
      else this.#forget()
    }
    return { ...applied, open, inverse }
  }

  /** Counts the steps of a change that was applied here and added to the log. */
  skip(): void {
    this.#followed = this.#log.done
  }

  /** Takes the last edit back, which begins with a step and is still in the log. */
  undo(start: number): void {
    const log = this.#log
    const open = this.#open
    if (this.#followed <= start || open === undefined) return
    this.#followed = start
    const edit = log.editAt(start)
    if (edit !== undefined) {
      const removed: number[] = []
      for (let step = start; step < log.done; step++)
        if (log.kindOf(step) === REMOVE) removed.push(log.nodeOf(step))
      this.#takeBack(open, edit.inverse ?? this.#inverses.get(start) ?? [], removed)
      this.#inverses.delete(start)
      return
    }
    open.setManager(open.open(log.nodeOf(start)), this.#lines.get(start) ?? lineTo(log.wasOf(start)))
    this.#lines.delete(start)
    this.#undo.length = 0
  }

  /** Applies what takes an edit back. Nodes stay the same: an added role is dropped, and a removed one, of these in order, comes back. */
  #takeBack(open: OpenOrg, inverse: readonly Change[], removed: number[]): void {
    if (this.#base.issues.length > 0 || this.#base.unknownManagers.size > 0) {
      // The issues of a broken chart depend on what its edits removed in between.
      this.#forget()
      return
    }
    for (const change of inverse) {
      if (change.do === 'remove-role') open.dropAdded()
      else if (change.do === 'add-role') {
        const before = typeof change.before === 'string' ? open.nodeOf(change.before) : undefined
        open.restoreRole(removed.pop() ?? NONE, before)
      } else if (applyChanges(open, [change]).issues.all.length > 0) {
        this.#forget()
        return
      }
    }
    this.#undo.length = 0
  }

  /** It follows again from the start when it is needed. */
  #forget(): void {
    this.#open = undefined
    this.#undo.length = 0
    this.#lines.clear()
    this.#inverses.clear()
    this.#followed = 0
  }
}

function lineTo(manager: number): OpenManager {
  return manager === NONE ? NOBODY : { to: manager }
}

/** Applies the edit of a log that begins with a step. */
function follow(open: OpenOrg, log: EditLog, step: number): void {
  const edit = log.editAt(step)
  if (edit === undefined) open.setManager(open.open(log.nodeOf(step)), lineTo(log.isOf(step)))
  else if (edit.inverse === undefined && edit.change.do === 'remove-role') followRemoval(open, log, step + 1)
  else applyChanges(open, [edit.change])
}

/** Removes roles to which nothing refers but their reports. The code for all removals searches through every role that changed. */
function followRemoval(open: OpenOrg, log: EditLog, from: number): void {
  const end = log.endOf(from)
  for (let step = from; step < end; step++) {
    const node = log.nodeOf(step)
    const kind = log.kindOf(step)
    if (kind === REMOVE) open.removeRole(node)
    if (kind !== LINK) continue
    const role = open.open(node)
    const to = log.isOf(step)
    open.setManager(role, to === NONE ? NOBODY : { to, facts: withoutEvidence(role.manager.facts) })
  }
}
