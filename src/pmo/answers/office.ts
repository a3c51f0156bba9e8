import { headOf, linesOf, listed, roleOf, unitOf } from '../../internal.js'
import { AUTHORITY_NAMES, PUBLISHED_SCHEMES } from '../data/kinds.js'
import { LARGER_MEMBERS } from '../data/offices.js'
import { ENTERPRISE_LEVEL, LEADER_KNOWS, PROGRAMME_OFFICE_WORK } from '../data/statements.js'
import { pmoVariants } from '../pmo-variants.js'
import type { AnswerParts } from './answer-parts.js'
import { type AnswerOptions, anyChartOf, chartOfScope, titled } from './charts-of.js'

/** The definition of the unit. */
export function whatIsAPmo(options: AnswerOptions): AnswerParts<'what-is-a-pmo'> {
  const office = unitOf(anyChartOf(options).org, 'pmo')
  const definition = office.note ?? ''
  return {
    verdict: definition,
    units: ['pmo'],
    evidence: [office],
    text: `A PMO (${office.title}) is ${definition}. Loosely, a person who works in one is called a PMO too.`,
  }
}

/** On the chart of a programme, since the office in question is that of a programme. */
export function programManagerAndPmo(
  options: AnswerOptions,
): AnswerParts<'how-do-a-program-manager-and-a-pmo-relate'> {
  const { org } = chartOfScope('programme', options)
  const lines = linesOf(org, 'programme-office').filter((line) => line.to === 'program-manager')
  const heads = lines.map((line) => line.from)
  const staffing = roleOf(org, 'program-manager').data?.responsibilities.filter(({ sources }) => {
    return sources.join() === 'seed'
  })
  return {
    verdict: 'the program manager staffs it',
    roles: ['program-manager', ...heads],
    units: ['programme-office'],
    lines,
    evidence: [PROGRAMME_OFFICE_WORK, ...(staffing ?? []), LARGER_MEMBERS],
    text:
      `The program manager staffs the office of the programme, which looks after its ${listed(PROGRAMME_OFFICE_WORK.parts)}; ` +
      `the head of that office, the ${titled(org, heads)}, then reports to the program manager. ` +
      'In larger organisations program managers may themselves be part of the PMO.',
  }
}

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

/** What to look for in the person who heads the office. */
export function whoShouldLead(options: AnswerOptions): AnswerParts<'who-should-lead-a-pmo'> {
  const { org, office } = anyChartOf(options)
  const head = headOf(org, office)
  return {
    verdict: LEADER_KNOWS.parts,
    roles: head === undefined ? [] : [head],
    units: [office],
    evidence: [LEADER_KNOWS],
    text: `Someone who knows ${listed(LEADER_KNOWS.parts)}.`,
  }
}

/** The kinds that the model builds, along both axes. */
export function whichKinds(): AnswerParts<'which-kinds-of-pmo-are-there'> {
  const variants = pmoVariants()
  const byAuthority = [...new Set(variants.map(({ authority }) => authority))]
  const byScope = [...new Set(variants.flatMap(({ scope }) => scope ?? []))]
  const control = byAuthority.map(
    (authority) => `${authority} (${AUTHORITY_NAMES[authority].control} control)`,
  )
  return {
    verdict: { byAuthority, byScope },
    evidence: [...variants, ...PUBLISHED_SCHEMES],
    text:
      `By how much control they have: ${listed(control)}. By scope or form: ${listed(byScope)}. ` +
      `${listed(PUBLISHED_SCHEMES.map(({ scheme }) => scheme))} divide them differently.`,
  }
}
