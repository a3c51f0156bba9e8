/** A value that is made when it is first read. */
export class Late<Value> {
  #make: (() => Value) | undefined
  #made: Value | undefined

  constructor(make: () => Value) {
    this.#make = make
  }

  /** The value if it has been made. */
  get made(): Value | undefined {
    return this.#made
  }

  get value(): Value {
    if (this.#make !== undefined) {
      this.#made = this.#make()
      // The function may refer to much data.
      this.#make = undefined
    }
    return this.#made as Value
  }
}
