import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { latinLookOf } from '../../src/validate/confusables.js'
import {
  DIFFERENCES,
  type Difference,
  differencesAmong,
  lookAlikeGroups,
} from '../../src/validate/look-alike-groups.js'
import { CASE, FORM, INVISIBLE, LETTERS, foldFlagsOf, SPACE, ZEROS } from '../../src/validate/fold-flags.js'

const KINDS = Object.keys(DIFFERENCES) as Difference[]

/** The definition: every step is taken on every id, whether it needs it or not. */
function naiveKeys(id: string, except?: Difference): string[] {
  const folded = (text: string): string => {
    const spaced = except === 'space' ? text : text.replaceAll(/\s+/g, ' ').trim()
    const cased = except === 'case' ? spaced : spaced.toLowerCase()
    return except === 'zeros' ? cased : cased.replaceAll(/(?<!\d|\d[.,])0+(?=\d)/g, '')
  }
  const text = except === 'form' ? id : id.normalize('NFKC')
  const visible = except === 'space' ? text : text.replaceAll(/\p{Cf}/gu, '')
  return except === 'letters' ? [folded(visible)] : [folded(visible), folded(latinLookOf(visible))]
}

/** Ids that share a key are in one group, and so are those that share one with a third. */
function naiveGroups(ids: readonly string[], except?: Difference): number[][] {
  const keys = ids.map((id) => new Set(naiveKeys(id, except)))
  const groups: number[][] = []
  const grouped = new Set<number>()
  for (const first of ids.keys()) {
    if (grouped.has(first)) continue
    const group = new Set([first])
    for (const member of group) {
      for (const other of ids.keys())
        if ([...keys[member]].some((key) => keys[other].has(key))) group.add(other)
    }
    for (const member of group) grouped.add(member)
    if (group.size > 1) groups.push([...group].sort((a, b) => a - b))
  }
  return groups
}

function naiveDifferences(ids: readonly string[]): Difference[] {
  return KINDS.filter((kind) => naiveGroups(ids, kind)[0]?.length !== ids.length)
}

/** Units of text that are changed by one step or another, or that look as if they were. */
const pieces = fc.constantFrom(
  ...[
    'a',
    'A',
    'b',
    'H',
    '\u041d',
    '\u043d',
    '\u0430',
    '\u0410',
    '\u0435',
    '\u0131',
    '\u0130',
    '\u03a3',
    '\u03c3',
    '\u03c2',
    '\u00df',
  ],
  ...['0', '00', '7', '1', '.', ',', '.0', ',07', '-', '\u2013', '\u0661', '\uff10', '\uff17'],
  ...[' ', '  ', '\t', '\u00a0', '\u2003', '\u200b', '\u00ad', '\ufeff', '\u{e0041}'],
  ...[
    '\u0301',
    '\u0308',
    '\u0323',
    'u',
    'e\u0301',
    '\u00e9',
    '\u212b',
    '\u00c5',
    '\uff21',
    '\ufb01',
    'fi',
    '\u1100',
    '\u1161',
    '\uac00',
  ],
  ...[
    '\u{1d400}',
    '\u{10400}',
    '\u{10428}',
    '\u{1f600}',
    '\ud800',
    '\udc00',
    '\u0345',
    '\u1fb3',
    '\u00b5',
    '\u03bc',
  ],
)
const texts = fc.array(pieces, { maxLength: 5 }).map((parts) => parts.join(''))
/** What a text may be mistaken for. */
const DISGUISES: readonly ((text: string) => string)[] = [
  (text) => text.toLowerCase(),
  (text) => text.toUpperCase(),
  (text) => text.normalize('NFD'),
  (text) => text.normalize('NFKC'),
  (text) => ` ${text}`,
  (text) => text.replace(/\d/, '0$&'),
  (text) => text.replace('0', ''),
  latinLookOf,
]

const ids = fc
  .array(fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 4 })
  .chain((list) =>
    fc.subarray([...new Set(list.flatMap((text) => [text, ...DISGUISES.map((disguise) => disguise(text))]))]),
  )

describe('lookAlikeGroups', { timeout: 120_000 }, () => {
  it('finds the same groups as the definition', () => {
    fc.assert(
      fc.property(ids, (list) => {
        expect(lookAlikeGroups(list)).toEqual(naiveGroups(list))
      }),
      { numRuns: 3000 },
    )
  })

  it('finds the same groups with a kind of difference left out, and the same differences', () => {
    fc.assert(
      fc.property(ids, fc.constantFrom(...KINDS), (list, kind) => {
        expect(lookAlikeGroups(list, kind)).toEqual(naiveGroups(list, kind))
        for (const group of naiveGroups(list)) {
          const alike = group.map((position) => list[position])
          expect(differencesAmong(alike)).toEqual(naiveDifferences(alike))
        }
      }),
      { numRuns: 1500 },
    )
  })

  it('does not report a difference that another step removes as well', () => {
    // The em space is a blank after a change of form, and white space without one.
    expect(differencesAmong(['a\u2003b', 'a b'])).toEqual([])
  })

  it('keeps many texts apart', () => {
    const many = Array.from({ length: 150_000 }, (_, i) => `Role ${String(i * 7919)}`)
    expect(lookAlikeGroups(many)).toEqual([])
    const twice = [...many, ...many.map((id) => id.toLowerCase())]
    expect(lookAlikeGroups(twice)).toEqual(many.map((_, i) => [i, i + many.length]))
    expect(lookAlikeGroups([...many, ...many.map((id) => `${id} `)])).toEqual(
      many.map((_, i) => [i, i + many.length]),
    )
  })
})

/** Each step of the definition alone, and the bit that a text must have where the step changes it. */
const STEPS: readonly [bit: number, step: (text: string) => string][] = [
  [FORM, (text) => text.normalize('NFKC')],
  [INVISIBLE, (text) => text.replaceAll(/\p{Cf}/gu, '')],
  [SPACE, (text) => text.replaceAll(/\s+/g, ' ').trim()],
  [CASE, (text) => text.toLowerCase()],
  [LETTERS, latinLookOf],
  [ZEROS, (text) => text.replaceAll(/(?<!\d|\d[.,])0+(?=\d)/g, '')],
]

function missedNeeds(text: string): number[] {
  const needs = foldFlagsOf(text)
  return STEPS.filter(([bit, step]) => step(text) !== text && (needs & bit) === 0).map(([bit]) => bit)
}

describe('foldFlagsOf', { timeout: 120_000 }, () => {
  it('misses nothing that changes any unit of text, alone and among others', () => {
    const missed: string[] = []
    for (let unit = 0; unit < 0x10000; unit++) {
      const one = String.fromCharCode(unit)
      for (const text of [
        one,
        `a${one}`,
        `${one}a`,
        `a${one}b`,
        `0${one}0`,
        `07${one}`,
        `${one}07`,
        `${one}\u0301`,
      ]) {
        if (missedNeeds(text).length > 0) missed.push(text)
      }
    }
    expect(missed).toEqual([])
  })

  it('knows every code point that joins with the one before it', () => {
    const missed: string[] = []
    for (let point = 0; point <= 0x10ffff; point++) {
      if (point >= 0xd800 && point < 0xe000) continue
      const parts = Array.from(String.fromCodePoint(point).normalize('NFD'))
      for (const part of parts.slice(1)) if ((foldFlagsOf(part) & FORM) === 0) missed.push(part)
    }
    expect(missed).toEqual([])
  })

  it('misses nothing in longer texts', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 8 })), (text) => {
        expect(missedNeeds(text)).toEqual([])
      }),
      { numRuns: 5000 },
    )
  })

  it.each(['', 'analyst-20', 'a b', '100', 'анна', 'josé', '李'])(
    'finds that %j needs no change of form',
    (text) => {
      expect(foldFlagsOf(text) & ~LETTERS).toBe(0)
    },
  )
})
