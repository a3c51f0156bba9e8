import type { Issue } from '../../internal.js'
import { placeWords } from './line-places.js'

/** The same issue, whose message begins with the line and column of its place. */
export function withPlaceWords(issue: Issue): Issue {
  const { line, column } = issue.place
  if (line === undefined || column === undefined) return issue
  return { ...issue, message: `${placeWords({ line, column })}: ${issue.message}` }
}
