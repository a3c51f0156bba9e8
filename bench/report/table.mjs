/** A Markdown table, padded to be readable as plain text. The first columns hold text, the others figures. */
export function table(head, rows, texts = 1) {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column].length)))
  const line = (cells) =>
    `| ${cells.map((cell, column) => (column < texts ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join(' | ')} |`
  const rule = widths.map((width, column) =>
    column < texts ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  )
  return [line(head), line(rule), ...rows.map(line)].join('\n')
}

/** Microseconds in a suitable unit, with three significant figures. */
export function duration(microseconds) {
  if (microseconds === undefined) return '–'
  if (microseconds < 1) return `${(microseconds * 1000).toPrecision(3)} ns`
  if (microseconds < 1000) return `${microseconds.toPrecision(3)} µs`
  if (microseconds < 1_000_000) return `${(microseconds / 1000).toPrecision(3)} ms`
  return `${(microseconds / 1_000_000).toPrecision(3)} s`
}

/** A ratio; above 1, the library is faster. */
export function times(ratio) {
  if (Number.isNaN(ratio)) return '–'
  return ratio >= 99.5 ? `${ratio.toFixed(0)} ×` : `${ratio.toPrecision(2)} ×`
}
