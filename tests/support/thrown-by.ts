import { type AnyIssueCode, type Issue, isOrgError, type OrgError } from 'rolegraph'

/** The OrgError that a call throws; any other outcome fails the test. */
export function thrownBy(run: () => unknown): OrgError {
  try {
    run()
  } catch (error) {
    if (isOrgError(error)) return error
    throw error
  }
  throw new Error('Expected an OrgError, and nothing was thrown')
}

/** All issues of the `INVALID_ORG` that a call throws. */
export function issuesThrownBy(run: () => unknown): readonly Issue<AnyIssueCode>[] {
  const error = thrownBy(run)
  if (isOrgError(error, 'INVALID_ORG')) return error.details.issues
  throw error
}
