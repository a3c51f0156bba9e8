import { Late } from '../internal.js'
import { phraseOf, pieces } from './pattern-text.js'
import { PHRASES } from './vocabulary.js'

/** The words of questions. */
export interface Vocabulary {
  readonly has: (word: string) => boolean
  readonly all: ReadonlySet<string>
}

/** So many words are looked up in the text of the patterns, which takes less time than a set of all words. */
const FEW = 12

/** The words of patterns, and of the phrases that they share. */
export function vocabularyOf(patterns: readonly string[]): Vocabulary {
  const all = new Late(() => wordsOf(patterns))
  const text = new Late(() => `\n${[...patterns, ...PHRASES.values()].join('\n')}\n`)
  const found = new Map<string, boolean>()
  return {
    has(word) {
      const known = found.get(word)
      if (known !== undefined) return known
      if (found.size >= FEW) return all.value.has(word)
      const isFound = pieces(word)[0] === word && isWord(word) && isPieceOf(text.value, word)
      found.set(word, isFound)
      return isFound
    },
    get all() {
      return all.value
    },
  }
}

/** Whether a piece of a pattern is a word, and not a slot or a phrase. */
function isWord(piece: string): boolean {
  return !/^[{:]/.test(piece)
}

/** Whether one of the pieces of a text is this one. */
function isPieceOf(text: string, piece: string): boolean {
  const isBetween = (place: number): boolean => pieces(text[place]).length === 0
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1))
    if (isBetween(at - 1) && isBetween(at + piece.length)) return true
  return false
}

function wordsOf(patterns: readonly string[]): Set<string> {
  const words = new Set<string>()
  const seen = new Set<string>()
  for (let texts = patterns; texts.length > 0;) {
    const phrases: string[] = []
    // Each piece once: most are in many patterns.
    for (const word of new Set(pieces(texts.join(' ')))) {
      if (word.startsWith(':') && !seen.has(word)) {
        seen.add(word)
        phrases.push(phraseOf(word))
      } else if (isWord(word)) words.add(word)
    }
    texts = phrases
  }
  return words
}
