import type { PmoScope } from './kinds.js'
import type { PmoRoleId } from './role-entry.js'
import type { Stated } from './sources.js'

/** The units of the model. Every chart has the `pmo`; the others come with a scope. */
export type PmoUnitId =
  | 'pmo'
  | 'project-office'
  | 'programme-office'
  | 'portfolio-office'
  | 'centre-of-excellence'
  | 'enterprise-pmo'
  | 'value-management-office'

/** The units of each scope in addition to the `pmo`. */
export interface UnitsOfScope {
  readonly project: 'project-office'
  readonly programme: 'programme-office'
  readonly portfolio: 'portfolio-office'
  readonly 'centre-of-excellence': 'centre-of-excellence'
  readonly divisional: never
  readonly enterprise: 'enterprise-pmo'
  readonly 'hub-and-spoke': 'portfolio-office'
  readonly 'value-management': 'value-management-office'
}

/** The same as data. */
export const UNITS_OF_SCOPE: { readonly [S in PmoScope]: readonly UnitsOfScope[S][] } = {
  project: ['project-office'],
  programme: ['programme-office'],
  portfolio: ['portfolio-office'],
  'centre-of-excellence': ['centre-of-excellence'],
  divisional: [],
  enterprise: ['enterprise-pmo'],
  'hub-and-spoke': ['portfolio-office'],
  'value-management': ['value-management-office'],
}

/** One office. The sources are those of the unit and its head. */
export interface OfficeEntry extends Stated {
  readonly title: string
  readonly aliases?: readonly string[]
  readonly kind: 'permanent office' | 'temporary office'
  readonly head: PmoRoleId
  /** Another role that may head the office, with its evidence. */
  readonly otherHead?: Stated & { readonly role: PmoRoleId }
  readonly members: readonly PmoRoleId[]
}

const HEAD_IS_GENERAL = 'the head is general knowledge'

export const OFFICES: { readonly [U in PmoUnitId]: OfficeEntry } = {
  pmo: {
    title: 'Project Management Office',
    aliases: ['PMO'],
    kind: 'permanent office',
    head: 'pmo-director',
    otherHead: { role: 'pmo-manager', sources: ['T4'], hedge: 'typically', note: 'of a supportive office' },
    members: [
      'pmo-administrator',
      'pmo-coordinator',
      'pmo-analyst',
      'planner',
      'project-controller',
      'pmo-specialist',
      'pmo-manager',
      'pmo-director',
      'chief-project-officer',
    ],
    sources: ['seed'],
    note: 'a group or department that sets and maintains the standards for project management',
  },
  'project-office': {
    title: 'Project Office',
    kind: 'temporary office',
    head: 'pmo-lead',
    members: ['pmo-lead', 'pmo-administrator'],
    sources: ['PR', 'general'],
    note: HEAD_IS_GENERAL,
  },
  'programme-office': {
    title: 'Programme Office',
    aliases: ['Program Office', 'Programme PMO', 'Program PMO'],
    kind: 'temporary office',
    head: 'pmo-lead',
    members: ['pmo-lead'],
    sources: ['seed', 'general'],
    note: `staffed by the program manager; ${HEAD_IS_GENERAL}`,
  },
  'portfolio-office': {
    title: 'Portfolio Office',
    kind: 'permanent office',
    head: 'portfolio-director',
    members: ['portfolio-analyst', 'portfolio-manager', 'portfolio-director'],
    sources: ['P3L', 'general'],
    note: HEAD_IS_GENERAL,
  },
  'centre-of-excellence': {
    title: 'Centre of Excellence',
    aliases: ['Center of Excellence', 'CoE'],
    kind: 'permanent office',
    head: 'coe-lead',
    members: ['coe-lead'],
    sources: ['QZ', 'general'],
    note: `no project managers, services only; ${HEAD_IS_GENERAL}`,
  },
  'enterprise-pmo': {
    title: 'Enterprise PMO',
    aliases: ['EPMO', 'Enterprise Project Management Office'],
    kind: 'permanent office',
    head: 'epmo-director',
    otherHead: { role: 'chief-project-officer', sources: ['BH'], note: 'titled CPMO' },
    members: ['epmo-director', 'chief-project-officer'],
    sources: ['seed', 'general'],
    note: HEAD_IS_GENERAL,
  },
  'value-management-office': {
    title: 'Value Management Office',
    aliases: ['VMO', 'Agile PMO'],
    kind: 'permanent office',
    head: 'vmo-lead',
    members: ['vmo-lead'],
    sources: ['AV', 'general'],
    note: HEAD_IS_GENERAL,
  },
}

/** The office that each scope is about. */
export const OFFICE_OF_SCOPE: { readonly [S in PmoScope]: PmoUnitId } = {
  project: 'project-office',
  programme: 'programme-office',
  portfolio: 'portfolio-office',
  'centre-of-excellence': 'centre-of-excellence',
  divisional: 'pmo',
  enterprise: 'enterprise-pmo',
  'hub-and-spoke': 'portfolio-office',
  'value-management': 'value-management-office',
}

/** Further members that the office may have in larger organisations. */
export const LARGER_MEMBERS: Stated & { readonly roles: readonly PmoRoleId[] } = {
  roles: ['program-manager', 'portfolio-program-manager'],
  sources: ['seed'],
  hedge: 'may',
  note: 'in larger organisations',
}
