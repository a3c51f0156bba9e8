/** The roles of an office: those who run it and those who work in it. */
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

/** The roles that deliver projects and programmes. */
export type DeliveryFamilyId =
  | 'project-coordinator'
  | 'junior-project-manager'
  | 'project-manager'
  | 'senior-project-manager'
  | 'release-train-engineer'
  | 'project-director'
  | 'program-manager'
  | 'program-director'

/** The roles of a portfolio. */
export type PortfolioFamilyId =
  'portfolio-analyst' | 'portfolio-program-manager' | 'portfolio-manager' | 'portfolio-director'

/** The roles around: executives, the sponsor of a project, the line manager. */
export type SurroundingId =
  | 'chief-project-officer'
  | 'functional-executive'
  | 'chief-executive-officer'
  | 'sponsor'
  | 'functional-manager'

/** The 29 roles of the model. */
export type PmoRoleId = PmoFamilyId | DeliveryFamilyId | PortfolioFamilyId | SurroundingId

/** The job families of the model. */
export type PmoFamily = 'pmo' | 'delivery' | 'portfolio' | 'executive' | 'governance' | 'line'
