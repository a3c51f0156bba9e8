/**
 * A distance for each role that a search has reached. Beginning anew takes no longer than the last search did,
 * however long the chart is.
 */
export class Distances {
  /** By role; `Infinity` for a role that has not been reached. To be written by {@link set} and {@link add} only. */
  readonly of: Float64Array
  /** The roles that have been reached, in that order; the first {@link size} of them count. */
  readonly reached: Int32Array
  #size = 0
  #kept = 0
  #mayUndo = false
  readonly #changes: number[] = []

  constructor(count: number) {
    this.of = new Float64Array(count).fill(Infinity)
    this.reached = new Int32Array(count)
  }

  get size(): number {
    return this.#size
  }

  begin(): void {
    for (let at = 0; at < this.#size; at++) this.of[this.reached[at]] = Infinity
    this.#size = 0
    this.#mayUndo = false
  }

  /** For a role that is known not to have been reached. */
  add(role: number, distance: number): void {
    this.reached[this.#size++] = role
    this.of[role] = distance
  }

  set(role: number, distance: number): void {
    if (this.of[role] === Infinity) this.reached[this.#size++] = role
    else if (this.#mayUndo) this.#changes.push(role, this.of[role])
    this.of[role] = distance
  }

  /** From here on the distances can be set back by {@link undo}. */
  mayUndo(): void {
    this.#mayUndo = true
    this.#kept = this.#size
    this.#changes.length = 0
  }

  /** Sets the distances back to what they were when {@link mayUndo} was called. */
  undo(): void {
    if (!this.#mayUndo) return
    for (let at = this.#changes.length - 2; at >= 0; at -= 2)
      this.of[this.#changes[at]] = this.#changes[at + 1]
    while (this.#size > this.#kept) this.of[this.reached[--this.#size]] = Infinity
    this.#mayUndo = false
  }
}
