import { linesOf, roleOf } from '../../internal.js'
import { LARGER_MEMBERS } from '../data/offices.js'
import { PROGRAMME_OFFICE_WORK } from '../data/statements.js'
import type { AnswerParts } from './answer-parts.js'
import { type AnswerOptions, chartOfScope } from './charts-of.js'
import { listed, titled } from './in-words.js'

/** On the chart of a programme, since the office in question is that of a programme. */
export function programManagerAndPmo(
  options: AnswerOptions,
): AnswerParts<'how-do-a-program-manager-and-a-pmo-relate'> {
  const { org } = chartOfScope('programme', options)
  const lines = linesOf(org, 'programme-office').filter((line) => line.to === 'program-manager')
  const staffing = roleOf(org, 'program-manager').data?.responsibilities.filter(({ sources }) => {
    return sources.join() === 'seed'
  })
  return {
    verdict: 'the program manager staffs it',
    roles: ['program-manager', ...lines.map((line) => line.from)],
    units: ['programme-office'],
    lines,
    evidence: [PROGRAMME_OFFICE_WORK, ...(staffing ?? []), LARGER_MEMBERS],
    text:
      `The program manager staffs the office of the programme, which looks after its ${listed(PROGRAMME_OFFICE_WORK.parts)}; ` +
      `the head of that office, the ${titled(
        org,
        lines.map((line) => line.from),
      )}, then reports to the program manager. ` +
      'In larger organisations program managers may themselves be part of the PMO.',
  }
}
