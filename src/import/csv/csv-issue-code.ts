/** What only the reader of tables finds. */
export type CsvIssueCode = 'UNCLOSED_QUOTE' | 'STRAY_TEXT' | 'RAGGED_ROW' | 'DUPLICATE_COLUMN'
