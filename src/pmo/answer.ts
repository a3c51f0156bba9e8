import { invalidOption } from '../internal.js'
import { type Answer, answerById, type AnswerOptions } from './answer-by-id.js'
import { nearestQuestion, questionInWords } from './pmo-questions.js'
import { QUESTION_IDS, type QuestionId } from './data/questions.js'

/** A question in English: two words or more, so that a misspelt id does not compile. */
export type QuestionInWords = `${string} ${string}`

/**
 * Answers one of sixteen questions about offices and their people, from the reference model: by its id, or in words.
 *
 * The verdict is computed on the charts of {@link pmoOrg}. It comes with its hedge, with the roles, lines, moves and
 * services that it is based on, and with their sources. If kinds of office differ, `byVariant` has the answer for
 * each; without a kind, a question that has no single answer gives `'depends'`. Rank is never read as a reporting
 * line, nor pay as rank.
 *
 * Complexity: O(roles + lines + moves) per kind.
 *
 * @param question The id of a question, a key of {@link questions}; or the question in English, of two words or more.
 * @param options A kind of office, whole or in part: `authority`, `scope` and the other options of {@link pmoOrg}; left
 * out: every kind that the question applies to. `spelling`: `'british'` (the default) or `'american'`, for the text.
 * @returns A frozen answer, whose `verdict` has the type of the question.
 * @throws {@link OrgError} `INVALID_OPTION`, also for words that are not one of the questions, with the nearest question.
 * @example
 * ```ts
 * import { answer } from 'rolegraph/pmo'
 *
 * const any = answer('does-a-project-manager-report-to-the-pmo')
 * console.log(any.verdict) // => depends
 * console.log(any.byVariant?.map((part) => part.verdict)) // => [ 'no', 'dotted at most', 'yes' ]
 * const directive = answer('does-a-project-manager-report-to-the-pmo', { authority: 'directive' })
 * console.log(directive.verdict, directive.lines[0]?.to) // => yes pmo-director
 * console.log(answer('Which is higher, PMO or PM?').hedge) // => typically
 * ```
 * @see {@link askPmo} for all other questions in words, {@link questions}, {@link sources}.
 */
export function answer<const Q extends QuestionId>(question: Q, options?: AnswerOptions): Answer<Q>
export function answer(question: QuestionInWords, options?: AnswerOptions): Answer
export function answer(question: QuestionId | QuestionInWords, options?: AnswerOptions): Answer {
  const isId = (text: string): text is QuestionId => QUESTION_IDS.some((id) => id === text)
  if (typeof question !== 'string' || isId(question) || !question.includes(' ')) {
    // Refuses anything but an id.
    return answerById(question as QuestionId, options)
  }
  const id = questionInWords(question)
  if (id !== undefined) return answerById(id, options)
  const allowed = 'the text of one of the sixteen questions, or its id'
  throw invalidOption('question', question, allowed, `. The nearest is “${nearestQuestion(question)}”`)
}
