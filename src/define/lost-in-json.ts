/** A value that JSON does not have, and where it is. */
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
 * What would come out of JSON as something else than it went in: `NaN`, `Infinity`, a bigint, undefined or nothing
 * at a place of a list. A field that is undefined says the same as no field. Without recursion; the value is plain
 * data without cycles, and what is shared in it is looked at once.
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
  // A list with holes, or with names beside its items.
  if (Array.isArray(value) && Object.keys(value).length !== value.length) {
    return 'a list with holes or names'
  }
  return undefined
}
