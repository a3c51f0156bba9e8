/** A map whose entries are made when one is first read. */
export class LateMap<Key, Value> implements ReadonlyMap<Key, Value> {
  readonly size: number
  readonly #make: () => Iterable<readonly [Key, Value]>
  #made: ReadonlyMap<Key, Value> | undefined

  constructor(size: number, make: () => Iterable<readonly [Key, Value]>) {
    this.size = size
    this.#make = make
  }

  get(key: Key): Value | undefined {
    return this.#map.get(key)
  }

  has(key: Key): boolean {
    return this.#map.has(key)
  }

  keys(): MapIterator<Key> {
    return this.#map.keys()
  }

  values(): MapIterator<Value> {
    return this.#map.values()
  }

  entries(): MapIterator<[Key, Value]> {
    return this.#map.entries()
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.#map.entries()
  }

  forEach(take: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this.#map) take(value, key, this)
  }

  get #map(): ReadonlyMap<Key, Value> {
    return (this.#made ??= new Map(this.#make()))
  }
}
