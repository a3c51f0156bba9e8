import {
  FLAT_TYPES,
  flatEdges,
  type FlatField,
  type FlatName,
  flatNames,
  type FlatNode,
  flatNodes,
  givenOptions,
  type GraphRelation,
  oneOf,
  type Org,
  type OrgState,
  stateOf,
} from '../../internal.js'
import { exportedBy, type Exported } from '../exported.js'
import { type GraphLoss, loseBesideGraph, loseOfEdge, loseOfNode, nodeIds } from '../graph/graph-losses.js'

/** The options of {@link toCypher}. */
export interface CypherOptions {
  /** `'neo4j'` (the default), or `'kuzu'`, which declares its tables first. */
  readonly dialect?: 'neo4j' | 'kuzu'
}

/** What Cypher does not carry: an empty text it does. */
export type CypherLoss = Exclude<GraphLoss, { readonly why: 'blank' }>

/**
 * Returns an org as statements of Cypher, which fill an empty database of Neo4j or Kuzu.
 *
 * Each role, unit and person is a node with the label `Role`, `Unit` or `Person`, its `id`, and the attributes of {@link toGraphml}; each
 * relation is an edge: `REPORTS_TO`, `DOTTED_TO`, `PROGRESSES_TO`, `MEMBER_OF`, `HEAD_OF`, `PART_OF`, `SUPPORTS`, `HOLDS`. Numbers are
 * doubles; lists and `data` are JSON texts. Each statement is on one line unless a text has line breaks, and ends with `;`.
 *
 * For a large org, create an index first: `CREATE INDEX FOR (r:Role) ON (r.id)`. Kuzu has one by its primary keys.
 * Kuzu follows `[:REPORTS_TO*]` for at most 30 lines, without a warning: `CALL var_length_extend_max_depth = 1000` raises the limit.
 *
 * Complexity: O(length of the text).
 *
 * @param org The org.
 * @param options `dialect`.
 * @returns The text and what it does not carry; iterate over it to get the text in chunks.
 * @throws {@link OrgError} `NOT_AN_ORG`, `INVALID_OPTION`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toCypher } from 'rolegraph/export'
 *
 * const org = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' } } })
 * console.log(toCypher(org).text.split('\n').at(2))
 * // => MATCH (a:Role {id: 'analyst'}) MATCH (b:Role {id: 'lead'}) CREATE (a)-[:REPORTS_TO]->(b);
 * ```
 */
export function toCypher(org: Org, options?: CypherOptions): Exported<CypherLoss> {
  const given = givenOptions('toCypher', options, ['dialect'])
  const dialect = oneOf('dialect', given.get('dialect'), ['neo4j', 'kuzu'], 'neo4j')
  const state = stateOf(org)
  return exportedBy((lose) => pieces(state, dialect, lose))
}

const LABELS = { role: 'Role', unit: 'Unit', person: 'Person' } as const

const TYPES: { readonly [Relation in GraphRelation]: string } = {
  reportsTo: 'REPORTS_TO',
  dottedTo: 'DOTTED_TO',
  progressesTo: 'PROGRESSES_TO',
  memberOf: 'MEMBER_OF',
  headOf: 'HEAD_OF',
  partOf: 'PART_OF',
  supports: 'SUPPORTS',
  holds: 'HOLDS',
}

function* pieces(
  state: OrgState,
  dialect: 'neo4j' | 'kuzu',
  lose: (loss: CypherLoss) => void,
): Generator<string, void> {
  // An empty text is written, so that no loss has that reason.
  const loseAny = (loss: GraphLoss): void => {
    if (loss.why !== 'blank') lose(loss)
  }
  loseBesideGraph(state, loseAny)
  if (dialect === 'kuzu') yield* tables(state)
  const nodes: string[] = []
  for (const node of flatNodes(state)) {
    const label = LABELS[node.kind]
    const id = cypherText(escapedId(node.id))
    nodes.push(`:${label} {id: ${id}}`)
    const fields = fieldsText(node.fields, (name, why) => {
      // A title that is the id is lost with it, and the id is not.
      if (name !== 'title' || titleOf(node) !== node.id) loseOfNode(node, name, why, loseAny)
    })
    yield `CREATE (:${label} {id: ${id}${fields === '' ? '' : `, ${fields}`}});\n`
  }
  const idOf = nodeIds(state)
  for (const edge of flatEdges(state)) {
    const { relation, from, to } = edge
    const fields = fieldsText(edge.fields, (name, why) => {
      loseOfEdge(edge, [idOf(from), idOf(to)], name, why, loseAny)
    })
    const type = TYPES[relation] + (fields === '' ? '' : ` {${fields}}`)
    yield `MATCH (a${nodes[from]}) MATCH (b${nodes[to]}) CREATE (a)-[:${type}]->(b);\n`
  }
}

function titleOf({ fields }: FlatNode): unknown {
  return fields.find(([name]) => name === 'title')?.[1]
}

const COLUMN_TYPES = { text: 'STRING', json: 'STRING', number: 'DOUBLE', flag: 'BOOLEAN' } as const

const ENDS: { readonly [Relation in GraphRelation]: string } = {
  reportsTo: 'FROM Role TO Role',
  dottedTo: 'FROM Role TO Role',
  progressesTo: 'FROM Role TO Role',
  memberOf: 'FROM Role TO Unit',
  headOf: 'FROM Role TO Unit',
  partOf: 'FROM Unit TO Unit',
  supports: 'FROM Role TO Role, FROM Unit TO Role',
  holds: 'FROM Person TO Role',
}

function* tables(state: OrgState): Generator<string, void> {
  const { nodes, edges } = flatNames(state)
  const columns = (names: readonly FlatName[]): string =>
    names
      .filter((name) => name !== 'kind' && name !== 'label' && name !== 'relation')
      .map((name) => `, ${nameText(name)} ${COLUMN_TYPES[FLAT_TYPES[name]]}`)
      .join('')
  for (const label of Object.values(LABELS)) {
    yield `CREATE NODE TABLE ${label}(id STRING PRIMARY KEY${columns(nodes)});\n`
  }
  for (const [relation, type] of Object.entries(TYPES)) {
    yield `CREATE REL TABLE ${type}(${ENDS[relation as GraphRelation]}${columns(edges)});\n`
  }
}

function fieldsText(
  fields: readonly FlatField[],
  lose: (name: FlatName, why: 'no-such-character' | 'not-json') => void,
): string {
  const texts: string[] = []
  for (const [name, value] of fields) {
    if (value === undefined) {
      lose(name, 'not-json')
      continue
    }
    if (typeof value === 'string' && holdable(value) !== value) lose(name, 'no-such-character')
    texts.push(`${nameText(name)}: ${valueText(value)}`)
  }
  return texts.join(', ')
}

function valueText(value: string | number | boolean): string {
  if (typeof value === 'string') return cypherText(holdable(value))
  return typeof value === 'number' ? doubleText(value) : String(value)
}

/** Words of the language, as names. */
const RESERVED: readonly FlatName[] = ['as', 'from', 'to', 'also', 'name', 'data', 'share', 'cost', 'status']

function nameText(name: FlatName): string {
  return RESERVED.includes(name) ? `\`${name}\`` : name
}

/** A number with a point, so that it is a double. */
function doubleText(value: number): string {
  const text = Object.is(value, -0) ? '-0' : String(value).replace('e+', 'e')
  if (text.includes('.')) return text
  return text.includes('e') ? text.replace('e', '.0e') : `${text}.0`
}

function cypherText(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

function holdable(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, '\uFFFD')
}

/** An id with characters that no text of a database can hold escaped, so that no two are written alike. */
function escapedId(id: string): string {
  if (holdable(id) === id) return id
  const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  return `~escaped/${id.replace(/\\|\0|\p{Surrogate}/gu, escape)}`
}
