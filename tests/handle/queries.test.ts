import { type Org, orgFromRecords } from 'rolegraph'
import {
  directReportsOf,
  handleOf,
  idOf,
  isAbove,
  layerOf,
  lowestCommonManagerOf,
  managementChainOf,
  managerOf,
  NO_HANDLE,
  organizationSizeOf,
  roleCountOf,
  rollUp,
  spanOfControlOf,
  transitiveReportsOf,
} from 'rolegraph/handles'
import { describe, expect, it } from 'vitest'
import { office, tangle } from '../support/office.js'

/*
 * The office by handles: 0 ceo, 1 sponsor, 2 director, 3 planner, 4 manager, 5 analyst, 6 coordinator, 7 chair,
 * 8 auditor, 9 adviser. The tangle: 0 a → 1 b → 2 c → 0 a, 3 d → 2, 4 e → 3, 5 f → 5, 6 g → 5, 7 h → 1, 8 x ⇄ 9 y, 10 top,
 * 11 t → 10.
 */
describe('handles', () => {
  it('are the rows of the input', () => {
    expect(['ceo', 'planner', 'adviser'].map((id) => handleOf(office as Org, id))).toEqual([0, 3, 9])
    expect([0, 3, 9].map((handle) => idOf(office, handle))).toEqual(['ceo', 'planner', 'adviser'])
    expect(roleCountOf(office)).toBe(10)
  })

  it('are those of the head for a unit', () => {
    expect(handleOf(office, 'pmo')).toBe(2)
    expect(handleOf(office, 'lab')).toBe(5)
  })

  it('treat minus zero as zero', () => {
    expect(idOf(office, -0)).toBe('ceo')
  })

  it('are -1 for none', () => {
    expect(NO_HANDLE).toBe(-1)
  })
})

describe('queries of one role', () => {
  it.each([
    // handle, manager, layer, span, size, chain
    [0, -1, 1, 2, 7, []],
    [2, 0, 2, 2, 5, [0]],
    [5, 4, 4, 0, 1, [4, 2, 0]],
    [8, 7, 2, 0, 1, [7]],
    [9, -1, 1, 0, 1, []],
  ])('of %i in the office', (handle, manager, layer, span, size, chain) => {
    expect(managerOf(office, handle)).toBe(manager)
    expect(layerOf(office, handle)).toBe(layer)
    expect(spanOfControlOf(office, handle)).toBe(span)
    expect(organizationSizeOf(office, handle)).toBe(size)
    expect(managementChainOf(office, handle)).toEqual(chain)
  })

  it.each([
    [0, 1, 0, 1, 6, [1, 2]],
    [3, 2, 0, 1, 2, [2, 0, 1]],
    // Reports to itself, which makes neither a manager nor a report.
    [5, -1, 0, 1, 2, []],
    [6, 5, 0, 0, 1, [5]],
    [11, 10, 2, 0, 1, [10]],
  ])('of %i in a broken chart', (handle, manager, layer, span, size, chain) => {
    expect(managerOf(tangle, handle)).toBe(manager)
    expect(layerOf(tangle, handle)).toBe(layer)
    expect(spanOfControlOf(tangle, handle)).toBe(span)
    expect(organizationSizeOf(tangle, handle)).toBe(size)
    expect(managementChainOf(tangle, handle)).toEqual(chain)
  })

  it('follows dotted lines when asked to', () => {
    expect(spanOfControlOf(office, 2, { lines: 'dotted' })).toBe(3)
    expect(organizationSizeOf(office, 2, { lines: 'all' })).toBe(6)
    expect(managementChainOf(office, 5, { lines: 'dotted' })).toEqual([2, 1])
    expect([...directReportsOf(office, 2, { lines: 'all' })]).toEqual([3, 4, 5, 8])
    expect([...transitiveReportsOf(office, 1, { lines: 'all' })]).toEqual([4, 5, 6])
  })

  it('gives a fresh array', () => {
    managementChainOf(office, 5).length = 0
    expect(managementChainOf(office, 5)).toEqual([4, 2, 0])
  })
})

describe('isAbove', () => {
  it.each([
    [0, 5, true],
    [2, 5, true],
    [5, 2, false],
    [5, 5, false],
    [1, 5, false],
    [0, 8, false],
    [3, 4, false],
  ])('of %i and %i: %s', (upper, lower, above) => {
    expect(isAbove(office, upper, lower)).toBe(above)
  })

  it.each([
    [0, 1, true],
    [1, 0, true],
    [0, 0, false],
    [0, 4, true],
    [4, 0, false],
    [5, 6, true],
    [10, 0, false],
    [0, 11, false],
  ])('in a broken chart, of %i and %i: %s', (upper, lower, above) => {
    expect(isAbove(tangle, upper, lower)).toBe(above)
  })

  it('follows dotted lines when asked to', () => {
    expect(isAbove(office, 1, 5, { lines: 'all' })).toBe(true)
    expect(isAbove(office, 0, 5, { lines: 'dotted' })).toBe(false)
  })
})

describe('lowestCommonManagerOf', () => {
  it.each([
    [[5, 6], 4],
    [[3, 5], 2],
    [[2, 5], 0],
    [[5, 5], 4],
    [[5, 6, 3, 1], 0],
    [[0, 5], -1],
    [[5, 8], -1],
  ])('of %j is %i', (handles, manager) => {
    expect(lowestCommonManagerOf(office, handles)).toBe(manager)
    expect(lowestCommonManagerOf(office, Int32Array.from(handles))).toBe(manager)
  })

  it.each([
    [[3, 7], 2],
    [[7, 3], 1],
    [[8, 9], -1],
    [[6, 6], 5],
    [[11, 11], 10],
  ])('in a broken chart, of %j is %i', (handles, manager) => {
    expect(lowestCommonManagerOf(tangle, handles)).toBe(manager)
  })
})

describe.each([
  ['directReportsOf', directReportsOf, [1, 2], [1], [6]],
  ['transitiveReportsOf', transitiveReportsOf, [1, 2, 3, 4, 5, 6], [2, 0, 3, 4, 7], [6]],
] as const)('%s', (_name, query, ofCeo, _ofB, ofF) => {
  it('gives a list with a length, places and an order', () => {
    const reports = query(office, 0)
    expect([...reports]).toEqual(ofCeo)
    // Again, and two iterations at once.
    expect(Array.from(reports, (report) => [report, [...reports].length])).toEqual(
      ofCeo.map((report) => [report, ofCeo.length]),
    )
    expect(reports).toHaveLength(ofCeo.length)
    expect(reports.at(0)).toBe(1)
    expect(reports.at(ofCeo.length - 1)).toBe(ofCeo.at(-1))
    expect(reports.at(-1)).toBe(ofCeo.at(-1))
    expect(reports.at(-ofCeo.length)).toBe(1)
    expect([...reports.toInt32Array()]).toEqual(ofCeo)
  })

  it('gives nothing beyond its ends', () => {
    const reports = query(office, 2)
    const places: readonly unknown[] = [
      reports.length,
      -reports.length - 1,
      0.5,
      NaN,
      Infinity,
      '0',
      0n,
      null,
    ]
    for (const place of places) expect(reports.at(place as number)).toBeUndefined()
  })

  it('is empty for a role without reports', () => {
    expect([...query(office, 5)]).toEqual([])
    expect(query(office, 5)).toHaveLength(0)
    expect(query(office, 5).at(0)).toBeUndefined()
    expect(query(office, 5).toInt32Array()).toHaveLength(0)
  })

  it('leaves out a role that reports to itself', () => {
    expect([...query(tangle, 5)]).toEqual(ofF)
  })

  it('returns nothing by which the org could be changed', () => {
    const reports = query(office, 0)
    const copy = reports.toInt32Array()
    copy.fill(9)
    new Int32Array(copy.buffer).fill(9)
    expect(() => Object.assign(reports, { length: 1 })).toThrow(TypeError)
    expect(Reflect.ownKeys(reports)).toEqual([])
    expect(Object.entries(reports[Symbol.iterator]())).toEqual([])
    const result = reports[Symbol.iterator]().next()
    result.value = 9
    expect([...reports]).toEqual(ofCeo)
    expect([...query(office, 0)]).toEqual(ofCeo)
  })

  it('gives iterators that are iterable and stay at their end', () => {
    const iterator = query(office, 4)[Symbol.iterator]()
    expect(iterator.next()).toEqual({ done: false, value: 5 })
    expect([...iterator]).toEqual([6])
    expect(iterator.next()).toEqual({ done: true, value: undefined })
  })
})

describe('transitiveReportsOf', () => {
  it('lists each role of a cycle once', () => {
    expect([...transitiveReportsOf(tangle, 1)]).toEqual([0, 2, 3, 4, 7])
  })

  it('is lazy: a look at the first of 200,000 copies nothing', () => {
    const count = 200_000
    const records = Array.from({ length: count }, (_, role) => ({
      id: `r${role}`,
      manager: role === 0 ? null : 'r0',
    }))
    const org = orgFromRecords(records, { id: 'id', manager: 'manager' })
    // Would take minutes, and all memory, if each look copied.
    let sum = 0
    for (let round = 0; round < count; round++) sum += transitiveReportsOf(org, 0).at(0) ?? NaN
    expect(sum).toBe(count)
    expect(directReportsOf(org, 0)).toHaveLength(count - 1)
  })
})

describe('rollUp', () => {
  it('sums everyone below, at handles', () => {
    const figures = Float64Array.from({ length: 10 }, (_, role) => 2 ** role)
    expect([...rollUp(office, figures)]).toEqual([127, 2, 124, 8, 112, 32, 64, 384, 256, 512])
  })

  it('gives one sum to everyone in a cycle', () => {
    const figures = Float64Array.from({ length: 12 }, (_, role) => 2 ** role)
    const cycle = 1 + 2 + 4 + 8 + 16 + 128
    expect([...rollUp(tangle, figures)]).toEqual([
      cycle,
      cycle,
      cycle,
      24,
      16,
      96,
      64,
      128,
      768,
      768,
      3072,
      2048,
    ])
  })

  it('leaves its input unchanged, and gives a fresh array', () => {
    const figures = new Float64Array(10).fill(1)
    const sums = rollUp(office, figures)
    expect([...figures]).toEqual(Array.from({ length: 10 }, () => 1))
    sums.fill(0)
    expect(rollUp(office, figures)[0]).toBe(7)
  })
})
