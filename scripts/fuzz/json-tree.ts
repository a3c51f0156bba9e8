/**
 * JSON as it is written, not as JavaScript holds it: members keep their order, a key may be duplicated, and a scalar is
 * any text.
 */
export type JsonTree = JsonObject | JsonArray | JsonScalar

export interface JsonObject {
  readonly kind: 'object'
  readonly members: [key: string, value: JsonTree][]
}

export interface JsonArray {
  readonly kind: 'array'
  readonly items: JsonTree[]
}

interface JsonScalar {
  readonly kind: 'scalar'
  readonly text: string
}

/** Recursive, since the fixtures are a few levels deep. */
export function jsonTree(value: unknown): JsonTree {
  if (Array.isArray(value)) return { kind: 'array', items: value.map(jsonTree) }
  if (typeof value !== 'object' || value === null) return { kind: 'scalar', text: JSON.stringify(value) }
  return { kind: 'object', members: Object.entries(value).map(([key, member]) => [key, jsonTree(member)]) }
}

export function copyOf(tree: JsonTree): JsonTree {
  if (tree.kind === 'array') return { kind: 'array', items: tree.items.map(copyOf) }
  if (tree.kind === 'scalar') return tree
  return { kind: 'object', members: tree.members.map(([key, value]) => [key, copyOf(value)]) }
}

/** The text of a tree, on one line or several. */
export function jsonText(tree: JsonTree, gap: '' | '\n'): string {
  if (tree.kind === 'scalar') return tree.text
  if (tree.kind === 'array') return `[${tree.items.map((item) => gap + jsonText(item, gap)).join(',')}${gap}]`
  const members = tree.members.map(([key, value]) => `${gap}${JSON.stringify(key)}: ${jsonText(value, gap)}`)
  return `{${members.join(',')}${gap}}`
}
