import { describe, expect, it } from 'vitest'
import { bandBounds, bandText, numberTexts } from '../../src/html/client/number-bands.js'

const texts = (numbers: readonly number[]): string[] => {
  const bounds = bandBounds([...numbers].sort((a, b) => a - b))
  const isWhole = numbers.every(Number.isInteger)
  return [undefined, ...bounds].map((low, band) =>
    bandText(low, bounds[band] as number | undefined, Math.min(...numbers), isWhole),
  )
}
/** How many of some numbers are in each band. */
const sizes = (numbers: readonly number[]): number[] => {
  const bounds = [-Infinity, ...bandBounds([...numbers].sort((a, b) => a - b)), Infinity]
  return bounds
    .slice(1)
    .map((high, band) => numbers.filter((each) => each >= bounds[band] && each < high).length)
}

describe('bands of numbers', () => {
  it('have about the same number of values each, and round bounds', () => {
    const evenly = Array.from({ length: 600 }, (_, place) => place)
    expect(texts(evenly)).toEqual(['under 100', '100–199', '200–299', '300–399', '400–499', '500 or more'])
    expect(sizes(evenly)).toEqual([100, 100, 100, 100, 100, 100])
    const salaries = Array.from({ length: 300 }, (_, place) => 20_013 + place * 200)
    expect(texts(salaries)).toEqual([
      'under 30,000',
      '30,000–39,999',
      '40,000–49,999',
      '50,000–59,999',
      '60,000–69,999',
      '70,000 or more',
    ])
  })

  it('keep a value that most have apart', () => {
    const spans = [
      ...new Array<number>(900).fill(0),
      ...Array.from({ length: 100 }, (_, place) => 1 + (place % 20)),
    ]
    expect(texts(spans)[0]).toBe('0')
    expect(sizes(spans)[0]).toBe(900)
    expect(sizes(spans).length).toBe(6)
  })

  it('are divided by their values where most values are equal', () => {
    const skewed = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ...new Array<number>(900).fill(11)]
    expect(sizes(skewed).length).toBeGreaterThanOrEqual(5)
  })

  it('say the bounds of numbers with decimals', () => {
    expect(bandText(undefined, 0.5, 0.1, false)).toBe('under 0.5')
    expect(bandText(0.5, 0.75, 0.1, false)).toBe('0.5 to under 0.75')
    expect(bandText(0.75, undefined, 0.1, false)).toBe('0.75 or more')
    expect(bandText(3, 4, 1, true)).toBe('3')
    expect(bandText(2.5, 5, 1, true)).toBe('3–4')
  })

  it('have bounds with all their digits, so that no two are the same', () => {
    const evenly = (first: number, step: number): number[] =>
      Array.from({ length: 60 }, (_, place) => first + place * step)
    expect(texts(evenly(0, 1e-8))).toEqual([
      'under 0.0000001',
      '0.0000001 to under 0.0000002',
      '0.0000002 to under 0.0000003',
      '0.0000003 to under 0.0000004',
      '0.0000004 to under 0.0000005',
      '0.0000005 or more',
    ])
    expect(texts(evenly(1, 1e-9))[1]).toBe('1.00000001 to under 1.00000002')
    expect(bandText(1.5e-6, 1e-30, 0, false)).toBe('0.0000015 to under 1e-30')
    for (const numbers of [
      evenly(1, 2 ** -50),
      evenly(-1e-12, 1e-14),
      evenly(0, 1e-300),
      evenly(1e15, 0.25),
    ]) {
      const found = texts(numbers)
      expect(new Set(found).size).toBe(found.length)
      expect(found.length).toBeGreaterThanOrEqual(5)
    }
  })

  it('are not needed for few numbers, each of which has a text of its own', () => {
    expect(numberTexts([0, 0.1 + 0.2, 1234.5])).toEqual(['0', '0.3', '1,234.5'])
    expect(numberTexts([0, 1e-7, 2e-7])).toEqual(['0', '0.0000001', '0.0000002'])
    expect(numberTexts([-4e-8, 1e-30, 3e-7])).toEqual(['-0.00000004', '1e-30', '0.0000003'])
    expect(numberTexts([1, 1 + 1e-9, 2])).toEqual(['1', '1.000000001', '2'])
  })

  it('are five or six, in order, and hold every number, for any numbers', () => {
    let seed = 1
    const random = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
    for (let round = 0; round < 300; round++) {
      const scale = 10 ** Math.floor(random() * 12 - 5)
      const power = 1 + 5 * random()
      const shift = random() < 0.3 ? -scale / 2 : 0
      const numbers = Array.from({ length: 11 + Math.floor(random() * 400) }, () => {
        const number = shift + scale * random() ** power
        return round % 2 === 0 ? Math.round(number) : number
      })
      if (new Set(numbers).size <= 10) continue
      const bounds = bandBounds(numbers.toSorted((a, b) => a - b))
      expect(bounds.length + 1).toBeGreaterThanOrEqual(5)
      expect(bounds.length + 1).toBeLessThanOrEqual(6)
      expect(bounds.toSorted((a, b) => a - b)).toEqual(bounds)
      const all = sizes(numbers)
      expect(all.reduce((sum, size) => sum + size, 0)).toBe(numbers.length)
      expect(Math.min(...all)).toBeGreaterThan(0)
    }
  })
})
