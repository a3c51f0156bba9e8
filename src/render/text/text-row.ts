import type { Box } from '../picture/picture.js'

/** One line of a drawn tree before its columns are known. */
export interface TextRow {
  /** The rails and the branch that lead to the label. */
  readonly lead: string
  /** Absent where a role stands again that has its own line above. */
  readonly box: Box
  readonly again: boolean
  /** What is said of the way to it: the years of a move. */
  readonly remark: string
}
