import type { Alias } from '../../internal.js'
import type { CertificationId } from './certifications.js'
import type { Stated, StatedInWords } from './sources.js'

/** The roles of an office, from those who work in it to those who run it. */
export type PmoFamilyId =
  | 'pmo-administrator'
  | 'pmo-coordinator'
  | 'pmo-analyst'
  | 'planner'
  | 'project-controller'
  | 'pmo-specialist'
  | 'pmo-lead'
  | 'pmo-manager'
  | 'coe-lead'
  | 'pmo-director'
  | 'vmo-lead'
  | 'epmo-director'
  | 'tmo-lead'

/** The roles that deliver projects and programmes. */
export type DeliveryFamilyId =
  | 'project-coordinator'
  | 'junior-project-manager'
  | 'project-manager'
  | 'senior-project-manager'
  | 'delivery-manager'
  | 'release-train-engineer'
  | 'project-director'
  | 'program-manager'
  | 'program-director'

/** The roles of a portfolio. */
export type PortfolioFamilyId =
  'portfolio-analyst' | 'portfolio-program-manager' | 'portfolio-manager' | 'portfolio-director'

/** The roles around an office: executives, the sponsor of a project, the line manager. */
export type SurroundingId =
  | 'chief-project-officer'
  | 'chief-transformation-officer'
  | 'functional-executive'
  | 'chief-executive-officer'
  | 'sponsor'
  | 'functional-manager'

/** The 32 roles of the model. */
export type PmoRoleId = PmoFamilyId | DeliveryFamilyId | PortfolioFamilyId | SurroundingId

/** The job families of the model. */
export type PmoFamily = 'pmo' | 'delivery' | 'portfolio' | 'executive' | 'governance' | 'line'

export const PMO_FAMILIES: readonly PmoFamily[] = [
  'pmo',
  'delivery',
  'portfolio',
  'executive',
  'governance',
  'line',
]

/** Years of experience that a role requires. */
export interface YearsFact extends StatedInWords {
  readonly min: number
  /** Left out: `min` or more. */
  readonly max?: number
  /** Years of what, if the source says so. */
  readonly of?: string
}

/** Something that a role is responsible for. */
export interface ResponsibilityFact extends StatedInWords {
  readonly text: string
}

/** The levels of a role within a framework. */
export interface LevelsFact extends Stated {
  /** How many levels there are. */
  readonly count: number
  /** The levels that the model names, from the lowest to the highest; one progresses from each to the next. */
  readonly named: readonly string[]
  /** The grades of the lowest and the highest level, as proposed by this model. */
  readonly grades: readonly [lowest: number, highest: number]
}

/** One row of the role tables, without anything that can be derived. */
export interface RoleEntry extends Stated {
  readonly title: string
  readonly aliases?: readonly Alias[]
  readonly family: PmoFamily
  readonly grade?: number
  /** Years of experience, `[min]` for "or more", as general knowledge. */
  readonly years?: readonly [min: number, max?: number]
  /** Years of experience stated by a source. */
  readonly statedYears?: readonly YearsFact[]
  readonly certifications?: readonly CertificationId[]
  /** What the role is responsible for; a text is according to the sources of the row. */
  readonly responsibilities: readonly (string | ResponsibilityFact)[]
  /** What it is responsible for, according to the customer's document. */
  readonly seedResponsibilities?: readonly (string | ResponsibilityFact)[]
  /** The customer's document calls the position senior. */
  readonly senior?: true
  readonly levels?: LevelsFact
  /** Skills, one letter each. */
  readonly skills?: string
}

export type RoleEntries<Id extends PmoRoleId> = { readonly [K in Id]: RoleEntry }
