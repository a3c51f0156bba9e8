import { listed, ownValue, quote } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import { type LinePlace, placeWords } from '../input/line-places.js'
import type { DocumentPath, DocumentTree } from './document-tree.js'

/** A kind of document. */
export interface DocumentFormat {
  /** The versions that are read. */
  readonly versions: readonly number[]
  /** The version to write where there is none. */
  readonly written: number
  /** The fields that the latest version has besides those of an org. */
  readonly others: readonly string[]
}

/** A document as a spec for `defineOrg`. */
export interface DocumentSpec {
  /** The document without what the format adds, with its roles and units by id. `defineOrg` checks all of it. */
  readonly spec: object
  /** The fields of the format that are not part of an org. */
  readonly others: ReadonlyMap<string, unknown>
  /** The path in the document of a part of the spec: a role of a list is there by its index. */
  readonly pathOf: (path: DocumentPath) => DocumentPath
}

/**
 * Reads what the format adds to the spec of an org: its version, and roles and units as lists. `undefined`, with an
 * issue, for a document that cannot be read.
 */
export function documentSpec(
  tree: DocumentTree,
  format: DocumentFormat,
  issues: ImportIssues,
): DocumentSpec | undefined {
  const reader = new DocumentReader(tree, format, issues)
  const { value } = tree
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    reader.invalid([], 'an object with the fields rolegraph and roles', value)
    return undefined
  }
  const fields = new Map<string, unknown>(Object.entries(value))
  if (!reader.hasVersion(fields) || !reader.hasShortIds(fields)) return undefined
  const roles = reader.collection('roles', fields.get('roles'))
  const units = reader.collection('units', fields.get('units'))
  const people = reader.collection('people', fields.get('people'))
  const others = withoutOthers(fields, format)
  fields.delete('rolegraph')
  fields.delete('$schema')
  if (fields.has('roles')) fields.set('roles', roles.byId)
  if (fields.has('units')) fields.set('units', units.byId)
  if (fields.has('people')) fields.set('people', people.byId)
  return {
    spec: Object.fromEntries(fields),
    others,
    pathOf: (path) => {
      const [field, id, ...rest] = path
      const list =
        field === 'roles'
          ? roles.indexes
          : field === 'units'
            ? units.indexes
            : field === 'people'
              ? people.indexes
              : undefined
      const index = typeof id === 'string' ? list?.get(id) : undefined
      return index === undefined ? path : [field, index, ...rest]
    },
  }
}

/**
 * Whether a document of this version can be read; an issue where it is another, or missing. `placeOf` returns its place in a text;
 * a document that is an object has no lines.
 */
export function isReadableVersion(
  version: unknown,
  { versions, written }: DocumentFormat,
  issues: ImportIssues,
  placeOf?: () => Partial<LinePlace>,
): boolean {
  if (versions.some((each) => each === version)) return true
  const place = placeOf?.()
  const { line, column } = place ?? {}
  const subject = line === undefined || column === undefined ? 'The' : `${placeWords({ line, column })}: the`
  const missing = version === undefined
  issues.add('UNSUPPORTED_VERSION', {
    place: { path: ['rolegraph'], ...place },
    witness: missing ? [] : [quote(version)],
    message: missing
      ? `${subject} document does not state the version of its format`
      : `${subject} version of the document is ${quote(version)}; this library reads the versions ${listed(versions.map(String))}`,
    suggestion:
      missing || typeof version !== 'number' || version < 1
        ? `Write "rolegraph": ${String(written)}.`
        : version === 3
          ? 'It is a history document: read it with parseHistoryDocument.'
          : 'Read it with a later version of the library.',
  })
  return missing
}

/** Takes the fields out that only the latest version has, and returns them. */
export function withoutOthers(
  fields: Map<string, unknown>,
  { versions, others }: DocumentFormat,
): ReadonlyMap<string, unknown> {
  const taken = new Map<string, unknown>()
  const version = fields.get('rolegraph')
  if (version !== undefined && version !== versions.at(-1)) return taken
  for (const name of others) {
    if (!fields.has(name)) continue
    taken.set(name, fields.get(name))
    fields.delete(name)
  }
  return taken
}

/** Roles, units or people of a document. */
interface Collection {
  readonly byId: unknown
  /** The index of each one in a list. */
  readonly indexes: ReadonlyMap<string, number> | undefined
}

const NOUNS: ReadonlyMap<unknown, string> = new Map([
  ['roles', 'role'],
  ['units', 'unit'],
  ['people', 'person'],
])

type CollectionField = 'roles' | 'units' | 'people'

class DocumentReader {
  constructor(
    readonly tree: DocumentTree,
    readonly format: DocumentFormat,
    readonly issues: ImportIssues,
  ) {}

  hasVersion(fields: ReadonlyMap<string, unknown>): boolean {
    const version = fields.get('rolegraph')
    const schema = fields.get('$schema')
    if (schema !== undefined && typeof schema !== 'string') this.invalid(['$schema'], 'a string', schema)
    return isReadableVersion(version, this.format, this.issues, () =>
      this.tree.placeAt(['rolegraph'], 'value'),
    )
  }

  /** Whether no id is longer than the limit; an issue for the first that is. */
  hasShortIds(fields: ReadonlyMap<string, unknown>): boolean {
    for (const field of ['roles', 'units', 'people']) {
      const collection = fields.get(field)
      if (typeof collection !== 'object' || collection === null) continue
      for (const [key, item] of Object.entries(collection)) {
        const id: unknown = Array.isArray(collection) ? ownValue(item, 'id') : key
        if (typeof id !== 'string' || id.length <= this.issues.limits.idLength) continue
        const path = Array.isArray(collection) ? [field, Number(key)] : [field, key]
        this.issues.exceeded('idLength', { path, ...this.tree.placeAt(path, 'key') })
        return false
      }
    }
    return true
  }

  /** Roles, units or people by id, in the order of the text. */
  collection(field: CollectionField, given: unknown): Collection {
    if (Array.isArray(given)) return this.#list(field, given)
    if (typeof given !== 'object' || given === null) return { byId: given, indexes: undefined }
    const [first = ''] = Object.keys(given)
    // JavaScript moves only keys like these, and all of them to the front.
    const byId = isArrayIndex(first) ? inOrder(given, this.tree.keysAt([field])) : given
    return { byId, indexes: undefined }
  }

  #list(field: CollectionField, list: readonly unknown[]): Collection {
    const byId: object = Object.create(null) as object
    const indexes = new Map<string, number>()
    for (const [index, item] of list.entries()) {
      const id = this.#idOf([field, index], item)
      if (id === undefined) continue
      const first = indexes.get(id)
      if (first !== undefined) {
        this.#addDuplicate(field, id, first, index)
        continue
      }
      indexes.set(id, index)
      const { id: _id, ...spec } = item as { readonly id: string }
      Reflect.set(byId, id, spec)
    }
    return { byId: inOrder(byId, Array.from(indexes.keys())), indexes }
  }

  #idOf(path: DocumentPath, item: unknown): string | undefined {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) {
      this.invalid(path, 'an object with an id', item)
      return undefined
    }
    const id = ownValue(item, 'id')
    if (typeof id === 'string') return id
    if (id !== undefined) {
      this.invalid([...path, 'id'], 'an id as a string', id)
      return undefined
    }
    this.issues.addAt('MISSING_ID', {
      place: { path, ...this.tree.placeAt(path, 'value') },
      message: `a ${NOUNS.get(path[0]) ?? 'thing'} in the list has no id`,
      suggestion: 'Give it an id: { "id": "analyst" }.',
    })
    return undefined
  }

  #addDuplicate(field: CollectionField, id: string, first: number, second: number): void {
    const [before, place] = [first, second].map((index) => {
      const path = [field, index, 'id']
      return { path, ...this.tree.placeAt(path, 'value') }
    })
    this.issues.addAt('DUPLICATE_ID', {
      ...(field === 'roles' && { roles: [id] }),
      place,
      witness: [before, place],
      message: `two ${field} have the id ${quote(id)}`,
      suggestion: 'Give each a different id; for a job share write one role with several holders.',
    })
  }

  invalid(path: DocumentPath, expected: string, value: unknown): void {
    this.issues.addAt('INVALID_FIELD', {
      place: { path, ...this.tree.placeAt(path, 'value') },
      witness: [quote(value)],
      message: `expected ${expected}, received ${quote(value)}`,
      suggestion: this.tree.hintAt(path) ?? 'Correct the value.',
    })
  }
}

/** The object with its keys in an order that JavaScript itself does not keep. */
function inOrder(object: object, keys: readonly string[]): object {
  return Object.keys(object).some((key, index) => key !== keys[index])
    ? new Proxy(object, { ownKeys: () => [...keys] })
    : object
}

function isArrayIndex(key: string): boolean {
  return /^(?:0|[1-9]\d{0,9})$/.test(key)
}
