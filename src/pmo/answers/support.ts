import { listed, servicesTo } from '../../internal.js'
import type { AnswerParts, VariantParts, Verdicts } from './answer-parts.js'
import { type ChartOptions, type Chart, chartsOf } from './charts-of.js'

type Question = 'how-does-a-pmo-support-a-pm'

/** The services of each chart. The verdict has those that all of them have; services that one of them hedges are separate. */
export function howDoesItSupport(options: ChartOptions): AnswerParts<Question> {
  const byVariant = chartsOf(options).map(servicesOfChart)
  const [first, ...others] = byVariant.map(({ verdict }) => verdict)
  const known = (verdict: Verdicts[Question]): readonly string[] => [...verdict.gives, ...verdict.inSomeCases]
  const gives = first.gives.filter((name) => others.every((verdict) => verdict.gives.includes(name)))
  const inSomeCases = known(first).filter((name) => {
    return !gives.includes(name) && others.every((verdict) => known(verdict).includes(name))
  })
  const all = new Set([first, ...others].flatMap(known))
  const more = [...all].filter((name) => !gives.includes(name) && !inSomeCases.includes(name))
  const hedged = inSomeCases.length === 0 ? '' : `, and in some cases with ${listed(inSomeCases)}`
  const byKind =
    more.length === 0 ? '' : ` Whether it also gives ${listed(more)} depends on the kind of office.`
  return {
    verdict: { gives, inSomeCases },
    roles: ['project-manager'],
    units: [...new Set(byVariant.flatMap(({ units = [] }) => units))],
    services: byVariant.length === 1 ? (byVariant[0].services ?? []) : [],
    byVariant,
    text: `With ${listed(gives)}${hedged}.${byKind} Support is not a reporting line.`,
  }
}

function servicesOfChart({ org, variant }: Chart): VariantParts<Question> {
  const services = servicesTo(org, 'project-manager')
  const namesOf = (hedged: boolean): string[] =>
    services.filter(({ hedge }) => (hedge === 'sometimes') === hedged).map(({ name }) => name)
  const given = services.map(({ name, note = '' }) => `${name} (${note.split(';')[0]})`)
  return {
    variant,
    verdict: { gives: namesOf(false), inSomeCases: namesOf(true) },
    roles: ['project-manager'],
    units: [variant.scope === 'centre-of-excellence' ? variant.scope : 'pmo'],
    services,
    text: `A ${variant.authority} office gives ${listed(given)}.`,
  }
}
