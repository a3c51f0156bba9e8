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
  return firstLost(value, lostValue)
}

/**
 * Whether JSON preserves a value exactly: `-0`, undefined fields and sharing within the value count too. O(size of the
 * value).
 */
export function isKeptByJson(value: unknown): boolean {
  // Nearly all values are texts, or flat objects such as rows of a table.
  if (typeof value !== 'object' || value === null) return isKeptPrimitive(value)
  if (
    isWholeListOrObject(value) &&
    Object.keys(value).every((key) => isKeptPrimitive(Reflect.get(value, key)))
  ) {
    return true
  }
  const seen = new Set<object>()
  const lost = firstLost(value, (child, inList, depth) => {
    const isShared = typeof child === 'object' && child !== null && seen.size === seen.add(child).size
    if (isShared || depth > DEEPEST || child === undefined || Object.is(child, -0)) return 'changed'
    return lostValue(child, inList)
  })
  return lost === undefined
}

/** `JSON.stringify` calls itself for each level. */
const DEEPEST = 500

/** The most parts that a value may have. A shared part counts each time, since JSON repeats it. */
const MOST_PARTS = 1_000_000

/**
 * The JSON text of a value; `undefined` if JSON would change the value (see {@link lostInJson}; `-0` counts too), or if it
 * is nested too deeply or shares so much that its text would be out of proportion. O(size of the text).
 */
export function jsonTextOf(value: unknown): string | undefined {
  if (value === undefined || (!isKeptByJson(value) && !isTold(value))) return undefined
  return JSON.stringify(value)
}

/** Whether JSON preserves a value apart from shared parts and undefined fields. */
function isTold(value: unknown): boolean {
  const stack: (readonly [value: unknown, inList: boolean, depth: number])[] = [[value, false, 0]]
  let parts = 0
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [part, inList, depth] = next
    if (++parts > MOST_PARTS || depth > DEEPEST) return false
    if (lostValue(part, inList) !== undefined || Object.is(part, -0)) return false
    if (typeof part !== 'object' || part === null) continue
    if (parts + stack.length + Object.keys(part).length > MOST_PARTS) return false
    for (const child of Object.values(part)) stack.push([child, Array.isArray(part), depth + 1])
  }
  return true
}

function isKeptPrimitive(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  return typeof value === 'string' || typeof value === 'boolean' || value === null
}

function firstLost(
  value: unknown,
  lostAt: (child: unknown, inList: boolean, depth: number) => string | undefined,
): LostInJson | undefined {
  const seen = new Set<object>()
  const stack: Frame[] = [{ value: { value }, keys: ['value'], next: 0 }]
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    if (frame.next === frame.keys.length) {
      stack.pop()
      continue
    }
    const key = frame.keys[frame.next++]
    const child: unknown = Reflect.get(frame.value, key)
    const what = lostAt(child, Array.isArray(frame.value), stack.length)
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
  if (typeof value === 'object' && value !== null && !isWholeListOrObject(value))
    return 'an array with holes or named properties'
  return undefined
}

/** Whether a value is anything but a list with holes or named properties. Names come last among the keys. */
function isWholeListOrObject(value: object): boolean {
  if (!Array.isArray(value)) return true
  const keys = Object.keys(value)
  return keys.length === value.length && (keys.length === 0 || keys.at(-1) === String(keys.length - 1))
}
