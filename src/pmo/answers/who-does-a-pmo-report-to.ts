import { linesOf, unitOf } from '../../internal.js'
import type { PmoRoleId } from '../data/role-ids.js'
import { REPORTS_TO_THE_TOP } from '../data/statements.js'
import { managerChoicesOf } from '../manager-choices-of.js'
import type { AnswerParts, VariantParts } from './answer-parts.js'
import { type AnswerOptions, type Chart, chartsOfAllKinds } from './charts-of.js'
import { listed, titled } from './in-words.js'

type Question = 'who-does-a-pmo-report-to'

/** The manager of the head of the office that the kind is about, kind by kind. */
export function whoDoesAPmoReportTo(options: AnswerOptions): AnswerParts<Question> {
  const charts = chartsOfAllKinds(options)
  const byVariant = charts.map((chart) => partsOf(chart, options))
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
      `To ${REPORTS_TO_THE_TOP.parts[0]} in many organisations, above all where it is an enterprise PMO, and it is ` +
      `${REPORTS_TO_THE_TOP.parts[1]}; but the answer depends on the kind of office. ${byKindInWords(charts, byVariant)}`,
  }
}

function partsOf({ org, office, variant }: Chart, options: AnswerOptions): VariantParts<Question> {
  const lines = linesOf(org, office)
  const [line] = lines
  const head = line.from
  const others = managerChoicesOf(head, { ...options, ...variant }).filter(({ to }) => to !== line.to)
  const often = line.hedge === 'many' ? ' in many organisations' : ''
  const elsewhere =
    others.length === 0
      ? ''
      : ` Some sources have it under the ${titled(
          org,
          others.map(({ to }) => to),
          'or the',
        )} instead.`
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
function byKindInWords(charts: readonly Chart[], parts: readonly VariantParts<Question>[]): string {
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
