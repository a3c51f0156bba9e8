import type { Change } from '../../model/change.js'
import { longer } from '../../kernel/longer.js'

/** Lets a node report to another one, or to nobody. */
export const LINK = 0
/** Adds a node. */
export const ADD = 1
/** Removes a node to which none reports, and which reports to none. */
export const REMOVE = 2
/** Gives a node the other id of the change. */
export const RENAME = 3
/** Places a node before another one or last. */
export const PLACE = 4
/** Says whether a role is planned: 1 or 0. */
export const PLAN = 5
/** Begins an edit that is kept as a change. */
const EDIT = 6

export type StepKind = typeof LINK | typeof ADD | typeof REMOVE | typeof RENAME | typeof PLACE | typeof PLAN

/** An edit that its steps do not describe in full. */
export interface Edit {
  readonly change: Change
  /** The changes that take it back, in order; absent where its steps are enough. */
  readonly inverse?: readonly Change[]
}

const KIND = 7
const BEGINS = 8
const NODE_BITS = 4

/**
 * The edits of a draft, each as steps on its columns, in typed arrays: a move is one step of three numbers. Undone edits stay until
 * another edit is made.
 */
export class EditLog {
  /** The kind and the node of each step, and whether it is the first of an edit. */
  #steps: Int32Array = new Int32Array(64)
  #was: Int32Array = new Int32Array(64)
  #is: Int32Array = new Int32Array(64)
  /** Edits that are kept as changes, by their first step. */
  readonly #edits = new Map<number, Edit>()
  #done = 0
  #end = 0
  #inverses = 0

  /** The number of steps that are done. */
  get done(): number {
    return this.#done
  }

  /** Whether an edit that is done has an inverse. */
  get hasInverses(): boolean {
    return this.#inverses > 0
  }

  kindOf(step: number): number {
    return this.#steps[step] & KIND
  }

  nodeOf(step: number): number {
    return this.#steps[step] >> NODE_BITS
  }

  /** The value of a step before it: a node, {@link NONE}, or 0 and 1. */
  wasOf(step: number): number {
    return this.#was[step]
  }

  isOf(step: number): number {
    return this.#is[step]
  }

  begins(step: number): boolean {
    return (this.#steps[step] & BEGINS) !== 0
  }

  /** The edit that begins with a step; `undefined` for a plain move. */
  editAt(step: number): Edit | undefined {
    return this.#edits.get(step)
  }

  /** The first step of the edit of which a step is part. */
  startOf(step: number): number {
    let start = step
    while (!this.begins(start)) start--
    return start
  }

  /** The step after the edit of which a step is part. */
  endOf(step: number): number {
    let end = step + 1
    while (end < this.#end && !this.begins(end)) end++
    return end
  }

  /** Adds a move as an edit: its one step. */
  addMove(node: number, was: number, is: number): void {
    this.#push((node << NODE_BITS) | BEGINS | LINK, was, is)
  }

  /** Begins an edit, whose steps follow. */
  addEdit(edit: Edit): void {
    this.#push(BEGINS | EDIT, 0, 0)
    this.#edits.set(this.#done - 1, edit)
    if (edit.inverse !== undefined) this.#inverses++
  }

  /** Adds a step to the last edit. */
  addStep(kind: StepKind, node: number, was: number, is: number): void {
    this.#push((node << NODE_BITS) | kind, was, is)
  }

  /** Counts the edit that begins with a step, and is the last one, as undone. */
  undoTo(start: number): void {
    if (this.editAt(start)?.inverse !== undefined) this.#inverses--
    this.#done = start
  }

  /** The end of the edit that was undone last; `undefined` where there is none. */
  get redoEnd(): number | undefined {
    return this.#done < this.#end ? this.endOf(this.#done) : undefined
  }

  redoTo(end: number): void {
    if (this.editAt(this.#done)?.inverse !== undefined) this.#inverses++
    this.#done = end
  }

  #push(step: number, was: number, is: number): void {
    if (this.#done < this.#end) this.#forgetUndone()
    const at = this.#done
    if (at === this.#steps.length) {
      const length = at + (at >> 1)
      this.#steps = longer(this.#steps, length)
      this.#was = longer(this.#was, length)
      this.#is = longer(this.#is, length)
    }
    this.#steps[at] = step
    this.#was[at] = was
    this.#is[at] = is
    this.#end = this.#done = at + 1
  }

  #forgetUndone(): void {
    if (this.#edits.size > 0) for (let step = this.#done; step < this.#end; step++) this.#edits.delete(step)
    this.#end = this.#done
  }
}
