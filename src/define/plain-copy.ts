import { placeText } from './issue-list.js'

const LISTED = 8

/** Why a value is not plain data. */
export class NotPlain {
  constructor(
    readonly path: readonly string[],
    readonly what: string,
  ) {}

  /** ` at address.lines.0`, or nothing for the value itself; a long path is cut. */
  get at(): string {
    if (this.path.length === 0) return ''
    const more = this.path.length > LISTED ? ` and ${String(this.path.length - LISTED)} levels below` : ''
    return ` at ${placeText({ path: this.path.slice(0, LISTED) })}${more}`
  }
}

interface Frame {
  readonly source: object
  readonly copy: object
  readonly keys: readonly string[]
  next: number
}

/**
 * A deep frozen copy of plain data (primitives, arrays, plain objects), or the first part that is not plain:
 * a function, a symbol, a class instance (a `Date`, a `Map`), a cycle. What is shared in the source is shared
 * in the copy. Without recursion; no key, not even `__proto__`, reaches a prototype.
 */
export function plainCopy(value: unknown): unknown {
  return flatCopy(value) ?? deepCopy(value)
}

/** A copy of an object without nested objects, such as a row of a table; `undefined` for anything else. */
function flatCopy(value: unknown): object | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !isPlain(value)) return undefined
  const copy = {}
  for (const key of Object.keys(value)) {
    const child: unknown = Reflect.get(value, key)
    if (isNested(child)) return undefined
    put(copy, key, child)
  }
  return Object.freeze(copy)
}

/** Whether a value has to be copied or refused, unlike a primitive. */
export function isNested(value: unknown): boolean {
  return typeof value === 'object' ? value !== null : typeof value === 'function' || typeof value === 'symbol'
}

function deepCopy(value: unknown): unknown {
  const copies = new Map<object, object>()
  const open = new Set<object>()
  const stack: Frame[] = []
  // A holder, so that the root is the value of a key like any other.
  const holder: { readonly value?: unknown } = {}
  stack.push({ source: { value }, copy: holder, keys: ['value'], next: 0 })
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    if (frame.next === frame.keys.length) {
      stack.pop()
      open.delete(frame.source)
      copies.set(frame.source, Object.freeze(frame.copy))
      continue
    }
    const key = frame.keys[frame.next++]
    const child: unknown = Reflect.get(frame.source, key)
    if (typeof child === 'function' || typeof child === 'symbol') {
      return new NotPlain(pathOf(stack), `a ${typeof child}`)
    }
    if (typeof child !== 'object' || child === null) {
      put(frame.copy, key, child)
      continue
    }
    const done = copies.get(child)
    if (done !== undefined) {
      put(frame.copy, key, done)
      continue
    }
    if (open.has(child)) return new NotPlain(pathOf(stack), 'a cycle')
    if (!isPlain(child)) return new NotPlain(pathOf(stack), 'a class instance')
    const copy = Array.isArray(child) ? new Array<unknown>(child.length) : {}
    put(frame.copy, key, copy)
    open.add(child)
    stack.push({ source: child, copy, keys: Object.keys(child), next: 0 })
  }
  return holder.value
}

function put(target: object, key: string, value: unknown): void {
  // defineProperty, since plain assignment of the key "__proto__" would change the prototype.
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true })
}

function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true
  const prototype: unknown = Object.getPrototypeOf(value)
  // The last prototype of any realm: objects from another realm are plain too.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function pathOf(stack: readonly Frame[]): readonly string[] {
  return stack.slice(1).map((frame) => frame.keys[frame.next - 1])
}
