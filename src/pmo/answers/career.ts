import { careerPath, feedersOf, listed, nextStepsOf, roleOf, rolesOf } from '../../internal.js'
import { type PayFigure, type PaySurvey, paySurveys } from '../data/pay.js'
import { BREADTH, LATER, LUCRATIVE } from '../data/statements.js'
import type { AnswerParts } from './answer-parts.js'
import { type AnswerOptions, anyChartOf, titled } from './charts-of.js'

/** The moves from the roles of an office to project manager, and the roles with any path there. */
export function canAPmoBecomeAPm(options: AnswerOptions): AnswerParts<'can-a-pmo-become-a-project-manager'> {
  const { org } = anyChartOf(options)
  const moves = feedersOf(org, 'project-manager').filter(({ from }) => roleOf(org, from).family === 'pmo')
  const office = rolesOf(org).filter((role) => roleOf(org, role).family === 'pmo')
  const able = office.filter((role) => careerPath(org, role, 'project-manager') !== undefined)
  const from = titled(
    org,
    moves.map((move) => move.from),
  )
  return {
    verdict: able.length > 0 ? 'yes' : 'no',
    roles: [...able, 'project-manager'],
    moves,
    evidence: [BREADTH],
    text:
      `Yes: a move leads there from ${from}, as a stepping stone, and the work gives ${listed(BREADTH.parts)}. ` +
      `The caveat: a direct jump is hard, and ${listed(moves[0]?.conditions ?? [])} comes first.`,
  }
}

/** The career moves out of the role: those of the customer's document within the family first, then the others. */
export function whatComesAfterCoordinator(
  options: AnswerOptions,
): AnswerParts<'what-comes-after-coordinator'> {
  const { org } = anyChartOf(options)
  const steps = nextStepsOf(org, 'pmo-coordinator')
  const nextSteps = steps.filter(({ kind, sources }) => kind === 'advancement' && sources?.includes('seed'))
  const next = nextSteps.map(({ to }) => to)
  const also = steps.map(({ to }) => to).filter((to) => !next.includes(to))
  const onward = careerPath(org, 'pmo-manager', 'pmo-director')?.moves ?? []
  const inTime = onward.map(({ to }) => to)
  return {
    verdict: { next, inTime, also },
    roles: ['pmo-coordinator', ...next, ...inTime, ...also],
    moves: [...steps, ...onward],
    evidence: [LATER],
    text:
      `For a ${titled(org, ['pmo-coordinator'])}: ${titled(org, next, 'or')}; in time ${listed(LATER.parts)}, or the ` +
      `position of ${titled(org, inTime)}. Other steps lead to ${titled(org, also, 'or')}.`,
  }
}

/** An opinion, with the pay figures to read it against. */
export function isItAGoodCareer(): AnswerParts<'is-pmo-a-good-career-option'> {
  const [rewarding, wanted] = LUCRATIVE.parts
  const survey = paySurveys[0]
  return {
    verdict: 'lucrative',
    opinion: true,
    pay: paySurveys,
    evidence: [LUCRATIVE],
    text:
      `One source calls it lucrative, which is an opinion: it is ${rewarding}, and ${wanted}. Compare it with the pay ` +
      `data, of which its own are ${String(survey.sample ?? 0)} answers from ${survey.place}, ${survey.date}.`,
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
      `(${seed.survey}, ${seed.date}, n = ${String(seed.sample ?? 0)}). The ${listed(others)} have figures by role. Pay ` +
      'says nothing about rank.',
  }
}

function figureText({ currency }: PaySurvey, { measure, amount }: PayFigure): string {
  const money = (value: number): string =>
    new Intl.NumberFormat('en-GB', { style: 'currency', currency, maximumFractionDigits: 0 }).format(value)
  if (typeof amount === 'number') return `${money(amount)} (${measure})`
  return `${money(amount[0])} to ${money(amount[1])} (${measure})`
}
