import type { LineKind } from '../../internal.js'
import type { Authority, PmoScope, Within } from './kinds.js'
import type { PmoRoleId } from './role-entry.js'
import { INFERRED, type Stated } from './sources.js'

/** One row of the reporting tables: each role of `from` reports to `to`. */
export interface LineRow extends Stated {
  readonly from: readonly PmoRoleId[]
  readonly to: PmoRoleId
  readonly kind: LineKind
  /** Holds only if the projects are part of this. */
  readonly within?: Within
  /** Holds only in larger organisations. */
  readonly larger?: true
  /** Holds only for the role that heads the office. */
  readonly head?: true
}

type Evidence = readonly [Stated['sources'], Omit<Stated, 'sources'>?]

function line(kind: LineKind, from: readonly PmoRoleId[], to: PmoRoleId, [sources, rest]: Evidence): LineRow {
  return { from, to, kind, sources, ...rest }
}
const solid = (from: readonly PmoRoleId[], to: PmoRoleId, ...evidence: Evidence): LineRow =>
  line('solid', from, to, evidence)
const dotted = (from: readonly PmoRoleId[], to: PmoRoleId, ...evidence: Evidence): LineRow =>
  line('dotted', from, to, evidence)

const MANY = { hedge: 'many' } as const
const SOMETIMES = { hedge: 'sometimes' } as const
const TYPICALLY = { hedge: 'typically' } as const

/** The lines of projects that are part of a programme or a portfolio. */
export const CONDITION_ROWS: readonly LineRow[] = [
  { ...solid(['project-manager'], 'program-manager', ['WH', 'EP']), within: 'programme' },
  { ...solid(['project-manager'], 'portfolio-manager', ['WH', 'EP']), within: 'portfolio' },
  // The two lines of the common rows in the other order: inside a programme, its manager is the usual one.
  { ...solid(['senior-project-manager'], 'program-manager', ['WH'], SOMETIMES), within: 'programme' },
  { ...solid(['senior-project-manager'], 'portfolio-manager', ['WH']), within: 'programme' },
]

/** The lines under every kind of office. Several solid lines of one role are alternatives, the usual one first. */
export const COMMON_ROWS: readonly LineRow[] = [
  solid(['pmo-administrator', 'pmo-analyst'], 'pmo-manager', ['AG']),
  solid(['pmo-coordinator', 'pmo-specialist', 'planner', 'project-controller'], 'pmo-manager', ['general']),
  solid(['pmo-manager'], 'pmo-director', ['AG'], TYPICALLY),
  solid(['pmo-manager'], 'functional-executive', ['AG'], { note: 'the COO' }),
  solid(['project-coordinator'], 'project-manager', ['ST']),
  solid(['junior-project-manager'], 'senior-project-manager', ['WH']),
  solid(['junior-project-manager'], 'program-manager', ['WH']),
  solid(['junior-project-manager', 'senior-project-manager'], 'portfolio-manager', ['WH']),
  solid(['senior-project-manager'], 'program-manager', ['WH'], SOMETIMES),
  solid(['program-manager', 'portfolio-program-manager'], 'portfolio-manager', ['general']),
  solid(['portfolio-director', 'program-director', 'project-director'], 'functional-executive', ['general']),
  solid(['delivery-manager'], 'functional-manager', ['general']),
  solid(['tmo-lead'], 'functional-executive', ['PE'], { note: 'the CFO, the COO or the CIO' }),
  solid(['tmo-lead'], 'chief-transformation-officer', ['general']),
  solid(['chief-transformation-officer'], 'chief-executive-officer', ['general']),
  dotted(['project-manager'], 'sponsor', ['PR'], { note: INFERRED }),
  dotted(['program-manager'], 'sponsor', ['BU']),
]

const BY_APPOINTMENT = solid(['project-manager'], 'project-director', ['BZ'], { note: 'by appointment' })

/** The lines that the authority of an office adds. */
export const AUTHORITY_ROWS: { readonly [A in Authority]: readonly LineRow[] } = {
  supportive: [
    solid(['project-manager'], 'functional-manager', ['T2']),
    BY_APPOINTMENT,
    { ...solid(['pmo-manager'], 'functional-manager', ['T4'], TYPICALLY), head: true },
    { ...solid(['pmo-manager'], 'functional-executive', ['P3L', 'PT', 'PS']), head: true },
  ],
  controlling: [
    solid(['project-manager'], 'functional-manager', ['T2']),
    BY_APPOINTMENT,
    dotted(['project-manager'], 'pmo-manager', ['B5'], { note: `${INFERRED}: for compliance` }),
    solid(['pmo-director'], 'functional-executive', ['P3L', 'PT', 'PS', 'FS'], { hedge: 'may' }),
  ],
  directive: [
    solid(['project-manager'], 'pmo-director', ['seed', 'T1', 'T3'], { note: 'assigned from a pool' }),
    dotted(['project-manager'], 'program-manager', ['general']),
    {
      ...solid(['program-manager', 'portfolio-program-manager'], 'pmo-director', ['seed'], {
        note: `${INFERRED}: the source gives the membership in the office`,
      }),
      larger: true,
    },
    solid(['pmo-director'], 'chief-executive-officer', ['seed'], MANY),
    solid(['pmo-director'], 'functional-executive', ['PT']),
  ],
}

const DIVISIONAL_ROWS: readonly LineRow[] = [
  solid(['pmo-director'], 'functional-executive', ['P3L', 'TC'], { note: 'the head of the division' }),
  dotted(['pmo-director'], 'epmo-director', ['TC'], { note: INFERRED }),
]

const WHICHEVER = `${INFERRED}: whichever of lead and administrator runs the office`

/** The lines that the scope of an office adds. */
export const SCOPE_ROWS: { readonly [S in PmoScope]: readonly LineRow[] } = {
  project: [
    solid(['pmo-administrator'], 'project-manager', ['PR'], { note: WHICHEVER }),
    solid(['pmo-lead'], 'project-manager', ['PR'], {
      note: `${WHICHEVER}; the line goes to a lower grade, since the project manager sets up the office`,
    }),
    solid(['pmo-administrator'], 'pmo-manager', ['AG']),
  ],
  programme: [
    solid(['pmo-lead'], 'program-manager', ['general']),
    dotted(['pmo-lead'], 'coe-lead', ['general']),
  ],
  portfolio: [
    solid(['portfolio-director'], 'functional-executive', ['P3L'], {
      note: 'a board director, the COO, the CFO or the CIO',
    }),
    solid(['portfolio-director'], 'chief-executive-officer', ['P3L']),
    solid(['portfolio-analyst'], 'portfolio-manager', ['DD']),
    solid(['portfolio-manager'], 'portfolio-director', ['FE']),
  ],
  'centre-of-excellence': [
    solid(['coe-lead'], 'functional-executive', ['P3L'], {
      hedge: 'often',
      note: 'the director of corporate services, if the centre is an office of its own',
    }),
  ],
  divisional: DIVISIONAL_ROWS,
  enterprise: [
    {
      ...solid(['epmo-director'], 'chief-executive-officer', ['seed'], {
        ...MANY,
        note: 'especially enterprise offices',
      }),
      head: true,
    },
    { ...solid(['epmo-director'], 'functional-executive', ['P3L']), head: true },
    {
      ...solid(['epmo-director'], 'chief-project-officer', ['IC', 'KI'], { note: `IC: ${INFERRED}` }),
      head: true,
    },
    solid(['chief-project-officer'], 'chief-executive-officer', ['BH', 'PC']),
    {
      ...solid(['chief-project-officer'], 'functional-executive', ['BH'], {
        note: 'the president or the COO',
      }),
      head: true,
    },
    dotted(['chief-project-officer'], 'functional-executive', ['GD'], {
      note: 'a Chief Project Delivery Officer: the head of the function',
    }),
    ...DIVISIONAL_ROWS,
    solid(['pmo-director'], 'epmo-director', ['RC'], {
      note: 'where the enterprise PMO owns the other PMOs',
    }),
  ],
  // No source names the heads of a hub and of a spoke; here they are the portfolio director and the head of the PMO.
  'hub-and-spoke': [
    {
      ...dotted(['pmo-manager', 'pmo-director'], 'portfolio-director', ['NI'], {
        note: `${INFERRED}: the spoke to the hub`,
      }),
      head: true,
    },
  ],
  'value-management': [
    solid(['vmo-lead'], 'functional-executive', ['general']),
    dotted(['release-train-engineer'], 'vmo-lead', ['general']),
  ],
}
