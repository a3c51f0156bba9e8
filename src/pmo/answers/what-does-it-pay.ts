import { type PayFigure, type PaySurvey, paySurveys } from '../data/pay.js'
import type { AnswerParts } from './answer-parts.js'
import { listed } from './in-words.js'

/** The survey of the seed document, with the others beside it. */
export function whatDoesItPay(): AnswerParts<'what-does-pmo-work-pay'> {
  const seed = paySurveys[0]
  const figures = (what: PayFigure['what']): string =>
    listed(seed.figures.filter((figure) => figure.what === what).map((figure) => inWords(seed, figure)))
  const others = paySurveys.slice(1).map(({ survey, place }) => `${survey} (${place})`)
  return {
    verdict: seed,
    pay: paySurveys,
    text:
      `A PMO in ${seed.place} earns ${figures('pay')} a year, and in additional cash ${figures('additional cash')} ` +
      `(${seed.survey}, ${seed.date}, n = ${seed.sample ?? 0}). The ${listed(others)} have figures by role. Pay says ` +
      'nothing about rank.',
  }
}

function inWords({ currency }: PaySurvey, { measure, amount }: PayFigure): string {
  const money = (value: number): string =>
    new Intl.NumberFormat('en-GB', { style: 'currency', currency, maximumFractionDigits: 0 }).format(value)
  if (typeof amount === 'number') return `${money(amount)} (${measure})`
  return `${money(amount[0])} to ${money(amount[1])} (${measure})`
}
