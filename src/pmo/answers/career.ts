import { careerPath, feedersOf, listed, nextStepsOf, roleOf, rolesOf } from '../../internal.js'
import { type PayFigure, type PaySurvey, paySurveys } from '../data/pay.js'
import { statements } from '../data/statements.js'
import type { AnswerParts } from './answer-parts.js'
import { type ChartOptions, anyChartOf, titled } from './charts-of.js'

/** The moves from the roles of an office to project manager, and the roles with any path there. */
export function canAPmoBecomeAPm(options: ChartOptions): AnswerParts<'can-a-pmo-become-a-project-manager'> {
  const { org } = anyChartOf(options)
  const moves = feedersOf(org, 'project-manager').filter(({ from }) => roleOf(org, from).family === 'pmo')
  const office = rolesOf(org).filter((role) => roleOf(org, role).family === 'pmo')
  const able = office.filter((role) => careerPath(org, role, 'project-manager') !== undefined)
  const { 'stepping-stone': stone, breadth } = statements
  const from = titled(
    org,
    moves.map((move) => move.from),
  )
  return {
    verdict: able.length > 0 ? 'yes' : 'no',
    roles: [...able, 'project-manager'],
    hedge: stone.hedge,
    moves,
    evidence: [stone, breadth],
    text:
      `Yes: a move leads there from ${from}. The work can be ${listed(stone.parts)}: it gives ${listed(breadth.parts)}. ` +
      `The caveat: a direct jump is hard, and ${listed(moves[0]?.conditions ?? [])} comes first.`,
  }
}

/** The career moves out of the role: those of the customer's document within the family first, then the others. */
export function whatComesAfterCoordinator(
  options: ChartOptions,
): AnswerParts<'what-comes-after-coordinator'> {
  const { org } = anyChartOf(options)
  const steps = nextStepsOf(org, 'pmo-coordinator')
  const nextSteps = steps.filter(({ kind, sources }) => kind === 'advancement' && sources?.includes('seed'))
  const next = nextSteps.map(({ to }) => to)
  const also = steps.map(({ to }) => to).filter((to) => !next.includes(to))
  const onward = careerPath(org, 'pmo-manager', 'pmo-director')?.moves ?? []
  const inTime = onward.map(({ to }) => to)
  const { 'coordinator-next': may, 'coordinator-later': later } = statements
  return {
    verdict: { next, inTime, also },
    hedge: may.hedge,
    roles: ['pmo-coordinator', ...next, ...inTime, ...also],
    moves: [...steps, ...onward],
    evidence: [may, later],
    text:
      `A ${titled(org, ['pmo-coordinator'])} may move to ${listed(may.parts, 'or to')}: ${titled(org, next, 'or')}. In time, ` +
      `${listed(later.parts, 'or the position of')} may follow. Other steps lead to ${titled(org, also, 'or')}.`,
  }
}

/** An opinion, with the pay figures to read it against. */
export function isItAGoodCareer(): AnswerParts<'is-pmo-a-good-career-option'> {
  const { lucrative, 'why-lucrative': why, 'what-professionals-do': work } = statements
  const survey = paySurveys[0]
  return {
    verdict: 'lucrative',
    opinion: true,
    hedge: lucrative.hedge,
    pay: paySurveys,
    evidence: [lucrative, why, work],
    text:
      `One source calls it lucrative, which is an opinion: it can be ${listed(lucrative.parts)}, and organisations ` +
      `${listed(why.parts)}. People who work in a PMO ${listed(work.parts)}. Compare the opinion with the pay data: the ` +
      `source itself has ${String(survey.sample ?? 0)} answers from ${survey.place}, ${survey.date}.`,
  }
}

/** The survey of the customer's document, with the others. */
export function whatDoesItPay(): AnswerParts<'what-does-pmo-work-pay'> {
  const seed = paySurveys[0]
  const figures = (what: PayFigure['what']): string =>
    listed(seed.figures.filter((figure) => figure.what === what).map((figure) => figureText(seed, figure)))
  const others = paySurveys.slice(1).map(({ survey, place }) => `${survey} (${place})`)
  return {
    verdict: seed,
    pay: paySurveys,
    text:
      `A PMO in ${seed.place} earns ${figures('pay')} a year, and in additional cash ${figures('additional cash')} ` +
      `(${seed.survey}, ${seed.date}, n = ${String(seed.sample ?? 0)}). The other surveys are the ${listed(others)}; some have figures by role. ` +
      'Pay says nothing about rank.',
  }
}

function figureText({ currency }: PaySurvey, { measure, amount }: PayFigure): string {
  const money = (value: number): string =>
    new Intl.NumberFormat('en-GB', { style: 'currency', currency, maximumFractionDigits: 0 }).format(value)
  if (typeof amount === 'number') return `${money(amount)} (${measure})`
  return `${money(amount[0])} to ${money(amount[1])} (${measure})`
}
