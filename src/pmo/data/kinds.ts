import type { Stated } from './sources.js'

/** How much control an office has over projects: the first axis. */
export type Authority = 'supportive' | 'controlling' | 'directive'

/** The scope or form of an office: the second axis. */
export type PmoScope =
  | 'project'
  | 'programme'
  | 'portfolio'
  | 'centre-of-excellence'
  | 'divisional'
  | 'enterprise'
  | 'hub-and-spoke'
  | 'value-management'

/** A scope in British or American spelling. */
export type ScopeSpelling = PmoScope | 'program' | 'center-of-excellence'

export const AUTHORITIES: readonly Authority[] = ['supportive', 'controlling', 'directive']

export const SCOPES: readonly PmoScope[] = [
  'project',
  'programme',
  'portfolio',
  'centre-of-excellence',
  'divisional',
  'enterprise',
  'hub-and-spoke',
  'value-management',
]

/** Whether the projects are part of a programme, of a portfolio or of neither. */
export type Within = 'programme' | 'portfolio' | 'none'

/** The scheme that a name belongs to: one of the two axes of this model, or a published scheme. */
export type KindScheme =
  | 'authority'
  | 'scope'
  | 'PMI Pulse'
  | 'PMI practice guide'
  | 'Gartner'
  | 'Gartner 2024'
  | 'Casey–Peck'
  | 'Lean-Agile'

/** A published scheme, with the kinds that correspond to one of this model. */
export interface PublishedScheme extends Stated {
  readonly scheme: Exclude<KindScheme, 'authority' | 'scope'>
  /** Other spellings of the scheme. */
  readonly aliases: readonly string[]
  readonly kinds: readonly {
    readonly name: string
    readonly aliases?: readonly string[]
    readonly about?: Stated & { readonly authority: Authority }
  }[]
}

export const PUBLISHED_SCHEMES: readonly PublishedScheme[] = [
  {
    scheme: 'PMI Pulse',
    aliases: ['PMI', 'Pulse'],
    kinds: [
      { name: 'unit' },
      { name: 'project-specific' },
      { name: 'support/controls', aliases: ['support', 'controls'] },
      { name: 'enterprise' },
      { name: 'centre of excellence', aliases: ['center of excellence'] },
    ],
    sources: ['PF'],
  },
  {
    scheme: 'PMI practice guide',
    aliases: ['PMI'],
    kinds: [{ name: 'Value Ring', aliases: ['PMO Value Ring', 'customer-centric Value Ring'] }],
    sources: ['VR'],
  },
  {
    scheme: 'Gartner',
    aliases: [],
    kinds: [
      { name: 'activist' },
      { name: 'delivery' },
      { name: 'compliance' },
      { name: 'centralised', aliases: ['centralized'] },
    ],
    sources: ['GA'],
  },
  {
    scheme: 'Gartner 2024',
    aliases: ['Gartner'],
    kinds: [{ name: 'governance' }, { name: 'execution' }, { name: 'strategic' }, { name: 'by location' }],
    sources: ['GB'],
  },
  {
    scheme: 'Casey–Peck',
    aliases: ['Casey-Peck', 'Casey and Peck', 'Casey & Peck'],
    kinds: [
      { name: 'weather station' },
      { name: 'control tower' },
      { name: 'resource pool', about: { authority: 'directive', sources: ['CB'] } },
    ],
    sources: ['CA'],
  },
  {
    scheme: 'Lean-Agile',
    aliases: [],
    kinds: [
      {
        name: 'Lean-Agile Centre of Excellence',
        aliases: ['Lean-Agile Center of Excellence', 'LACE'],
      },
    ],
    sources: ['AV'],
  },
]

/** The level of control of each authority, and its meaning in a few words. */
export const AUTHORITY_NAMES: {
  readonly [A in Authority]: Stated & {
    readonly control: 'low' | 'moderate' | 'high'
    readonly means: string
  }
} = {
  supportive: {
    control: 'low',
    means: 'the office provides services, and no reporting line leads to it',
    sources: ['B5'],
  },
  controlling: {
    control: 'moderate',
    means: 'project managers comply with the standards of the office, with at most a dotted line to it',
    sources: ['B5'],
  },
  directive: {
    control: 'high',
    means: 'the office assigns project managers from a pool, and they report to its director',
    sources: ['seed', 'T1', 'T3'],
  },
}

/** Other names of each scope, and its meaning in a few words. */
export const SCOPE_NAMES: {
  readonly [S in PmoScope]: { readonly aliases: readonly string[]; readonly means: string }
} = {
  project: {
    aliases: ['project office'],
    means: 'a temporary office for one project, under its project manager',
  },
  programme: {
    aliases: ['program', 'programme office', 'program office'],
    means: 'a temporary office for one programme, under the program manager, who staffs it',
  },
  portfolio: {
    aliases: ['portfolio office'],
    means: 'a permanent portfolio office, under an executive or the chief executive',
  },
  'centre-of-excellence': {
    aliases: ['center-of-excellence', 'coe'],
    means: 'a centre without project managers that only provides services',
  },
  divisional: {
    aliases: ['divisional office', 'hub portfolio office'],
    means: 'the office of one division, which P3O calls a hub portfolio office',
  },
  enterprise: {
    aliases: ['enterprise pmo', 'epmo'],
    means: 'an office for the whole enterprise, alongside the offices of its divisions',
  },
  'hub-and-spoke': {
    aliases: ['hub'],
    means: 'a central portfolio office (the hub) with departmental offices (the spokes)',
  },
  'value-management': {
    aliases: ['agile', 'agile pmo', 'vmo', 'value management office'],
    means: 'an agile office that coordinates value streams',
  },
}
