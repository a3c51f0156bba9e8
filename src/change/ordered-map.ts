// Maps whose order is content: each change gives a new one.

/** The key after another one; `null` after the last. */
export function nextKey(map: ReadonlyMap<string, unknown>, key: string): string | null {
  let isNext = false
  for (const each of map.keys()) {
    if (isNext) return each
    isNext = each === key
  }
  return null
}

export function withEntry<Value>(
  map: ReadonlyMap<string, Value>,
  key: string,
  value: Value,
  before: string | null,
): ReadonlyMap<string, Value> {
  const made = new Map<string, Value>()
  for (const [each, kept] of map) {
    if (each === before) made.set(key, value)
    made.set(each, kept)
  }
  return made.set(key, value)
}

export function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  const made = new Map(map)
  made.delete(key)
  return made
}

export function placed<Value>(
  map: ReadonlyMap<string, Value>,
  key: string,
  before: string | null,
): ReadonlyMap<string, Value> {
  const value = map.get(key)
  return value === undefined || before === key ? map : withEntry(without(map, key), key, value, before)
}
