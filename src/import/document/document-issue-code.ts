/** The issues that are found in JSON and YAML: in org documents, records and directories. */
export type DocumentIssueCode =
  /** A text that is not JSON or YAML, or not a document of this kind. */
  | 'INVALID_DOCUMENT'
  /** An org document of another version of the format. */
  | 'UNSUPPORTED_VERSION'
  /** An object that has a key twice. */
  | 'DUPLICATE_KEY'
