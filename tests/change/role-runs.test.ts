import { expect, it } from 'vitest'
import { RoleRuns } from '../../src/change/role-runs.js'
import { randomFrom } from './random-charts.js'

it('keeps the order that a list has after any removals and insertions', () => {
  const random = randomFrom(5)
  for (let round = 0; round < 60; round++) {
    const list = Array.from({ length: random(12) }, (_, node) => node)
    const runs = RoleRuns.upTo(list.length)
    const gone: number[] = []
    let next = list.length
    for (let step = 0; step < 40; step++) {
      if (random(2) === 0 && list.length > 0) {
        const [node] = list.splice(random(list.length), 1)
        runs.remove(node)
        gone.push(node)
      } else {
        const node = gone.length > 0 && random(2) === 0 ? gone.splice(random(gone.length), 1)[0] : next++
        const place = random(list.length + 1)
        runs.insert(node, list.at(place))
        list.splice(place, 0, node)
      }
      const places = runs.placed()
      expect([...runs]).toEqual(list)
      expect([...places.toArray(list.length)]).toEqual(list)
      for (const [handle, node] of list.entries()) {
        expect(places.nodeAt(handle)).toBe(node)
        expect(places.handleOf(node)).toBe(handle)
        expect(runs.after(node)).toBe(list.at(handle + 1))
      }
      for (const node of [...gone, next]) expect(places.handleOf(node)).toBe(-1)
    }
    expect([...RoleRuns.of(runs.placed())]).toEqual(list)
    // Nodes that follow each other are in one run.
    const breaks = list.filter((node, place) => place > 0 && list[place - 1] !== node - 1)
    expect(runs.size).toBe(list.length === 0 ? 0 : breaks.length + 1)
  }
})
