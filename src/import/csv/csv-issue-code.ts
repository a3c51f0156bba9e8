/** The issues that only the reader of tables finds. */
export type CsvIssueCode =
  /** A quote that is never closed. */
  | 'UNCLOSED_QUOTE'
  /** Text after a closing quote. */
  | 'STRAY_TEXT'
  /** A row with more or fewer cells than the header line. */
  | 'RAGGED_ROW'
  /** Columns that cannot be told apart. */
  | 'DUPLICATE_COLUMN'
