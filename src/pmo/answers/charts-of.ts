import { frozen } from '../data/frozen.js'
import type { PmoScope } from '../data/kinds.js'
import { OFFICE_OF_SCOPE, type PmoUnitId } from '../data/offices.js'
import { noOptions, type PmoOptions, settingsOf } from '../pmo-options.js'
import { pmoOrg, type PmoOrg } from '../pmo-org.js'
import { type PmoVariant, pmoVariants, variantsWith } from '../pmo-variants.js'

/** What a question may be asked with: a kind of office, whole or in part. */
export type AnswerOptions = Partial<PmoOptions>

/** One kind of office with its chart. */
export interface Chart {
  readonly variant: PmoVariant
  /** The unit that the kind is about. */
  readonly office: PmoUnitId
  readonly org: PmoOrg
}

/** Refuses what is no option, and an authority that the scope rules out. */
export function checkAnswerOptions(options: AnswerOptions): void {
  const received: unknown = options
  if (typeof received === 'object' && received !== null) settingsOf(asked(options))
  else throw noOptions('answer', received)
}

/** The options of a chart: where no authority is asked about, those of one that every scope allows. */
function asked(options: AnswerOptions): PmoOptions {
  // Only what is left out gets the default: null is a mistake of the caller.
  const { authority = 'supportive' } = options
  return { ...options, authority }
}

/** The kinds that a question is about: one where the authority is given, else one an authority. */
export function chartsOf(options: AnswerOptions): readonly Chart[] {
  const { scope } = settingsOf(asked(options))
  return variantsWith(options.authority, scope).map((variant) => chartOf(variant, options))
}

/** The same; where neither authority nor scope is given, every kind that there is. */
export function chartsOfAllKinds(options: AnswerOptions): readonly Chart[] {
  if (options.authority !== undefined || options.scope !== undefined) return chartsOf(options)
  return pmoVariants().map(({ authority, scope }) => {
    return chartOf({ authority, ...(scope !== undefined && { scope }) }, options)
  })
}

/** The chart for a question that is the same under every authority. */
export function anyChartOf(options: AnswerOptions): Chart {
  return chartsOf(options)[0]
}

/** The chart of the scope that a question is about by itself, under the authority that was asked about. */
export function chartOfScope(scope: PmoScope, { authority = 'supportive' }: AnswerOptions): Chart {
  return chartOf({ authority, scope }, {})
}

function chartOf(variant: PmoVariant, options: AnswerOptions): Chart {
  const org = pmoOrg({ ...options, ...variant })
  const { scope } = variant
  return { variant: frozen(variant), office: scope === undefined ? 'pmo' : OFFICE_OF_SCOPE[scope], org }
}
