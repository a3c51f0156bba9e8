import { quote } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import type { DocumentPath } from './document-tree.js'
import { type LinePlace, placeWords } from './line-places.js'

/** A key that an object has twice; twice the id of a role or a unit is `DUPLICATE_ID`. */
export function addDuplicate(
  issues: ImportIssues,
  path: DocumentPath,
  first: LinePlace,
  second: LinePlace,
): void {
  const [collection, id] = path
  const isId = path.length === 2 && (collection === 'roles' || collection === 'units')
  const key = quote(String(path.at(-1)))
  issues.add(isId ? 'DUPLICATE_ID' : 'DUPLICATE_KEY', {
    roles: collection === 'roles' && typeof id === 'string' ? [id] : [],
    place: { path, ...second },
    witness: [
      { path, ...first },
      { path, ...second },
    ],
    message: `${placeWords(second)}: the key ${key} stands on line ${String(first.line)} already`,
    suggestion: isId ? 'Give each an id of its own.' : 'Take one of the two away.',
  })
}
