/**
 * Letters and signs that look like a Latin letter or an ASCII sign in most fonts, limited to those that get into ids from
 * foreign keyboards and word processors. Unicode's list of confusables (UTS #39) has the same purpose and is far longer.
 * Each line consists of pairs: a character, and what it looks like. Digits and letters of the same alphabet (0 and O, 1
 * and l) are left out: codes such as `A0` and `AO` use both on purpose.
 */
const PAIRS = [
  // Cyrillic.
  'аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw ѵv',
  'АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ЅS ԚQ ԜW ѴV ӀI',
  // Greek.
  'αa γy ιi νv οo ρp υu ϲc ϳj',
  'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX',
  // Latin letters that are not on usual keyboards.
  'ıi ɑa ɡg',
  // Hyphens, dashes, minus, apostrophes and quotation marks.
  "‐- ‑- ‒- –- —- −- ‘' ’' ʼ' “\" ”\"",
]

/** What each character looks like. */
const CONFUSABLES: ReadonlyMap<string, string> = /* @__PURE__ */ readPairs()

const ANY = /* @__PURE__ */ anyOf(CONFUSABLES)

function readPairs(): ReadonlyMap<string, string> {
  return new Map(PAIRS.flatMap((line) => line.split(' ').map((pair): [string, string] => [pair[0], pair[1]])))
}

function anyOf(characters: ReadonlyMap<string, string>): RegExp {
  return new RegExp(`[${[...characters.keys()].join('')}]`, 'gu')
}

/** Replaces each confusable character with what it looks like. */
export function latinLookOf(text: string): string {
  return text.replace(ANY, (character) => CONFUSABLES.get(character) ?? character)
}

/** The code points of the confusable characters in a text, each once, in order: `U+0430`. */
export function confusablesIn(text: string): string[] {
  return [...new Set(text.match(ANY))].map((character) => {
    return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  })
}
