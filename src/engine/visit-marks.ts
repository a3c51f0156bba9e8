/**
 * "Visited" marks for walks over part of a large chart: starting anew is O(1), since a mark counts only when
 * it carries the number of the current walk. One walk at a time; no function of the caller's may run inside.
 */
export class VisitMarks {
  readonly #marks: Int32Array
  readonly #lastWalk: number
  #walk = 0

  /** After walk number `lastWalk` the marks are wiped and the numbers start again. */
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

  /** Marks a handle; `false` when this walk had marked it before. */
  mark(handle: number): boolean {
    if (this.#marks[handle] === this.#walk) return false
    this.#marks[handle] = this.#walk
    return true
  }

  /** Takes the mark of this walk away. */
  unmark(handle: number): void {
    this.#marks[handle] = 0
  }

  has(handle: number): boolean {
    return this.#marks[handle] === this.#walk
  }
}
