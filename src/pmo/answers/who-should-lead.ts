import { headOf } from '../../internal.js'
import { LEADER_KNOWS } from '../data/statements.js'
import type { AnswerParts } from './answer-parts.js'
import { type AnswerOptions, anyChartOf } from './charts-of.js'
import { listed } from './in-words.js'

/** What to look for in the person; the role is the head of the office. */
export function whoShouldLead(options: AnswerOptions): AnswerParts<'who-should-lead-a-pmo'> {
  const { org, office } = anyChartOf(options)
  const head = headOf(org, office)
  return {
    verdict: LEADER_KNOWS.parts,
    roles: head === undefined ? [] : [head],
    units: [office],
    evidence: [LEADER_KNOWS],
    text: `Somebody who knows ${listed(LEADER_KNOWS.parts)}.`,
  }
}
