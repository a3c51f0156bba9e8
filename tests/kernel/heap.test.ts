import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Heap } from '../../src/kernel/heap.js'

/** Costs to push, and between them `undefined` for a drop. */
const steps = fc.array(fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined, freq: 3 }), {
  maxLength: 200,
})

it('takes the least cost first, and equal costs in the order that it is given', () => {
  fc.assert(
    fc.property(steps, (costs) => {
      // Of equal costs the item that was pushed last.
      const heap = new Heap<number>((a, b) => a > b)
      let sorted: (readonly [item: number, cost: number])[] = []
      for (const [item, cost] of costs.entries()) {
        if (cost === undefined) {
          heap.drop()
          sorted.shift()
        } else {
          heap.push(item, cost)
          sorted = [...sorted, [item, cost] as const].sort((a, b) => a[1] - b[1] || b[0] - a[0])
        }
        expect([heap.first, heap.cost]).toEqual(sorted.at(0) ?? [undefined, Infinity])
      }
    }),
  )
})
