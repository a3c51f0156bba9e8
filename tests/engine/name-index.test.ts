import { describe, expect, it } from 'vitest'
import { foldName } from '../../src/engine/name-index.js'

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
