import { type Issue, type Place, quote } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import { type LinePlace } from '../input/line-places.js'

/** The keys from the root of a document to a part of it. */
export type DocumentPath = readonly (string | number)[]

/** A parsed document: its value, and where each part of it is in the text. */
export interface DocumentTree {
  readonly value: unknown
  /** The keys of the object at a path in the order of the text, which JavaScript objects do not always keep. */
  keysAt(path: DocumentPath): readonly string[]
  /**
   * Where a part begins: its value, or with `'key'` its key. For a part that the text does not have, the place of the
   * nearest part around it; nothing where there is no text.
   */
  placeAt(path: DocumentPath, part: 'key' | 'value'): Partial<LinePlace>
  /** A suggestion for a part that has the wrong type because of the syntax of the format. */
  hintAt(path: DocumentPath): string | undefined
}

/** A place of an issue with the line and column of its path: those of the key where the key is wrong, else of the value. */
export function placedIn(
  tree: DocumentTree,
  code: Issue['code'],
  place: Place,
  pathOf: (path: DocumentPath) => DocumentPath = (path) => path,
): Place {
  if (place.path === undefined) return place
  const part = code === 'UNKNOWN_FIELD' || code === 'DUPLICATE_ID' ? 'key' : 'value'
  return Object.freeze({ ...place, ...tree.placeAt(pathOf(place.path), part) })
}

/** Reports a key that an object has twice; for the id of a role or a unit as `DUPLICATE_ID`. */
export function addDuplicate(
  issues: ImportIssues,
  path: DocumentPath,
  places: { at(offset: number): LinePlace },
  firstAt: number,
  secondAt: number,
): void {
  const [collection, id] = path
  const isId = path.length === 2 && (collection === 'roles' || collection === 'units')
  issues.addLateAt(isId ? 'DUPLICATE_ID' : 'DUPLICATE_KEY', 'error', () => {
    const [first, second] = [places.at(firstAt), places.at(secondAt)]
    return {
      roles: collection === 'roles' && typeof id === 'string' ? [id] : [],
      place: { path, ...second },
      witness: [
        { path, ...first },
        { path, ...second },
      ],
      message: `the key ${quote(String(path.at(-1)))} is already on line ${String(first.line)}`,
      suggestion: isId ? 'Give each a different id.' : 'Remove one of the two.',
    }
  })
}
