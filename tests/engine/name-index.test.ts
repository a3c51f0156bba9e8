import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldName, LetterFolds } from '../../src/engine/name-index.js'

describe('foldName', () => {
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
  ])('looks past %s', (_what, one, other) => {
    expect(foldName(one)).toBe(foldName(other))
  })

  it.each([
    ['7', '007'],
    ['PM O', 'PMO'],
    ['PMO', 'PMOs'],
    ['Lead-Analyst', 'Lead Analyst'],
    ['__proto__', 'proto'],
    ['b', '\u03b2'],
  ])('keeps %j and %j apart', (one, other) => {
    expect(foldName(one)).not.toBe(foldName(other))
  })

  it('is stable after one pass, for every character of an alphabet in any normal form', () => {
    const astray: string[] = []
    for (let code = 0; code <= 0x1ffff; code++) {
      const character = String.fromCodePoint(code)
      if (/[\p{Cs}\p{Co}\p{Cn}\p{Script=Han}\p{Script=Hangul}]/u.test(character)) continue
      const folded = foldName(character)
      const others = [
        folded,
        character.toLowerCase(),
        character.normalize('NFC'),
        character.normalize('NFKC'),
      ]
      if (others.some((other) => foldName(other) !== folded)) astray.push(character)
    }
    expect(astray).toEqual([])
  })

  it('keeps an unpaired surrogate', () => {
    expect(foldName('a\ud800')).toBe('A\ud800')
  })
})

/** Texts in which letters, marks and white space that fold in some way are frequent. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(...Array.from('aAbBzZ09 \t\n_@[`{')),
      fc.constantFrom(
        '\u00a0',
        '\u2003',
        '\u3000',
        '\u1680',
        '\ufeff',
        '\u2028',
        '\u0301',
        '\u0323',
        '\u00b4',
        '\u00a8',
      ),
      fc.constantFrom(
        'ä',
        'ß',
        'Σ',
        'σ',
        'ς',
        'İ',
        'ı',
        'ŉ',
        'ǰ',
        'ﬃ',
        '㎒',
        'ᴬ',
        'Ａ',
        'ｱ',
        '한',
        '\u1112',
        '\u1161',
        '\u11ab',
      ),
      fc.constantFrom('\ud800', '\udc00', '𝐀', '𐐀', '𐐨', '\u{1d165}', '\u{1f600}'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

/** The folded name, from its units. */
function unitsOf(folds: LetterFolds, name: string): string {
  const units: number[] = []
  folds.eachUnit(name, (unit) => units.push(unit) > 0)
  return String.fromCharCode(...units)
}

describe('LetterFolds', () => {
  it('reads a name as it is folded', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(unitsOf(new LetterFolds(), text)).toBe(foldName(text))
      }),
      { numRuns: 2_000 },
    )
  })

  it('reads every character as it is folded, alone and between others', () => {
    const folds = new LetterFolds()
    const astray: string[] = []
    for (let code = 0; code <= 0x1ffff; code++) {
      const character = String.fromCodePoint(code)
      for (const name of [character, `a${character}Σ b`]) {
        if (unitsOf(folds, name) !== foldName(name)) astray.push(name)
      }
    }
    expect(astray).toEqual([])
  })

  it('stops where a unit is refused', () => {
    const taken: number[] = []
    expect(new LetterFolds().eachUnit('abc', (unit) => taken.push(unit) < 2)).toBe(false)
    expect(taken).toEqual([0x41, 0x42])
  })

  it('tells names apart by their hashes', () => {
    const folds = new LetterFolds()
    const names = Array.from({ length: 2_000 }, (_, number) => `Role ${String(number)}`)
    expect(new Set(names.map((name) => folds.hashOf(name))).size).toBe(2_000)
    expect(folds.hashOf(' pro\u0301jekt\u3000A')).toBe(folds.hashOf('PROJEKT a'))
  })
})
