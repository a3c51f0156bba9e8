/** A copy that JSON can hold: without what is undefined, and with `null` for a number that has no end. All of it is frozen. */
export function frozenJson<Value extends object>(value: Value): Value {
  const copy = JSON.parse(JSON.stringify(value)) as Value
  const pending: unknown[] = [copy]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next !== 'object' || next === null) continue
    Object.freeze(next)
    for (const inner of Object.values<unknown>(next as Record<string, unknown>)) pending.push(inner)
  }
  return copy
}
