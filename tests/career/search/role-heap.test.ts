import fc from 'fast-check'
import { expect, it } from 'vitest'
import { RoleHeap } from '../../../src/career/search/role-heap.js'

it('takes the least cost first, also after it was cleared', () => {
  const heap = new RoleHeap()
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 })), fc.nat(20), (costs, dropped) => {
      heap.clear()
      expect([heap.size, heap.cost]).toEqual([0, Infinity])
      for (const [role, cost] of costs.entries()) heap.push(role, cost)
      const taken: number[] = []
      const left = Math.max(0, costs.length - dropped)
      while (heap.size > left) {
        expect(costs[heap.role]).toBe(heap.cost)
        taken.push(heap.cost)
        heap.drop()
      }
      expect(taken).toEqual(costs.toSorted((a, b) => a - b).slice(0, costs.length - left))
      const places = Array.from({ length: heap.size }, (_, place) => place)
      expect(places.map((place) => heap.costAt(place))).toEqual(
        places.map((place) => costs[heap.roleAt(place)]),
      )
    }),
  )
})
