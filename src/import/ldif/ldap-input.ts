import type { Place } from '../../internal.js'
import type { ImportIssueParts, ImportIssues } from '../input/import-issues.js'
import type { LdapAttributes } from './ldap-options.js'
import type { LdapRows } from './ldap-rows.js'

/** A value of an attribute: text, or bytes that are no text, in base64. */
export type LdapValue = string | { readonly base64: string }

/**
 * An entry as it is in the directory, with its name as `dn` and without the managers and reports: an attribute with several values
 * has a list.
 */
export type LdapData = Readonly<Record<string, LdapValue | readonly LdapValue[]>>

/** Entries that were read, and what they were read from. */
export interface LdapInput {
  readonly rows: LdapRows
  /** The place of what is there in the input. */
  readonly placeOf: (origin: number) => Place
  readonly data: (row: number) => LdapData
  readonly attributes: LdapAttributes
}

/** Adds an issue with its line and column, where there are any. */
export function addPlaced(
  issues: ImportIssues,
  code: Parameters<ImportIssues['add']>[0],
  place: Place,
  parts: () => Omit<ImportIssueParts, 'place'>,
  severity: 'error' | 'warning' | 'info' = 'error',
): void {
  issues.addLateAt(code, severity, () => ({ ...parts(), place, severity }))
}
