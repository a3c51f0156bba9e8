import { quote } from '../../internal.js'
import type { DocumentPath, DocumentTree } from '../document/document-tree.js'
import { placeWords } from '../document/line-places.js'
import type { ImportIssueParts, ImportIssues } from '../input/import-issues.js'
import type { Limits } from '../input/limits.js'

/** What the objects of one directory have in common. */
export interface Directory {
  readonly tree: DocumentTree
  readonly limits: Limits
  readonly issues: ImportIssues
  /** The names of fields are the same in capitals: so it is in SCIM. */
  readonly ignoresCase: boolean
  /** Put before the names of units. */
  readonly unitPrefix: string
}

/** One object of the answer of a directory, by its own fields only. */
export class DirectoryObject {
  constructor(
    readonly value: object,
    readonly path: DocumentPath,
    readonly directory: Directory,
  ) {}

  has(name: string): boolean {
    return this.keyOf(name) !== undefined
  }

  /** A field as it is; null and an empty string say as little as a field that is not there. */
  field(name: string): unknown {
    const key = this.keyOf(name)
    if (key === undefined) return undefined
    const given: unknown = Reflect.get(this.value, key)
    return given === null || given === '' ? undefined : given
  }

  /** A text; `undefined` where there is none or, with an issue, where it is something else. */
  text(name: string): string | undefined {
    const given = this.field(name)
    if (given === undefined || typeof given === 'string') return given
    this.refuse(name, given, 'a text in double quotes')
    return undefined
  }

  /** An object; `undefined` where there is none or, with an issue, where it is something else. */
  object(name: string): DirectoryObject | undefined {
    const given = this.field(name)
    if (given === undefined) return undefined
    if (isObject(given)) return new DirectoryObject(given, this.pathOf(name), this.directory)
    this.refuse(name, given, 'an object')
    return undefined
  }

  /** The objects of a list; none, with an issue, where it is no list, and without the items that are no objects. */
  objects(name: string): readonly DirectoryObject[] {
    const given = this.field(name)
    if (given === undefined) return []
    if (!Array.isArray(given)) {
      this.refuse(name, given, 'a list')
      return []
    }
    const items: readonly unknown[] = given
    return objectsIn(items, this.pathOf(name), this.directory)
  }

  pathOf(name: string): DocumentPath {
    return [...this.path, this.keyOf(name) ?? name]
  }

  refuse(name: string, received: unknown, expected: string): void {
    addInvalid(this.directory, this.pathOf(name), received, expected)
  }

  private keyOf(name: string): string | undefined {
    if (Object.hasOwn(this.value, name)) return name
    if (!this.directory.ignoresCase) return undefined
    const lower = name.toLowerCase()
    return Object.keys(this.value).find((key) => key.toLowerCase() === lower)
  }
}

/** The objects among the items of a list; there is an issue for each of the others. */
export function objectsIn(
  items: readonly unknown[],
  path: DocumentPath,
  directory: Directory,
): readonly DirectoryObject[] {
  const objects: DirectoryObject[] = []
  for (const [index, item] of items.entries()) {
    if (isObject(item)) objects.push(new DirectoryObject(item, [...path, index], directory))
    else addInvalid(directory, [...path, index], item, 'an object')
  }
  return objects
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Adds an issue with the line and column of a part of the text. */
export function addAt(
  { tree, issues }: Directory,
  code: Parameters<ImportIssues['add']>[0],
  path: DocumentPath,
  parts: Omit<ImportIssueParts, 'place'>,
): void {
  const place = tree.placeAt(path, 'value')
  issues.add(code, { ...parts, place: { path, ...place }, message: `${placeWords(place)}: ${parts.message}` })
}

function addInvalid(directory: Directory, path: DocumentPath, received: unknown, expected: string): void {
  addAt(directory, 'INVALID_FIELD', path, {
    witness: [inWords(received)],
    message: `expected ${expected}, received ${inWords(received)}`,
    suggestion: 'Correct the value, or leave the field out.',
  })
}

function inWords(received: unknown): string {
  if (typeof received === 'string') return quote(received)
  if (typeof received !== 'object' || received === null) return String(received)
  return Array.isArray(received) ? 'a list' : 'an object'
}
