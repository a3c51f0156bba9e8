import { addToList, isOneTypo } from '../internal.js'
import type { Frame } from './match.js'
import type { Vocabulary } from './pattern-words.js'
import { ENDINGS, FILLERS, OPENINGS } from './vocabulary.js'
import type { Word } from './words.js'

/** Words that differ from a word of a pattern by one letter and mean something else. */
const NOT_TYPOS = new Set([
  'became',
  'managed',
  'leaver',
  'leavers',
  'leaves',
  'bowers',
  'retort',
  'retorts',
  'posting',
])
/** A shorter word is not taken for a typo. */
const LEAST_LETTERS = 6

/** Where a question may begin and end among the words around it. */
export function frameOf(words: readonly Word[], vocabulary: Vocabulary): Frame {
  const meant = new Map<Word, ReadonlySet<string>>()
  for (const word of words) if (!word.quoted) meant.set(word, typosOf(word.form, vocabulary))
  return {
    starts: edges(words, OPENINGS, 0, 1),
    ends: edges(words, ENDINGS, words.length, -1),
    isFiller: ({ form, quoted }) => !quoted && FILLERS.has(form),
    meant: (word) => meant.get(word),
  }
}

/** The places that phrases lead to from an end of the text, in steps of a direction. */
function edges(
  words: readonly Word[],
  phrases: readonly (readonly string[])[],
  from: number,
  step: 1 | -1,
): ReadonlySet<number> {
  const reached = new Set([from])
  for (const place of reached) {
    for (const phrase of phrases) {
      const first = step === 1 ? place : place - phrase.length
      const fits = first >= 0 && phrase.every((form, at) => isWord(words.at(first + at), form))
      if (fits) reached.add(place + step * phrase.length)
    }
  }
  return reached
}

function typosOf(form: string, vocabulary: Vocabulary): ReadonlySet<string> {
  const found = new Set<string>()
  if (form.length < LEAST_LETTERS || vocabulary.has(form) || NOT_TYPOS.has(form)) return found
  const upper = form.toUpperCase()
  // Another ending is another form of the word: "managed" is not "manages".
  for (const word of longWordsOf(vocabulary).get(form.slice(-2)) ?? [])
    if (isOneTypo(upper, word.toUpperCase())) found.add(word)
  return found
}

const longWords = new WeakMap<Vocabulary, ReadonlyMap<string, readonly string[]>>()

/** The words of a vocabulary that may be misspelt, by their endings. */
function longWordsOf(vocabulary: Vocabulary): ReadonlyMap<string, readonly string[]> {
  const known = longWords.get(vocabulary)
  if (known !== undefined) return known
  const made = new Map<string, string[]>()
  for (const word of vocabulary.all) if (word.length >= LEAST_LETTERS) addToList(made, word.slice(-2), word)
  longWords.set(vocabulary, made)
  return made
}

function isWord(word: Word | undefined, form: string): boolean {
  return word?.form === form && !word.quoted
}
