/** Freezes a value and everything in it, and returns it. */
export function frozen<Value extends object>(value: Value): Value {
  const pending: object[] = [value]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (Object.isFrozen(next)) continue
    Object.freeze(next)
    const children: readonly unknown[] = Object.values(next)
    for (const child of children) if (typeof child === 'object' && child !== null) pending.push(child)
  }
  return value
}
