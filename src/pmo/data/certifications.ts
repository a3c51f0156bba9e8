import { frozen } from '../../internal.js'
import { GENERAL, type Stated } from './sources.js'
import { mapped } from './table.js'

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
  /** Only experience of this many last years counts. */
  readonly withinYears?: number
  /** Certifications each of which may replace this experience. */
  readonly orHolds?: readonly CertificationId[]
}

/** One route to admission. All of its parts must hold. */
export interface EntryRoute {
  readonly education?: 'secondary degree' | 'degree' | 'GAC degree' | 'no degree'
  readonly experience?: readonly RequiredExperience[]
  /** Certifications that the candidate must hold already. */
  readonly holds?: readonly CertificationId[]
  readonly trainingHours?: number
  /** Certifications each of which may replace the training. */
  readonly orInsteadOfTraining?: readonly CertificationId[]
}

/** A change of a certification, with the date from which it holds. */
export interface CertificationChange {
  readonly from: string
  readonly what: string
  /** Whether the sources agree on it. */
  readonly disputed?: string
}

/** A certification with its entry requirements. */
export interface Certification extends Stated {
  readonly id: CertificationId
  readonly title: string
  /** Other names, including former ones. */
  readonly aliases: readonly string[]
  /** The names that it had before a renaming; each is an alias too. */
  readonly formerNames: readonly string[]
  /** The certification that it follows, which is a different one. */
  readonly predecessor?: string
  /** The date from which it holds under this name, as exact as the source gives it. */
  readonly since?: string
  readonly changes?: readonly CertificationChange[]
  /** Alternatives: any one of them is enough. Empty if the model has none. */
  readonly entry: readonly EntryRoute[]
}

interface Entry extends Partial<
  Pick<
    Certification,
    'aliases' | 'formerNames' | 'predecessor' | 'since' | 'changes' | 'entry' | 'note' | 'sources'
  >
> {
  readonly title: string
}

const PMP_TRAINING = { trainingHours: 35, orInsteadOfTraining: ['CAPM'] } as const

function pmpRoute(education: NonNullable<EntryRoute['education']>, amount: number): EntryRoute {
  return { education, experience: [{ amount, unit: 'months', withinYears: 8 }], ...PMP_TRAINING }
}

const P3O_NAME = 'PRINCE2 Portfolio, Programme and Project Offices'

const ENTRIES: { readonly [Id in CertificationId]: Entry } = {
  CAPM: {
    title: 'Certified Associate in Project Management',
    entry: [{ education: 'secondary degree', trainingHours: 23 }],
  },
  PMP: {
    title: 'Project Management Professional',
    entry: [pmpRoute('degree', 36), pmpRoute('no degree', 60), pmpRoute('GAC degree', 24)],
    changes: [
      {
        from: '2026-07-09',
        what: 'a new exam',
        disputed: 'the pages disagree on whether eligibility changes with it',
      },
    ],
    sources: ['PI', 'TY', 'EI'],
  },
  PgMP: {
    title: 'Program Management Professional',
    entry: [
      {
        education: 'degree',
        experience: [
          { amount: 48, unit: 'months', of: 'project', orHolds: ['PMP'] },
          { amount: 48, unit: 'months', of: 'program' },
        ],
      },
      {
        education: 'secondary degree',
        experience: [
          { amount: 48, unit: 'months', of: 'project', orHolds: ['PMP'] },
          { amount: 84, unit: 'months', of: 'program' },
        ],
      },
    ],
    sources: ['PI'],
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
      {
        education: 'secondary degree',
        experience: [
          { amount: 96, unit: 'months', of: 'business' },
          { amount: 84, unit: 'months', of: 'portfolio' },
        ],
      },
    ],
    sources: ['PI'],
  },
  'PMI-PMOCP': {
    title: 'PMI Project Management Office Certified Professional',
    aliases: ['PMOCP'],
    predecessor: 'PMO-CP',
    since: '2025-02-04',
    entry: [
      { education: 'secondary degree', experience: [{ amount: 3, unit: 'years' }], trainingHours: 10 },
      { education: 'secondary degree', holds: ['PMP'], trainingHours: 10 },
    ],
    sources: ['PI'],
  },
  P3O: {
    title: P3O_NAME,
    formerNames: ['P3O', 'Portfolio, Programme and Project Offices'],
    sources: ['TK'],
  },
  'P3O-F': { title: `${P3O_NAME}, foundation`, formerNames: ['P3O Foundation'], sources: ['TK'] },
  'P3O-P': { title: `${P3O_NAME}, practitioner`, formerNames: ['P3O Practitioner'], sources: ['TK'] },
  'PRINCE2-F': { title: 'PRINCE2 Foundation' },
  'PRINCE2-P': { title: 'PRINCE2 Practitioner' },
  MSP: {
    title: 'PRINCE2 Programme Management',
    formerNames: ['MSP', 'Managing Successful Programmes'],
    since: '2024',
    sources: ['TK'],
  },
  MoP: {
    title: 'PRINCE2 Portfolio Management',
    formerNames: ['MoP', 'Management of Portfolios'],
    note: 'the new name is general knowledge',
  },
}

/** The certifications of the roles of the model, by id. Former names are ids and aliases. */
export const certifications: { readonly [Id in CertificationId]: Certification } = frozen(
  mapped(ENTRIES, ({ title, aliases = [], formerNames = [], entry = [], ...rest }, id): Certification => ({
    ...GENERAL,
    id,
    title,
    aliases: [...new Set([id, ...aliases, ...formerNames])],
    formerNames,
    entry,
    ...rest,
  })),
)
