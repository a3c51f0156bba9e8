import { careerPath, nextStepsOf } from '../../internal.js'
import { LATER } from '../data/statements.js'
import type { AnswerParts } from './answer-parts.js'
import { type AnswerOptions, anyChartOf } from './charts-of.js'
import { listed, titled } from './in-words.js'

/** The career moves out of the role: those of the seed document within the family first, then the others. */
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
      `position of ${titled(org, inTime)}. Further steps lead to ${titled(org, also, 'or')}.`,
  }
}
