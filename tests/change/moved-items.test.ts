import { expect, it } from 'vitest'
import { itemsOfRunsToMove, itemsToMove, type PlacedRun } from '../../src/change/moved-items.js'
import { randomFrom } from './random-charts.js'

/** What stays of an order, item by item: the ends of sequences are overwritten by each item that ends one earlier. */
function naivelyToMove(places: readonly number[]): number[] {
  const ends: number[] = []
  const previous: (number | undefined)[] = []
  for (const [wanted, place] of places.entries()) {
    const longer = ends.findIndex((end) => places[end] > place)
    const length = longer === -1 ? ends.length : longer
    previous.push(length === 0 ? undefined : ends[length - 1])
    ends[length] = wanted
  }
  const kept = new Set<number>()
  for (let item = ends.at(-1); item !== undefined; item = previous[item]) kept.add(item)
  return [...places.keys()].reverse().filter((wanted) => !kept.has(wanted))
}

it.each([
  [[], []],
  [[0, 1, 2], []],
  [[1, 2, 3, 0], [3]],
  [[3, 0, 1, 2], [0]],
  [
    [2, 3, 0, 1],
    [1, 0],
  ],
  [
    [4, 5, 0, 1, 2, 3],
    [1, 0],
  ],
  [
    [5, 3, 1],
    [1, 0],
  ],
])('of an order %j the items %j move', (places, moved) => {
  expect(itemsToMove(places.length, (wanted) => places[wanted])).toEqual(moved)
})

it('runs of items move as the items one by one do, whatever the runs', () => {
  const random = randomFrom(6)
  for (let round = 0; round < 2000; round++) {
    const places = Array.from({ length: random(30) }, (_, place) => place + random(2) * 100)
    for (let cut = random(8); cut > 0; cut--) {
      const moved = places.splice(random(places.length), random(6))
      places.splice(random(places.length + 1), 0, ...moved)
    }
    const expected = naivelyToMove(places)
    expect(itemsToMove(places.length, (wanted) => places[wanted])).toEqual(expected)
    const runs: PlacedRun[] = []
    for (const [start, place] of places.entries()) {
      const last = runs.at(-1)
      const follows = last !== undefined && last.place + last.size === place && random(3) > 0
      if (follows) runs[runs.length - 1] = { ...last, size: last.size + 1 }
      else runs.push({ start, place, size: 1 })
    }
    expect(itemsOfRunsToMove(runs)).toEqual(expected)
  }
})
