import { quote } from '../../internal.js'
import type { ImportIssueParts, ImportIssues } from '../input/import-issues.js'
import type { DocumentPath, DocumentTree } from '../document/document-tree.js'

/** A JSON text whose objects are read one by one. */
export interface JsonDocument {
  readonly tree: DocumentTree
  readonly issues: ImportIssues
  /** If field names are compared without case, as in SCIM: the objects whose names have been compared. */
  readonly caseless: WeakSet<object> | undefined
}

/** An object of a JSON text; only own fields are read. */
export class JsonObject {
  constructor(
    readonly value: object,
    readonly path: DocumentPath,
    readonly document: JsonDocument,
  ) {}

  has(name: string): boolean {
    return this.keyOf(name) !== undefined
  }

  /** The value of a field; `undefined` for null, an empty string and an absent field. */
  field(name: string): unknown {
    const key = this.keyOf(name)
    if (key === undefined) return undefined
    const given: unknown = Reflect.get(this.value, key)
    return given === null || given === '' ? undefined : given
  }

  /** The string in a field; `undefined` if it is absent or, with an issue, if it is something else. */
  text(name: string): string | undefined {
    const given = this.field(name)
    if (given === undefined || typeof given === 'string') return given
    this.refuse(name, given, 'a string')
    return undefined
  }

  /** Whether an id in a field is within the limit; a longer one is an issue. */
  isWithinLimit(name: string, id: string): boolean {
    const { tree, issues } = this.document
    if (id.length <= issues.limits.idLength) return true
    const path = this.pathOf(name)
    issues.exceeded('idLength', { path, ...tree.placeAt(path, 'value') })
    return false
  }

  /** The object in a field; `undefined` if it is absent or, with an issue, if it is something else. */
  object(name: string): JsonObject | undefined {
    const given = this.field(name)
    if (given === undefined) return undefined
    if (isObject(given)) return new JsonObject(given, this.pathOf(name), this.document)
    this.refuse(name, given, 'an object')
    return undefined
  }

  /** The objects in the list of a field. A field that is not a list is an issue, and so is each other item. */
  objects(name: string): readonly JsonObject[] {
    const given = this.field(name)
    if (given === undefined) return []
    if (!Array.isArray(given)) {
      this.refuse(name, given, 'a list')
      return []
    }
    const items: readonly unknown[] = given
    return objectsIn(items, this.pathOf(name), this.document)
  }

  pathOf(name: string): DocumentPath {
    return [...this.path, this.keyOf(name) ?? name]
  }

  refuse(name: string, received: unknown, expected: string): void {
    addInvalid(this.document, this.pathOf(name), received, expected)
  }

  private caselessKeys(): ReadonlyMap<string, string> {
    const keys = new Map<string, string>()
    for (const key of Object.keys(this.value)) {
      if (!keys.has(key.toLowerCase())) keys.set(key.toLowerCase(), key)
    }
    return keys
  }

  /** Reports keys that differ only in case, if names are compared without it. */
  private reportCase(): void {
    const { caseless } = this.document
    if (caseless === undefined || caseless.has(this.value)) return
    caseless.add(this.value)
    const keys = this.caselessKeys()
    for (const key of Object.keys(this.value)) {
      const first = keys.get(key.toLowerCase())
      if (first === undefined || first === key) continue
      addAt(this.document, 'DUPLICATE_KEY', [...this.path, key], {
        witness: [first, key],
        message: `the keys ${quote(first)} and ${quote(key)} are one name: names are compared without case`,
        suggestion: 'Remove one of the two.',
      })
    }
  }

  private keyOf(name: string): string | undefined {
    this.reportCase()
    if (Object.hasOwn(this.value, name)) return name
    return this.document.caseless && this.caselessKeys().get(name.toLowerCase())
  }
}

/** The objects among the items of a list; each other item is an issue. */
export function objectsIn(
  items: readonly unknown[],
  path: DocumentPath,
  document: JsonDocument,
): readonly JsonObject[] {
  const objects: JsonObject[] = []
  for (const [index, item] of items.entries()) {
    if (isObject(item)) objects.push(new JsonObject(item, [...path, index], document))
    else addInvalid(document, [...path, index], item, 'an object')
  }
  return objects
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Adds an issue with the line and column of a part of the text. */
export function addAt(
  { tree, issues }: JsonDocument,
  code: Parameters<ImportIssues['add']>[0],
  path: DocumentPath,
  parts: Omit<ImportIssueParts, 'place'>,
): void {
  issues.addLateAt(code, parts.severity ?? 'error', () => ({
    ...parts,
    place: { path, ...tree.placeAt(path, 'value') },
  }))
}

/** Reports an unexpected value. */
export function addInvalid(
  document: JsonDocument,
  path: DocumentPath,
  received: unknown,
  expected: string,
): void {
  addAt(document, 'INVALID_FIELD', path, {
    witness: [quote(received)],
    message: `expected ${expected}, received ${quote(received)}`,
    suggestion: 'Correct the value, or leave the field out.',
  })
}
