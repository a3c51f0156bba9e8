import { type AnyIssueCode, type Issue, isOrgError, OrgError, type OrgErrorCode } from 'rolegraph'
import { describe, expectTypeOf, test } from 'vitest'

declare const caught: unknown

describe('isOrgError', () => {
  test('narrows to an OrgError, and with a code to the details', () => {
    if (isOrgError(caught)) expectTypeOf(caught.code).toEqualTypeOf<OrgErrorCode>()
    if (isOrgError(caught, 'INVALID_ORG')) {
      expectTypeOf(caught).toEqualTypeOf<OrgError<'INVALID_ORG'>>()
      expectTypeOf(caught.details.issues).toEqualTypeOf<readonly Issue<AnyIssueCode>[]>()
    }
    if (isOrgError(caught, 'UNKNOWN_ROLE')) {
      expectTypeOf(caught.details.nearest).toEqualTypeOf<string | undefined>()
      // @ts-expect-error only INVALID_ORG has issues
      expectTypeOf(caught.details.issues).toBeAny()
    }
  })

  test('knows its codes', () => {
    // @ts-expect-error there is no such code
    isOrgError(caught, 'UNKNOWN_ROLES')
    // @ts-expect-error the details belong to the code
    new OrgError('UNKNOWN_ROLE', 'm', { issues: [] })
  })
})
