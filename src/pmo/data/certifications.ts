import { GENERAL, type Stated } from './sources.js'
import { frozen, mapped } from './table.js'

/** A certification of the model; `-F` is the foundation level, `-P` the practitioner level. */
export type CertificationId =
  | 'CAPM'
  | 'PMP'
  | 'PgMP'
  | 'PfMP'
  | 'PMI-PMOCP'
  | 'P3O'
  | 'P3O-F'
  | 'P3O-P'
  | 'PRINCE2-F'
  | 'PRINCE2-P'
  | 'MSP'
  | 'MoP'

/** Experience that a certification requires. */
export interface RequiredExperience {
  readonly amount: number
  readonly unit: 'months' | 'years'
  /** The field of the experience, if the requirement names one. */
  readonly of?: 'project' | 'program' | 'business' | 'portfolio'
}

/** One route to admission. All of its parts must hold. */
export interface EntryRoute {
  readonly education?: 'secondary degree' | 'degree' | 'no degree'
  readonly experience?: readonly RequiredExperience[]
  /** Certifications that the candidate must hold already. */
  readonly holds?: readonly CertificationId[]
  readonly trainingHours?: number
}

/** A certification with its entry requirements. */
export interface Certification extends Stated {
  readonly id: CertificationId
  readonly title: string
  /** Other names, including former ones. */
  readonly aliases: readonly string[]
  /** Alternatives: any one of them is enough. Empty if the model has none. */
  readonly entry: readonly EntryRoute[]
}

const RENAMED = 'now named under PRINCE2; the old name stays as an alias'

type Entry = Partial<Pick<Certification, 'aliases' | 'entry' | 'note'>> & { readonly title: string }

const ENTRIES: { readonly [Id in CertificationId]: Entry } = {
  CAPM: {
    title: 'Certified Associate in Project Management',
    entry: [{ education: 'secondary degree', trainingHours: 23 }],
  },
  PMP: {
    title: 'Project Management Professional',
    entry: [
      { education: 'degree', experience: [{ amount: 36, unit: 'months' }], trainingHours: 35 },
      { education: 'no degree', experience: [{ amount: 60, unit: 'months' }], trainingHours: 35 },
    ],
  },
  PgMP: {
    title: 'Program Management Professional',
    entry: [
      {
        education: 'degree',
        experience: [
          { amount: 48, unit: 'months', of: 'project' },
          { amount: 48, unit: 'months', of: 'program' },
        ],
      },
    ],
  },
  PfMP: {
    title: 'Portfolio Management Professional',
    entry: [
      {
        education: 'degree',
        experience: [
          { amount: 96, unit: 'months', of: 'business' },
          { amount: 48, unit: 'months', of: 'portfolio' },
        ],
      },
    ],
  },
  'PMI-PMOCP': {
    title: 'PMI PMO Certified Professional',
    aliases: ['PMOCP', 'PMO-CP'],
    entry: [
      { experience: [{ amount: 3, unit: 'years' }], trainingHours: 10 },
      { holds: ['PMP'], trainingHours: 10 },
    ],
  },
  P3O: { title: 'PRINCE2 (formerly P3O)', note: RENAMED },
  'P3O-F': {
    title: 'PRINCE2 (formerly P3O), foundation',
    aliases: ['P3O Foundation'],
    note: RENAMED,
  },
  'P3O-P': {
    title: 'PRINCE2 (formerly P3O), practitioner',
    aliases: ['P3O Practitioner'],
    note: RENAMED,
  },
  'PRINCE2-F': { title: 'PRINCE2 Foundation' },
  'PRINCE2-P': { title: 'PRINCE2 Practitioner' },
  MSP: { title: 'PRINCE2 (formerly MSP)', aliases: ['Managing Successful Programmes'], note: RENAMED },
  MoP: { title: 'Management of Portfolios' },
}

/** The certifications of the roles of the model, by id. Former names are ids and aliases. */
export const certifications: { readonly [Id in CertificationId]: Certification } = frozen(
  mapped(ENTRIES, ({ title, aliases = [], entry = [], note }, id) => ({
    id,
    title,
    aliases: [id, ...aliases],
    entry,
    ...GENERAL,
    ...(note !== undefined && { note }),
  })),
)
