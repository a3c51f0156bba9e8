import { describe, expect, it } from 'vitest'
import { didYouMean, nearestId } from '../../src/model/nearest-id.js'

const IDS = ['cpo', 'director', 'manager', 'analyst', 'coordinator', 'Zoë', 'project-manager']

describe('nearestId', () => {
  it.each([
    ['analist', 'analyst', 'one letter replaced'],
    ['analst', 'analyst', 'one letter missing'],
    ['analysts', 'analyst', 'one letter more'],
    ['anaylst', 'analyst', 'two letters swapped are two edits'],
    ['cordinatr', 'coordinator', 'two letters missing'],
    ['kordinatr', 'coordinator', 'three edits in nine letters'],
    ['cpu', 'cpo', 'one edit in three letters'],
  ])('finds the misspelt one: %s', (id, nearest) => {
    expect(nearestId(id, IDS)).toBe(nearest)
  })

  it.each([
    ['anlst', 'two edits are too many for five letters'],
    ['cordnatr', 'three edits are too many for eight letters'],
    ['xxcordinatr', 'four edits are too many for any'],
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

  it('takes a decomposed spelling for the same, though it is much longer', () => {
    expect(nearestId('e\u0301'.repeat(5), ['ééééé'])).toBe('ééééé')
    expect(nearestId('ééééé', ['e\u0301'.repeat(5)])).toBe('e\u0301'.repeat(5))
  })

  it('prefers the same spelling to an edit that stands earlier', () => {
    expect(nearestId('Analyst', ['analysts', 'analyst'])).toBe('analyst')
  })

  it('prefers fewer edits, and among equals the first', () => {
    expect(nearestId('managers', ['manegers', 'managexx', 'managerz'])).toBe('manegers')
    expect(nearestId('manager', ['menegar', 'maneger', 'managir'])).toBe('maneger')
  })

  it.each([[undefined], [null], [7], [{}], [Symbol('manager')]])('has no suggestion for %s', (id) => {
    expect(nearestId(id, IDS)).toBeUndefined()
  })

  it('skips ids that are too long to be meant', () => {
    expect(nearestId('b', ['b'.repeat(65)])).toBeUndefined()
  })

  it('compares at most 20,000 ids, so that a mistake stays cheap', () => {
    function* after(others: number): Generator<string> {
      for (let n = 0; n < others; n++) yield `unrelated-role-${String(n)}`
      yield 'manager'
    }
    expect(nearestId('maneger', after(19_999))).toBe('manager')
    expect(nearestId('maneger', after(20_000))).toBeUndefined()
  })
})

describe('didYouMean', () => {
  it('is a clause, or nothing', () => {
    expect(didYouMean('analyst')).toBe("; did you mean 'analyst'?")
    expect(didYouMean('a\nb')).toBe(String.raw`; did you mean 'a\nb'?`)
    expect(didYouMean(undefined)).toBe('')
  })
})
