/** A typed array of integers that grows. */
export class GrowingInts {
  // As many as are kept without a buffer of their own: a short input needs dozens of these.
  values: Int32Array = new Int32Array(16)
  length = 0

  push(value: number): void {
    if (this.length === this.values.length) this.widened(this.length + 1)
    this.values[this.length++] = value
  }

  /** The values so far, without a copy. */
  get taken(): Int32Array {
    return this.values.subarray(0, this.length)
  }

  /** Makes room for at least `least` values, and returns the array. */
  widened(least: number): Int32Array {
    const wider = new Int32Array(Math.max(least, 2 * this.values.length))
    wider.set(this.values)
    return (this.values = wider)
  }
}

/** Bytes to which more are added. */
export class GrowingBytes {
  bytes: Uint8Array = new Uint8Array(1 << 10)
  length = 0

  /** Adds a copy of a range. */
  add(source: Uint8Array, from: number, to: number): void {
    if (this.length + to - from > this.bytes.length) this.#widen(this.length + to - from)
    const { bytes } = this
    let end = this.length
    for (let at = from; at < to; at++) bytes[end++] = source[at]
    this.length = end
  }

  #widen(least: number): void {
    const wider = new Uint8Array(Math.max(least, 2 * this.bytes.length))
    wider.set(this.bytes.subarray(0, this.length))
    this.bytes = wider
  }
}
