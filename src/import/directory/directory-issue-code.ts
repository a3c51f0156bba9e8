/** What only the readers of directories find. */
export type DirectoryIssueCode = 'INCOMPLETE_PAGE'
