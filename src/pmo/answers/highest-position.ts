import { compareRoles, membersOf, roleOf, unitsOf } from '../../internal.js'
import type { AnswerParts } from './answer-parts.js'
import { type AnswerOptions, anyChartOf } from './charts-of.js'
import { titled } from './in-words.js'

/** The member of an office whom no other member of one is above, by grade. */
export function highestPosition(
  options: AnswerOptions,
): AnswerParts<'what-is-the-highest-position-in-a-pmo'> {
  const { org } = anyChartOf(options)
  const units = unitsOf(org)
  const members = units.flatMap((unit) => membersOf(org, unit))
  const highest = members.reduce((best, role) => {
    return compareRoles(org, role, best, { by: 'grade' }).relation === 'above' ? role : best
  })
  const { data, unit, title, aliases, warnedAliases = [] } = roleOf(org, highest)
  const acronyms = aliases.filter((alias) => alias === alias.toUpperCase())
  return {
    verdict: highest,
    roles: [highest],
    units: unit === undefined ? [] : [unit],
    evidence: [roleOf(org, highest), ...(data?.responsibilities ?? [])],
    text:
      `The ${title} (${acronyms.join(', ')}), where the organisation has one; the ` +
      `${titled(org, ['chief-executive-officer'])} is no member of the PMO. ${warnedAliases.map(({ warning }) => warning).join(' ')}`,
  }
}
