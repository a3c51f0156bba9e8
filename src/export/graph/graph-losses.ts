import type { FlatEdge, FlatName, FlatNode, GraphRelation, OrgState } from '../../internal.js'
import type { Loss, LossKind, LossSubjects } from '../loss.js'

type TextReason = 'no-such-character' | 'blank'

/** What a graph of single values loses of any org. */
export type GraphLoss =
  | Loss<'role', 'title' | 'family' | 'note', TextReason>
  | Loss<'unit', 'title' | 'kind' | 'note', TextReason>
  | Loss<'person', 'name' | 'email', TextReason>
  | Loss<'role' | 'person', 'data', 'not-json'>
  | Loss<'solid-line' | 'dotted-line', 'as' | 'note', TextReason>
  | Loss<'move', 'note', TextReason>
  | Loss<'service', 'name' | 'note', TextReason>
  | Loss<'solid-line', undefined, 'no-such-end'>
  | Loss<'org', 'issues' | 'people', 'no-place'>

type Lose = (loss: GraphLoss) => void
type Why = TextReason | 'not-json'

/** Reports what no graph holds: issues, an empty list of people, and managers that the org does not have. */
export function loseBesideGraph(state: OrgState, lose: Lose): void {
  if (state.issues.length > 0) lose({ kind: 'org', of: [], field: 'issues', why: 'no-place' })
  if (state.people?.size === 0) lose({ kind: 'org', of: [], field: 'people', why: 'no-place' })
  for (const [handle, manager] of state.unknownManagers) {
    const of = [state.columns.ids[handle], manager] as const
    lose({ kind: 'solid-line', of, field: undefined, why: 'no-such-end' })
  }
}

/** Reports an attribute of a node that is not written as it is. */
export function loseOfNode({ kind, id }: FlatNode, name: FlatName, why: Why, lose: Lose): void {
  const field = kind === 'person' && name === 'title' ? 'name' : name === 'unitKind' ? 'kind' : name
  // Which attributes are texts of which kind of node is known where nodes are made.
  lose({ kind, of: [id], field, why } as GraphLoss)
}

const KINDS: { readonly [Name in GraphRelation]?: LossKind } = {
  reportsTo: 'solid-line',
  dottedTo: 'dotted-line',
  progressesTo: 'move',
  supports: 'service',
}

/** Reports an attribute of an edge that is not written as it is. */
export function loseOfEdge(
  { relation }: Pick<FlatEdge, 'relation'>,
  of: LossSubjects['move'],
  field: FlatName,
  why: Why,
  lose: Lose,
): void {
  // Edges of other relations have no texts of the user.
  const kind = KINDS[relation]
  if (kind !== undefined) lose({ kind, of, field, why } as GraphLoss)
}

/** The ids of the nodes by number: roles, units, people. */
export function nodeIds({ columns, units, people }: OrgState): (node: number) => string {
  const others = [...units.keys(), ...(people?.keys() ?? [])]
  return (node) => (node < columns.count ? columns.ids[node] : others[node - columns.count])
}
