import type { AnyIssueCode, Issue } from './issue.js'

/** What each code of {@link OrgError} carries in `details`. */
export interface OrgErrorDetails {
  /** No role (and no unit) has this id; `nearest` is the id that looks most like it. */
  readonly UNKNOWN_ROLE: { readonly id: unknown; readonly nearest: string | undefined }
  /** No unit has this id. */
  readonly UNKNOWN_UNIT: { readonly id: unknown; readonly nearest: string | undefined }
  /** No role of the org is of this family. */
  readonly UNKNOWN_FAMILY: { readonly family: unknown; readonly nearest: string | undefined }
  /** The handle is none of this org, whose handles are the whole numbers from 0 to one less than `roles`. */
  readonly UNKNOWN_HANDLE: { readonly handle: unknown; readonly roles: number }
  /** A unit was asked for its place on the chart, and it has no head to answer for it. */
  readonly UNIT_WITHOUT_HEAD: { readonly unit: string }
  /** The first argument of a query is not an org of this copy of the library. */
  readonly NOT_AN_ORG: { readonly received: unknown }
  /** An option has a value that it cannot have. */
  readonly INVALID_OPTION: { readonly option: string; readonly received: unknown; readonly allowed: string }
  /** An argument has the wrong shape. */
  readonly INVALID_ARGUMENT: { readonly argument: string; readonly received: unknown }
  /** The data of the chart are broken; `issues` has every problem. */
  readonly INVALID_ORG: { readonly issues: readonly Issue<AnyIssueCode>[] }
  /** A function of the caller's threw while a record was read; the error is in `cause`. */
  readonly READ_FAILED: { readonly record: number; readonly field: string }
  /** A measure gave something that is not a finite number. */
  readonly INVALID_MEASURE: { readonly role: string; readonly received: unknown }
  /** A rule of the caller's threw, or gave something that is no issue; an error that it threw is in `cause`. */
  readonly RULE_FAILED: { readonly codes: readonly string[] }
}

/** The codes of {@link OrgError}. */
export type OrgErrorCode = keyof OrgErrorDetails

const BRAND = Symbol.for('rolegraph.OrgError')

/**
 * The one error class of the library: a caller's mistake. The message says what, where and how to mend it;
 * `code` and `details` say it to a program. Tell it apart with {@link isOrgError}, which also knows errors
 * from another copy of the library (ESM beside CJS), where `instanceof` does not.
 */
export class OrgError<Code extends OrgErrorCode = OrgErrorCode> extends Error {
  override readonly name = 'OrgError'
  readonly code: Code
  readonly details: OrgErrorDetails[Code]

  constructor(code: Code, message: string, details: OrgErrorDetails[Code], options?: { cause: unknown }) {
    super(message, options)
    this.code = code
    this.details = details
    Object.defineProperty(this, BRAND, { value: true })
  }
}

/**
 * Whether a value is an {@link OrgError}, and optionally one with a given code; it narrows the type.
 *
 * Complexity: O(1).
 *
 * @param value Anything, usually what a `catch` caught.
 * @param code Narrow to this code.
 * @returns `true` also for an error from another copy of the library.
 * @example
 * ```ts
 * import { defineOrg, isOrgError, managerOf } from 'rolegraph'
 *
 * const org = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' } } })
 * try {
 *   managerOf(org, 'analist' as 'analyst')
 * } catch (error) {
 *   if (isOrgError(error, 'UNKNOWN_ROLE')) console.log(error.details.nearest) // => analyst
 * }
 * ```
 */
export function isOrgError<Code extends OrgErrorCode = OrgErrorCode>(
  value: unknown,
  code?: Code,
): value is OrgError<Code> {
  if (typeof value !== 'object' || value === null || !(BRAND in value)) return false
  return code === undefined || ('code' in value && value.code === code)
}
