import { describe, expect, it } from 'vitest'
import { shownValue } from '../../src/html/client/field-values.js'

describe('a value of a field', () => {
  it.each([
    [1234567.5, '1,234,567.5'],
    [0.1 + 0.2, '0.3'],
    [1 / 3, '0.333333'],
    [0, '0'],
    [1e-7, '0.0000001'],
    [-4e-8, '-0.00000004'],
    // Smaller than the digits that every browser writes.
    [1e-30, '1e-30'],
    ['site', 'site'],
    [['a', 'b'], 'a, b'],
  ])('%o is shown as %s', (value, text) => {
    expect(shownValue(value)).toBe(text)
  })
})
