/**
 * "Visited" marks for walks over part of a large chart. Starting a walk is O(1), since a mark counts only if
 * it has the number of the current walk. One walk at a time; no function given by the caller may run during a walk.
 */
export class VisitMarks {
  readonly #marks: Int32Array
  readonly #lastWalk: number
  #walk = 0

  /** After walk number `lastWalk` the marks are cleared and the numbers start again. */
  constructor(count: number, lastWalk = 0x7fffffff) {
    this.#marks = new Int32Array(count)
    this.#lastWalk = lastWalk
  }

  begin(): void {
    if (this.#walk === this.#lastWalk) {
      this.#marks.fill(0)
      this.#walk = 0
    }
    this.#walk++
  }

  /** Marks a handle; `false` if this walk has already marked it. */
  mark(handle: number): boolean {
    if (this.#marks[handle] === this.#walk) return false
    this.#marks[handle] = this.#walk
    return true
  }

  /** Removes the mark of this walk. */
  unmark(handle: number): void {
    this.#marks[handle] = 0
  }

  has(handle: number): boolean {
    return this.#marks[handle] === this.#walk
  }
}

/** Marks for a walk up. An org that makes no columns for a few questions makes no array of marks either. */
export function marksUp(state: {
  readonly reader: unknown
  readonly marks: VisitMarks
}): Pick<VisitMarks, 'begin' | 'mark'> {
  return state.reader === undefined ? state.marks : new FewMarks()
}

/** The same marks for a walk that visits few roles of many. */
class FewMarks {
  readonly #marked = new Set<number>()

  begin(): void {
    this.#marked.clear()
  }

  mark(handle: number): boolean {
    const isNew = !this.#marked.has(handle)
    this.#marked.add(handle)
    return isNew
  }
}
