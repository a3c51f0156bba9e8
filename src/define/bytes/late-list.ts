import { Late } from '../../kernel/late.js'

/** How many items are made one by one before all are made. */
const FEW = 1024

/** A list whose items are made when they are read: one by one as long as few are read by their index, else all at once. */
export class LateList<Item> {
  #all: () => readonly Item[]
  #one: (index: number) => Item
  readonly #few: readonly Item[]
  readonly #made = new Map<number, Item>()
  #list: readonly Item[] | undefined

  /**
   * `one` makes one item, and `all` makes all of them. If `all` is left out, items are made all at once only if the list is
   * read as a whole, and each is always the same object. Once all are made, neither function is kept.
   */
  constructor(count: number, one: (index: number) => Item, all?: () => readonly Item[]) {
    this.#one = one
    this.#all = all ?? (() => Array.from({ length: count }, (_, index) => this.#read(index)))
    const most = all === undefined ? Infinity : FEW
    // Everything but an item and the length is read from the real list.
    this.#few = new Proxy<readonly Item[]>([], {
      get: (_, key) => {
        if (key === 'length') return count
        const index =
          this.#list === undefined && this.#made.size < most && typeof key === 'string' ? Number(key) : -1
        if (Number.isInteger(index) && index >= 0) return index < count ? this.#read(index) : undefined
        const list = this.#whole()
        const value: unknown = Reflect.get(list, key)
        return typeof value === 'function' ? (value.bind(list) as unknown) : value
      },
      has: (_, key) => Reflect.has(this.#whole(), key),
      ownKeys: () => Reflect.ownKeys(this.#whole()),
      getOwnPropertyDescriptor: (_, key) => Reflect.getOwnPropertyDescriptor(this.#whole(), key),
    })
  }

  /** The list. Read this property again for each use: it is a real array as soon as all items are made. */
  get list(): readonly Item[] {
    return this.#list ?? this.#few
  }

  #read(index: number): Item {
    const known = this.#made.get(index)
    if (known !== undefined) return known
    const item = this.#one(index)
    this.#made.set(index, item)
    return item
  }

  #whole(): readonly Item[] {
    if (this.#list !== undefined) return this.#list
    const list = this.#all()
    this.#list = list
    this.#all = () => list
    this.#one = (index) => list[index]
    this.#made.clear()
    return list
  }
}

/** A list that is made when it is first read. */
export function lateList<Item>(make: () => readonly Item[]): { readonly list: readonly Item[] } {
  const made = new Late(make)
  return {
    get list() {
      return made.value
    },
  }
}
