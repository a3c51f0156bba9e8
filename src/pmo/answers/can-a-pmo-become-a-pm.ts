import { careerPath, feedersOf, roleOf, rolesOf } from '../../internal.js'
import { BREADTH } from '../data/statements.js'
import type { AnswerParts } from './answer-parts.js'
import { type AnswerOptions, anyChartOf } from './charts-of.js'
import { listed, titled } from './in-words.js'

/** The moves into the role from the roles of an office, and whether any path leads from one of them. */
export function canAPmoBecomeAPm(options: AnswerOptions): AnswerParts<'can-a-pmo-become-a-project-manager'> {
  const { org } = anyChartOf(options)
  const moves = feedersOf(org, 'project-manager').filter(({ from }) => roleOf(org, from).family === 'pmo')
  const office = rolesOf(org).filter((role) => roleOf(org, role).family === 'pmo')
  const able = office.filter((role) => careerPath(org, role, 'project-manager') !== undefined)
  return {
    verdict: able.length > 0 ? 'yes' : 'no',
    roles: [...able, 'project-manager'],
    moves,
    evidence: [BREADTH],
    text:
      `Yes: a move leads there from ${titled(
        org,
        moves.map(({ from }) => from),
        'and',
      )}, as a stepping stone, and the work ` +
      `gives ${listed(BREADTH.parts)}. The caveat: a direct jump is hard, and ${listed(moves[0]?.conditions ?? [])} comes first.`,
  }
}
