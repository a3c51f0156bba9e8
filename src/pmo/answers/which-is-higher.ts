import { compareRoles, roleOf } from '../../internal.js'
import { WHY_HIGHER } from '../data/statements.js'
import type { AnswerParts } from './answer-parts.js'
import { type AnswerOptions, anyChartOf } from './charts-of.js'
import { listed } from './in-words.js'

/** By grade alone: the question is about rank, and rank says nothing about who reports to whom. */
export function whichIsHigher(options: AnswerOptions): AnswerParts<'which-is-higher-pmo-or-pm'> {
  const { org } = anyChartOf(options)
  const { relation } = compareRoles(org, 'pmo', 'project-manager', { by: 'grade' })
  return {
    verdict: relation === 'above' ? 'pmo' : relation === 'below' ? 'pm' : 'neither',
    hedge: WHY_HIGHER.hedge,
    roles: ['pmo-director', 'project-manager'],
    units: ['pmo'],
    evidence: [WHY_HIGHER, roleOf(org, 'project-manager').data?.evidence.grade ?? {}],
    text:
      `Typically the PMO, for its ${listed(WHY_HIGHER.parts)}; the grade of its head is above that of a project ` +
      'manager. That is rank, not a reporting line: whether a project manager reports to the PMO is another ' +
      'question, and depends on the kind of office.',
  }
}
