/** The issues that only the reader of organograms finds. */
export type OrganogramIssueCode =
  /** Rows that are one post with several holders. */
  | 'JOB_SHARE'
  /** A post that no longer exists. */
  | 'FORMER_POST'
  /** Someone who is paid and holds no post. */
  | 'NOT_IN_POST'
  /** Cells whose spaces around the text were removed. */
  | 'TRIMMED_TEXT'
