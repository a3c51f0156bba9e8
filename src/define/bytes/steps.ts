/**
 * The steps of reading an input, each short enough for an event loop, taken at once or with pauses. A step may yield the
 * share of the input that has been read, from 0 to 1.
 */
export type Steps<Result> = Generator<number | undefined, Result>

/** How many rows are one step. */
const SLICE = 1 << 14

/** Calls `take` for slices of rows. */
export function* inSlices(count: number, take: (from: number, to: number) => void): Steps<void> {
  for (let from = 0; from < count; from += SLICE) {
    take(from, Math.min(count, from + SLICE))
    yield
  }
}

/** Takes all steps at once. */
export function finished<Result>(steps: Steps<Result>): Result {
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}
