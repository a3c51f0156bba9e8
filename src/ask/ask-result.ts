import type { FindMatch } from '../internal.js'
import type { Because, Reply } from './asked.js'

/** An answer to a question in words. Everything in it is JSON-safe and frozen. */
export interface AskAnswer {
  readonly ok: true
  /** The function that answers. */
  readonly query: string
  /** Its arguments after the org. */
  readonly arguments: readonly unknown[]
  /** Which part of what it returns is the answer, such as `['length']` or `['of', 'analyst']`; left out: all of it. */
  readonly part?: readonly string[]
  /** The query to whose answer this one is limited: vacancies below a role, say. */
  readonly within?: NonNullable<Reply['within']>
  /** The date of the question, on which the chart was asked. */
  readonly date?: string
  /** What the function returns; `null` where that is `undefined`, or a number without an end. */
  readonly answer: unknown
  /** The lines, grades, moves, assignments, services or issues that the answer is based on. */
  readonly because: readonly Because[]
  /** What the question names, and by which name it was found. */
  readonly names: readonly FindMatch[]
  /** The answer in a sentence. */
  readonly text: string
}

/** Why a question has no answer. */
export type AskRefusal =
  | 'empty'
  | 'too-long'
  | 'not-understood'
  /** Some words are left over. */
  | 'left-over'
  | 'unknown-name'
  /** The question is understood, but does not say what an answer needs, or the chart does not. */
  | 'incomplete'
  /** A name fits several things equally well. */
  | 'ambiguous'
  /** A date in the question that is no date of the calendar, or for which the chart does not say who reported to whom. */
  | 'no-date'
  /** The answer is not the same for all that is asked: for all kinds of office, say. */
  | 'depends'

/** A question that has no answer, with as much of it as was understood. */
export interface AskFailure {
  readonly ok: false
  readonly reason: AskRefusal
  /** The row of the table that the question comes closest to. */
  readonly understood?: {
    readonly query: string
    readonly example: string
    /** The slot whose name is unknown or ambiguous, or the words that are left over. */
    readonly open: string
  }
  /** What an ambiguous name may mean. */
  readonly candidates?: readonly FindMatch[]
  /** Questions that have an answer. */
  readonly suggestions: readonly string[]
  /** What is the matter, in a sentence. */
  readonly text: string
}

/** What `ask` returns. */
export type AskResult = AskAnswer | AskFailure

/** A question that has no answer, and why. */
export function refused(
  reason: AskFailure['reason'],
  text: string,
  more: Partial<Pick<AskFailure, 'understood' | 'candidates' | 'suggestions'>> = {},
): AskFailure {
  return { ok: false, reason, suggestions: [], ...more, text }
}
