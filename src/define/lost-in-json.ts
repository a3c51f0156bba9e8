/** A value that JSON cannot hold, and its path. */
export interface LostInJson {
  readonly path: readonly string[]
  readonly what: string
}

interface Frame {
  readonly value: object
  readonly keys: readonly string[]
  next: number
}

/**
 * The first value that JSON would change: `NaN`, `Infinity`, a bigint, undefined or a hole in a list. An undefined field
 * equals a missing one. Without recursion; the value is plain data without cycles, and shared parts are visited once.
 */
export function lostInJson(value: unknown): LostInJson | undefined {
  const seen = new Set<object>()
  const stack: Frame[] = [{ value: { value }, keys: ['value'], next: 0 }]
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    if (frame.next === frame.keys.length) {
      stack.pop()
      continue
    }
    const key = frame.keys[frame.next++]
    const child: unknown = Reflect.get(frame.value, key)
    const what = lostValue(child, Array.isArray(frame.value))
    if (what !== undefined) return { path: stack.slice(1).map(({ keys, next }) => keys[next - 1]), what }
    if (typeof child !== 'object' || child === null || seen.has(child)) continue
    seen.add(child)
    stack.push({ value: child, keys: Object.keys(child), next: 0 })
  }
  return undefined
}

function lostValue(value: unknown, inList: boolean): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : String(value)
  if (typeof value === 'bigint') return 'a bigint'
  if (value === undefined) return inList ? 'undefined in a list' : undefined
  // A list with holes, or with named properties as well as items.
  if (Array.isArray(value) && Object.keys(value).length !== value.length) {
    return 'a list with holes or names'
  }
  return undefined
}
