import type { Alias } from '../../internal.js'
import type { CertificationId } from './certifications.js'
import type { PmoFamily, PmoRoleId } from './role-ids.js'
import type { Stated } from './stated.js'

/** Years of experience that a role asks for. */
export interface YearsFact extends Stated {
  readonly min: number
  /** Left out: `min` or more. */
  readonly max?: number
  /** Years of what, where the source says so. */
  readonly of?: string
}

/** Something that a role is responsible for. */
export interface ResponsibilityFact extends Stated {
  readonly text: string
}

/** One row of the role tables, as it is written down: short, and without what can be derived. */
export interface RoleEntry extends Stated {
  readonly title: string
  readonly aliases?: readonly Alias[]
  readonly family: PmoFamily
  readonly grade?: number
  /** Years of experience, `[min]` for "or more"; they are general knowledge. */
  readonly years?: readonly [min: number, max?: number]
  /** The same where a source states them. */
  readonly statedYears?: readonly YearsFact[]
  readonly certifications?: readonly CertificationId[]
  /** What the role is responsible for, by the sources of the row. */
  readonly responsibilities: readonly string[]
  /** What it is responsible for by the seed document. */
  readonly seedResponsibilities?: readonly string[]
  /** The seed document calls the position a senior one. */
  readonly senior?: true
  /** Skills, a letter each. */
  readonly skills?: string
}

export type RoleEntries<Id extends PmoRoleId> = { readonly [K in Id]: RoleEntry }
