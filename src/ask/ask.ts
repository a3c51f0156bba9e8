import {
  frozen,
  givenOptions,
  type History,
  invalidArgument,
  invalidOption,
  isOrg,
  isOrgError,
  type Org,
  orgAt,
} from '../internal.js'
import type { AskResult } from './ask-result.js'
import type { AskQuestion } from './asked.js'
import { faultOfPattern } from './pattern-text.js'
import { Question } from './question.js'
import { grammarOf } from './table.js'

/** The options of {@link ask}. */
export interface AskOptions {
  /** Further questions, before those of the table: such as `pmoQuestions` of `rolegraph/pmo`. */
  readonly questions?: readonly AskQuestion[]
}

/**
 * Answers a question in plain English about an org.
 *
 * The question is read by a documented grammar, the table {@link askQuestions}: who reports to whom, who is above, what comes
 * next in a career, who holds what, which roles are vacant. A function of the library gives the answer, and the
 * result says which one, with its arguments. Names are looked up as by {@link find}: titles, aliases, ids, people, with a typo.
 *
 * Nothing is guessed. A question with words that the grammar does not have is refused, with what was understood and
 * suggestions; so is a name that fits several roles equally well, with all of them. A question about the past needs a date
 * (`on 2026-03-01`), and a chart that has dates: a history, or an org whose assignments have them.
 *
 * Complexity: O(words of the question) to read it, after the grammar is compiled by the first call; then that of {@link find}
 * and of the function that answers.
 *
 * @param chart The org, or a history, which can be asked about a date only.
 * @param words The question, of up to 400 characters.
 * @param options `questions`: further questions.
 * @returns A frozen, JSON-safe result: an answer with `ok: true`, or what was understood with `ok: false`.
 * @throws {@link OrgError} `INVALID_ARGUMENT` when the words are not a string, `INVALID_OPTION`, `NOT_AN_ORG`, `NOT_A_HISTORY`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { ask } from 'rolegraph/ask'
 *
 * const org = defineOrg({
 *   roles: {
 *     cpo: { title: 'Chief Project Officer', aliases: ['CPO'] },
 *     manager: { title: 'PMO Manager', reportsTo: 'cpo', progressesTo: 'cpo' },
 *     analyst: { title: 'PMO Analyst', reportsTo: 'manager', progressesTo: 'manager' },
 *     coordinator: { title: 'PMO Coordinator', reportsTo: 'manager', progressesTo: ['analyst'] },
 *   },
 * })
 * const path = ask(org, 'path from Coordinator to CPO')
 * console.log(path.text) // => PMO Coordinator → PMO Analyst → PMO Manager → Chief Project Officer (3 moves).
 * const boss = ask(org, "who's the analyst's boss?")
 * console.log(boss.ok && boss.query, boss.ok && boss.answer) // => managerOf manager
 * console.log(ask(org, 'Who should the analyst report to?').ok) // => false
 * ```
 * @see {@link askQuestions} for what can be asked.
 */
export function ask(chart: Org | History, words: string, options?: AskOptions): AskResult {
  const text: unknown = words
  if (typeof text !== 'string') throw invalidArgument('ask', 'words', text, 'text')
  const further = questionsIn(givenOptions('ask', options, ['questions']).get('questions'))
  if (!isOrg(chart)) requireHistory(chart)
  const result = new Question(chart, text, grammarOf(further)).result()
  // Without what is undefined, and with null for a number that has no end.
  return frozen(JSON.parse(JSON.stringify(result)) as AskResult)
}

function questionsIn(received: unknown): readonly AskQuestion[] | undefined {
  if (received === undefined) return undefined
  const isRow = (row: unknown): row is AskQuestion =>
    typeof row === 'object' &&
    row !== null &&
    'patterns' in row &&
    Array.isArray(row.patterns) &&
    'answer' in row &&
    typeof row.answer === 'function'
  if (!Array.isArray(received) || !received.every(isRow)) {
    throw invalidOption('questions', received, 'a list of questions')
  }
  for (const [at, { patterns }] of received.entries()) {
    for (const [index, pattern] of patterns.entries()) {
      const text: unknown = pattern
      const fault = typeof text === 'string' ? faultOfPattern(text) : ''
      if (fault === undefined) continue
      const option = `questions[${String(at)}].patterns[${String(index)}]`
      throw invalidOption(option, text, 'a pattern', fault === '' ? '' : `. ${fault}.`)
    }
  }
  return received
}

/** Throws `NOT_A_HISTORY` for what is neither an org nor a history. */
function requireHistory(chart: History): void {
  try {
    orgAt(chart, '0001-01-01')
  } catch (error) {
    if (!isOrgError(error, 'BEFORE_HISTORY')) throw error
  }
}
