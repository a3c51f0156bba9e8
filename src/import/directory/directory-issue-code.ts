/** The issues that only the readers of directories find. */
export type DirectoryIssueCode =
  /** A response that continues on another page. */
  'INCOMPLETE_PAGE'
