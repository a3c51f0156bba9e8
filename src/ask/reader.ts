import { isOrg, type Org, type History } from '../internal.js'
import type { AskQuestion, Lacking } from './asked.js'
import {
  type Candidate,
  candidatesOf,
  distinctReplies,
  isQuoted,
  type NamedReply,
  repliesOf,
  spanText,
} from './candidates.js'
import { namesIn, type NameReading } from './names.js'
import type { Grammar } from './table.js'
import { MOST_CHARACTERS, plainMarks, type Word, wordsOf } from './words.js'

/** A reading that has replies: one, or as many as its names have meanings. */
export interface Best {
  readonly candidate: Candidate
  readonly replies: readonly NamedReply[]
}

/** Reads one text: what its words mean by a grammar, and what they name. */
export class Reader {
  readonly chart: Org | History
  readonly text: string
  readonly grammar: Grammar
  /** What parts of the text name: rewordings ask for the same parts many times. */
  readonly #named = new Map<string, NameReading | undefined>()
  /** What the first row that reads the question says is lacking. */
  lacking: { readonly row: AskQuestion; readonly lacking: Lacking } | undefined

  constructor(chart: Org | History, text: string, grammar: Grammar) {
    this.chart = chart
    this.text = plainMarks(text.slice(0, MOST_CHARACTERS))
    this.grammar = grammar
  }

  /** The best reading that has a reply, with all that it may mean. */
  best(org: Org, words: readonly Word[]): Best | undefined {
    let best: (Best & { readonly rank: string }) | undefined
    for (const candidate of candidatesOf(org, this.text, words, this.grammar)) {
      const { tier, nameWords, reading } = candidate
      // One pattern may divide the words between its names in several ways, equally well.
      const rank = [tier, nameWords, reading.literal, reading.pattern].join()
      if (best !== undefined && best.rank !== rank) break
      const { replies, lacking } = repliesOf(org, candidate)
      if (lacking !== undefined) this.lacking ??= { row: candidate.row, lacking }
      if (replies.length > 0)
        best = { candidate, replies: distinctReplies([...(best?.replies ?? []), ...replies]), rank }
    }
    return best
  }

  /** Whether some words are, all of them, the name of something. */
  isName(org: Org, words: readonly Word[], slot: string): boolean {
    return this.nameOf(org, words, slot) !== undefined
  }

  /** What some words, all of them, are the name of. */
  nameOf(org: Org, words: readonly Word[], slot: string): NameReading | undefined {
    const { length } = words
    if (words.some(({ cut, made }, at) => made === true || (at > 0 && cut === true))) return undefined
    const text = spanText(this.text, words, 0, length)
    const quoted = isQuoted(words, 0, length)
    const key = `${slot} ${String(quoted)} ${text}`
    if (!this.#named.has(key))
      this.#named.set(key, namesIn(org, slot, text, quoted, this.grammar.automaton.vocabulary))
    return this.#named.get(key)
  }

  /** Whether another question has one answer. */
  isAnswered(question: string): boolean {
    if (question.length > MOST_CHARACTERS || !isOrg(this.chart)) return false
    const other = new Reader(this.chart, question, this.grammar)
    return other.best(this.chart, wordsOf(other.text))?.replies.length === 1
  }
}
