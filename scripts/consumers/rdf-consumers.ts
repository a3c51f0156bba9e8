import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Org } from 'rolegraph'
import { type Exported, toJsonLd, toTurtle } from 'rolegraph/export'
import { parseTurtle } from 'rolegraph/import'
import { everythingChart, namesChart } from '../../tests/support/everything-chart.js'
import { untold } from '../../tests/support/untold.js'
import type { Consumer, Tools } from './consumer.js'

// Each consumer reads what was exported and writes all of it as N-Triples, which must make the same org again.

const RDFLIB = `
import sys, rdflib
g = rdflib.Graph()
g.parse(sys.argv[1], format=sys.argv[2])
sys.stdout.reconfigure(encoding='utf-8')
print(g.serialize(format='nt'))
`

type Convert = (text: string, tools: Tools) => Promise<string> | string

function consumer(
  name: string,
  write: (org: Org) => Exported,
  convert: Convert,
  needs: Pick<Consumer, 'debian' | 'npm'>,
): Consumer {
  return {
    name,
    ...needs,
    check: async (tools) => {
      const wrong: string[] = []
      for (const org of [everythingChart, namesChart]) {
        const { text, lost } = write(org)
        wrong.push(...untold(org, parseTurtle(await convert(text, tools)), lost))
      }
      return wrong
    },
  }
}

function rdflib(format: string): Convert {
  return (text, { folder, run }) => {
    const path = join(folder, 'chart.rdf')
    writeFileSync(path, text)
    return run('/usr/bin/python3', ['-c', RDFLIB, path, format])
  }
}

function raptor(text: string, { folder, run }: Tools): string {
  const path = join(folder, 'chart.ttl')
  writeFileSync(path, text)
  return run('rapper', ['-q', '-i', 'turtle', '-o', 'ntriples', path])
}

async function n3(text: string, { load }: Tools): Promise<string> {
  const { Parser, Writer } = (await load('n3')) as {
    readonly Parser: new () => { parse: (text: string) => readonly object[] }
    readonly Writer: new (options: object) => { quadsToString: (quads: readonly object[]) => string }
  }
  return new Writer({ format: 'N-Triples' }).quadsToString(new Parser().parse(text))
}

async function jsonLd(text: string, { load }: Tools): Promise<string> {
  const { default: jsonld } = (await load('jsonld')) as {
    readonly default: { toRDF: (document: unknown, options: object) => Promise<string> }
  }
  return jsonld.toRDF(JSON.parse(text), { format: 'application/n-quads' })
}

export const consumers: readonly Consumer[] = [
  consumer('RDFLib, Turtle', toTurtle, rdflib('turtle'), { debian: ['python3-rdflib'] }),
  consumer('RDFLib, JSON-LD', toJsonLd, rdflib('json-ld'), { debian: ['python3-rdflib'] }),
  consumer('Raptor, Turtle', toTurtle, raptor, { debian: ['raptor2-utils'] }),
  consumer('N3.js, Turtle', toTurtle, n3, { npm: { n3: '2.13.12' } }),
  consumer('jsonld.js, JSON-LD', toJsonLd, jsonLd, { npm: { jsonld: '9.0.0' } }),
]
