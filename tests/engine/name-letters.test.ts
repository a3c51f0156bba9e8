import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  eachWord,
  foldedName,
  lettersHash,
  lettersOf,
  nameTest,
  readingsOf,
  readableName,
} from '../../src/engine/name-letters.js'

const lettersIn = (name: string): string => lettersOf(foldedName(name, new Map()))

const wordsIn = (name: string): string[] => {
  const words: string[] = []
  eachWord(readableName(name, new Map()), (text, from, to) => words.push(text.slice(from, to).toUpperCase()))
  return words
}

/** The same by the whole text at once: each letter folds to the same whatever is next to it. */
function naiveLetters(name: string): string {
  const folded = name.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase()
  return folded.replace(/[\p{P}\p{S}\p{Z}\p{Cc}\p{Cf}]/gu, '')
}

describe('the letters of a name', () => {
  it.each([
    ['case', 'PMO Analyst', 'pmo aNALYST'],
    ['white space', '  PMO \t\n Analyst\u00a0', 'PMO Analyst'],
    ['composed and decomposed accents', 'Chargé', 'Charge\u0301'],
    ['accents', 'Åse Nuñez', 'ase nunez'],
    ['stacked accents in any order', 'a\u0301\u0323', 'a\u0323\u0301'],
    ['full width', '\uff30\uff2d\uff2f', 'pmo'],
    ['half width', '\uff71\uff72', '\u30a2\u30a4'],
    ['ligatures', 'O\ufb03ce', 'office'],
    ['a sign for several letters', '\u3392', 'mhz'],
    ['superscript capitals', '\u1d2c', 'a'],
    ['a dotted capital I', '\u0130stanbul', 'istanbul'],
    ['sharp s', 'Großprojekt', 'GROSSPROJEKT'],
    ['a sigma at the end', 'ΟΔΟΣ', 'οδος'],
    ['Hangul syllables', '\ud55c', '\u1112\u1161\u11ab'],
    ['apostrophes', 'O\u2019Brien', "o'brien"],
    ['hyphens', 'Co-ordinator', 'co\u2010ordinator'],
    ['a soft hyphen', 'Co\u00adordinator', 'coordinator'],
    ['full stops', 'P.M.O.', 'pmo'],
    ['spaces', 'Vice-President', 'vice president'],
  ])('are the same past %s', (_what, one, other) => {
    expect(lettersIn(one)).toBe(lettersIn(other))
    expect(nameTest(one)(other)).toBe(true)
    expect(nameTest(other)(one)).toBe(true)
  })

  it.each([
    ['7', '007'],
    ['PMO', 'PMOs'],
    ['PMOs', 'PMO'],
    ['b', '\u03b2'],
    ['', 'a'],
    ['-', '\u2014'],
  ])('of %j and %j differ', (one, other) => {
    expect(nameTest(one)(other)).toBe(false)
    expect(nameTest(other)(one)).toBe(false)
  })

  it('are those of the whole text, for every character alone and between others', () => {
    const astray: string[] = []
    const folds = new Map<number, string>()
    for (let code = 0; code <= 0x1ffff; code++) {
      const character = String.fromCodePoint(code)
      for (const name of [character, `a${character}Σ b`]) {
        if (lettersOf(foldedName(name, folds)) !== naiveLetters(name)) astray.push(name)
      }
    }
    expect(astray).toEqual([])
  })

  it('tell names apart by their hashes', () => {
    const folds = new Map<number, string>()
    const names = Array.from({ length: 2_000 }, (_, number) => `Role ${String(number)}`)
    expect(new Set(names.map((name) => lettersHash(name, folds))).size).toBe(2_000)
    expect(lettersHash(' pro\u0301jekt\u3000A-', folds)).toBe(lettersHash('PROJEKT a', folds))
  })
})

describe('the words of a name', () => {
  it.each([
    ['Project  Manager', ['PROJECT', 'MANAGER']],
    ['Co-ordinator (North), A/B', ['COORDINATOR', 'CO', 'ORDINATOR', 'NORTH', 'AB', 'A', 'B']],
    ["O'Brien", ['OBRIEN', 'O', 'BRIEN']],
    ['head_of_pmo', ['HEADOFPMO', 'HEAD', 'OF', 'PMO']],
    [' - \u2014 \u{1f600} ', []],
    ['', []],
  ])('of %j are %j', (name, words) => {
    expect(wordsIn(name)).toEqual(words)
  })

  it.each([
    ['project manager', [['PROJECT', 'MANAGER']]],
    ['a A b', [['A', 'B']]],
    [
      'co-ordinator north.',
      [
        ['COORDINATOR', 'NORTH'],
        ['CO', 'ORDINATOR', 'NORTH'],
      ],
    ],
    ['-', []],
  ])('that %j asks for are %j', (text, readings) => {
    expect(readingsOf(foldedName(text, new Map()))).toEqual(readings)
  })

  it('are counted between spaces', () => {
    expect(eachWord('Co-ordinator  - North', () => undefined)).toBe(2)
  })

  it('have the letters of the name', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'B', '-', ' ', 'é', '’', '\t', 'ß')), (parts) => {
        const name = parts.join('')
        const whole = readingsOf(foldedName(name, new Map()))
        for (const reading of whole)
          expect([...new Set(reading.join(''))].sort()).toEqual([...new Set(lettersIn(name))].sort())
      }),
    )
  })
})
