/** How many items are made one by one before all are made. */
const FEW = 1024

/** A list whose items are made when they are read: one by one as long as few are read by their index, else all at once. */
export class LateList<Item> {
  readonly #all: () => readonly Item[]
  readonly #few: readonly Item[]
  #list: readonly Item[] | undefined

  /**
   * `one` makes one item, and `all` makes them all. Without `all` items are never made at once, unless the list is read as a
   * whole; then each is the same object at each reading.
   */
  constructor(count: number, one: (index: number) => Item, all?: () => readonly Item[]) {
    const made = new Map<number, Item>()
    const read = (index: number): Item => {
      const known = made.get(index)
      if (known !== undefined) return known
      const item = one(index)
      made.set(index, item)
      return item
    }
    this.#all = all ?? (() => Array.from({ length: count }, (_, index) => read(index)))
    const most = all === undefined ? Infinity : FEW
    // Everything but an item and the length is read from the real list.
    this.#few = new Proxy<readonly Item[]>([], {
      get: (_, key) => {
        if (key === 'length') return count
        const index =
          this.#list === undefined && made.size < most && typeof key === 'string' ? Number(key) : -1
        if (Number.isInteger(index) && index >= 0) return index < count ? read(index) : undefined
        const list = this.#made()
        const value: unknown = Reflect.get(list, key)
        return typeof value === 'function' ? (value.bind(list) as unknown) : value
      },
      has: (_, key) => Reflect.has(this.#made(), key),
      ownKeys: () => Reflect.ownKeys(this.#made()),
      getOwnPropertyDescriptor: (_, key) => Reflect.getOwnPropertyDescriptor(this.#made(), key),
    })
  }

  /** The list: read it again for each use, since it is a real one as soon as all items are made. */
  get list(): readonly Item[] {
    return this.#list ?? this.#few
  }

  #made(): readonly Item[] {
    return (this.#list ??= this.#all())
  }
}

/** A list that is made when it is first read. */
export function lateList<Item>(make: () => readonly Item[]): { readonly list: readonly Item[] } {
  let made: readonly Item[] | undefined
  return {
    get list() {
      return (made ??= make())
    },
  }
}
