import type { AnyIssueCode, ChangeIssue, HistoryIssue, Issue } from './issue.js'

/** The `details` of an {@link OrgError} by its code. */
export interface OrgErrorDetails {
  /** No role (and no unit) has this id; `nearest` is the most similar id. */
  readonly UNKNOWN_ROLE: { readonly id: unknown; readonly nearest: string | undefined }
  /** No unit has this id. */
  readonly UNKNOWN_UNIT: { readonly id: unknown; readonly nearest: string | undefined }
  /** No person has this id, or no role is held by this name. */
  readonly UNKNOWN_PERSON: { readonly id: unknown; readonly nearest: string | undefined }
  /** No role of the org belongs to this family. */
  readonly UNKNOWN_FAMILY: { readonly family: unknown; readonly nearest: string | undefined }
  /** The org has no such handle: its handles are the whole numbers from 0 to `roles - 1`. */
  readonly UNKNOWN_HANDLE: { readonly handle: unknown; readonly roles: number }
  /** A query needs the place of a unit on the chart, and the unit has no head. */
  readonly UNIT_WITHOUT_HEAD: { readonly unit: string }
  /** The first argument of a query is not an org of this copy of the library. */
  readonly NOT_AN_ORG: { readonly received: unknown }
  /** An option has a value that it cannot have. */
  readonly INVALID_OPTION: { readonly option: string; readonly received: unknown; readonly allowed: string }
  /** An argument has the wrong shape. */
  readonly INVALID_ARGUMENT: { readonly argument: string; readonly received: unknown }
  /** The chart is broken; `issues` lists every problem. */
  readonly INVALID_ORG: { readonly issues: readonly Issue<AnyIssueCode>[] }
  /** The changes cannot be applied; `issues` lists every problem, each with the index of its change. */
  readonly INVALID_CHANGES: { readonly issues: readonly ChangeIssue[] }
  /** A history has problems; `issues` lists every one with its dates. */
  readonly INVALID_HISTORY: { readonly issues: readonly HistoryIssue[] }
  /** The first argument of a function for histories is not a history of this copy of the library. */
  readonly NOT_A_HISTORY: { readonly received: unknown }
  /** An approval policy has problems; `issues` lists every one with its path. */
  readonly INVALID_APPROVAL_POLICY: { readonly issues: readonly Issue<AnyIssueCode>[] }
  /** The requester holds several roles, and the request does not say which one it is for. */
  readonly AMBIGUOUS_REQUESTER: { readonly person: string; readonly roles: readonly string[] }
  /** The date is before the history begins. */
  readonly BEFORE_HISTORY: { readonly date: string; readonly since: string }
  /** A function given by the caller threw while a record was read; the error is in `cause`. */
  readonly READ_FAILED: { readonly record: number; readonly field: string }
  /** A measure returned something other than a finite number. */
  readonly INVALID_MEASURE: { readonly role: string; readonly received: unknown }
  /** A custom rule threw, or returned something other than an issue; an error that it threw is in `cause`. */
  readonly RULE_FAILED: { readonly codes: readonly string[] }
  /** The store has no tenant with this id. */
  readonly UNKNOWN_TENANT: { readonly tenant: string }
  /** The store already has a tenant with this id. */
  readonly TENANT_EXISTS: { readonly tenant: string }
  /** The tenant has no such revision: its revisions are 1 to `rev`. */
  readonly UNKNOWN_REVISION: { readonly tenant: string; readonly received: unknown; readonly rev: number }
  /** The tenant was changed after the revision that the caller expected. */
  readonly REVISION_CONFLICT: { readonly tenant: string; readonly expectedRev: number; readonly rev: number }
  /** The database failed; its error is in `cause`. Nothing is left half done. */
  readonly STORE_FAILED: { readonly reason: StoreFailure; readonly retry: boolean }
}

/**
 * Why a database failed: the `'connection'` was lost, it is `'busy'` or was too slow (`'timeout'`), another transaction
 * got in the way (`'serialization'`), its disk is `'full'`, the user may not do this (`'permission'`), its tables are
 * missing or of another version (`'schema'`), its rows do not form a sound org (`'rows'`), or anything else (`'other'`).
 */
export type StoreFailure =
  'connection' | 'busy' | 'timeout' | 'serialization' | 'full' | 'permission' | 'schema' | 'rows' | 'other'

/** The codes of {@link OrgError}. */
export type OrgErrorCode = keyof OrgErrorDetails

const BRAND = Symbol.for('rolegraph.OrgError')

/**
 * The one error class of the library, thrown for a mistake of the caller. The message says what is wrong, where, and how
 * to fix it; `code` and `details` are for programs. Recognize it with {@link isOrgError}, which also recognizes errors
 * from another copy of the library (ESM next to CJS), where `instanceof` fails.
 *
 * `structuredClone` and `postMessage` keep only the message of an error. To send one to another thread, send a plain object
 * with its `name`, `code`, `message` and `details`.
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
 * Whether a value is an {@link OrgError}, optionally one with a given code. Narrows the type.
 *
 * Complexity: O(1).
 *
 * @param value Any value, usually the one caught by a `catch`.
 * @param code The code to narrow to.
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
