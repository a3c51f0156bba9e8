import { headOf, unitOf } from '../../internal.js'
import { ENTERPRISE_LEVEL } from '../data/statements.js'
import type { AnswerParts } from './answer-parts.js'
import { type AnswerOptions, chartOfScope } from './charts-of.js'
import { listed } from './in-words.js'

/** On the chart of an enterprise, whose office the answer is about. */
export function pmoLevel(options: AnswerOptions): AnswerParts<'what-is-pmo-level'> {
  const { org } = chartOfScope('enterprise', options)
  const head = headOf(org, 'enterprise-pmo')
  return {
    verdict: 'enterprise',
    roles: head === undefined ? [] : [head],
    units: ['enterprise-pmo'],
    evidence: [ENTERPRISE_LEVEL, unitOf(org, 'enterprise-pmo')],
    text: `It is the level of the enterprise: an enterprise PMO ${listed(ENTERPRISE_LEVEL.parts)}.`,
  }
}
