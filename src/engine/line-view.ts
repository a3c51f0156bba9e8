import type { LineFacts } from '../model/line.js'
import { NONE, type RoleColumns } from './columns.js'
import { type EvidencedEdges, NO_EDGES, sourcesOf } from './edges.js'
import { OrgState } from './org-state.js'

/** How many views of a state are kept. */
const KEPT = 8

/**
 * The state with only the lines of these names, and the same roles and handles. Queries answer as for a chart that has no
 * other lines. O(roles + lines) on the first call, then kept.
 */
export function namedLines<Id extends string, UnitId extends string, Data>(
  state: OrgState<Id, UnitId, Data>,
  names: readonly string[],
): OrgState<Id, UnitId, Data> {
  return keptView(state, `only ${keyOf(names)}`, () => viewOf(state, new Set(names), 'only'))
}

/** The state without the solid lines of these names. O(roles + lines) on the first call, then kept. */
export function withoutStaff<Id extends string, UnitId extends string, Data>(
  state: OrgState<Id, UnitId, Data>,
  names: readonly string[],
): OrgState<Id, UnitId, Data> {
  return keptView(state, `without ${keyOf(names)}`, () => viewOf(state, new Set(names), 'without'))
}

/** The state without the lines of planned roles to their managers. O(roles + lines) on the first call, then kept. */
export function withoutPlanned<Id extends string, UnitId extends string, Data>(
  state: OrgState<Id, UnitId, Data>,
): OrgState<Id, UnitId, Data> {
  const { status } = state.columns.attributes
  if (status === undefined) return state
  return keptView(state, 'active', () => {
    // Searched only when the view is made: every query about spans comes here.
    if (!status.includes('planned')) return state
    const { columns, unknownManagers } = state
    const { manager, managerEvidence, dotted } = columns
    const isActive = ([handle]: readonly [number, unknown]): boolean => status[handle] !== 'planned'
    const lines = Array.from(dotted.to, (_, edge) => edge)
    const fromOf = sourcesOf(columns.count, dotted)
    const kept = lines.filter((edge) => isActive([fromOf[edge], edge]))
    return stateOfLines(state, {
      solid: manager.map((to, handle) => (isActive([handle, to]) ? to : NONE)),
      facts: new Map(Array.from(managerEvidence).filter(isActive)),
      dotted: edgesAt(dotted, kept),
      unknownManagers: new Map(Array.from(unknownManagers).filter(isActive)),
    })
  })
}

/** A key for a set of names, in any order. */
function keyOf(names: readonly string[]): string {
  return names.length === 1 ? `name ${names[0]}` : `names ${JSON.stringify([...new Set(names)].sort())}`
}

function keptView<Id extends string, UnitId extends string, Data>(
  { lineViews }: OrgState<Id, UnitId, Data>,
  key: string,
  make: () => OrgState<Id, UnitId, Data>,
): OrgState<Id, UnitId, Data> {
  const kept = lineViews.get(key)
  if (kept !== undefined) return kept
  const view = make()
  lineViews.set(key, view)
  const [oldest] = lineViews.keys()
  if (lineViews.size > KEPT) lineViews.delete(oldest)
  return view
}

function viewOf<Id extends string, UnitId extends string, Data>(
  state: OrgState<Id, UnitId, Data>,
  names: ReadonlySet<string | undefined>,
  which: 'only' | 'without',
): OrgState<Id, UnitId, Data> {
  const { columns, unknownManagers } = state
  const { manager, managerEvidence, dotted } = columns
  const has = (facts: LineFacts | undefined): boolean => names.has(facts?.as) === (which === 'only')
  const solid = which === 'only' ? new Int32Array(manager.length).fill(NONE) : manager.slice()
  const facts = new Map<number, LineFacts>()
  // A line without facts has no name.
  for (const [handle, each] of managerEvidence) {
    solid[handle] = has(each) ? manager[handle] : NONE
    if (has(each)) facts.set(handle, each)
  }
  return stateOfLines(state, {
    solid,
    facts,
    dotted: which === 'only' ? edgesWith(dotted, has) : dotted,
    unknownManagers: new Map(Array.from(unknownManagers).filter(([role]) => has(managerEvidence.get(role)))),
  })
}

interface ViewedLines {
  readonly solid: Int32Array
  readonly facts: ReadonlyMap<number, LineFacts>
  readonly dotted: EvidencedEdges
  readonly unknownManagers: ReadonlyMap<number, string>
}

/** The state with other lines. */
function stateOfLines<Id extends string, UnitId extends string, Data>(
  { columns, units, services, people, issues }: OrgState<Id, UnitId, Data>,
  { solid, facts, dotted, unknownManagers }: ViewedLines,
): OrgState<Id, UnitId, Data> {
  return new OrgState<Id, UnitId, Data>({
    columns: new ViewedColumns(columns, solid, facts, dotted),
    units,
    services,
    people,
    issues,
    unknownManagers,
  })
}

/** The edges whose facts pass a test, in order. */
function edgesWith(edges: EvidencedEdges, has: (facts: LineFacts | undefined) => boolean): EvidencedEdges {
  const { evidence } = edges
  const kept = Array.from(evidence.keys()).filter((edge) => has(evidence.get(edge)))
  return edgesAt(
    edges,
    kept.sort((a, b) => a - b),
  )
}

/** The edges at these positions, in ascending order. */
function edgesAt({ start, to, evidence }: EvidencedEdges, kept: readonly number[]): EvidencedEdges {
  if (kept.length === 0) return NO_EDGES
  const starts = new Int32Array(start.length)
  for (let from = 0, edge = 0; from < start.length; from++) {
    while (edge < kept.length && kept[edge] < start[from]) edge++
    starts[from] = edge
  }
  return {
    start: starts,
    to: Int32Array.from(kept, (edge) => to[edge]),
    evidence: new Map(
      kept.flatMap((edge, place) => {
        const facts = evidence.get(edge)
        return facts === undefined ? [] : [[place, facts] as const]
      }),
    ),
  }
}

/** Columns with other lines. Ids stay undecoded until they are read. */
class ViewedColumns<Id extends string, UnitId extends string, Data> implements RoleColumns<Id, UnitId, Data> {
  readonly #base: RoleColumns<Id, UnitId, Data>

  constructor(
    base: RoleColumns<Id, UnitId, Data>,
    readonly manager: Int32Array,
    readonly managerEvidence: ReadonlyMap<number, LineFacts>,
    readonly dotted: EvidencedEdges,
  ) {
    this.#base = base
  }

  get count(): number {
    return this.#base.count
  }

  get ids(): readonly Id[] {
    return this.#base.ids
  }

  get handles(): RoleColumns['handles'] {
    return this.#base.handles
  }

  get moves(): RoleColumns['moves'] {
    return this.#base.moves
  }

  get attributes(): RoleColumns<Id, UnitId, Data>['attributes'] {
    return this.#base.attributes
  }
}
