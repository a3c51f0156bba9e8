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

/** How a format of XML writes the parts of a graph: what stands before, between and after their values, which are escaped. */
export interface XmlGraph {
  readonly head: (state: OrgState) => Iterable<string>
  /** Around the key, the label and the fields of a node. */
  readonly node: readonly [beforeKey: string, beforeLabel: string, beforeFields: string, end: string]
  /** Before the value of a field. */
  readonly field: (of: 'node' | 'edge', name: FlatName) => string
  readonly fieldEnd: string
  /** Between the last node and the first edge. */
  readonly between: string
  /** Around the id, the two ends and the fields of an edge. */
  readonly edge: readonly [
    beforeId: string,
    beforeSource: string,
    beforeTarget: string,
    beforeFields: string,
    end: string,
  ]
  readonly foot: string
}

/** An org as a graph in a format of XML. */
export function* xmlGraphPieces(
  state: OrgState,
  format: XmlGraph,
  lose: (loss: GraphLoss) => void,
): Generator<string | readonly string[], void> {
  loseBesideGraph(state, lose)
  yield* format.head(state)
  const keys: string[] = []
  const nodeFields = new FieldWriter('node', format)
  const [beforeKey, beforeLabel, beforeFields, nodeEnd] = format.node
  for (const node of flatNodes(state)) {
    const { id, kind, label, fields } = node
    const key = xmlKey(node.key)
    keys.push(key)
    const pieces = [beforeKey, key, beforeLabel, xmlText(label) ?? replacedXmlText(label), beforeFields]
    nodeFields.put(pieces, 'kind', kind)
    for (const [name, value] of fields) {
      // A title that equals the id is the default.
      if (name === 'title' && value === id && isLossy(id)) continue
      const why = nodeFields.put(pieces, name, value)
      if (why !== undefined) loseOfNode(node, name, why, lose)
    }
    pieces.push(nodeEnd)
    yield pieces
  }
  yield format.between
  const idOf = nodeIds(state)
  const edgeFieldsWriter = new FieldWriter('edge', format)
  const [beforeId, beforeSource, beforeTarget, beforeEdgeFields, edgeEnd] = format.edge
  for (const edge of flatEdges(state)) {
    const { relation, row, from, to } = edge
    const pieces = [beforeId, relation, '_', String(row), beforeSource, keys[from], beforeTarget, keys[to]]
    pieces.push(beforeEdgeFields)
    edgeFieldsWriter.put(pieces, 'relation', relation)
    for (const [name, value] of edge.fields) {
      const why = edgeFieldsWriter.put(pieces, name, value)
      if (why !== undefined) loseOfEdge(edge, [idOf(from), idOf(to)], name, why, lose)
    }
    pieces.push(edgeEnd)
    yield pieces
  }
  yield format.foot
}

function isLossy(text: string): boolean {
  return text === '' || xmlText(text) === undefined
}

type Why = 'blank' | 'no-such-character' | 'not-json'

/** Writes the fields of nodes, or of edges. */
class FieldWriter {
  readonly #before = new Map<FlatName, string>()
  readonly #of: 'node' | 'edge'
  readonly #format: XmlGraph

  constructor(of: 'node' | 'edge', format: XmlGraph) {
    this.#of = of
    this.#format = format
  }

  /** Adds the pieces of a field; returns why it is not written as it is. */
  put(pieces: string[], name: FlatName, value: FlatField[1]): Why | undefined {
    if (value === undefined) return 'not-json'
    if (value === '') return 'blank'
    const isText = typeof value === 'string'
    const isJson = isText && FLAT_TYPES[name] === 'json'
    const text = isText ? (isJson ? xmlOfJson(value) : xmlText(value)) : numberText(value)
    pieces.push(this.#beforeOf(name), text ?? replacedXmlText(String(value)), this.#format.fieldEnd)
    return text === undefined ? 'no-such-character' : undefined
  }

  #beforeOf(name: FlatName): string {
    const known = this.#before.get(name)
    if (known !== undefined) return known
    const before = this.#format.field(this.#of, name)
    this.#before.set(name, before)
    return before
  }
}

/** A flag, or a number: minus zero is not zero. */
function numberText(value: number | boolean): string {
  return Object.is(value, -0) ? '-0' : String(value)
}
