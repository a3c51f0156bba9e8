import type { ImportIssues } from '../../input/import-issues.js'
import { type LinePlace, LinePlaces } from '../../input/line-places.js'
import { addDuplicate, type DocumentPath, type DocumentTree } from '../document-tree.js'
import { duplicateMembers, membersIn, withoutMembers } from './duplicate-members.js'
import { JsonIndex } from './json-index.js'
import { scanJson } from './scan-json.js'

/**
 * A JSON text as a tree, or `undefined` with an issue. `JSON.parse` is given only what is within the limits. Of members
 * with the same key the first one is used, and there is an issue for each other. O(characters).
 */
export function readJson(text: string, issues: ImportIssues): DocumentTree | undefined {
  const places = new LinePlaces(text)
  const members = scanJson(text, places, issues)
  if (members === undefined) return undefined
  const value: unknown = JSON.parse(text)
  if (membersIn(value) === members) return new JsonTree(text, places, value)
  const duplicates = duplicateMembers(text)
  for (const { path, first, second } of duplicates) {
    addDuplicate(issues, path, places.at(first), places.at(second))
  }
  return new JsonTree(text, places, JSON.parse(withoutMembers(text, duplicates)))
}

class JsonTree implements DocumentTree {
  readonly #index: JsonIndex

  constructor(
    text: string,
    readonly places: LinePlaces,
    readonly value: unknown,
  ) {
    this.#index = new JsonIndex(text)
  }

  keysAt(path: DocumentPath): readonly string[] {
    const { valueAt } = this.#find(path)
    return Array.from(this.#index.membersAt(valueAt).keys(), String)
  }

  placeAt(path: DocumentPath, part: 'key' | 'value'): LinePlace {
    const { keyAt, valueAt } = this.#find(path)
    return this.places.at(part === 'key' ? keyAt : valueAt)
  }

  hintAt(): undefined {
    return undefined
  }

  #find(path: DocumentPath): { readonly keyAt: number; readonly valueAt: number } {
    const { start } = this.#index
    let found = { keyAt: start, valueAt: start }
    for (const key of path) {
      const member = this.#index.membersAt(found.valueAt).get(key)
      if (member === undefined) return found
      found = member
    }
    return found
  }
}
