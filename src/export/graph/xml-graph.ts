import {
  FLAT_TYPES,
  flatEdges,
  type FlatField,
  type FlatName,
  flatNodes,
  type OrgState,
} from '../../internal.js'
import { type GraphLoss, loseBesideGraph, loseOfEdge, loseOfNode, nodeIds } from './graph-losses.js'
import { replacedXmlText, xmlKey, xmlOfJson, xmlText } from './xml-text.js'

/** How a format of XML writes the parts of a graph. Keys, labels and values are escaped. */
export interface XmlGraph {
  readonly head: (state: OrgState) => Iterable<string>
  readonly node: (key: string, label: string, fields: string) => string
  readonly field: (of: 'node' | 'edge', name: FlatName, value: string) => string
  /** Between the last node and the first edge. */
  readonly between: string
  readonly edge: (id: string, from: string, to: string, fields: string) => string
  readonly foot: string
}

/** An org as a graph in a format of XML. */
export function* xmlGraphPieces(
  state: OrgState,
  format: XmlGraph,
  lose: (loss: GraphLoss) => void,
): Generator<string, void> {
  loseBesideGraph(state, lose)
  yield* format.head(state)
  const keys: string[] = []
  for (const node of flatNodes(state)) {
    const key = xmlKey(node.key)
    keys.push(key)
    const loseField = (name: FlatName, why: Why): void => {
      loseOfNode(node, name, why, lose)
    }
    let fields = format.field('node', 'kind', node.kind)
    for (const field of node.fields) {
      // A title that equals the id is the default.
      if (field[0] === 'title' && field[1] === node.id && isLossy(node.id)) continue
      fields += fieldText('node', field, format, loseField)
    }
    yield format.node(key, xmlText(node.label) ?? replacedXmlText(node.label), fields)
  }
  yield format.between
  const idOf = nodeIds(state)
  for (const edge of flatEdges(state)) {
    const { relation, row, from, to } = edge
    const loseField = (name: FlatName, why: Why): void => {
      loseOfEdge(edge, [idOf(from), idOf(to)], name, why, lose)
    }
    let fields = format.field('edge', 'relation', relation)
    for (const field of edge.fields) fields += fieldText('edge', field, format, loseField)
    yield format.edge(`${relation}_${String(row)}`, keys[from], keys[to], fields)
  }
  yield format.foot
}

function isLossy(text: string): boolean {
  return text === '' || xmlText(text) === undefined
}

type Why = 'blank' | 'no-such-character' | 'not-json'

function fieldText(
  of: 'node' | 'edge',
  [name, value]: FlatField,
  format: XmlGraph,
  lose: (name: FlatName, why: Why) => void,
): string {
  if (typeof value !== 'string') {
    if (value !== undefined) return format.field(of, name, numberText(value))
    lose(name, 'not-json')
    return ''
  }
  if (FLAT_TYPES[name] === 'json') return format.field(of, name, xmlOfJson(value))
  if (value === '') {
    lose(name, 'blank')
    return ''
  }
  const text = xmlText(value)
  if (text !== undefined) return format.field(of, name, text)
  lose(name, 'no-such-character')
  return format.field(of, name, replacedXmlText(value))
}

/** A flag, or a number: minus zero is not zero. */
function numberText(value: number | boolean): string {
  return Object.is(value, -0) ? '-0' : String(value)
}
