const CONTEXT = 2
const MOST_CELLS = 4_000_000
const MOST_LINES = 60

type Row = readonly [sign: ' ' | '-' | '+', text: string]

/** The difference of two lists of lines: expected only (`-`), actual only (`+`), with some lines of context. */
export function lineDiff(expected: readonly string[], actual: readonly string[]): string[] {
  const rows = diffRows(expected, actual)
  const near = rows.map((_, index) =>
    rows.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(([sign]) => sign !== ' '),
  )
  const lines: string[] = []
  for (const [index, [sign, text]] of rows.entries()) {
    if (near[index]) lines.push(`${sign} ${text}`.trimEnd())
    else if (index === 0 || near[index - 1]) lines.push('  …')
  }
  if (lines.length <= MOST_LINES) return lines
  return [...lines.slice(0, MOST_LINES), `  … and ${String(lines.length - MOST_LINES)} more lines`]
}

function diffRows(expected: readonly string[], actual: readonly string[]): Row[] {
  let start = 0
  while (start < expected.length && start < actual.length && expected[start] === actual[start]) start++
  let end = 0
  const shorter = Math.min(expected.length, actual.length) - start
  while (end < shorter && expected[expected.length - 1 - end] === actual[actual.length - 1 - end]) end++
  return [
    ...expected.slice(0, start).map((text): Row => [' ', text]),
    ...changedRows(expected.slice(start, expected.length - end), actual.slice(start, actual.length - end)),
    ...expected.slice(expected.length - end).map((text): Row => [' ', text]),
  ]
}

/** Uses the longest common subsequence or, if that would take too long, all of one list and then all of the other. */
function changedRows(a: readonly string[], b: readonly string[]): Row[] {
  const removed = a.map((text): Row => ['-', text])
  const added = b.map((text): Row => ['+', text])
  if (a.length * b.length > MOST_CELLS) return [...removed, ...added]
  const width = b.length + 1
  const common = new Int32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1] + 1
          : Math.max(common[(i + 1) * width + j], common[i * width + j + 1])
    }
  }
  const rows: Row[] = []
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      rows.push([' ', a[i++]])
      j++
    } else if (common[(i + 1) * width + j] >= common[i * width + j + 1]) rows.push(removed[i++])
    else rows.push(added[j++])
  }
  return [...rows, ...removed.slice(i), ...added.slice(j)]
}
