import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toCypher, toDotData } from 'rolegraph/export'
import { everythingChart, namesChart } from '../../tests/support/everything-chart.js'
import type { Consumer } from './consumer.js'
import { type Attributes, expectedGraph, type Graph, graphDifferences } from './expected-graph.js'

/** What no quoted string of DOT can have. */
const DOT = /\\(?=["\\\r\n]|$)|\0|\p{Surrogate}/gu
const TEXT = /\0|\p{Surrogate}/gu

/** Prints the graph that Graphviz holds as JSON; its own output has control characters in it. */
const GRAPHVIZ = `
import json, subprocess, sys
d = json.loads(subprocess.run(['dot', '-Tdot_json', sys.argv[1]], capture_output=True, check=True).stdout, strict=False)
attributes = lambda x, left: {k: v for k, v in x.items() if k not in left}
names = {o['_gvid']: o['name'] for o in d['objects']}
print(json.dumps({
    'nodes': [[o['name'], attributes(o, ['_gvid', 'name', 'label'])] for o in sorted(d['objects'], key=lambda o: o['_gvid'])],
    'edges': [[names[e['tail']], names[e['head']], attributes(e, ['_gvid', 'tail', 'head', 'id'])]
              for e in sorted(d['edges'], key=lambda e: int(e['id'].split('_')[1]))],
}))
`

/** Every value as a text, as DOT has it; the label is drawn, and escaped for that. */
function asTexts({ nodes, edges }: Graph): Graph {
  const texts = ({ label: _label, ...attributes }: Attributes): Attributes =>
    Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [
        name,
        typeof value === 'number' || typeof value === 'boolean' ? String(value) : value,
      ]),
    )
  return {
    nodes: nodes.map(([key, attributes]) => [key, texts(attributes)]),
    edges: edges.map(([from, to, attributes]) => [from, to, texts(attributes)]),
  }
}

const graphviz: Consumer = {
  name: 'Graphviz, DOT',
  debian: ['graphviz'],
  check: ({ folder, run }) =>
    [everythingChart, namesChart].flatMap((org) => {
      const { text, lost } = toDotData(org)
      const path = join(folder, 'chart.dot')
      writeFileSync(path, text)
      const held = JSON.parse(run('/usr/bin/python3', ['-c', GRAPHVIZ, path])) as Graph
      // Graphviz gives every edge every attribute, as an empty text where it has none.
      return graphDifferences(asTexts(expectedGraph(org, lost, DOT)), held, (value) => value === '')
    }),
}

type Row = Readonly<Record<string, unknown>>

interface Connection {
  query(statement: string): Promise<{ getAll(): Promise<readonly Row[]>; close(): void }>
  close(): Promise<void>
}

interface Kuzu {
  readonly Database: new (path: string) => { close(): Promise<void> }
  readonly Connection: new (database: object) => Connection
}

/** The rows of a statement. A result that is still open when its memory is collected ends the process. */
async function rowsOf(connection: Connection, statement: string): Promise<readonly Row[]> {
  const result = await connection.query(statement)
  const rows = await result.getAll()
  result.close()
  return rows
}

const LABELS = { Role: 'role', Unit: 'unit', Person: 'person' } as const

const kuzu: Consumer = {
  name: 'Kuzu, Cypher',
  npm: { kuzu: '0.11.3' },
  check: async ({ load }) => {
    const { default: given } = (await load('kuzu')) as { readonly default: Kuzu }
    const wrong: string[] = []
    for (const org of [everythingChart, namesChart]) {
      const database = new given.Database(':memory:')
      const connection = new given.Connection(database)
      const { text, lost } = toCypher(org, { dialect: 'kuzu' })
      for (const statement of text.split(/;\n(?=CREATE|MATCH|$)/)) {
        if (statement !== '') await rowsOf(connection, `${statement};`)
      }
      const expected = expectedGraph(org, lost, TEXT)
      const held = new Map<string, Attributes>()
      for (const [label, kind] of Object.entries(LABELS)) {
        const rows = await rowsOf(connection, `MATCH (n:${label}) RETURN n`)
        for (const { n } of rows as readonly { readonly n: Attributes }[]) {
          const { _id, _label, id, ...attributes } = n
          held.set(JSON.stringify([kind, id]), { kind, ...attributes })
        }
      }
      const nodes = expected.nodes.map(([key, { label: _label, ...attributes }]) => {
        const id = key.replace(/^~person\/|^~(?!escaped)/, '')
        return [JSON.stringify([attributes['kind'], id]), attributes] as const
      })
      // The title of the id '' is the id.
      const isMissing = (value: unknown): boolean => value === ''
      const inOrder = nodes.map(([key]) => [key, withEmpties(held.get(key) ?? {})] as const)
      wrong.push(...graphDifferences({ nodes, edges: [] }, { nodes: inOrder, edges: [] }, isMissing))
      const [count] = await rowsOf(connection, 'MATCH ()-[e]->() RETURN count(*) AS n')
      if (Number(count['n']) !== expected.edges.length) {
        wrong.push(`${String(count['n'])} edges instead of ${String(expected.edges.length)}`)
      }
      await connection.close()
      await database.close()
    }
    return wrong
  },
}

interface Neo4jSupport {
  readonly lintCypherQuery: (
    statements: string,
    database: object,
    reportsWarnings: boolean,
  ) => { readonly diagnostics: readonly Diagnostic[] }
}

interface Diagnostic {
  readonly message: string
  readonly range: { readonly start: { readonly line: number } }
}

/** The checks of syntax and meaning that Neo4j's editors run; the database itself needs Java. */
const neo4jSupport: Consumer = {
  name: "Neo4j's language support, Cypher",
  npm: { '@neo4j-cypher/language-support': '2.0.0-next.38' },
  check: async ({ load }) => {
    const { lintCypherQuery } = (await load('@neo4j-cypher/language-support')) as Neo4jSupport
    const told = (statements: string): readonly string[] =>
      lintCypherQuery(statements, {}, true).diagnostics.map(
        ({ message, range }) => `line ${String(range.start.line + 1)}: ${message}`,
      )
    const wrong = [everythingChart, namesChart].flatMap((org) => told(toCypher(org).text))
    return told('MATCH (a:Role) RETURN b;').length === 1 ? wrong : [...wrong, 'an unknown variable passes']
  },
}

/** Without the null that a column has where a node states nothing. */
function withEmpties(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null))
}

export const consumers: readonly Consumer[] = [graphviz, kuzu, neo4jSupport]
