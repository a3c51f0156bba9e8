import { frozen } from '../internal.js'
import { ask, type AskFailure, type AskResult } from '../ask/index.js'
import { optionsOf, type PmoOptions, settingsOf } from './pmo-options.js'
import { chartOfAnyKind, pmoOrg } from './pmo-org.js'
import { pmoQuestions } from './pmo-questions.js'
import { variantsWith } from './pmo-variants.js'

/**
 * Answers a question in plain English about the reference model: one of the sixteen of {@link questions}, or anything
 * that `ask` of `rolegraph/ask` answers, such as who reports to whom, or the path of a career.
 *
 * If no authority is given, the question is asked about the charts of all three. If their answers differ, there is no
 * answer, and the text has that of each. One of the sixteen questions always has an answer, that of {@link answer}.
 *
 * Complexity: that of `ask`, up to three times, after the charts are made.
 *
 * @param words The question.
 * @param options A kind of office, whole or in part, as for {@link answer}.
 * @returns The result of `ask`, frozen and JSON-safe.
 * @throws {@link OrgError} `INVALID_ARGUMENT` when the words are not a string, `INVALID_OPTION`.
 * @example
 * ```ts
 * import { askPmo } from 'rolegraph/pmo'
 *
 * console.log(askPmo('What is the path from PMO Coordinator to CPO?').text)
 * // => PMO Coordinator → PMO Manager → PMO Director → Chief Project Officer (3 moves, 12 years or more).
 * console.log(askPmo('Who does a PM report to?', { authority: 'directive' }).text)
 * // => Project Manager reports to PMO Director.
 * console.log(askPmo('Who does a PM report to?').ok) // => false
 * ```
 * @see {@link answer}, {@link pmoQuestions}.
 */
export function askPmo(words: string, options?: Partial<PmoOptions>): AskResult {
  const given: Partial<PmoOptions> = Object.fromEntries(optionsOf('askPmo', options))
  const { authority: asked = 'supportive' } = given
  const { scope } = settingsOf({ ...given, authority: asked }, 'askPmo')
  const any = ask(chartOfAnyKind(given), words, { questions: pmoQuestions })
  if (given.authority !== undefined || (any.ok && any.query === 'answer')) return any
  const charts = variantsWith(undefined, scope).map(({ authority }) => ({
    authority,
    result: ask(pmoOrg({ ...given, authority }), words, { questions: pmoQuestions }),
  }))
  const isSame = ({ result }: (typeof charts)[number]): boolean => sameAnswer(result, charts[0].result)
  if (charts.every(isSame)) return charts[0].result
  return depends(charts.map(({ authority, result }) => `${authority}: ${result.text}`))
}

/** Whether two results have the same answer; their evidence may differ. */
function sameAnswer(a: AskResult, b: AskResult): boolean {
  if (!a.ok || !b.ok) return a.ok === b.ok
  return a.query === b.query && JSON.stringify(a.answer) === JSON.stringify(b.answer)
}

function depends(answers: readonly string[]): AskFailure {
  return frozen<AskFailure>({
    ok: false,
    reason: 'depends',
    suggestions: [],
    text: `It depends on the kind of office. ${answers.map((answer) => `Under one that is ${answer}`).join(' ')}`,
  })
}
