import type { Issue, Place } from '../../internal.js'
import type { DocumentSpec } from './document-spec.js'
import type { DocumentTree } from './document-tree.js'
import { placeWords } from './line-places.js'

/** An issue of the spec of a document with its line and column: those of the key where the key is what is wrong. */
export function placedIssue(issue: Issue, { pathOf }: DocumentSpec, tree: DocumentTree): Issue {
  const placed = (place: Place): Place => {
    if (place.path === undefined) return place
    const part = issue.code === 'UNKNOWN_FIELD' || issue.code === 'DUPLICATE_ID' ? 'key' : 'value'
    return Object.freeze({ ...place, ...tree.placeAt(pathOf(place.path), part) })
  }
  const place = placed(issue.place)
  const { line = 1, column = 1, path } = place
  const hint = issue.code === 'INVALID_FIELD' && path !== undefined ? tree.hintAt(pathOf(path)) : undefined
  return {
    ...issue,
    place,
    witness: Object.freeze(issue.witness.map((item) => (typeof item === 'string' ? item : placed(item)))),
    message: `${placeWords({ line, column })}: ${issue.message}`,
    suggestion: hint ?? issue.suggestion,
  }
}
