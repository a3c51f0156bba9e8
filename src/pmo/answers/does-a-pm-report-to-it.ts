import { linesOf, roleOf, servicesTo } from '../../internal.js'
import { AUTHORITY_NAMES } from '../data/kind-names.js'
import { OFFICES } from '../data/offices.js'
import type { AnswerParts, VariantParts } from './answer-parts.js'
import { type AnswerOptions, type Chart, chartsOf } from './charts-of.js'
import { titled } from './in-words.js'

type Question = 'does-a-project-manager-report-to-the-pmo'

/** By the lines from a project manager into the office; without a kind there is no one answer. */
export function doesAPmReportToIt(options: AnswerOptions): AnswerParts<Question> {
  const byVariant = chartsOf(options).map(partsOf)
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

function partsOf({ org, variant }: Chart): VariantParts<Question> {
  const { authority, scope } = variant
  const solid = linesOf(org, 'project-manager')
  // A program manager may be a member of the office too; the question is about those who run it.
  const into = linesOf(org, 'project-manager', { lines: 'all' }).filter(({ to }) => {
    const { unit, family } = roleOf(org, to)
    return unit === 'pmo' && family === 'pmo'
  })
  const verdict = into.length === 0 ? 'no' : into[0].kind === 'solid' ? 'yes' : 'dotted at most'
  const lines = [...solid, ...into.filter(({ kind }) => kind === 'dotted')]
  const managers = lines.map(({ to }) => to)
  const office = titled(
    org,
    into.map(({ to }) => to),
  )
  const elsewhere = `the solid line goes to the ${titled(
    org,
    solid.map(({ to }) => to),
  )}`
  const words = {
    yes:
      `yes: by a solid line to the ${office}, since the office assigns project managers from a pool, measures them by ` +
      'KPIs and holds them to account.',
    'dotted at most': `at most by a dotted line to the ${office}, for compliance; ${elsewhere}.`,
    no: `no: the office serves, and no line leads to it; ${elsewhere}.`,
  }[verdict]
  return {
    variant,
    verdict,
    roles: ['project-manager', ...managers],
    units: ['pmo'],
    lines,
    services:
      verdict === 'yes' ? servicesTo(org, 'project-manager').filter(({ name }) => HOLDS.includes(name)) : [],
    evidence: [AUTHORITY_NAMES[authority], ...(scope === 'centre-of-excellence' ? [OFFICES[scope]] : [])],
    text: `Under a ${authority} office, ${words}`,
  }
}

/** The services by which an office holds those whom it assigns to account. */
const HOLDS: readonly string[] = ['assignment of project managers', 'KPIs', 'holding to account']
