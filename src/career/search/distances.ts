/**
 * A distance for each role that a search has reached. Clearing takes no longer than the last search did, however large the
 * chart. Only the search that owns the distances writes them; others read {@link of}.
 */
export class Distances {
  /** By role; `Infinity` for a role that has not been reached. Written only by this class. */
  readonly of: Float64Array
  /** The roles in the order in which they were reached; only the first {@link size} are valid. */
  readonly reached: Int32Array
  #size = 0
  #sizeAtCheckpoint = 0
  #hasCheckpoint = false
  /** Roles whose distance has changed since the checkpoint, each followed by its previous distance. */
  readonly #changes: number[] = []

  constructor(count: number) {
    this.of = new Float64Array(count).fill(Infinity)
    this.reached = new Int32Array(count)
  }

  get size(): number {
    return this.#size
  }

  /** Forgets all distances. */
  clear(): void {
    for (let at = 0; at < this.#size; at++) this.of[this.reached[at]] = Infinity
    this.#size = 0
    this.#hasCheckpoint = false
  }

  /** Sets the distance of a role that has not been reached before. */
  add(role: number, distance: number): void {
    this.reached[this.#size++] = role
    this.of[role] = distance
  }

  set(role: number, distance: number): void {
    if (this.of[role] === Infinity) this.reached[this.#size++] = role
    else if (this.#hasCheckpoint) this.#changes.push(role, this.of[role])
    this.of[role] = distance
  }

  /** Remembers the current distances for {@link rollback}. */
  checkpoint(): void {
    this.#hasCheckpoint = true
    this.#sizeAtCheckpoint = this.#size
    this.#changes.length = 0
  }

  /** Restores the distances of the checkpoint, if there is one. */
  rollback(): void {
    if (!this.#hasCheckpoint) return
    for (let at = this.#changes.length - 2; at >= 0; at -= 2)
      this.of[this.#changes[at]] = this.#changes[at + 1]
    while (this.#size > this.#sizeAtCheckpoint) this.of[this.reached[--this.#size]] = Infinity
    this.#hasCheckpoint = false
  }
}
