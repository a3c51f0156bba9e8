import fc from 'fast-check'
import { type Exported, toGexf, toGraphml, toJsonLd, toTurtle } from 'rolegraph/export'
import {
  parseGexf,
  parseGraphml,
  parseJsonLd,
  parseOrgDocument,
  parseTurtle,
  safeParseGexf,
  safeParseGraphml,
  safeParseJsonLd,
  safeParseTurtle,
} from 'rolegraph/import'
import type { Org } from 'rolegraph'
import { anyDocument } from '../../tests/support/any-document.js'
import type { FuzzFormat } from './fuzz-format.js'
import { mutatedText } from './mutate-text.js'

const GRAPH_OPTIONS = { edges: ['to-manager', 'to-report', undefined] }

/** Files of other programs: nested graphs, defaults, other names, references, a DTD. */
const OTHER_XML = [
  '<!DOCTYPE graphml SYSTEM "a.dtd"><graphml><key id="d" for="node" attr.name="grade" attr.type="int"><default>1</default></key><graph edgedefault="undirected"><node id="a"><data key="d">2</data><graph><node id="b"/></graph></node><edge source="a" target="b" directed="true"/></graph></graphml>',
  '<gexf><graph defaultedgetype="directed"><attributes class="node"><attribute id="0" title="grade" type="integer"><default>1</default></attribute></attributes><nodes><node id="a" label="A"><nodes><node id="b"/></nodes></node></nodes><edges><edge id="0" source="b" target="a"/></edges></graph></gexf>',
  '<graphml><graph><node id="&#65;&amp;"><data key="x"><![CDATA[<a>]]></data></node><!-- a --><?p i?></graph></graphml>',
]

const OTHER_TURTLE = [
  '@base <http://a/> . PREFIX org: <http://www.w3.org/ns/org#>\n<p> a org:Post ; org:reportsTo [ a org:Post ; org:heldBy <q> , _:x ] . <q> org:holds <p> . # end\n<l> org:x ( 1 -2.5 3e4 true \'a\' """b "" c"""@en ) .',
  '{"@context":{"@vocab":"http://www.w3.org/ns/org#","at":{"@id":"postIn","@type":"@id"}},"@id":"urn:p","@type":["Post"],"at":"urn:u","reportsTo":{"@id":"urn:q","@type":"Post","heldBy":[{"@list":[{"@id":"urn:x"}]}]}}',
]

function textFormat(
  name: string,
  write: (org: Org) => Exported,
  others: readonly string[],
  readers: Pick<FuzzFormat, 'safeParse' | 'parse'>,
  options: FuzzFormat['options'] = {},
): FuzzFormat {
  const orgs = fc.sample(anyDocument, { seed: 1, numRuns: 100 })
  const texts = orgs
    .map((document) => write(parseOrgDocument(JSON.stringify(document))).text)
    .filter((text) => text.length < 6000)
  return {
    name,
    options,
    text: (random) => {
      const text = random.oneIn(4) ? random.pick(others) : random.pick(texts)
      return { text: mutatedText(text, random.pick(texts), random) }
    },
    ...readers,
  }
}

/** Formats of graphs and of linked data. */
export const GRAPH_FORMATS: Readonly<Record<string, () => FuzzFormat>> = {
  graphml: () =>
    textFormat(
      'graphml',
      toGraphml,
      OTHER_XML,
      {
        safeParse: (source, options) => safeParseGraphml(source, options),
        parse: (source, options) => parseGraphml(source, options),
      },
      GRAPH_OPTIONS,
    ),
  gexf: () =>
    textFormat(
      'gexf',
      toGexf,
      OTHER_XML,
      {
        safeParse: (source, options) => safeParseGexf(source, options),
        parse: (source, options) => parseGexf(source, options),
      },
      GRAPH_OPTIONS,
    ),
  turtle: () =>
    textFormat('turtle', toTurtle, OTHER_TURTLE, {
      safeParse: (source, options) => safeParseTurtle(source, options),
      parse: (source, options) => parseTurtle(source, options),
    }),
  'json-ld': () =>
    textFormat('json-ld', toJsonLd, OTHER_TURTLE, {
      safeParse: (source, options) => safeParseJsonLd(source, options),
      parse: (source, options) => parseJsonLd(source, options),
    }),
}
