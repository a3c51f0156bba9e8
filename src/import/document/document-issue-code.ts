/** The issues that are found in structured texts: org documents, records, directories, graphs in XML, and RDF. */
export type DocumentIssueCode =
  /** A text that is not well-formed in its language (JSON, YAML, XML, Turtle), or not a document of this kind. */
  | 'INVALID_DOCUMENT'
  /** An org document of another version of the format. */
  | 'UNSUPPORTED_VERSION'
  /** An object that has a key twice. */
  | 'DUPLICATE_KEY'
