import { duration, table, times } from './table.mjs'

/**
 * A work in each row and a contender in each column: its median, and how many times as long as the first one it takes.
 * Sheets are pairs of a workload and a size, whose rows come one after the other.
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

/** A time, and its ratio to the one that it is compared with. */
export function cell(microseconds, reference) {
  if (microseconds === undefined) return '–'
  if (reference === undefined) return duration(microseconds)
  return `${duration(microseconds)} (${times(microseconds / reference)})`
}

/** What is to be said of contenders, as a list below a table. */
export function notesOf(figures, sheets) {
  const notes = new Set(sheets.flatMap(([workload, size]) => figures.notesOf(workload, size)))
  return notes.size === 0 ? [] : ['', ...Array.from(notes, (note) => `- ${note}.`)]
}
