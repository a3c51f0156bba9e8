import { frozen, listed, roleOf } from '../../internal.js'
import type { PmoScope } from '../data/kinds.js'
import { OFFICE_OF_SCOPE, type PmoUnitId } from '../data/offices.js'
import type { PmoRoleId } from '../data/role-entry.js'
import { type PmoOptions, settingsOf } from '../pmo-options.js'
import { pmoOrg, type PmoOrg } from '../pmo-org.js'
import { type PmoVariant, pmoVariants, variantsWith } from '../pmo-variants.js'

/** A kind of office, whole or in part, to ask a question about. */
export type ChartOptions = Partial<PmoOptions>

/** One kind of office with its chart. */
export interface Chart {
  readonly variant: PmoVariant
  /** The unit that the kind is about. */
  readonly office: PmoUnitId
  readonly org: PmoOrg
}

/** Checks the options of a chart. Throws `INVALID_OPTION`, also for an authority that the scope rules out. */
export function checkChartOptions(options: ChartOptions): void {
  settingsOf(asked(options))
}

/** The options of a chart, with a default authority that every scope allows. */
function asked(options: ChartOptions): PmoOptions {
  // The default is only for what is left out: null is a mistake of the caller.
  const { authority = 'supportive' } = options
  return { ...options, authority }
}

/** The charts that a question is about: one if the authority is given, otherwise one per authority. */
export function chartsOf(options: ChartOptions): readonly Chart[] {
  const { scope } = settingsOf(asked(options))
  return variantsWith(options.authority, scope).map((variant) => chartOf(variant, options))
}

/** The same, but with every kind of office if neither authority nor scope is given. */
export function chartsOfAllKinds(options: ChartOptions): readonly Chart[] {
  if (options.authority !== undefined || options.scope !== undefined) return chartsOf(options)
  return pmoVariants().map(({ authority, scope }) => {
    return chartOf({ authority, ...(scope !== undefined && { scope }) }, options)
  })
}

/**
 * The chart for a question whose answer is the same under every authority: by default that of a controlling office,
 * which a director heads, or of a supportive one if the scope allows no other.
 */
export function anyChartOf(options: ChartOptions): Chart {
  const { scope } = settingsOf(asked(options))
  const variants = variantsWith(options.authority, scope)
  return chartOf(variants.find(({ authority }) => authority === 'controlling') ?? variants[0], options)
}

/** The chart for a question about one scope, under the authority of the options. */
export function chartOfScope(scope: PmoScope, { authority = 'supportive' }: ChartOptions): Chart {
  return chartOf({ authority, scope }, {})
}

function chartOf(variant: PmoVariant, options: ChartOptions): Chart {
  const org = pmoOrg({ ...options, ...variant })
  const { scope } = variant
  return { variant: frozen(variant), office: scope === undefined ? 'pmo' : OFFICE_OF_SCOPE[scope], org }
}

/** The titles of roles, as a list. */
export function titled(org: PmoOrg, roles: readonly PmoRoleId[], last?: string): string {
  return listed(
    roles.map((role) => roleOf(org, role).title),
    last,
  )
}
