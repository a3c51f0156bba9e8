/** The same value, frozen through and through: what the tables hand out never reaches back into them. */
export function frozen<Value extends object>(value: Value): Value {
  const open: object[] = [value]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Object.isFrozen(next)) continue
    Object.freeze(next)
    const children: readonly unknown[] = Object.values(next)
    for (const child of children) if (typeof child === 'object' && child !== null) open.push(child)
  }
  return value
}
