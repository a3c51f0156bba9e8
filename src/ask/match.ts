import type { Automaton, Step } from './automaton.js'
import { BREAK, type Word } from './words.js'

/** A part of a question that is a name: a range of its words. */
export interface Span {
  readonly slot: string
  readonly from: number
  readonly to: number
}

/** A pattern that a question fits. */
export interface Reading {
  readonly pattern: number
  readonly spans: readonly Span[]
  /** How many words are words of the pattern, rather than of names. */
  readonly literal: number
  /** Whether a word is taken for a misspelt word of the pattern. */
  readonly hasTypo: boolean
}

/** A name has at most this many words, and a question at most this many readings. */
const LONGEST_NAME = 12
const MOST_THREADS = 4000

interface Thread {
  readonly step: Step
  readonly spans: readonly Span[]
  readonly literal: number
  readonly hasTypo: boolean
  /** Whether the last thing read is a name that the next word may belong to. */
  readonly isOpen: boolean
}

/** What surrounds a question: where it may begin and end, and words that mean nothing in it. */
export interface Frame {
  readonly starts: ReadonlySet<number>
  readonly ends: ReadonlySet<number>
  readonly isFiller: (word: Word) => boolean
  /** The words of patterns that a misspelt word may mean. */
  readonly meant: (word: Word) => ReadonlySet<string> | undefined
}

/**
 * All readings of some words by the patterns of an automaton. Each word is read once, by all patterns at the same time:
 * O(words), times the places at which names may begin and end.
 */
export function readingsOf({ start }: Automaton, words: readonly Word[], frame: Frame): Reading[] {
  const readings: Reading[] = []
  const beginning: Thread = { step: start, spans: [], literal: 0, hasTypo: false, isOpen: false }
  let threads: Thread[] = []
  for (let at = 0; at <= words.length; at++) {
    if (frame.ends.has(at)) {
      for (const { step, spans, literal, hasTypo } of threads)
        for (const pattern of step.ends) readings.push({ pattern, spans, literal, hasTypo })
    }
    if (at === words.length) break
    const word = words[at]
    const next = new Map<string, Thread>()
    const add = (thread: Thread): void => {
      const names = thread.spans.map(({ slot, from, to }) => `${slot} ${String(from)} ${String(to)}`).join()
      const key = `${String(thread.step.id)} ${String(thread.isOpen)} ${names}`
      if (next.size < MOST_THREADS && (next.get(key)?.literal ?? -1) < thread.literal) next.set(key, thread)
    }
    if (frame.starts.has(at)) advance(beginning, word, at, frame, add)
    for (const thread of threads) {
      const { spans, isOpen } = thread
      if (isOpen && !isBreak(word) && word.made !== true && word.cut !== true) {
        const span = spans[spans.length - 1]
        if (at - span.from < LONGEST_NAME)
          add({ ...thread, spans: [...spans.slice(0, -1), { ...span, to: at + 1 }] })
      }
      if (frame.isFiller(word)) add({ ...thread, isOpen: false })
      advance(thread, word, at, frame, add)
    }
    threads = [...next.values()]
  }
  return readings
}

/** The threads that read a word as one of a pattern, or as the first of a name. */
function advance(
  { step, spans, literal, hasTypo }: Thread,
  word: Word,
  at: number,
  { meant }: Frame,
  add: (thread: Thread) => void,
): void {
  if (!word.quoted) {
    for (const form of [word.form, ...(meant(word) ?? [])]) {
      const read = step.word(form)
      if (read === undefined) continue
      add({ step: read, spans, literal: literal + 1, hasTypo: hasTypo || form !== word.form, isOpen: false })
    }
  }
  if (isBreak(word) || word.made === true || (word.form === "'s" && !word.quoted)) return
  for (const [slot, read] of step.slots) {
    add({ step: read, spans: [...spans, { slot, from: at, to: at + 1 }], literal, hasTypo, isOpen: true })
  }
}

function isBreak(word: Word): boolean {
  return word.form === BREAK && !word.quoted
}
