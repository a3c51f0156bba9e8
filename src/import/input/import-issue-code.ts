import type { IssueCode } from '../../internal.js'
import type { CsvIssueCode } from '../csv/csv-issue-code.js'
import type { DirectoryIssueCode } from '../directory/directory-issue-code.js'
import type { DocumentIssueCode } from '../document/document-issue-code.js'
import type { OrganogramIssueCode } from '../organogram/organogram-issue-code.js'

/** The issues that the readers of several formats find. */
type InputIssueCode =
  | 'INVALID_ENCODING'
  | 'LIMIT_EXCEEDED'
  | 'MISSING_COLUMN'
  | 'MISSING_ID'
  | 'AMBIGUOUS_MANAGER'
  | 'OPTION_APPLIED'
  | 'OPTION_REFUSED'

/** The codes of the issues that importers find: those of the core, and those of reading a file. */
export type ImportIssueCode =
  IssueCode | InputIssueCode | CsvIssueCode | DirectoryIssueCode | DocumentIssueCode | OrganogramIssueCode
