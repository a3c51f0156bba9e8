import { expect, it } from 'vitest'
import type { NaiveChange, NaiveRole } from './naive-changes.js'
import { randomFrom } from './random-charts.js'
import {
  expectedAfter,
  IS_EXHAUSTIVE,
  orgOf,
  seenAfter,
  SMALL_CHANGES,
  smallCharts,
  smallLists,
} from './small-changes.js'

/** `npm run test:exhaustive` compares the lists of two changes after every first change. */
const EVERY = IS_EXHAUSTIVE ? 1 : 67
/** `npm run fuzz:naive -- --format changes` compares more. */
const SAMPLES = 5_000

/** Compares a list of changes with the naive model, and its inverse and diff with what they promise. */
function compare(chart: readonly NaiveRole[], changes: readonly NaiveChange[]): void {
  const seen = seenAfter(orgOf(chart), changes)
  const expected = expectedAfter(chart, changes)
  const isSame =
    seen?.after === expected?.after && seen?.back === expected?.back && seen?.led === expected?.led
  // Most are the same, and the text of a list takes longer than to compare it.
  if (!isSame) expect(seen, `${JSON.stringify(chart)} ${JSON.stringify(changes)}`).toEqual(expected)
}

it('every change of all charts of up to four roles gives what a list of records gives', () => {
  for (const chart of smallCharts()) for (const change of SMALL_CHANGES) compare(chart, [change])
})

it('so do lists of two', () => {
  let lists = 0
  for (const { chart, change, seconds } of smallLists(EVERY)) {
    for (const second of seconds) compare(chart, [change, second.change])
    lists += seconds.length
  }
  if (IS_EXHAUSTIVE) console.log(`${lists.toLocaleString('en')} lists of two changes`)
  expect(lists).toBeGreaterThan(5_000)
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
