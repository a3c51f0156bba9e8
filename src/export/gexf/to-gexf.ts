import { FLAT_TYPES, type FlatName, flatNames, givenOptions, type Org, stateOf } from '../../internal.js'
import { exportedBy, type Exported } from '../exported.js'
import { type GraphLoss } from '../graph/graph-losses.js'
import { type XmlGraph, xmlGraphPieces } from '../graph/xml-graph.js'

/** What GEXF does not carry. */
export type GexfLoss = GraphLoss

/**
 * Returns an org as GEXF 1.2, the format of Gephi, which NetworkX and graphology read too.
 *
 * The nodes, edges and attributes are those of {@link toGraphml}: roles, units and people, with edges from the report to the
 * manager. The graph is static: the dates of an assignment are the attributes `from` and `to` of its edge.
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
 * import { toGexf } from 'rolegraph/export'
 *
 * const org = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' } } })
 * const lines = toGexf(org).text.split('\n')
 * console.log(lines.find((line) => line.startsWith('<edge ')))
 * // => <edge id="reportsTo_0" source="analyst" target="lead"><attvalues><attvalue for="relation" value="reportsTo"/></attvalues></edge>
 * ```
 * @see {@link toGraphml}; `parseGexf` of `rolegraph/import` reads everything back that is not in `lost`.
 */
export function toGexf(org: Org, options?: { readonly [name: string]: never }): Exported<GexfLoss> {
  givenOptions('toGexf', options, [])
  const state = stateOf(org)
  return exportedBy((lose) => xmlGraphPieces(state, GEXF, lose))
}

const TYPES = { text: 'string', json: 'string', number: 'double', flag: 'boolean' } as const

const GEXF: XmlGraph = {
  *head(state) {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
    yield '<graph mode="static" defaultedgetype="directed">\n'
    const { nodes, edges } = flatNames(state)
    // The label has an attribute of the format.
    yield* attributeElements(
      'node',
      nodes.filter((name) => name !== 'label'),
    )
    yield* attributeElements('edge', edges)
    yield '<nodes>\n'
  },
  node: ['<node id="', '" label="', '"><attvalues>', '</attvalues></node>\n'],
  field: (_of, name) => `<attvalue for="${name}" value="`,
  fieldEnd: '"/>',
  between: '</nodes>\n<edges>\n',
  edge: ['<edge id="', '" source="', '" target="', '"><attvalues>', '</attvalues></edge>\n'],
  foot: '</edges>\n</graph>\n</gexf>\n',
}

function* attributeElements(of: 'node' | 'edge', names: readonly FlatName[]): Generator<string> {
  yield `<attributes class="${of}">\n`
  for (const name of names)
    yield `<attribute id="${name}" title="${name}" type="${TYPES[FLAT_TYPES[name]]}"/>\n`
  yield '</attributes>\n'
}
