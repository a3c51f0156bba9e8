import { headOf, linesOf, listed, roleOf, unitOf } from '../../internal.js'
import { AUTHORITY_NAMES, PUBLISHED_SCHEMES } from '../data/kinds.js'
import { LARGER_MEMBERS } from '../data/offices.js'
import { statements } from '../data/statements.js'
import { pmoVariants } from '../pmo-variants.js'
import type { AnswerParts } from './answer-parts.js'
import { type ChartOptions, anyChartOf, chartOfScope, titled } from './charts-of.js'

/** The definition of the unit. */
export function whatIsAPmo(options: ChartOptions): AnswerParts<'what-is-a-pmo'> {
  const office = unitOf(anyChartOf(options).org, 'pmo')
  const definition = office.note ?? ''
  const { 'found-in': found, 'what-professionals-do': work } = statements
  return {
    verdict: definition,
    units: ['pmo'],
    evidence: [office, found, work],
    text:
      `A PMO (${office.title}) is ${definition}, in ${listed(found.parts, 'or')}. The people who work in it ` +
      `${listed(work.parts)}. Loosely, one of them is called a PMO too.`,
  }
}

/** On the chart of a programme, since the office in question is that of a programme. */
export function programManagerAndPmo(
  options: ChartOptions,
): AnswerParts<'how-do-a-program-manager-and-a-pmo-relate'> {
  const { org } = chartOfScope('programme', options)
  const lines = linesOf(org, 'programme-office').filter((line) => line.to === 'program-manager')
  const heads = lines.map((line) => line.from)
  const staffing = roleOf(org, 'program-manager').data?.responsibilities.filter(({ sources }) => {
    return sources.join() === 'seed'
  })
  const { 'programme-office-work': work, 'program-managers-inside': inside } = statements
  return {
    verdict: 'the program manager staffs it',
    roles: ['program-manager', ...heads],
    units: ['programme-office'],
    lines,
    evidence: [work, ...(staffing ?? []), LARGER_MEMBERS, inside],
    text:
      `The program manager staffs the office of the programme, which looks after its ${listed(work.parts)}; ` +
      `the head of that office, the ${titled(org, heads)}, then reports to the program manager. ` +
      `In larger organisations program managers may themselves be part of the PMO, where they ${listed(inside.parts)}.`,
  }
}

/** On the chart of an enterprise, whose office the answer is about. */
export function pmoLevel(options: ChartOptions): AnswerParts<'what-is-pmo-level'> {
  const { org } = chartOfScope('enterprise', options)
  const head = headOf(org, 'enterprise-pmo')
  return {
    verdict: 'enterprise',
    roles: head === undefined ? [] : [head],
    units: ['enterprise-pmo'],
    evidence: [statements['enterprise-level'], unitOf(org, 'enterprise-pmo')],
    text: `It is the level of the enterprise: an enterprise PMO ${listed(statements['enterprise-level'].parts)}.`,
  }
}

/** What to look for in the person who heads the office. */
export function whoShouldLead(options: ChartOptions): AnswerParts<'who-should-lead-a-pmo'> {
  const { org, office } = anyChartOf(options)
  const head = headOf(org, office)
  const { 'leader-knows': knows, 'leader-knows-something': something } = statements
  return {
    verdict: [...knows.parts, ...something.parts.map((part) => `something about ${part}`)],
    roles: head === undefined ? [] : [head],
    units: [office],
    evidence: [knows, something],
    text: `Someone who knows ${listed(knows.parts)}, and something about ${listed(something.parts)}.`,
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
