import type { Authority, PmoScope } from './kinds.js'
import type { Stated } from './stated.js'

/** Who names a kind of office so: the two axes of this model, or a scheme that others published. */
export type KindScheme = 'authority' | 'scope' | 'PMI Pulse' | 'Gartner' | 'Casey–Peck'

/** A published scheme: its names, and the few that mean about the same as something here. */
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
    scheme: 'Casey–Peck',
    aliases: ['Casey-Peck', 'Casey and Peck', 'Casey & Peck'],
    kinds: [
      { name: 'weather station' },
      { name: 'control tower' },
      { name: 'resource pool', about: { authority: 'directive', sources: ['general'] } },
    ],
    sources: ['CA'],
  },
]

/** What the authorities are called by their control, and what each means in a few words. */
export const AUTHORITY_NAMES: {
  readonly [A in Authority]: Stated & {
    readonly control: 'low' | 'moderate' | 'high'
    readonly means: string
  }
} = {
  supportive: { control: 'low', means: 'the office serves, and no line leads to it', sources: ['B5'] },
  controlling: {
    control: 'moderate',
    means: 'the office asks project managers for compliance, at most along a dotted line',
    sources: ['B5'],
  },
  directive: {
    control: 'high',
    means: 'the office assigns project managers from a pool, and they report to its director',
    sources: ['seed', 'T1', 'T3'],
  },
}

/** The other names of the scopes, and what each means in a few words. */
export const SCOPE_NAMES: {
  readonly [S in PmoScope]: { readonly aliases: readonly string[]; readonly means: string }
} = {
  project: {
    aliases: ['project office'],
    means: 'a temporary office of one project, under its project manager',
  },
  programme: {
    aliases: ['program', 'programme office', 'program office'],
    means: 'a temporary office of one programme, under the program manager, who staffs it',
  },
  portfolio: {
    aliases: ['portfolio office'],
    means: 'a permanent portfolio office, under an executive or the chief executive',
  },
  'centre-of-excellence': {
    aliases: ['center-of-excellence', 'coe'],
    means: 'a centre that has no project managers and only serves',
  },
  divisional: { aliases: ['divisional office'], means: 'the office of one division' },
  enterprise: {
    aliases: ['enterprise pmo', 'epmo'],
    means: 'an office of the whole enterprise beside the offices of its divisions',
  },
  'hub-and-spoke': {
    aliases: ['hub'],
    means: 'the office of a division (the hub) with a dotted line to a central portfolio office',
  },
  'value-management': {
    aliases: ['agile', 'agile pmo', 'vmo', 'value management office'],
    means: 'an agile office that coordinates value streams',
  },
}
