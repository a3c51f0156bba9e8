import { type Edges, reversed, targetsOf } from '../engine/edges.js'
import type { OrgState } from '../engine/org-state.js'

/** For how many roles the managers of all roles are read before it is worth listing the reports of each. */
const READ = 4

/** Which roles refer to a role in an org with whole columns, to which changes are applied. */
export class BaseReferrers {
  readonly #base: OrgState
  /** The reports of roles for which the managers of all roles were read. */
  readonly #read = new Map<number, readonly number[]>()

  constructor(base: OrgState) {
    this.#base = base
  }

  reportsTo(node: number): readonly number[] {
    const base = this.#base
    const known = this.#read.get(node)
    if (known !== undefined) return known
    if (base.madeHierarchy !== undefined || this.#read.size >= READ)
      return [...targetsOf(base.hierarchy.reports, node)]
    const { manager } = base.columns
    const reports: number[] = []
    for (let next = manager.indexOf(node); next !== -1; next = manager.indexOf(node, next + 1))
      reports.push(next)
    this.#read.set(node, reports)
    return reports
  }

  dottedTo(node: number): readonly number[] {
    const base = this.#base
    return base.columns.dotted.to.length === 0 ? [] : [...targetsOf(base.dottedReports, node)]
  }

  movesTo(node: number): readonly number[] {
    const base = this.#base
    return base.columns.moves.to.length === 0 ? [] : [...targetsOf(base.kept(movesReversed), node)]
  }

  /** All of them; none for a role that the org does not have. */
  of(node: number): readonly number[] {
    if (node >= this.#base.columns.count) return []
    return [...this.reportsTo(node), ...this.dottedTo(node), ...this.movesTo(node)]
  }
}

/** The reversed moves, for `OrgState.kept`. */
function movesReversed({ columns }: OrgState): Edges {
  return reversed(columns.count, columns.moves)
}
