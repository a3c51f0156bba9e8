import { cell, notesOf, sheetTable } from '../report/sheet-table.mjs'
import { table } from '../report/table.mjs'

/** Charts with dotted lines, and ladders on which the number of paths doubles with every diamond. */
export const matrix = {
  name: 'matrix',
  title: 'Dotted lines',
  content({ figures }, { sizes, main, small, ladders, shortLadders }) {
    for (const size of sizes.filter((each) => each <= main)) {
      // Smaller sizes are for the growth table.
      figures.measure('matrix', size, small, { only: size < main ? ['rolegraph', 'Map by id'] : undefined })
    }
    for (const diamonds of [...shortLadders, ...ladders]) {
      const leftOut = ladders.includes(diamonds)
        ? { 'graphology-dag': 'follows every one of the 2^n paths, so it is left out on the long ladders' }
        : {}
      figures.measure('ladder', diamonds, { ...small, builds: { rounds: 1, budget: 1_000 } }, { leftOut })
    }
    return (
      `### A matrix chart of ${main.toLocaleString('en')} roles\n\n${sheetTable(figures, [['matrix', main]])}\n\n` +
      `### Would this line make a cycle? On ladders of diamonds\n\n` +
      ladderTable(figures, [...shortLadders, ...ladders])
    )
  },
}

/** One row per ladder. */
function ladderTable(figures, lengths) {
  const contenders = figures.contendersOf('ladder', lengths[0])
  const rows = lengths.map((diamonds) => {
    const taken = contenders.map((name) => figures.of('ladder', diamonds, name, 'would make a cycle'))
    return [
      diamonds.toLocaleString('en'),
      ...taken.map((microseconds, index) => cell(microseconds, index === 0 ? undefined : taken[0])),
    ]
  })
  const sheets = lengths.map((diamonds) => ['ladder', diamonds])
  return [table(['diamonds in a row', ...contenders], rows), ...notesOf(figures, sheets)].join('\n')
}
