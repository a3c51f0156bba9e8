/** An object or a list that is not closed yet; reused for the next one at its depth. */
export interface Level {
  readonly depth: number
  readonly parent: Level | undefined
  child: Level | undefined
  start: number
  /** The byte that closes it. */
  close: number
  limit: 'rows' | 'columns'
  most: number
  entries: number
  /** Where its last key begins, and the comma before it. */
  key: number
  comma: number
  /** Whether it is the list of records, or one of them. */
  role: 'records' | 'record' | 'other'
  /** Where each key begins and ends, as long as there are few. */
  readonly keys: number[]
  keyCount: number
  /** Where each key begins, if there are many keys or one has escapes. */
  offsets: Map<string, number> | undefined
}

/** A level inside another one; the outermost, around the whole text, has no parent. */
export function levelIn(parent: Level | undefined): Level {
  return {
    depth: parent === undefined ? 0 : parent.depth + 1,
    parent,
    child: undefined,
    start: 0,
    // No byte closes the outermost level.
    close: 256,
    limit: 'rows',
    most: 1,
    entries: 0,
    key: 0,
    comma: 0,
    role: 'other',
    keys: [],
    keyCount: 0,
    offsets: undefined,
  }
}
