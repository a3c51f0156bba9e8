/** The issues that only the readers of directories find. */
export type DirectoryIssueCode =
  /** A response that continues on another page. */
  | 'INCOMPLETE_PAGE'
  /** Users of whom none has a field for the manager: the request did not ask for it. */
  | 'NO_MANAGERS'
  /** A group that is within several others: a unit is part of one. */
  | 'SEVERAL_PARENTS'
