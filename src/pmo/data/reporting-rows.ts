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

/** The lines of projects that are part of a programme or a portfolio. */
export const CONDITION_ROWS: readonly LineRow[] = [
  { ...solid(['project-manager'], 'program-manager', ['WH', 'EP']), within: 'programme' },
  { ...solid(['project-manager'], 'portfolio-manager', ['WH', 'EP']), within: 'portfolio' },
  // The two lines of the common rows in the other order: inside a programme, its manager is the usual one.
  { ...solid(['senior-project-manager'], 'program-manager', ['WH']), within: 'programme' },
  { ...solid(['senior-project-manager'], 'portfolio-manager', ['WH']), within: 'programme' },
]

/** The lines under every kind of office. Several solid lines of one role are alternatives, the usual one first. */
export const COMMON_ROWS: readonly LineRow[] = [
  solid(['pmo-administrator', 'pmo-analyst'], 'pmo-manager', ['AG']),
  solid(['pmo-coordinator', 'pmo-specialist', 'planner', 'project-controller'], 'pmo-manager', ['general']),
  solid(['pmo-manager'], 'pmo-director', ['AG']),
  solid(['project-coordinator'], 'project-manager', ['ST']),
  solid(['junior-project-manager'], 'senior-project-manager', ['WH']),
  solid(['junior-project-manager'], 'program-manager', ['WH']),
  solid(['junior-project-manager', 'senior-project-manager'], 'portfolio-manager', ['WH']),
  solid(['senior-project-manager'], 'program-manager', ['WH']),
  solid(['program-manager', 'portfolio-program-manager'], 'portfolio-manager', ['general']),
  solid(['portfolio-director', 'program-director', 'project-director'], 'functional-executive', ['general']),
  dotted(['project-manager'], 'sponsor', ['PR'], { note: INFERRED }),
  dotted(['program-manager'], 'sponsor', ['BU']),
]

/** The lines that the authority of an office adds. */
export const AUTHORITY_ROWS: { readonly [A in Authority]: readonly LineRow[] } = {
  supportive: [
    solid(['project-manager'], 'functional-manager', ['T2']),
    solid(['pmo-director'], 'functional-manager', ['T4']),
  ],
  controlling: [
    solid(['project-manager'], 'functional-manager', ['T2']),
    dotted(['project-manager'], 'pmo-manager', ['B5'], { note: `${INFERRED}: for compliance` }),
    solid(['pmo-director'], 'functional-executive', ['FS']),
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
  solid(['pmo-director'], 'functional-executive', ['TC'], { note: 'the head of the division' }),
  dotted(['pmo-director'], 'epmo-director', ['TC'], { note: INFERRED }),
]

/** The lines that the scope of an office adds. */
export const SCOPE_ROWS: { readonly [S in PmoScope]: readonly LineRow[] } = {
  project: [
    solid(['pmo-administrator', 'pmo-lead'], 'project-manager', ['PR'], {
      note: `${INFERRED}: whichever of the two runs the office`,
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
    solid(['coe-lead'], 'functional-executive', ['P3L'], { note: 'the director of corporate services' }),
  ],
  divisional: DIVISIONAL_ROWS,
  enterprise: [
    solid(['epmo-director'], 'chief-executive-officer', ['seed'], {
      ...MANY,
      note: 'especially enterprise offices',
    }),
    solid(['epmo-director'], 'functional-executive', ['P3L']),
    solid(['epmo-director'], 'chief-project-officer', ['IC', 'KI'], { note: `IC: ${INFERRED}` }),
    solid(['chief-project-officer'], 'chief-executive-officer', ['PC']),
    ...DIVISIONAL_ROWS,
    solid(['pmo-director'], 'epmo-director', ['RC'], {
      note: 'where the enterprise PMO owns the other PMOs',
    }),
  ],
  // No source names the heads of a hub and a central office; here they are the PMO director and the portfolio director.
  'hub-and-spoke': [
    solid(['pmo-director'], 'functional-executive', ['P3L'], {
      note: 'the director of the division; the head of the hub is general knowledge',
    }),
    dotted(['pmo-director'], 'portfolio-director', ['NI'], { note: INFERRED }),
  ],
  'value-management': [
    solid(['vmo-lead'], 'functional-executive', ['general']),
    dotted(['release-train-engineer'], 'vmo-lead', ['general']),
  ],
}
