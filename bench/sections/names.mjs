import { sheetTable } from '../report/sheet-table.mjs'

/** The first question for a name, and later ones. */
export const names = {
  name: 'names',
  title: 'Names',
  content({ figures }, { names: size, small }) {
    figures.measure('names', size, small)
    return `### The names of ${size.toLocaleString('en')} roles\n\n${sheetTable(figures, [['names', size]])}`
  },
}
