import { describe, expect, it } from 'vitest'
import { VisitMarks } from '../../src/engine/visit-marks.js'

describe('VisitMarks', () => {
  it('marks once per walk', () => {
    const marks = new VisitMarks(3)
    marks.begin()
    expect([marks.has(1), marks.mark(1), marks.has(1), marks.mark(1)]).toEqual([false, true, true, false])
    expect([marks.has(0), marks.has(2)]).toEqual([false, false])
  })

  it('forgets the marks when a walk begins', () => {
    const marks = new VisitMarks(2)
    marks.begin()
    marks.mark(0)
    marks.begin()
    expect(marks.has(0)).toBe(false)
    expect(marks.mark(0)).toBe(true)
    expect(marks.has(1)).toBe(false)
  })

  it('does not confuse a walk with an earlier one when the numbers start again', () => {
    const marks = new VisitMarks(4, 3)
    // Role 0 is marked in the first walk only, role 1 in the second only, and so on round the wrap.
    for (let walk = 0; walk < 20; walk++) {
      marks.begin()
      expect([0, 1, 2, 3].map((handle) => marks.has(handle))).toEqual([false, false, false, false])
      expect(marks.mark(walk % 4)).toBe(true)
      expect(marks.mark(walk % 4)).toBe(false)
    }
  })

  it('has room for an empty chart', () => {
    const marks = new VisitMarks(0)
    marks.begin()
    expect(marks.has(0)).toBe(false)
  })
})
