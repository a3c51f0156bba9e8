import { paySurveys } from '../data/pay.js'
import { LUCRATIVE } from '../data/statements.js'
import type { AnswerParts } from './answer-parts.js'

/** An opinion, and the figures beside which it may be read. */
export function isItAGoodCareer(): AnswerParts<'is-pmo-a-good-career-option'> {
  const [rewarding, wanted] = LUCRATIVE.parts
  const survey = paySurveys[0]
  return {
    verdict: 'lucrative',
    opinion: true,
    pay: paySurveys,
    evidence: [LUCRATIVE],
    text:
      `One source calls it lucrative, which is an opinion: it is ${rewarding}, and ${wanted}. Read it beside the pay data, ` +
      `of which its own are ${survey.sample ?? 0} answers from ${survey.place}, ${survey.date}.`,
  }
}
