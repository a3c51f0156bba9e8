import type { PmoRoleId } from './role-entry.js'
import { INFERRED, type Stated } from './sources.js'

/** One row of the career table: a move from each role of `from` to each role of `to`. */
export interface CareerRow extends Stated {
  readonly from: readonly PmoRoleId[]
  readonly to: readonly PmoRoleId[]
  /** Years before the move, `[min]` for "or more"; general knowledge in every row. */
  readonly years: readonly [min: number, max?: number]
  readonly conditions?: readonly string[]
}

/**
 * The career moves. The sources of a row are those of the move itself; the years before it are general knowledge in
 * every row, since no authority gives them.
 */
export const CAREER_ROWS: readonly CareerRow[] = [
  {
    from: ['pmo-administrator'],
    to: ['pmo-coordinator', 'pmo-analyst'],
    years: [1, 2],
    conditions: ['competence in support work'],
    sources: ['PL'],
    note: INFERRED,
  },
  { from: ['pmo-coordinator'], to: ['pmo-analyst'], years: [1, 3], sources: ['seed', 'KY'], hedge: 'may' },
  {
    from: ['pmo-coordinator'],
    to: ['pmo-manager'],
    years: [4],
    conditions: ['a managerial opening', '5 or more years in total'],
    sources: ['seed', 'KY'],
    hedge: 'may',
  },
  {
    from: ['pmo-coordinator'],
    to: ['planner', 'project-controller'],
    years: [2, 3],
    conditions: ['a specialism'],
    sources: ['general'],
  },
  {
    from: ['pmo-coordinator', 'pmo-analyst'],
    to: ['project-manager'],
    years: [1, 3],
    conditions: ['accountability for delivery'],
    sources: ['seed', 'HC', 'PJ'],
    hedge: 'may',
    note: 'seed: can be an essential stepping stone; PJ: a direct jump is hard, accountability for delivery comes first',
  },
  {
    from: ['pmo-analyst'],
    to: ['pmo-lead'],
    years: [2, 4],
    conditions: ['has led office services'],
    sources: ['general'],
  },
  {
    from: ['planner', 'project-controller'],
    to: ['pmo-specialist'],
    years: [2, 3],
    conditions: ['a specialism'],
    sources: ['general'],
  },
  {
    from: ['pmo-specialist'],
    to: ['pmo-lead'],
    years: [2, 3],
    conditions: ['a specialism'],
    sources: ['general'],
  },
  {
    from: ['pmo-specialist'],
    to: ['coe-lead'],
    years: [3, 5],
    conditions: ['methods', 'capability'],
    sources: ['general'],
  },
  {
    from: ['pmo-lead'],
    to: ['pmo-manager'],
    years: [2, 4],
    conditions: ['leadership of a permanent office'],
    sources: ['PN'],
    note: INFERRED,
  },
  {
    from: ['pmo-manager'],
    to: ['pmo-director'],
    years: [3, 5],
    sources: ['seed', 'KY', 'TO'],
    hedge: 'may',
    note: 'seed: in time, for a coordinator; may gain line management of project managers on the way',
  },
  {
    from: ['pmo-director'],
    to: ['epmo-director'],
    years: [3, 5],
    conditions: ['enterprise scope'],
    sources: ['TO'],
    note: INFERRED,
  },
  {
    from: ['pmo-director', 'epmo-director'],
    to: ['chief-project-officer'],
    years: [5],
    conditions: ['the organisation has the role'],
    sources: ['seed'],
    note: `${INFERRED}: the source names the role as the highest`,
  },
  {
    from: ['pmo-director'],
    to: ['tmo-lead'],
    years: [3, 5],
    conditions: ['leadership of transformation'],
    sources: ['general'],
  },
  {
    from: ['tmo-lead'],
    to: ['chief-transformation-officer'],
    years: [5],
    conditions: ['the organisation has the role'],
    sources: ['general'],
  },
  {
    from: ['junior-project-manager'],
    to: ['delivery-manager'],
    years: [1, 3],
    conditions: ['agile delivery'],
    sources: ['general'],
  },
  {
    from: ['delivery-manager'],
    to: ['release-train-engineer'],
    years: [3],
    conditions: ['agile delivery'],
    sources: ['general'],
  },
  {
    from: ['project-coordinator'],
    to: ['junior-project-manager'],
    years: [1, 3],
    conditions: ['small projects', 'CAPM'],
    sources: ['SG'],
  },
  {
    from: ['junior-project-manager'],
    to: ['project-manager'],
    years: [1, 3],
    conditions: ['small projects', 'CAPM'],
    sources: ['SG'],
  },
  {
    from: ['project-manager'],
    to: ['senior-project-manager'],
    years: [2, 4],
    conditions: ['5 or more years in total'],
    sources: ['SG', 'KY', 'IP'],
    note: 'IP gives the total',
  },
  {
    from: ['project-manager'],
    to: ['pmo-manager'],
    years: [2],
    sources: ['PB', 'AB'],
    note: 'a common background',
  },
  {
    from: ['project-manager'],
    to: ['release-train-engineer'],
    years: [3],
    conditions: ['agile delivery'],
    sources: ['general'],
  },
  {
    from: ['release-train-engineer'],
    to: ['vmo-lead'],
    years: [3],
    conditions: ['agile delivery'],
    sources: ['general'],
  },
  {
    from: ['senior-project-manager'],
    to: ['program-manager'],
    years: [2, 5],
    conditions: ['leadership of several projects'],
    sources: ['SG'],
  },
  {
    from: ['senior-project-manager'],
    to: ['project-director'],
    years: [3, 5],
    conditions: ['scale'],
    sources: ['general'],
  },
  {
    from: ['program-manager'],
    to: ['program-director'],
    years: [3, 5],
    conditions: ['scale'],
    sources: ['general'],
  },
  {
    from: ['program-manager', 'senior-project-manager'],
    to: ['pmo-director'],
    years: [3, 5],
    conditions: ['leadership in project management standards'],
    sources: ['SG', 'TO'],
  },
  {
    from: ['program-manager'],
    to: ['portfolio-manager'],
    years: [3, 5],
    sources: ['KY'],
    note: 'not mandatory',
  },
  {
    from: ['portfolio-analyst'],
    to: ['portfolio-manager'],
    years: [4],
    conditions: ['the levels of the framework'],
    sources: ['DD', 'FE'],
    note: INFERRED,
  },
  {
    from: ['portfolio-manager'],
    to: ['portfolio-director'],
    years: [4],
    conditions: ['the levels of the framework'],
    sources: ['DD', 'FE'],
    note: INFERRED,
  },
]
