import fc from 'fast-check'
import { MultiDirectedGraph } from 'graphology'
import { defineOrg, fromGraph, type Org, toGraph } from 'rolegraph'
import { type Exported, toGexf, toGraphml, toJsonLd, toOrgDocument, toTurtle } from 'rolegraph/export'
import { parseGexf, parseGraphml, parseJsonLd, parseOrgDocument, parseTurtle } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { anyDocument } from '../../support/any-document.js'
import { everythingChart, namesChart } from '../../support/everything-chart.js'
import { hostileOrg } from '../../query/hostile-org.js'
import { untold } from '../../support/untold.js'

const FORMATS: readonly (readonly [string, (org: Org) => Exported, (text: string) => Org])[] = [
  ['GraphML', toGraphml, parseGraphml],
  ['GEXF', toGexf, parseGexf],
  ['Turtle', toTurtle, parseTurtle],
  ['JSON-LD', toJsonLd, parseJsonLd],
]

const CHARTS: readonly (readonly [string, Org])[] = [
  ['everything', everythingChart],
  ['names of holders', namesChart],
  ['hostile ids', hostileOrg],
  ['no roles', defineOrg({ roles: {} })],
  ['an empty list of people', defineOrg({ roles: { a: {} }, people: {} })],
]

/** A document as lists, so that order is compared too. */
function content(org: Org): unknown {
  return JSON.parse(JSON.stringify(toOrgDocument(org)))
}

describe.each(FORMATS)('%s', (_name, write, read) => {
  it.each(CHARTS)('carries all but what it says is lost: %s', (_chart, org) => {
    const { text, lost } = write(org)
    expect(untold(org, read(text), lost)).toEqual([])
  })

  it('loses nothing that it does not say, for random charts', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const org = parseOrgDocument(JSON.stringify(document))
        const { text, lost } = write(org)
        expect(untold(org, read(text), lost)).toEqual([])
      }),
    )
  })

  it('says no loss of what it carries', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const org = parseOrgDocument(JSON.stringify(document))
        const { text, lost } = write(org)
        for (const loss of lost) {
          // Other readers do not know that a service always has a name.
          if (loss.kind === 'service' && loss.field === 'name' && loss.why === 'blank') continue
          // Services between the same two may lose the same.
          const others = lost.filter((other) => JSON.stringify(other) !== JSON.stringify(loss))
          expect(untold(org, read(text), others)).not.toEqual([])
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('toGraph with flat values', () => {
  it.each(CHARTS.slice(0, 4))('is read back by fromGraph: %s', (_chart, org) => {
    const graph = toGraph(org, { values: 'flat' })
    const values = [
      ...graph.mapNodes((_key, attributes) => Object.values(attributes)),
      ...graph.mapEdges((_key, attributes) => Object.values(attributes)),
    ].flat()
    for (const value of values) expect(['string', 'number', 'boolean']).toContain(typeof value)
    const lost = toGraphml(org).lost.filter(({ why }) => why === 'blank')
    expect(untold(org, fromGraph(graph, { values: 'flat' }), lost)).toEqual([])
  })

  it('reads a single text as a list of one, and text that is not JSON as data', () => {
    const graph = new MultiDirectedGraph()
    graph.addNode('a', { skills: 'Java', data: 'free text', grade: '7', vacant: 'TRUE' })
    expect(content(fromGraph(graph, { values: 'flat' }))).toEqual({
      rolegraph: 1,
      roles: { a: { skills: ['Java'], data: 'free text', grade: 7, vacant: true } },
    })
  })
})
