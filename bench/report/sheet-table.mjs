import { duration, table, times } from './table.mjs'

/**
 * One row per work and one column per contender: its median, and the ratio to the first contender.
 * Sheets are pairs of a workload and a size; their rows follow each other.
 */
export function sheetTable(figures, sheets, { works } = {}) {
  const contenders = [...new Set(sheets.flatMap(([workload, size]) => figures.contendersOf(workload, size)))]
  const rows = sheets.flatMap(([workload, size]) =>
    figures
      .worksOf(workload, size)
      .filter(({ key }) => works === undefined || works.includes(key))
      .map(({ key, name }) => {
        const taken = contenders.map((contender) => figures.of(workload, size, contender, key))
        return [
          name,
          ...taken.map((microseconds, index) => cell(microseconds, index === 0 ? undefined : taken[0])),
        ]
      }),
  )
  return [table(['', ...contenders], rows), ...notesOf(figures, sheets)].join('\n')
}

/** A time, and its ratio to the reference. */
export function cell(microseconds, reference) {
  if (microseconds === undefined) return '–'
  if (reference === undefined) return duration(microseconds)
  return `${duration(microseconds)} (${times(microseconds / reference)})`
}

/** The notes on contenders, as a list below a table. */
export function notesOf(figures, sheets) {
  const notes = new Set(sheets.flatMap(([workload, size]) => figures.notesOf(workload, size)))
  return notes.size === 0 ? [] : ['', ...Array.from(notes, (note) => `- ${note}.`)]
}
