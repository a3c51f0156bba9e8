import { frozen } from './data/frozen.js'
import { AUTHORITY_NAMES, SCOPE_NAMES } from './data/kind-names.js'
import { AUTHORITIES, type Authority, type PmoScope, SCOPES } from './data/kinds.js'
import { OFFICE_OF_SCOPE, OFFICES, type PmoUnitId } from './data/offices.js'
import { AUTHORITY_ROWS, SCOPE_ROWS } from './data/reporting-rows.js'
import type { PmoRoleId } from './data/role-ids.js'
import type { Stated } from './data/stated.js'
import { allowedAuthorities } from './pmo-options.js'

/** One kind of office that {@link pmoOrg} builds; it can be handed to it as it is. */
export interface PmoVariant {
  readonly authority: Authority
  /** Absent for a permanent office whose scope is left open. */
  readonly scope?: PmoScope
}

/** A kind of office with what it is. */
export interface DescribedVariant extends PmoVariant {
  /** The unit that the kind is about. */
  readonly office: PmoUnitId
  readonly head: PmoRoleId
  /** What it is, in one line. */
  readonly explanation: string
  /** What its lines rest on. */
  readonly sources: Stated['sources']
}

/**
 * Every kind of office that the sources allow: the three authorities, alone and with each scope. The one that
 * is missing is the centre of excellence that controls or directs.
 *
 * Complexity: O(kinds).
 *
 * @returns A fresh array of frozen descriptions: first the authorities alone, then scope by scope.
 * @example
 * ```ts
 * import { pmoVariants } from 'rolegraph/pmo'
 *
 * console.log(pmoVariants().length) // => 25
 * console.log(pmoVariants().filter(({ scope }) => scope === 'centre-of-excellence').map(({ authority }) => authority)) // => [ 'supportive' ]
 * ```
 * @see {@link pmoOrg}, {@link findPmoKinds} for what others call them.
 */
export function pmoVariants(): DescribedVariant[] {
  return [undefined, ...SCOPES].flatMap((scope) => {
    return allowedAuthorities(scope).map((authority) => described(authority, scope))
  })
}

/** The bare variants that have an authority and a scope, where they are given. */
export function variantsWith(authority: Authority | undefined, scope: PmoScope | undefined): PmoVariant[] {
  return AUTHORITIES.filter((known) => authority === undefined || known === authority)
    .filter((known) => allowedAuthorities(scope).includes(known))
    .map((known) => ({ authority: known, ...(scope !== undefined && { scope }) }))
}

function described(authority: Authority, scope: PmoScope | undefined): DescribedVariant {
  const office = scope === undefined ? 'pmo' : OFFICE_OF_SCOPE[scope]
  const { control, means } = AUTHORITY_NAMES[authority]
  const form = scope === undefined ? 'a permanent office, its scope left open' : SCOPE_NAMES[scope].means
  return frozen({
    authority,
    ...(scope !== undefined && { scope }),
    office,
    head: OFFICES[office].head,
    explanation: `${form}; ${control} control: ${means}`,
    sources: sourcesOfKind(authority, scope),
  })
}

function sourcesOfKind(authority: Authority, scope: PmoScope | undefined): Stated['sources'] {
  const facts = [AUTHORITY_NAMES[authority], ...AUTHORITY_ROWS[authority], ...scopeFacts(scope)]
  const [first, ...others] = new Set(facts.flatMap((fact) => fact.sources))
  return [first, ...others]
}

/** What a scope rests on: its lines, and what is known of its office. */
export function scopeFacts(scope: PmoScope | undefined): readonly Stated[] {
  return scope === undefined ? [] : [...SCOPE_ROWS[scope], OFFICES[OFFICE_OF_SCOPE[scope]]]
}
