import { frozen, counted, listed } from '../internal.js'
import type {
  Certification,
  CertificationChange,
  EntryRoute,
  RequiredExperience,
} from './data/certifications.js'
import type { Source } from './data/sources.js'
import { findCertification } from './find-certification.js'
import { sourcesOfCodes } from './sources-of.js'

/** What it takes to be admitted to a certification. */
export interface Eligibility {
  readonly certification: Certification
  /** Alternatives: any one of them is enough. Empty if the model has none. */
  readonly routes: readonly EntryRoute[]
  /** The month in which the sources were last checked; absent for general knowledge, which has no date. */
  readonly asOf?: string
  readonly changes: readonly CertificationChange[]
  readonly sources: readonly Source[]
  /** The answer in one paragraph. */
  readonly text: string
}

/**
 * Answers who is eligible for a certification, with the date of its sources.
 *
 * Complexity: O(certifications).
 *
 * @param name The certification, by any name that {@link findCertification} knows.
 * @returns A frozen answer, or `undefined` if the model has no certification of that name.
 * @throws {@link OrgError} `INVALID_ARGUMENT`.
 * @example
 * ```ts
 * import { eligibilityFor } from 'rolegraph/pmo'
 *
 * const pmp = eligibilityFor('PMP')
 * console.log(pmp?.asOf, pmp?.routes.length) // => 2026-11 3
 * console.log(pmp?.changes[0]) // => { from: '2026-07-09', what: 'a new exam', disputed: 'the pages disagree on whether eligibility changes with it' }
 * ```
 * @see {@link certifications}.
 */
export function eligibilityFor(name: string): Eligibility | undefined {
  const certification = findCertification(name)
  if (certification === undefined) return undefined
  const { entry, changes = [] } = certification
  const sources = sourcesOfCodes(certification.sources)
  const asOf = sources.map(({ checkedOn }) => checkedOn).find((date) => date !== undefined)
  return frozen<Eligibility>({
    certification,
    routes: entry,
    ...(asOf !== undefined && { asOf }),
    changes,
    sources,
    text: eligibilityText(certification, asOf),
  })
}

function eligibilityText(
  { id, title, entry, changes = [] }: Certification,
  asOf: string | undefined,
): string {
  const named = `${id} (${title})`
  if (entry.length === 0) return `The model has no entry requirements for ${named}.`
  const when = asOf === undefined ? 'by general knowledge' : `as of ${asOf}`
  const news = changes.map(({ from, what, disputed }) => {
    return ` From ${from} there is ${what}${disputed === undefined ? '' : `; ${disputed}`}.`
  })
  return `${named} requires, ${when}: ${entry.map(routeText).join('; or ')}.${news.join('')}`
}

function routeText({ education, experience = [], holds = [], trainingHours, ...rest }: EntryRoute): string {
  const parts = [
    ...(education === undefined ? [] : [education === 'no degree' ? 'without a degree' : `a ${education}`]),
    ...experience.map(experienceText),
    ...holds.map((held) => `the ${held}`),
  ]
  if (trainingHours !== undefined) {
    const instead = rest.orInsteadOfTraining ?? []
    parts.push(`${counted(trainingHours, 'hour')} of training${orText(instead)}`)
  }
  return listed(parts)
}

function experienceText({ amount, unit, of, withinYears, orHolds = [] }: RequiredExperience): string {
  const field = of === undefined ? 'experience' : `${of} experience`
  const within = withinYears === undefined ? '' : ` within the last ${String(withinYears)} years`
  return `${String(amount)} ${unit} of ${field}${within}${orText(orHolds)}`
}

function orText(certifications: readonly string[]): string {
  return certifications.length === 0 ? '' : ` (or the ${listed(certifications, 'or')})`
}
