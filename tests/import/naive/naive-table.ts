/** A row of a table: the line on which it begins, and its cells as text. */
export interface NaiveRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** A fault of a table: the code of its issue, and the line. */
export interface NaiveFault {
  readonly code: string
  readonly line: number
  readonly roles: readonly string[]
}

/**
 * Reads a table one character at a time, by the rules of the documentation and without any care for speed. It is what the
 * reader of the library is compared with.
 */
export function naiveTable(text: string, delimiter: string): { rows: NaiveRow[]; faults: NaiveFault[] } {
  const rows: NaiveRow[] = []
  const faults: NaiveFault[] = []
  let at = 0
  let line = 1

  const lineEndAt = (from: number): number =>
    text.startsWith('\r\n', from) ? 2 : text[from] === '\r' || text[from] === '\n' ? 1 : 0

  const take = (): string => {
    const length = Math.max(1, lineEndAt(at))
    if (lineEndAt(at) > 0) line++
    const taken = text.slice(at, at + length)
    at += length
    return taken
  }

  const bare = (): string => {
    let cell = ''
    while (at < text.length && text[at] !== delimiter && lineEndAt(at) === 0) cell += take()
    return cell
  }

  const quoted = (): string => {
    const opening = line
    let cell = ''
    let pairs = 0
    at++
    while (text[at] !== '"' || text[at + 1] === '"') {
      if (at >= text.length) {
        faults.push({ code: 'UNCLOSED_QUOTE', line: opening, roles: [] })
        return cell
      }
      if (text[at] === '"') {
        pairs++
        cell += '"'
        at += 2
      } else cell += take()
    }
    at++
    const closing = line
    const stray = bare()
    if (stray === '') return cell
    faults.push({ code: 'STRAY_TEXT', line: closing, roles: [] })
    // The text after the quote belongs to the cell, the quote itself too; where quotes are doubled they count as one.
    return `${cell}"${pairs > 0 ? stray.replaceAll('""', '"') : stray}`
  }

  while (at < text.length) {
    if (lineEndAt(at) > 0) {
      take()
      continue
    }
    const begin = line
    const cells: string[] = []
    for (;;) {
      cells.push(text[at] === '"' ? quoted() : bare())
      if (at >= text.length || text[at] !== delimiter) break
      at++
    }
    if (at < text.length) take()
    rows.push({ line: begin, cells })
  }
  return { rows, faults }
}
