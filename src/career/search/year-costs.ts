/**
 * The costs of career moves by years. They are whole numbers, so that sums are exact: 0.1 and 0.2 years are 0.3 years, and
 * seven times 1/7 is a year.
 */
export interface YearCosts {
  /**
   * The cost of each move by years: its least years in whole steps, times {@link yearStep}, plus 1. Of two paths with equal
   * years, the one with fewer moves therefore costs less.
   */
  readonly yearCost: Float64Array
  /** The cost of the smallest step of years: more than the number of moves of any two paths together. */
  readonly yearStep: number
  /** How many steps of {@link yearStep} there are in a year. */
  readonly stepsAYear: number
  /** Whether the years of every move are whole steps. Otherwise they are rounded to the nearest step. */
  readonly isExact: boolean
  /** The lowest cost of a move by years. */
  readonly leastYearCost: number
  /** A multiple of {@link yearStep} that divides the cost of every move, less 1. */
  readonly yearGrid: number
  /** How much a search first raises its bound: a quarter of the average cost of a move with years, at least {@link yearGrid}. */
  readonly leastSlack: number
}

/** Steps per year if the years have no common denominator: at most this many, a multiple of 12 so that months are exact. */
const FINEST_YEAR = 1_200_000
/** The relative difference up to which two numbers are equal but for floating-point errors. */
const TOLERANCE = 2 ** -45

/** Takes O(moves). `from` has the role that each move leaves, `years` the years of the move. */
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
  // A path leaves each role at most once, so no path takes longer than this. Searches add up two paths.
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

/** The highest cost by years of a path of at most `maxYears`. */
export function costWithin({ yearStep, stepsAYear, isExact }: YearCosts, maxYears: number): number {
  const steps = maxYears * stepsAYear
  // Rounded like the moves, so that a move of exactly `maxYears` is within.
  const whole = isExact ? Math.floor(steps * (1 + TOLERANCE)) : Math.floor(steps + 0.5)
  // The rest leaves room for the moves of any path.
  return whole * yearStep + (yearStep - 1)
}

/** The least common denominator of all values; `undefined` if there is none up to `most`. */
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

/** The denominator, at most `most`, of the simplest fraction that equals a value, found by its continued fraction. */
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
  // If even 12 are too many, the chart spans millions of years: any step will do that keeps the sums finite and whole.
  return Math.min(steps, most)
}

/** The greatest common divisor of two whole numbers; 0 is a multiple of every number. */
function greatestCommonDivisor(one: number, other: number): number {
  let [a, b] = [one, other]
  while (b !== 0) [a, b] = [b, a % b]
  return a
}
