import { linesOf, listed, roleOf, servicesTo, unitOf } from '../../internal.js'
import { AUTHORITY_NAMES } from '../data/kinds.js'
import { OFFICES } from '../data/offices.js'
import type { PmoRoleId } from '../data/role-entry.js'
import { statements } from '../data/statements.js'
import { managerChoicesOf } from '../manager-choices-of.js'
import { pmoRoles } from '../pmo-roles.js'
import type { StatedLine } from '../reporting-lines.js'
import type { AnswerParts, VariantParts } from './answer-parts.js'
import { type ChartOptions, type Chart, chartsOf, chartsOfAllKinds, titled } from './charts-of.js'
import { reportsTo, worthOf } from './evidence-words.js'

const ON_ANY_OFFICE = [statements['reports-to-the-top'], statements['headed-by']]

/** The manager of the head of the office, kind by kind. */
export function whoDoesAPmoReportTo(options: ChartOptions): AnswerParts<'who-does-a-pmo-report-to'> {
  const charts = chartsOfAllKinds(options)
  const byVariant = charts.map((chart) => managerOfOffice(chart, options))
  const [first, ...others] = byVariant
  if (others.every((part) => part.verdict === first.verdict)) {
    const { verdict, hedge, roles = [], units = [], lines = [], text } = first
    return { verdict, hedge, roles, units, lines, byVariant, evidence: ON_ANY_OFFICE, text }
  }
  const duties = pmoRoles['pmo-director'].responsibilities
  const {
    'reports-to-the-top': top,
    'why-the-top': why,
    'headed-by': headed,
    'c-level-share': share,
  } = statements
  return {
    verdict: 'depends',
    hedge: top.hedge,
    roles: [...new Set(byVariant.flatMap((part) => part.roles ?? []))],
    units: [...new Set(byVariant.flatMap((part) => part.units ?? []))],
    byVariant,
    evidence: [...ON_ANY_OFFICE, why, share, ...duties],
    text:
      `To ${listed(top.parts)} in many organisations, especially if it is an enterprise PMO, because of its ` +
      `${listed(why.parts)}; it is often ${listed(headed.parts)}, who is responsible for ` +
      `${listed(duties.map(({ text }) => text))}. According to one survey (${share.note ?? ''}), ` +
      `${listed(share.parts)}. But the answer depends on the kind of office. ${kindsText(charts, byVariant)}`,
  }
}

function managerOfOffice(
  { org, office, variant }: Chart,
  options: ChartOptions,
): VariantParts<'who-does-a-pmo-report-to'> {
  const lines = linesOf(org, office)
  const [line] = lines
  const head = line.from
  const others = managerChoicesOf(head, { ...options, ...variant }).filter(({ to }) => to !== line.to)
  const alternatives = others.filter(({ sources }) => sources.every((code) => line.sources?.includes(code)))
  const disagreeing = others.filter((other) => !alternatives.includes(other))
  const namesOf = (choices: readonly StatedLine[]): string => {
    return listed(
      choices.map((choice) => `${roleOf(org, choice.to).title}${worthOf(choice)}`),
      'or the',
    )
  }
  const or = alternatives.length === 0 ? '' : `, or to the ${namesOf(alternatives)}`
  const elsewhere =
    disagreeing.length === 0 ? '' : ` Sources disagree: others name the ${namesOf(disagreeing)}.`
  const { otherHead } = OFFICES[office]
  const titledAs =
    office === 'enterprise-pmo' && otherHead !== undefined && head !== otherHead.role
      ? ' One book titles its manager CPMO, who reports to the chief executive, the president or the COO.'
      : ''
  return {
    variant,
    verdict: line.to,
    hedge: line.hedge,
    roles: [head, line.to],
    units: [office],
    lines,
    evidence: [...others, ...(titledAs === '' || otherHead === undefined ? [] : [otherHead])],
    text:
      `The ${unitOf(org, office).title} is headed by the ${titled(org, [head])}, ` +
      `${reportsTo(titled(org, [line.to]), line.hedge)}${worthOf(line)}${or}.${elsewhere}${titledAs}`,
  }
}

/** `directive and enterprise: the Chief Executive Officer; …`, each manager once. */
function kindsText(
  charts: readonly Chart[],
  parts: readonly VariantParts<'who-does-a-pmo-report-to'>[],
): string {
  const kinds = new Map<PmoRoleId, Set<string>>()
  for (const { variant, verdict } of parts) {
    if (verdict === 'depends') continue
    const known = kinds.get(verdict) ?? new Set()
    kinds.set(verdict, known.add(variant.scope ?? variant.authority))
  }
  const clauses = [...kinds].map(([manager, names]) => {
    return `${listed([...names])}: the ${titled(charts[0].org, [manager])}`
  })
  return `By kind, the manager of its head is, for ${clauses.join('; for ')}.`
}

/** By the lines from a project manager into the office; there is no single answer unless a kind is given. */
export function doesAPmReportToIt(
  options: ChartOptions,
): AnswerParts<'does-a-project-manager-report-to-the-pmo'> {
  const byVariant = chartsOf(options).map(linesIntoOffice)
  const [first, ...others] = byVariant
  if (others.length === 0) {
    const { verdict, roles = [], units = [], lines = [], services = [], evidence = [], text } = first
    return { verdict, roles, units, lines, services, evidence, byVariant, text }
  }
  return {
    verdict: 'depends',
    roles: [...new Set(byVariant.flatMap(({ roles = [] }) => roles))],
    units: ['pmo'],
    byVariant,
    text: `It depends on the kind of office. ${byVariant.map(({ text }) => text).join(' ')}`,
  }
}

/** The services by which an office holds the project managers that it assigns to account. */
const ACCOUNT_SERVICES: readonly string[] = ['assignment of project managers', 'KPIs', 'holding to account']

function linesIntoOffice({ org, variant }: Chart): VariantParts<'does-a-project-manager-report-to-the-pmo'> {
  const { authority, scope } = variant
  const solid = linesOf(org, 'project-manager')
  // A program manager may be a member of the office too; the question is about those who run it.
  const into = linesOf(org, 'project-manager', { lines: 'all' }).filter(({ to }) => {
    const { unit, family } = roleOf(org, to)
    return unit === 'pmo' && family === 'pmo'
  })
  const verdict = into.length === 0 ? 'no' : into[0].kind === 'solid' ? 'yes' : 'dotted at most'
  const lines = [...solid, ...into.filter(({ kind }) => kind === 'dotted')]
  const titlesOf = (those: typeof lines): string => {
    return titled(
      org,
      those.map(({ to }) => to),
    )
  }
  const elsewhere = `the solid line goes to the ${titlesOf(solid)}${worthOf(solid[0])}`
  const words = {
    yes:
      `yes: by a solid line to the ${titlesOf(into)}, since the office assigns project managers from a pool, measures ` +
      'them by KPIs and holds them to account.',
    'dotted at most': `at most by a dotted line to the ${titlesOf(into)}, for compliance; ${elsewhere}.`,
    no: `no: the office provides services, and no reporting line leads to it; ${elsewhere}.`,
  }[verdict]
  return {
    variant,
    verdict,
    roles: ['project-manager', ...lines.map(({ to }) => to)],
    units: ['pmo'],
    lines,
    services:
      verdict === 'yes'
        ? servicesTo(org, 'project-manager').filter(({ name }) => ACCOUNT_SERVICES.includes(name))
        : [],
    evidence: [AUTHORITY_NAMES[authority], ...(scope === 'centre-of-excellence' ? [OFFICES[scope]] : [])],
    text: `Under a ${authority} office, ${words}`,
  }
}
