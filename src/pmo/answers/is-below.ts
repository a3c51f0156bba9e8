import { compareRoles, roleOf } from '../../internal.js'
import { TEAM_LEVEL } from '../data/statements.js'
import type { AnswerParts } from './answer-parts.js'
import { type AnswerOptions, anyChartOf } from './charts-of.js'
import { listed } from './in-words.js'

/** By grade alone, as the question before it. */
export function isBelow(options: AnswerOptions): AnswerParts<'is-the-pmo-below-the-project-manager'> {
  const { org, variant } = anyChartOf(options)
  const { relation } = compareRoles(org, 'pmo', 'project-manager', { by: 'grade' })
  const { data } = roleOf(org, 'project-manager')
  const [whole] = data?.responsibilities ?? []
  const exception =
    variant.scope === 'project'
      ? ' The temporary office of a single project is another thing: it is set up under the manager of that project.'
      : ''
  return {
    verdict: relation === 'below' ? 'yes' : 'no',
    roles: ['pmo-director', 'project-manager'],
    units: ['pmo'],
    evidence: [TEAM_LEVEL, whole, data?.evidence.grade ?? {}],
    text:
      `No: a project manager has ${whole.text}, while a PMO is ${listed(TEAM_LEVEL.parts)}. ` +
      `It does not follow that the project manager reports to it.${exception}`,
  }
}
