import type { DocumentPath } from '../document-tree.js'
import { JsonCursor } from './json-cursor.js'

/** A member whose key is already in the object. */
export interface DuplicateMember {
  readonly path: DocumentPath
  /** The offsets of the two keys. */
  readonly first: number
  readonly second: number
  /** The range to cut from the text so that the first one is used: from the comma before the member to its end. */
  readonly from: number
  readonly to: number
}

interface OpenContainer {
  /** The offset of each key of an object; `undefined` for an array. */
  readonly keys: Map<string, number> | undefined
  key: string | number
  comma: number
  duplicate: { readonly first: number; readonly second: number } | undefined
}

/**
 * The members that `JSON.parse` would let overwrite earlier ones, however their keys are escaped, in order and
 * without those inside another one. The text is known to be JSON. O(characters).
 */
export function duplicateMembers(text: string): readonly DuplicateMember[] {
  const cursor = new JsonCursor(text, 0)
  const found: DuplicateMember[] = []
  const open: OpenContainer[] = []
  let inDuplicate = 0
  const endMember = (): void => {
    const container = open.at(-1)
    if (container?.duplicate === undefined) return
    inDuplicate--
    if (inDuplicate === 0) {
      const path = open.map(({ key }) => key)
      found.push({ path, ...container.duplicate, from: container.comma, to: cursor.at })
    }
    container.duplicate = undefined
  }
  for (;;) {
    const code = cursor.next()
    const container = open.at(-1)
    if (Number.isNaN(code)) return found
    if (code === 0x7b || code === 0x5b) {
      const isObject = code === 0x7b
      open.push({
        keys: isObject ? new Map() : undefined,
        key: isObject ? '' : 0,
        comma: cursor.at,
        duplicate: undefined,
      })
      cursor.at++
    } else if (code === 0x7d || code === 0x5d) {
      endMember()
      open.pop()
      cursor.at++
    } else if (code === 0x2c) {
      endMember()
      if (container !== undefined) {
        container.comma = cursor.at
        if (typeof container.key === 'number') container.key++
      }
      cursor.at++
    } else if (code === 0x22) {
      const at = cursor.at
      const value = cursor.string()
      // A string is a key where a colon follows.
      if (cursor.next() !== 0x3a || container?.keys === undefined) continue
      cursor.at++
      container.key = value
      const first = container.keys.get(value)
      if (first === undefined) {
        container.keys.set(value, at)
      } else {
        container.duplicate = { first, second: at }
        inDuplicate++
      }
    } else {
      cursor.skipWord()
    }
  }
}

/** The text without them. */
export function withoutMembers(text: string, duplicates: readonly DuplicateMember[]): string {
  let rest = ''
  let at = 0
  for (const { from, to } of duplicates) {
    rest += text.slice(at, from)
    at = to
  }
  return rest + text.slice(at)
}

/** How many members all objects of a value have together: fewer than its text has where keys are there twice. */
export function membersIn(value: unknown): number {
  let members = 0
  const rest: unknown[] = [value]
  while (rest.length > 0) {
    const next = rest.pop()
    if (typeof next !== 'object' || next === null) continue
    if (Array.isArray(next)) {
      const items: readonly unknown[] = next
      for (const item of items) if (typeof item === 'object') rest.push(item)
      continue
    }
    for (const member of Object.values(next)) {
      members++
      if (typeof member === 'object') rest.push(member)
    }
  }
  return members
}
