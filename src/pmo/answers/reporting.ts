import { linesOf, listed, roleOf, servicesTo, unitOf } from '../../internal.js'
import { AUTHORITY_NAMES } from '../data/kinds.js'
import { OFFICES } from '../data/offices.js'
import type { PmoRoleId } from '../data/role-entry.js'
import { REPORTS_TO_THE_TOP } from '../data/statements.js'
import { managerChoicesOf } from '../manager-choices-of.js'
import type { AnswerParts, VariantParts } from './answer-parts.js'
import { type AnswerOptions, type Chart, chartsOf, chartsOfAllKinds, titled } from './charts-of.js'

/** The manager of the head of the office, kind by kind. */
export function whoDoesAPmoReportTo(options: AnswerOptions): AnswerParts<'who-does-a-pmo-report-to'> {
  const charts = chartsOfAllKinds(options)
  const byVariant = charts.map((chart) => managerOfOffice(chart, options))
  const [first, ...others] = byVariant
  if (others.every((part) => part.verdict === first.verdict)) {
    const { verdict, hedge, roles = [], units = [], lines = [], text } = first
    return { verdict, hedge, roles, units, lines, byVariant, evidence: [REPORTS_TO_THE_TOP], text }
  }
  return {
    verdict: 'depends',
    hedge: REPORTS_TO_THE_TOP.hedge,
    roles: [...new Set(byVariant.flatMap((part) => part.roles ?? []))],
    units: [...new Set(byVariant.flatMap((part) => part.units ?? []))],
    byVariant,
    evidence: [REPORTS_TO_THE_TOP],
    text:
      `To ${REPORTS_TO_THE_TOP.parts[0]} in many organisations, especially if it is an enterprise PMO, and it is ` +
      `${REPORTS_TO_THE_TOP.parts[1]}; but the answer depends on the kind of office. ${kindsText(charts, byVariant)}`,
  }
}

function managerOfOffice(
  { org, office, variant }: Chart,
  options: AnswerOptions,
): VariantParts<'who-does-a-pmo-report-to'> {
  const lines = linesOf(org, office)
  const [line] = lines
  const head = line.from
  const others = managerChoicesOf(head, { ...options, ...variant }).filter(({ to }) => to !== line.to)
  const often = line.hedge === 'many' ? ' in many organisations' : ''
  const titles = others.map(({ to }) => roleOf(org, to).title)
  const elsewhere = others.length === 0 ? '' : ` Other sources name the ${listed(titles, 'or the')} instead.`
  return {
    variant,
    verdict: line.to,
    hedge: line.hedge,
    roles: [head, line.to],
    units: [office],
    lines,
    evidence: others,
    text:
      `The ${unitOf(org, office).title} is headed by the ${titled(org, [head])}, who reports to the ` +
      `${titled(org, [line.to])}${often}.${elsewhere}`,
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

/** By the lines from a project manager into the office; without a kind there is no single answer. */
export function doesAPmReportToIt(
  options: AnswerOptions,
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
  const elsewhere = `the solid line goes to the ${titlesOf(solid)}`
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
