/** A range of years, at least and at most; without a second number there is no upper bound. */
export type Years = readonly [min: number, max?: number]

/** A comma before three digits may separate thousands, unless nothing but a zero is before it. */
const NUMBER = String.raw`(\d+(?:\.\d+|,(?!\d{3}(?!\d))\d+)?|0,\d{3})`
const UNIT = String.raw`\s*(years?|yrs?|y|months?|mos?|m)?\.?`
const BETWEEN = new RegExp(
  String.raw`^${NUMBER}${UNIT}\s*(?:-|\u2013|\u2014|\bto\b|\band\b|\.\.)\s*${NUMBER}${UNIT}$`,
  'i',
)
const AT_LEAST = new RegExp(
  String.raw`^${NUMBER}${UNIT}\s*(?:\+|or more|and more|minimum|min\.?)${UNIT}$`,
  'i',
)
const AT_LEAST_FIRST = new RegExp(
  String.raw`^(?:>=?|\u2265|at least|min(?:imum)?\.?|from)\s*${NUMBER}\s*\+?${UNIT}$`,
  'i',
)
const AT_MOST = new RegExp(String.raw`^(?:<=?|\u2264|at most|up to|max(?:imum)?\.?)\s*${NUMBER}${UNIT}$`, 'i')
const EXACTLY = new RegExp(String.raw`^${NUMBER}${UNIT}$`, 'i')

/** More characters than any range has: what is longer is not searched. */
const LONGEST = 60

/**
 * The years in a cell of a table: `3`, `2-4`, `2 to 4 years`, `3+`, `at least 3`, `up to 2`, `18 months`. `undefined` for what is no such
 * range.
 */
export function yearsIn(cell: string): Years | undefined {
  const text = cell.trim().replace(/\s+/g, ' ')
  if (text.length > LONGEST) return undefined
  const between = BETWEEN.exec(text)
  if (between !== null) {
    // `6-18 months` are months both.
    const [unit, last] = [between.at(2), between.at(4)]
    const [min, max] = [yearsOf(between[1], unit ?? last), yearsOf(between[3], last ?? unit)]
    return min <= max ? [min, max] : undefined
  }
  const least = AT_LEAST.exec(text)
  if (least !== null) return [yearsOf(least[1], least.at(2) ?? least.at(3))]
  const atLeast = AT_LEAST_FIRST.exec(text)
  if (atLeast !== null) return [yearsOf(atLeast[1], atLeast.at(2))]
  const most = AT_MOST.exec(text)
  if (most !== null) return [0, yearsOf(most[1], most.at(2))]
  const exactly = EXACTLY.exec(text)
  if (exactly === null) return undefined
  const years = yearsOf(exactly[1], exactly.at(2))
  return [years, years]
}

function yearsOf(digits: string, unit: string | undefined): number {
  const number = Number(digits.replace(',', '.'))
  return unit?.toLowerCase().startsWith('m') === true ? number / 12 : number
}
