/** A read-only list of handles that can be iterated without copying, as returned by the queries for reports by handle. */
export interface HandleList extends Iterable<number> {
  /** The number of handles. */
  readonly length: number
  /** The handle at an index from 0, or counting back from −1; `undefined` outside the list. */
  at(index: number): number | undefined
  /** Returns a fresh copy. */
  toInt32Array(): Int32Array
  [Symbol.iterator](): IterableIterator<number>
}

/** A range of a column. The column belongs to the engine, so no method returns it. */
export class HandleRun implements HandleList {
  readonly #column: ArrayLike<number>
  readonly #first: number
  readonly #end: number

  /** The handles of `column` from `first` up to, not including, `end`. */
  constructor(column: ArrayLike<number>, first: number, end: number) {
    this.#column = column
    this.#first = first
    this.#end = end
  }

  get length(): number {
    return this.#end - this.#first
  }

  at(index: number): number | undefined {
    if (!Number.isInteger(index)) return undefined
    const place = (index < 0 ? this.#end : this.#first) + index
    return place >= this.#first && place < this.#end ? this.#column[place] : undefined
  }

  toInt32Array(): Int32Array {
    const copy = new Int32Array(this.length)
    for (let place = 0; place < copy.length; place++) copy[place] = this.#column[this.#first + place]
    return copy
  }

  [Symbol.iterator](): IterableIterator<number> {
    return new HandleIterator(this.#column, this.#first, this.#end)
  }
}

/** Iterates over a range of a column, two to three times as fast as a generator. */
class HandleIterator implements IterableIterator<number> {
  readonly #column: ArrayLike<number>
  #next: number
  readonly #end: number

  constructor(column: ArrayLike<number>, first: number, end: number) {
    this.#column = column
    this.#next = first
    this.#end = end
  }

  next(): IteratorResult<number, undefined> {
    if (this.#next < this.#end) return { done: false, value: this.#column[this.#next++] }
    return { done: true, value: undefined }
  }

  [Symbol.iterator](): this {
    return this
  }
}
