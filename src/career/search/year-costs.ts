/**
 * What career moves cost by years: whole numbers, whose sums are exact, so that 0.1 and 0.2 years are 0.3 years, and seven
 * times 1/7 is a year.
 */
export interface YearCosts {
  /**
   * What each move costs by years: its least years in whole steps times {@link yearStep}, plus 1. So of two paths of the
   * same years the one of fewer moves costs less.
   */
  readonly yearCost: Float64Array
  /** More than the moves of any two paths together: what the smallest step of years costs. */
  readonly yearStep: number
  /** How many steps of {@link yearStep} there are in a year. */
  readonly stepsAYear: number
  /** Whether the years of every move are whole steps. Otherwise they are rounded to the nearest step. */
  readonly isExact: boolean
  /** What the cheapest move costs by years. */
  readonly leastYearCost: number
  /** Whole steps of {@link yearStep}: the cost by years of every move, less 1, is a multiple of this. */
  readonly yearGrid: number
  /** A quarter of what a usual move costs by years, or the grid: by how much a search first raises its bound. */
  readonly leastSlack: number
}

/** The finest step where the years have no common denominator: a multiple of 12 a year, so that months are exact. */
const FINEST_YEAR = 1_200_000
/** How much two numbers may differ, relative to their size, that are the same but for errors of floating point. */
const TOLERANCE = 2 ** -45

/** O(moves). `from` is the role that each move leaves, `years` its years. */
export function yearCostsOf(
  count: number,
  from: Int32Array,
  years: readonly (readonly [number, number] | undefined)[],
): YearCosts {
  const least = Float64Array.from(from, (_, move) => years[move]?.[0] ?? 0)
  const longest = new Float64Array(count)
  let known = 0
  let sum = 0
  for (let move = 0; move < from.length; move++) {
    longest[from[move]] = Math.max(longest[from[move]], least[move])
    if (least[move] > 0) known++
    sum += least[move]
  }
  // A path leaves each role at most once, so that no path takes longer than this. Searches add up two paths.
  const longestPath = longest.reduce((total, most) => total + most, 0)
  const yearStep = 2 ** Math.ceil(Math.log2(2 * count + 2))
  const most = Number.MAX_SAFE_INTEGER / (2 * yearStep * Math.max(longestPath, 1))
  const denominator = commonDenominator(least, most)
  const stepsAYear = denominator ?? finestStep(most)
  let leastYearCost = Infinity
  let grid = 0
  const yearCost = least.map((value) => {
    const steps = Math.floor(value * stepsAYear + 0.5)
    const cost = steps * yearStep + 1
    leastYearCost = Math.min(leastYearCost, cost)
    grid = greatestCommonDivisor(steps, grid)
    return cost
  })
  const yearGrid = Math.max(1, grid) * yearStep
  const usual = known === 0 ? 0 : (sum / known / 4) * stepsAYear
  const leastSlack = Math.max(yearGrid, Math.floor(usual) * yearStep)
  return {
    yearCost,
    yearStep,
    stepsAYear,
    isExact: denominator !== undefined,
    leastYearCost,
    yearGrid,
    leastSlack,
  }
}

/** The most that paths may cost by years which take so many years or fewer. */
export function costWithin({ yearStep, stepsAYear, isExact }: YearCosts, maxYears: number): number {
  const steps = maxYears * stepsAYear
  // Rounded as the moves are, so that a move of just so many years is within.
  const whole = isExact ? Math.floor(steps * (1 + TOLERANCE)) : Math.floor(steps + 0.5)
  // In addition to the steps there is room for the moves of any path.
  return whole * yearStep + (yearStep - 1)
}

/** The least number of which all values are whole fractions; `undefined` when there is none up to `most`. */
function commonDenominator(values: Float64Array, most: number): number | undefined {
  let common = 1
  if (most < common) return undefined
  for (const value of values) {
    const steps = value * common
    if (Math.abs(steps - Math.round(steps)) <= steps * TOLERANCE) continue
    const denominator = denominatorOf(value, most)
    if (denominator === undefined) return undefined
    common *= denominator / greatestCommonDivisor(denominator, common)
    if (common > most) return undefined
  }
  return common
}

/** The denominator of the simplest fraction that a value stands for, by its continued fraction; at most `most`. */
function denominatorOf(value: number, most: number): number | undefined {
  let [numeratorBefore, numerator, before, denominator] = [0, 1, 1, 0]
  for (let rest = value; ;) {
    const whole = Math.floor(rest)
    ;[numeratorBefore, numerator] = [numerator, whole * numerator + numeratorBefore]
    ;[before, denominator] = [denominator, whole * denominator + before]
    if (denominator > most) return undefined
    if (Math.abs(value - numerator / denominator) <= value * TOLERANCE) return denominator
    rest = 1 / (rest - whole)
  }
}

function finestStep(most: number): number {
  let steps = FINEST_YEAR
  while (steps > most && steps > 12) steps /= 10
  // Beyond that the chart is about millions of years: any step will do that keeps the sums finite and whole.
  return Math.min(steps, most)
}

/** Of two whole numbers; 0 is a multiple of every number. */
function greatestCommonDivisor(one: number, other: number): number {
  let [a, b] = [one, other]
  while (b !== 0) [a, b] = [b, a % b]
  return a
}
