import { FLAT_TYPES, type FlatName, flatNames, givenOptions, type Org, stateOf } from '../../internal.js'
import { exportedBy, type Exported } from '../exported.js'
import { type GraphLoss } from '../graph/graph-losses.js'
import { type XmlGraph, xmlGraphPieces } from '../graph/xml-graph.js'

/** What GraphML does not carry. */
export type GraphmlLoss = GraphLoss

/**
 * Returns an org as GraphML, which NetworkX, igraph, Gephi, yEd and graphology read.
 *
 * Each role, unit and person is a node, and each relation an edge: from the report to the manager, from a member to its unit, from
 * a person to a role. Nodes have `kind` (`role`, `unit` or `person`), `label`, `title` and what else the org states of them; edges
 * have `relation` (`reportsTo`, `dottedTo`, `progressesTo`, `memberOf`, `headOf`, `partOf`, `supports`, `holds`). Lists and `data` are
 * JSON texts, numbers are doubles, and what the org does not state is left out. People are nodes where the org has `people`;
 * otherwise `holders` is a list of names.
 *
 * The id of a node is `graphKeyOf(id)`, which is the id itself for nearly all ids. `parseGraphml` of `rolegraph/import` reads everything back
 * that is not in `lost`.
 *
 * Complexity: O(length of the text).
 *
 * @param org The org.
 * @param options None so far; any is refused.
 * @returns The text and what it does not carry; iterate over it to get the text in chunks.
 * @throws {@link OrgError} `NOT_AN_ORG`, `INVALID_OPTION`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toGraphml } from 'rolegraph/export'
 *
 * const org = defineOrg({ roles: { lead: { title: 'PMO Lead', note: '' }, analyst: { reportsTo: 'lead' } } })
 * const { text, lost } = toGraphml(org)
 * console.log(text.split('\n').find((line) => line.startsWith('<edge')))
 * // => <edge id="reportsTo_0" source="analyst" target="lead"><data key="e_relation">reportsTo</data></edge>
 * console.log(lost) // => [ { kind: 'role', of: [ 'lead' ], field: 'note', why: 'blank' } ]
 * ```
 * @see {@link toGexf} for Gephi with fewer surprises, `toGraph` for graphology in memory.
 */
export function toGraphml(org: Org, options?: { readonly [name: string]: never }): Exported<GraphmlLoss> {
  givenOptions('toGraphml', options, [])
  const state = stateOf(org)
  return exportedBy((lose) => xmlGraphPieces(state, GRAPHML, lose))
}

const TYPES = { text: 'string', json: 'string', number: 'double', flag: 'boolean' } as const

const GRAPHML: XmlGraph = {
  *head(state) {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    const { nodes, edges } = flatNames(state)
    for (const name of nodes) yield keyElement('node', name)
    for (const name of edges) yield keyElement('edge', name)
    yield '<graph edgedefault="directed">\n'
  },
  node: ['<node id="', '"><data key="n_label">', '</data>', '</node>\n'],
  field: (of, name) => `<data key="${of.charAt(0)}_${name}">`,
  fieldEnd: '</data>',
  between: '',
  edge: ['<edge id="', '" source="', '" target="', '">', '</edge>\n'],
  foot: '</graph>\n</graphml>\n',
}

function keyElement(of: 'node' | 'edge', name: FlatName): string {
  return `<key id="${of.charAt(0)}_${name}" for="${of}" attr.name="${name}" attr.type="${TYPES[FLAT_TYPES[name]]}"/>\n`
}
