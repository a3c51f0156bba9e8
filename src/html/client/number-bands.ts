import { exactText, shownValue } from './field-values.js'

/** About how many bands numbers are divided into; a value that many rows have may leave one less. */
const BANDS = 6
/** With fewer bands, large numbers of equal values count as one. */
const FEWEST = 5
/** How far a bound may be from an equal division, as a part of a band, to be a round number. */
const SLACK = 0.25

/**
 * Divides numbers into five or six bands of about the same number of values, at round numbers. The bounds are the least numbers of all bands
 * but the first. The numbers are in order.
 */
export function bandBounds(numbers: readonly number[]): number[] {
  const bounds = boundsOf(numbers)
  return bounds.length + 1 >= FEWEST ? bounds : boundsOf([...new Set(numbers)])
}

function boundsOf(numbers: readonly number[]): number[] {
  const bounds: number[] = []
  const slack = Math.floor((SLACK * numbers.length) / BANDS)
  let start = 0
  let bands = BANDS
  for (let at = 0; at < numbers.length && bands > 1;) {
    let end = at + 1
    while (end < numbers.length && numbers[end] === numbers[at]) end++
    const target = (numbers.length - start) / bands
    // A band ends where it is nearest to its size.
    if (at > start && end - start - target > target - (at - start)) {
      const low = numbers[Math.max(start, at - 1 - slack)]
      const high = numbers[Math.min(end - 1, at + slack)]
      const bound = roundest(low, high, numbers[at])
      bounds.push(bound)
      start = numbers.findIndex((number) => number >= bound)
      bands--
    }
    at = Math.max(end, start)
  }
  return bounds
}

/** The roundest number above `low` and up to `high`; of several, the one nearest to `wanted`. */
function roundest(low: number, high: number, wanted: number): number {
  const largest = Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high))))
  for (let power = largest; power > largest - 16; power--) {
    for (const digit of [5, 2, 1]) {
      const step = digit * 10 ** power
      for (const whole of [Math.round(wanted / step), Math.floor(high / step)]) {
        const number = Number((whole * step).toPrecision(12))
        if (number > low && number <= high) return number
      }
    }
  }
  return wanted
}

/** A band of numbers from `low` to below `high` in words; each is undefined where there is no bound, and `least` is the least number of all. */
export function bandText(
  low: number | undefined,
  high: number | undefined,
  least: number,
  isWhole: boolean,
): string {
  if (high === undefined) return low === undefined ? 'all' : `${exactText(low)} or more`
  // The bounds of whole numbers may be between two of them.
  const last = Math.ceil(high) - 1
  const first = low === undefined ? least : Math.ceil(low)
  if (isWhole && first === last) return exactText(first)
  if (low === undefined) return `under ${exactText(high)}`
  return isWhole ? `${exactText(first)}–${exactText(last)}` : `${exactText(low)} to under ${exactText(high)}`
}

/** Different numbers as they are read, with more digits where two would be the same. */
export function numberTexts(numbers: readonly number[]): string[] {
  const texts = numbers.map((number) => shownValue(number))
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return numbers.map((number, place) =>
    (counts.get(texts[place]) ?? 0) > 1 ? exactText(number) : texts[place],
  )
}
