import { expect, it } from 'vitest'
import type { NaiveChange, NaiveRole } from './naive-changes.js'
import { randomFrom } from './random-charts.js'
import { expectedAfter, orgOf, seenAfter, SMALL_CHANGES, smallCharts } from './small-changes.js'

/** `npm run test:exhaustive` compares every list of two changes, in some minutes. */
const EVERY = process.env['EXHAUSTIVE'] === 'true' ? 1 : 401
/** `npm run fuzz:naive -- --format changes` compares more. */
const SAMPLES = 5_000

/** Compares a list of changes with the naive model, and its inverse and diff with what they promise. */
function compare(chart: readonly NaiveRole[], changes: readonly NaiveChange[]): void {
  const org = orgOf(chart)
  const input = `${JSON.stringify(chart)} ${JSON.stringify(changes)}`
  expect(seenAfter(org, changes), input).toEqual(expectedAfter(chart, org, changes))
}

it('every change, and lists of two, of all charts of up to four roles give what a list of records gives', () => {
  let list = 0
  for (const chart of smallCharts()) {
    for (const first of SMALL_CHANGES) {
      compare(chart, [first])
      for (const second of SMALL_CHANGES) if (list++ % EVERY === 0) compare(chart, [first, second])
    }
  }
})

it('so do lists of three that are drawn at random', () => {
  const all = [...smallCharts()]
  const random = randomFrom(1)
  for (let sample = 0; sample < SAMPLES; sample++) {
    const chart = all[random(all.length)]
    compare(
      chart,
      Array.from({ length: 3 }, () => SMALL_CHANGES[random(SMALL_CHANGES.length)]),
    )
  }
})
