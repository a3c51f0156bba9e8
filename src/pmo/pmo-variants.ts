import { frozen } from '../internal.js'
import {
  AUTHORITIES,
  type Authority,
  AUTHORITY_NAMES,
  type PmoScope,
  SCOPE_NAMES,
  SCOPES,
} from './data/kinds.js'
import { OFFICE_OF_SCOPE, OFFICES, type PmoUnitId } from './data/offices.js'
import { AUTHORITY_ROWS, SCOPE_ROWS } from './data/reporting-rows.js'
import type { PmoRoleId } from './data/role-entry.js'
import type { Stated } from './data/sources.js'
import { allowedAuthorities, settingsOf } from './pmo-options.js'
import { headOfOffice } from './reporting-lines.js'

/** One kind of office; it can be passed to {@link pmoOrg} as it is. */
export interface PmoVariant {
  readonly authority: Authority
  /** Absent for a permanent office of unspecified scope. */
  readonly scope?: PmoScope
}

/** A kind of office with its description. */
export interface DescribedVariant extends PmoVariant {
  /** The unit that the kind is about. */
  readonly office: PmoUnitId
  readonly head: PmoRoleId
  /** A one-line explanation. */
  readonly explanation: string
  /** The sources of its lines. */
  readonly sources: Stated['sources']
}

/**
 * Returns every kind of office that the sources allow: the three authorities, alone and with each scope. Only a centre
 * of excellence that controls or directs is missing.
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
 * @see {@link pmoOrg}, {@link findPmoKinds} for the names that others use.
 */
export function pmoVariants(): DescribedVariant[] {
  return [undefined, ...SCOPES].flatMap((scope) => {
    return allowedAuthorities(scope).map((authority) => described(authority, scope))
  })
}

/** The variants with the given authority and scope; left out: any authority, no scope. */
export function variantsWith(authority: Authority | undefined, scope: PmoScope | undefined): PmoVariant[] {
  return AUTHORITIES.filter((known) => authority === undefined || known === authority)
    .filter((known) => allowedAuthorities(scope).includes(known))
    .map((known) => ({ authority: known, ...(scope !== undefined && { scope }) }))
}

function described(authority: Authority, scope: PmoScope | undefined): DescribedVariant {
  const office = scope === undefined ? 'pmo' : OFFICE_OF_SCOPE[scope]
  const { control, means } = AUTHORITY_NAMES[authority]
  const form = scope === undefined ? 'a permanent office of unspecified scope' : SCOPE_NAMES[scope].means
  return frozen({
    authority,
    ...(scope !== undefined && { scope }),
    office,
    head: headOfOffice(office, settingsOf({ authority, ...(scope !== undefined && { scope }) })),
    explanation: `${form}; ${control} control: ${means}`,
    sources: sourcesOfKind(authority, scope),
  })
}

function sourcesOfKind(authority: Authority, scope: PmoScope | undefined): Stated['sources'] {
  const facts = [AUTHORITY_NAMES[authority], ...AUTHORITY_ROWS[authority], ...scopeFacts(scope)]
  const [first, ...others] = new Set(facts.flatMap((fact) => fact.sources))
  return [first, ...others]
}

/** The facts of a scope: its lines and its office. */
export function scopeFacts(scope: PmoScope | undefined): readonly Stated[] {
  return scope === undefined ? [] : [...SCOPE_ROWS[scope], OFFICES[OFFICE_OF_SCOPE[scope]]]
}
