import {
  FLAT_TYPES,
  flatEdges,
  type FlatField,
  type FlatName,
  flatNodes,
  givenOptions,
  type Org,
  type OrgState,
  stateOf,
} from '../../internal.js'
import { exportedBy, type Exported } from '../exported.js'
import { type GraphLoss, loseBesideGraph, loseOfEdge, loseOfNode, nodeIds } from '../graph/graph-losses.js'

/** What DOT does not carry. */
export type DotDataLoss = GraphLoss

/**
 * Returns an org as data in DOT, the language of Graphviz: for pipelines that read graphs, where `toDot` of `rolegraph/render` draws one.
 *
 * The nodes, edges and attributes are those of {@link toGraphml}. The name of a node is `graphKeyOf(id)`, quoted; an edge goes from
 * the report to the manager, and the manager is drawn above. Every value is a text, as DOT knows nothing else.
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
 * import { toDotData } from 'rolegraph/export'
 *
 * const org = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' } } })
 * console.log(toDotData(org).text.split('\n').find((line) => line.includes('->')))
 * // => "analyst" -> "lead" [id="reportsTo_0", relation="reportsTo"]
 * ```
 * @see {@link toGraphml}, which more programs read exactly.
 */
export function toDotData(org: Org, options?: { readonly [name: string]: never }): Exported<DotDataLoss> {
  givenOptions('toDotData', options, [])
  const state = stateOf(org)
  return exportedBy((lose) => pieces(state, lose))
}

function* pieces(state: OrgState, lose: (loss: GraphLoss) => void): Generator<string, void> {
  loseBesideGraph(state, lose)
  yield 'digraph org {\ngraph [rankdir="BT", charset="UTF-8"]\n'
  const keys: string[] = []
  for (const node of flatNodes(state)) {
    const key = `"${nodeName(node.key)}"`
    keys.push(key)
    const loseField: LoseField = (name, why) => {
      loseOfNode(node, name, why, lose)
    }
    const label = drawn(holdable(node.label))
    let fields = `kind="${node.kind}", label="${label}"`
    for (const field of node.fields) {
      if (field[0] === 'title' && field[1] === node.id && (node.id === '' || holdable(node.id) !== node.id))
        continue
      fields += fieldText(field, loseField)
    }
    yield `${key} [${fields}]\n`
  }
  const idOf = nodeIds(state)
  for (const edge of flatEdges(state)) {
    const { relation, row, from, to } = edge
    const loseField: LoseField = (name, why) => {
      loseOfEdge(edge, [idOf(from), idOf(to)], name, why, lose)
    }
    let fields = `id="${relation}_${String(row)}", relation="${relation}"`
    for (const field of edge.fields) fields += fieldText(field, loseField)
    yield `${keys[from]} -> ${keys[to]} [${fields}]\n`
  }
  yield '}\n'
}

type LoseField = (name: FlatName, why: 'blank' | 'no-such-character' | 'not-json') => void

function fieldText([name, value]: FlatField, lose: LoseField): string {
  if (value === undefined || value === '') {
    lose(name, value === '' ? 'blank' : 'not-json')
    return ''
  }
  if (FLAT_TYPES[name] === 'json') return `, ${name}="${quoted(holdable(dotJson(String(value))))}"`
  const text = Object.is(value, -0) ? '-0' : String(value)
  const held = holdable(text)
  if (held !== text) lose(name, 'no-such-character')
  return `, ${name}="${quoted(held)}"`
}

/**
 * What no quoted string of DOT can have: a backslash before a quotation mark, a line break or the end, where it would escape
 * something, and one of several, which are read in pairs. Strings end at U+0000.
 */
const UNHOLDABLE = /\\(?=["\\\r\n]|$)|\0|\p{Surrogate}/gu

function holdable(text: string): string {
  return text.replace(UNHOLDABLE, '\uFFFD')
}

/** A JSON text, in which each quotation mark and backslash that is escaped can be written by its number. */
function dotJson(json: string): string {
  return json.replace(/\\(["\\])/g, (_escape, character) => (character === '"' ? '\\u0022' : '\\u005c'))
}

function quoted(text: string): string {
  return text.replaceAll('"', '\\"')
}

/** A label, in which `&amp;` would be drawn as `&` and a backslash begins an escape. */
function drawn(text: string): string {
  return quoted(text.replaceAll('\\', '\\\\').replace(/&(?=#?\w+;)/g, '&amp;'))
}

/** The name of a node; no two keys are written alike. */
function nodeName(key: string): string {
  if (holdable(key) === key) return quoted(key)
  const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  return quoted(`~escaped/${key.replace(/\\|\0|\p{Surrogate}/gu, escape)}`)
}
