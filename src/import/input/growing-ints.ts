/** A typed array of integers that grows. */
export class GrowingInts {
  values: Int32Array = new Int32Array(1024)
  length = 0

  push(value: number): void {
    if (this.length === this.values.length) this.widened(this.length + 1)
    this.values[this.length++] = value
  }

  /** Makes room for at least `least` values, and returns the array. */
  widened(least: number): Int32Array {
    const wider = new Int32Array(Math.max(least, 2 * this.values.length))
    wider.set(this.values)
    return (this.values = wider)
  }
}
