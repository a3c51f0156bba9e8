import type { Automaton, Step } from './pattern.js'
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
}

/** A name has at most this many words, and a question at most this many readings. */
const LONGEST_NAME = 12
const MOST_THREADS = 4000

interface Thread {
  readonly step: Step
  readonly spans: readonly Span[]
  readonly literal: number
  /** The name that was read last has ended. */
  readonly closed: boolean
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
 * O(words * patterns), times the places at which the names of one pattern may end.
 */
export function readingsOf({ starts, after }: Automaton, words: readonly Word[], frame: Frame): Reading[] {
  const readings: Reading[] = []
  let threads: Thread[] = []
  for (let at = 0; at <= words.length; at++) {
    if (frame.ends.has(at)) for (const thread of threads) endReading(readings, thread, after)
    if (at === words.length) break
    const next = new Map<string, Thread>()
    const add = (thread: Thread): void => {
      const key = `${String(thread.step.id)} ${String(thread.closed)} ${thread.spans.map(({ from, to }) => `${String(from)}-${String(to)}`).join()}`
      if (next.size < MOST_THREADS && (next.get(key)?.literal ?? -1) < thread.literal) next.set(key, thread)
    }
    const word = words[at]
    if (frame.starts.has(at)) {
      for (const step of starts) advance(step, { spans: [], literal: 0 }, word, at, frame, add)
    }
    for (const thread of threads) {
      const { step, spans, closed } = thread
      if (step.slot !== undefined && !closed) {
        const span = spans[spans.length - 1]
        if (at - span.from < LONGEST_NAME && !isBreak(word))
          add({ ...thread, spans: [...spans.slice(0, -1), { ...span, to: at + 1 }] })
      }
      if (frame.isFiller(word)) add({ ...thread, closed: true })
      for (const following of after(step)) advance(following, thread, word, at, frame, add)
    }
    threads = [...next.values()]
  }
  return readings
}

function advance(
  step: Step,
  { spans, literal }: Pick<Thread, 'spans' | 'literal'>,
  word: Word,
  at: number,
  { meant }: Frame,
  add: (thread: Thread) => void,
): void {
  if (step.slot !== undefined) {
    if (isBreak(word) || (word.form === "'s" && !word.quoted)) return
    add({ step, spans: [...spans, { slot: step.slot, from: at, to: at + 1 }], literal, closed: false })
  } else if (step.word !== undefined && !word.quoted) {
    if (word.form === step.word || meant(word)?.has(step.word) === true)
      add({ step, spans, literal: literal + 1, closed: true })
  }
}

function endReading(readings: Reading[], { step, spans, literal }: Thread, after: Automaton['after']): void {
  for (const { ends } of after(step)) if (ends !== undefined) readings.push({ pattern: ends, spans, literal })
}

function isBreak(word: Word): boolean {
  return word.form === BREAK && !word.quoted
}
