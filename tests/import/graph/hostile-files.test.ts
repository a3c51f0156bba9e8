import { managementChainOf, roleOf, rolesOf } from 'rolegraph'
import { parseGexf, parseGraphml, safeParseGexf, safeParseGraphml, safeParseTurtle } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

const graphml = (content: string): string =>
  `<graphml><graph edgedefault="directed">${content}</graph></graphml>`

describe('XML that is not well-formed or not safe', () => {
  it.each([
    ['<graphml>', "the element 'graphml' is never closed"],
    ['<graphml></graph>', "expected the end tag of 'graphml', found that of 'graph'"],
    ['<graphml a="1" a="2"/>', "the tag has the attribute 'a' twice"],
    ['<graphml a=1/>', "the attribute 'a' has no value in quotation marks"],
    ['<graphml>&x;</graphml>', "the reference '&x;' is not expanded"],
    ['<graphml>&#0;</graphml>', "the reference '&#0;' is not expanded"],
    ['<!DOCTYPE graphml [<!ENTITY x "y">]><graphml/>', 'the DOCTYPE contains a DTD, which is refused'],
    ['<graphml/><graphml/>', 'the document has a second root element'],
    ['a<graphml/>', 'text is not allowed outside the root element'],
    ['', 'the input has no XML element'],
    ['<gexf/>', "the file is not GraphML: its root element is 'gexf'"],
    ['<g\u007fexf/>', "the file is not GraphML: its root element is 'g\\u{7f}exf'"],
  ])('%s', (text, message) => {
    const { ok, issues } = safeParseGraphml(text)
    expect(ok).toBe(false)
    expect(issues[0]).toMatchObject({ code: 'INVALID_DOCUMENT', place: { line: 1 } })
    expect(issues[0]?.message).toContain(message)
  })

  it('has limits for nesting, nodes and ids', () => {
    const deep = '<a>'.repeat(65)
    const codes = [
      safeParseGraphml(`<graphml>${deep}`),
      safeParseGraphml(graphml('<node id="a"/><node id="b"/>'), { limits: { rows: 1 } }),
      safeParseGraphml(graphml('<node id="abc"/>'), { limits: { idLength: 2 } }),
      safeParseTurtle('<urn:a> <urn:b> '.padEnd(100, '['), {}),
    ].map(({ issues }) => issues[0]?.code)
    expect(codes).toEqual(['LIMIT_EXCEEDED', 'LIMIT_EXCEEDED', 'LIMIT_EXCEEDED', 'INVALID_DOCUMENT'])
  })

  it('has a limit for the nesting of data, which are JSON texts', () => {
    const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`
    const files = [
      (text: string) => safeParseGraphml(graphml(`<node id="a"><data key="data">${text}</data></node>`)),
      (text: string) =>
        safeParseGexf(
          `<gexf><graph><nodes><node id="a"><attvalues><attvalue for="data" value="${text}"/></attvalues></node></nodes></graph></gexf>`,
        ),
      (text: string) =>
        safeParseTurtle(
          `<urn:a> a <http://www.w3.org/ns/org#Post> ; <urn:rolegraph:vocabulary:data> '${text}' .`,
        ),
    ]
    for (const file of files) {
      expect(file(nested(64))).toMatchObject({ ok: true, issues: [] })
      expect(file(nested(65))).toMatchObject({
        ok: false,
        issues: [{ code: 'LIMIT_EXCEEDED', witness: ['depth', '64'], place: { line: 1 } }],
      })
      const inText = JSON.stringify([`"${'['.repeat(70)}`])
      const written = file === files[2] ? inText.replaceAll('\\', '\\\\') : inText.replaceAll('"', '&quot;')
      expect(file(written).issues).toEqual([])
    }
  })

  it('takes keys such as __proto__ like any other', () => {
    const org = parseGraphml(graphml('<node id="__proto__"><data key="__proto__">x</data></node>'))
    expect(rolesOf(org)).toEqual(['__proto__'])
    expect(Object.entries(roleOf(org, '__proto__').data as object)).toEqual([['__proto__', 'x']])
    expect(Reflect.get({}, 'x')).toBeUndefined()
  })
})

describe('graphs of other programs', () => {
  it('reads nested graphs, defaults and names of attributes', () => {
    const org = parseGraphml(
      `<?xml version="1.0"?><g:graphml xmlns:g="http://graphml.graphdrawing.org/xmlns">
        <g:key id="d0" for="node" attr.name="grade" attr.type="int"><g:default>3</g:default></g:key>
        <g:key id="d1" for="node" attr.name="salary band" attr.type="int"/>
        <g:key id="v" for="node" attr.name="id" attr.type="string"/>
        <g:graph edgedefault="directed">
          <g:node id="n0"><g:data key="v">top &amp; all</g:data><g:data key="d1">7</g:data>
            <g:graph><g:node id="n1"><g:data key="d0">1</g:data></g:node></g:graph>
          </g:node>
          <g:edge source="n0" target="n1"/>
        </g:graph></g:graphml>`,
      { edges: 'to-report' },
    )
    expect(managementChainOf(org, 'n1')).toEqual(['top & all'])
    expect(roleOf(org, 'top & all')).toMatchObject({ grade: 3, data: { 'salary band': 7 } })
    expect(roleOf(org, 'n1').grade).toBe(1)
  })

  it('reports undirected edges and edges to nowhere, with their lines', () => {
    const { issues } = safeParseGraphml(
      '<graphml><graph edgedefault="undirected"><node id="a"/><node id="b"/>\n<edge source="a" target="b"/>\n<edge source="a" target="c" directed="true"/></graph></graphml>',
    )
    expect(issues.map(({ place, message }) => [place.line, message.replace(/^.*?: /, '')])).toEqual([
      [3, "an edge goes from 'a' to 'c', but there is no node 'c'"],
      [2, expect.stringContaining('An edge is undirected')],
    ])
  })

  it('reads labels of GEXF as titles, and bytes in the encoding that the file declares', () => {
    const text =
      '<?xml version="1.0" encoding="ISO-8859-1"?><gexf><graph defaultedgetype="directed"><nodes><node id="1" label="Zürich"/></nodes></graph></gexf>'
    expect(roleOf(parseGexf(Uint8Array.from(text, (c) => c.charCodeAt(0))), '1').title).toBe('Zürich')
  })
})
