import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { didYouMean, nearestId } from '../../src/kernel/nearest-id.js'

const IDS = ['cpo', 'director', 'manager', 'analyst', 'coordinator', 'Zoë', 'project-manager']

describe('nearestId', () => {
  it.each([
    ['analist', 'analyst', 'one letter replaced'],
    ['analst', 'analyst', 'one letter missing'],
    ['analysts', 'analyst', 'one letter more'],
    ['anaylst', 'analyst', 'two letters swapped'],
    ['cop', 'cpo', 'a swap is one edit, the most that three letters may have'],
    ['amnagre', 'manager', 'two swaps'],
    ['tcoordintaor', 'coordinator', 'a swap and a letter more'],
    ['cordinatr', 'coordinator', 'two letters missing'],
    ['kordinatr', 'coordinator', 'three edits in nine letters'],
    ['cpu', 'cpo', 'one edit in three letters'],
    ['pxojxct-maxager', 'project-manager', 'three edits in fifteen letters'],
  ])('finds the misspelt one: %s', (id, nearest) => {
    expect(nearestId(id, IDS)).toBe(nearest)
  })

  it.each([
    ['anlst', 'two edits are too many for five letters'],
    ['ocp', 'a swap over three letters is more than one edit'],
    ['cordnatr', 'three edits are too many for eight letters'],
    ['xxcordinatr', 'four edits are too many for any'],
    ['pxojxct-maxagxr', 'four edits are too many, however long the id'],
    ['cp', 'nothing is near two letters'],
    ['', 'nothing is near an empty id'],
    ['unrelated', 'far from all'],
    ['a'.repeat(65), 'too long to compare'],
  ])('finds none: %s', (id) => {
    expect(nearestId(id, IDS)).toBeUndefined()
  })

  it.each([
    ['ANALYST', 'analyst', 'case'],
    ['  analyst\t', 'analyst', 'space around'],
    ['zoe', 'Zoë', 'accents'],
    ['ZOË', 'Zoë', 'case and accents'],
    ['     analyst     ', 'analyst', 'more space than edits are allowed'],
  ])('takes spellings that differ in case, space or accents for the same: %j', (id, nearest) => {
    expect(nearestId(id, IDS)).toBe(nearest)
  })

  it('treats a decomposed spelling as the same, even though it is much longer', () => {
    expect(nearestId('e\u0301'.repeat(5), ['ééééé'])).toBe('ééééé')
    expect(nearestId('ééééé', ['e\u0301'.repeat(5)])).toBe('e\u0301'.repeat(5))
  })

  it('prefers the same spelling to an earlier id with an edit', () => {
    expect(nearestId('Analyst', ['analysts', 'analyst'])).toBe('analyst')
  })

  it('prefers fewer edits, and among equals the first', () => {
    expect(nearestId('managers', ['manegers', 'managexx', 'managerz'])).toBe('manegers')
    expect(nearestId('manager', ['menegar', 'maneger', 'managir'])).toBe('maneger')
  })

  it.each([[undefined], [null], [7], [{}], [Symbol('manager')]])('has no suggestion for %s', (id) => {
    expect(nearestId(id, IDS)).toBeUndefined()
  })

  it('compares ids of up to 64 letters', () => {
    const [most, more] = ['b'.repeat(64), 'b'.repeat(65)]
    expect(nearestId('B'.repeat(64), [most])).toBe(most)
    expect(nearestId('B'.repeat(65), [more])).toBeUndefined()
    expect(nearestId('b'.repeat(63), [more, most])).toBe(most)
    expect(nearestId('b'.repeat(63), [more])).toBeUndefined()
  })

  it('compares at most 20,000 ids, so that a mistake stays cheap', () => {
    function* after(others: number): Generator<string> {
      for (let n = 0; n < others; n++) yield `unrelated-role-${String(n)}`
      yield 'manager'
    }
    expect(nearestId('maneger', after(19_999))).toBe('manager')
    expect(nearestId('maneger', after(20_000))).toBeUndefined()
  })

  it.each([undefined, null, 7, {}, [null], ['analyst', 7], new Map([['a', 'b']])])(
    'refuses the ids %o',
    (ids) => {
      expect(() => nearestId('analist', ids as Iterable<string>)).toThrow(
        expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
      )
    },
  )
})

describe('the number of edits', () => {
  const LETTERS = ['a', 'b', 'c']
  const words = (length: number): string[] =>
    length === 0 ? [''] : words(length - 1).flatMap((word) => LETTERS.map((letter) => word + letter))

  /** Every word that is one edit away, by the definition of an edit. */
  function neighbours(word: string): string[] {
    const list: string[] = []
    for (let at = 0; at <= word.length; at++) {
      const [before, after] = [word.slice(0, at), word.slice(at)]
      for (const letter of LETTERS) list.push(before + letter + after)
      if (after === '') continue
      list.push(before + after.slice(1), ...LETTERS.map((letter) => before + letter + after.slice(1)))
      if (after.length > 1) list.push(before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2))
    }
    return list
  }

  it('allows exactly the words that are one edit away, for every word of four letters', () => {
    const candidates = [...words(3), ...words(4), ...words(5)]
    for (const word of words(4)) {
      const near = new Set(neighbours(word))
      for (const candidate of candidates) {
        const expected = near.has(candidate) ? candidate : undefined
        if (nearestId(word, [candidate]) !== expected) {
          expect([word, candidate, nearestId(word, [candidate])]).toEqual([word, candidate, expected])
        }
      }
    }
  })
})

describe('the number of edits of longer ids', () => {
  /** By the whole table, without a limit. */
  function editsOf(a: string, b: string): number {
    const table = Array.from({ length: a.length + 1 }, (_, i) =>
      Array.from({ length: b.length + 1 }, (_, j) => i + j),
    )
    for (let i = 1; i <= a.length; i++) {
      for (let j = 1; j <= b.length; j++) {
        const replaced = table[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)
        table[i][j] = Math.min(replaced, table[i - 1][j] + 1, table[i][j - 1] + 1)
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1)
        }
      }
    }
    return table[a.length][b.length]
  }

  it('is that of the whole table', () => {
    const ids = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 16 })
    fc.assert(
      fc.property(ids, fc.array(ids, { minLength: 1, maxLength: 12 }), (id, candidates) => {
        const most = Math.min(3, Math.floor(id.length / 3))
        const edits = candidates.map((candidate) => editsOf(id, candidate))
        const least = Math.min(...edits)
        expect(nearestId(id, candidates)).toBe(
          id === '' && candidates.includes('')
            ? ''
            : least <= most
              ? candidates[edits.indexOf(least)]
              : undefined,
        )
      }),
      { numRuns: 3000 },
    )
  })

  it('is cheap where all ids begin alike and end alike', () => {
    const [begin, end] = ['ab'.repeat(14), 'cd'.repeat(14)]
    const ids = Array.from({ length: 20_000 }, (_, n) => `${begin}${String(n).padStart(5, '0')}${end}`)
    expect(nearestId(`${begin}00x07${end}`, ids)).toBe(`${begin}00007${end}`)
  })
})

describe('didYouMean', () => {
  it('is a clause, or nothing', () => {
    expect(didYouMean('analyst')).toBe("; did you mean 'analyst'?")
    expect(didYouMean('a\nb')).toBe(String.raw`; did you mean 'a\nb'?`)
    expect(didYouMean(undefined)).toBe('')
  })
})
