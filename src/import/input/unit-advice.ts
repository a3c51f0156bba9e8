import type { Issue } from '../../internal.js'

/** The same issue; where a unit takes the id of a role, with what the caller of an importer can do about it. */
export function withUnitAdvice(issue: Issue): Issue {
  if (issue.code !== 'DUPLICATE_ID' || issue.units.length === 0) return issue
  return {
    ...issue,
    suggestion:
      "Roles and units share one namespace: put something before the names of units, with unitPrefix: 'unit:'.",
  }
}
