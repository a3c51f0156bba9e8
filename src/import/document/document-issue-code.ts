/** What is found in JSON and YAML, by the readers of org documents, records and directories. */
export type DocumentIssueCode = 'INVALID_DOCUMENT' | 'UNSUPPORTED_VERSION' | 'DUPLICATE_KEY'
