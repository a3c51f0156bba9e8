/** What a cell of an organogram can say in the place of a value. */
export type PublishedWord = 'not disclosed' | 'vacant' | 'eliminated'

/** The word that a name is; `undefined` for the name of a person. A blank name is one that is not disclosed. */
export function publishedWord(cell: string): PublishedWord | undefined {
  if (isWithheld(cell)) return 'not disclosed'
  const word = cell.trim().toLowerCase()
  return word === 'vacant' || word === 'eliminated' ? word : undefined
}

/** `N/D` (not disclosed), `N/A`, with any punctuation, or nothing. */
export function isWithheld(cell: string): boolean {
  const letters = cell.toUpperCase().replace(/[^A-Z]/g, '')
  return cell.trim() === '' || (cell.trim().length <= 5 && (letters === 'ND' || letters === 'NA'))
}

/** An amount in pounds, or a number of posts; `undefined` where it is withheld, `NaN` where it is no number. */
export function publishedNumber(cell: string): number | undefined {
  if (isWithheld(cell)) return undefined
  const digits = cell.trim().replace(/^£\s*/, '')
  // Commas only where they part thousands, so that they are never taken for a decimal sign.
  const form = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/
  return form.test(digits) ? Number(digits.replaceAll(',', '')) : NaN
}
