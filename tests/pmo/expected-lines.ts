import type { Authority, PmoRoleId, PmoScope } from 'rolegraph/pmo'

/** `from: to` for solid lines, `from: [to, …]` for dotted ones, written from the fact sheet. */
export type Solid = Partial<Record<PmoRoleId, PmoRoleId | undefined>>
export type Dotted = Partial<Record<PmoRoleId, readonly PmoRoleId[]>>

const COMMON: Solid = {
  'pmo-administrator': 'pmo-manager',
  'pmo-analyst': 'pmo-manager',
  'pmo-coordinator': 'pmo-manager',
  'pmo-specialist': 'pmo-manager',
  planner: 'pmo-manager',
  'project-controller': 'pmo-manager',
  'pmo-manager': 'pmo-director',
  'project-coordinator': 'project-manager',
  'junior-project-manager': 'senior-project-manager',
  'senior-project-manager': 'portfolio-manager',
  'program-manager': 'portfolio-manager',
  'portfolio-program-manager': 'portfolio-manager',
  'portfolio-director': 'functional-executive',
  'program-director': 'functional-executive',
  'project-director': 'functional-executive',
  'delivery-manager': 'functional-manager',
  'tmo-lead': 'functional-executive',
  'chief-transformation-officer': 'chief-executive-officer',
}

const BY_AUTHORITY: Record<Authority, Solid> = {
  // The head of a supportive office is a manager, so that no line goes from a higher to a lower grade.
  supportive: { 'project-manager': 'functional-manager', 'pmo-manager': 'functional-manager' },
  controlling: { 'project-manager': 'functional-manager', 'pmo-director': 'functional-executive' },
  directive: { 'project-manager': 'pmo-director', 'pmo-director': 'chief-executive-officer' },
}

// What a scope replaces; a directive office comes before it (see below).
const BY_SCOPE: Record<PmoScope, Solid> = {
  project: { 'pmo-lead': 'project-manager', 'pmo-administrator': 'project-manager' },
  programme: {
    'pmo-lead': 'program-manager',
    'project-manager': 'program-manager',
    'senior-project-manager': 'program-manager',
  },
  portfolio: {
    'project-manager': 'portfolio-manager',
    'portfolio-analyst': 'portfolio-manager',
    'portfolio-manager': 'portfolio-director',
  },
  'centre-of-excellence': { 'coe-lead': 'functional-executive' },
  // The directive office leaves the chief or a functional executive; the division says which.
  divisional: { 'pmo-manager': 'pmo-director', 'pmo-director': 'functional-executive' },
  enterprise: {
    'pmo-manager': 'pmo-director',
    'pmo-director': 'functional-executive',
    'epmo-director': 'chief-executive-officer',
    'chief-project-officer': 'chief-executive-officer',
  },
  // The sources say nothing about the solid manager of a spoke.
  'hub-and-spoke': {},
  'value-management': { 'vmo-lead': 'functional-executive' },
}

const DOTTED_BY_AUTHORITY: Record<Authority, readonly PmoRoleId[]> = {
  supportive: ['sponsor'],
  controlling: ['pmo-manager', 'sponsor'],
  directive: ['program-manager', 'sponsor'],
}

const DOTTED_BY_SCOPE: Partial<Record<PmoScope, Dotted>> = {
  programme: { 'pmo-lead': ['coe-lead'] },
  divisional: { 'pmo-director': ['epmo-director'] },
  enterprise: { 'pmo-director': ['epmo-director'], 'chief-project-officer': ['functional-executive'] },
  'value-management': { 'release-train-engineer': ['vmo-lead'] },
}

export function expectedSolid(authority: Authority, scope: PmoScope | undefined): Solid {
  const ofScope = scope === undefined ? {} : BY_SCOPE[scope]
  const lines = { ...COMMON, ...BY_AUTHORITY[authority], ...ofScope }
  // The directive row is first of all.
  return authority === 'directive' ? { ...lines, 'project-manager': 'pmo-director' } : lines
}

export function expectedDotted(authority: Authority, scope: PmoScope | undefined): Dotted {
  return {
    'project-manager': DOTTED_BY_AUTHORITY[authority],
    'program-manager': ['sponsor'],
    ...(scope === undefined ? {} : DOTTED_BY_SCOPE[scope]),
    ...(scope === 'hub-and-spoke' && {
      [authority === 'supportive' ? 'pmo-manager' : 'pmo-director']: ['portfolio-director'],
    }),
  }
}
