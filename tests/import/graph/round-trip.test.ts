import fc from 'fast-check'
import { MultiDirectedGraph } from 'graphology'
import { defineOrg, fromGraph, type Org, toGraph } from 'rolegraph'
import {
  type Exported,
  type OrgDocument,
  toGexf,
  toGraphml,
  toJsonLd,
  toOrgDocument,
  toTurtle,
} from 'rolegraph/export'
import { parseGexf, parseGraphml, parseJsonLd, parseOrgDocument, parseTurtle } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { anyDocument } from '../../support/any-document.js'
import { everythingChart, namesChart } from '../../support/everything-chart.js'
import { hostileOrg } from '../../query/hostile-org.js'
import { withoutLost } from '../../support/without-lost.js'

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
    expect(content(read(text))).toEqual(withoutLost(content(org) as OrgDocument, lost))
  })

  it('loses nothing that it does not say, for random charts', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const org = parseOrgDocument(JSON.stringify(document))
        const { text, lost } = write(org)
        expect(content(read(text))).toEqual(withoutLost(content(org) as OrgDocument, lost))
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
          if (loss.kind === 'service' && loss.field === 'name' && loss.why === 'empty') continue
          const others = lost.filter((other) => other !== loss)
          expect(content(read(text))).not.toEqual(withoutLost(content(org) as OrgDocument, others))
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
    const lost = toGraphml(org).lost.filter(({ why }) => why === 'empty')
    expect(content(fromGraph(graph, { values: 'flat' }))).toEqual(
      withoutLost(content(org) as OrgDocument, lost),
    )
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
