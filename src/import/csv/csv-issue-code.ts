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
  /** Two columns that name different managers of a role. */
  | 'CONFLICTING_MANAGERS'
  /** A row in which only the id is filled in, as in group and total rows. */
  | 'ID_ONLY_ROW'
  /** Lines above the header line. */
  | 'LINES_ABOVE_HEADER'
  /** Ids that a spreadsheet turned into rounded numbers. */
  | 'ROUNDED_ID'
  /** Whole numbers with a decimal as ids: `7.0`. */
  | 'DECIMAL_ID'
  /** Units whose names differ only in case, spaces or Unicode form. */
  | 'UNIT_SPELLINGS'
