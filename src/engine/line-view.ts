import type { LineFacts } from '../model/line.js'
import { NONE, type RoleColumns } from './columns.js'
import { type EvidencedEdges, NO_EDGES } from './edges.js'
import { OrgState } from './org-state.js'

/** How many views of a state are kept. */
const KEPT = 8

/**
 * The lines with one of these names: a state with the same roles and handles, of whose lines only those are left. Each query
 * answers as for a chart that has no other lines. O(roles + lines) at first, then kept.
 */
export function namedLines<Id extends string, UnitId extends string, Data>(
  state: OrgState<Id, UnitId, Data>,
  names: readonly string[],
): OrgState<Id, UnitId, Data> {
  return keptView(state, `only ${keyOf(names)}`, () => viewOf(state, new Set(names), 'only'))
}

/** The state without solid lines of these names. O(roles + lines) at first, then kept. */
export function withoutStaff<Id extends string, UnitId extends string, Data>(
  state: OrgState<Id, UnitId, Data>,
  names: readonly string[],
): OrgState<Id, UnitId, Data> {
  return keptView(state, `without ${keyOf(names)}`, () => viewOf(state, new Set(names), 'without'))
}

/** Whether the solid line of a role has one of these names. */
export function isStaff({ columns }: OrgState, handle: number, names: readonly string[]): boolean {
  const as = columns.managerEvidence.get(handle)?.as
  return as !== undefined && names.includes(as)
}

/** One text per set of names. */
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
  const { columns, units, services, people, issues, unknownManagers } = state
  const { manager, managerEvidence, dotted } = columns
  const has = (facts: LineFacts | undefined): boolean => names.has(facts?.as) === (which === 'only')
  const solid = which === 'only' ? new Int32Array(manager.length).fill(NONE) : manager.slice()
  const facts = new Map<number, LineFacts>()
  // A line without facts has no name.
  for (const [handle, each] of managerEvidence) {
    solid[handle] = has(each) ? manager[handle] : NONE
    if (has(each)) facts.set(handle, each)
  }
  return new OrgState<Id, UnitId, Data>({
    columns: new ViewedColumns(columns, solid, facts, which === 'only' ? edgesWith(dotted, has) : dotted),
    units,
    services,
    people,
    issues,
    unknownManagers: new Map(Array.from(unknownManagers).filter(([role]) => has(managerEvidence.get(role)))),
  })
}

/** The edges with such facts, in order. */
function edgesWith(edges: EvidencedEdges, has: (facts: LineFacts | undefined) => boolean): EvidencedEdges {
  const { start, to, evidence } = edges
  const kept = Array.from(evidence.keys())
    .filter((edge) => has(evidence.get(edge)))
    .sort((a, b) => a - b)
  if (kept.length === 0) return NO_EDGES
  const starts = new Int32Array(start.length)
  for (let from = 0, edge = 0; from < start.length; from++) {
    while (edge < kept.length && kept[edge] < start[from]) edge++
    starts[from] = edge
  }
  return {
    start: starts,
    to: Int32Array.from(kept, (edge) => to[edge]),
    evidence: new Map(kept.map((edge, place) => [place, evidence.get(edge) ?? {}])),
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
