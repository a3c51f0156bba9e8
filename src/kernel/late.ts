/** A value that is made when it is first read. */
export class Late<Value> {
  #make: (() => Value) | undefined
  #made: Value | undefined

  constructor(make: () => Value) {
    this.#make = make
  }

  /** The value where it is made already. */
  get made(): Value | undefined {
    return this.#made
  }

  get value(): Value {
    if (this.#make !== undefined) {
      this.#made = this.#make()
      // What it was made of may be large.
      this.#make = undefined
    }
    return this.#made as Value
  }
}
