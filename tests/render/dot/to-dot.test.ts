import { Graphviz } from '@hpcc-js/wasm-graphviz'
import { orgFromRecords } from 'rolegraph'
import { pictureOf, toDot } from 'rolegraph/render'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../../support/thrown-by.js'
import { firm, GOLDEN_PICTURES, HOSTILE_LABELS, hostileLabels } from '../charts.js'
import { expectGolden } from '../golden.js'
import { elementsOf } from '../xml-events.js'

const graphviz = await Graphviz.load()

interface Node {
  readonly name: string
  readonly _gvid: number
  readonly pos?: string
  readonly nodes?: readonly number[]
  readonly label?: string
}
interface Edge {
  readonly tail: number
  readonly head: number
  readonly style?: string
  readonly dir?: string
}
interface Drawing {
  readonly objects?: readonly Node[]
  readonly edges?: readonly Edge[]
}

const drawn = (dot: string): Drawing => JSON.parse(graphviz.layout(dot, 'json', 'dot')) as Drawing
const nodesOf = ({ objects = [] }: Drawing): Node[] => objects.filter(({ pos }) => pos !== undefined)
const heightOf = ({ pos = '' }: Node): string => pos.slice(pos.indexOf(',') + 1)

describe('toDot', () => {
  it.each(GOLDEN_PICTURES)(
    'writes %s as in its golden file, and Graphviz draws each box and edge',
    (name, org, options) => {
      const dot = toDot(org, options)
      expectGolden(`${name}.dot`, dot)
      const picture = pictureOf(org, options)
      const drawing = drawn(dot)
      const nodes = nodesOf(drawing)
      expect(nodes.map((node) => node.name).sort()).toEqual(
        picture.boxes.map(({ index }) => `b${String(index)}`).sort(),
      )
      const byId = new Map(nodes.map((node) => [node._gvid, node.name]))
      const edges = (drawing.edges ?? [])
        .filter(({ style }) => style !== 'invis')
        .map(({ tail, head }) => `${byId.get(tail) ?? ''}>${byId.get(head) ?? ''}`)
      expect(edges.sort()).toEqual(
        [
          ...picture.lines.map(({ from, to }) => `b${String(to)}>b${String(from)}`),
          ...picture.moves.map(({ from, to }) => `b${String(from)}>b${String(to)}`),
        ].sort(),
      )
    },
  )

  it('puts each layer on one rank, the top first, across units too', () => {
    for (const options of [{}, { groupBy: 'unit' }] as const) {
      const heights = new Map(
        nodesOf(drawn(toDot(firm, options))).map((node) => [node.name, Number(heightOf(node))]),
      )
      const layers: Set<number>[] = []
      for (const { index, layer } of pictureOf(firm, options).boxes) {
        ;(layers[layer - 1] ??= new Set()).add(heights.get(`b${String(index)}`) ?? NaN)
      }
      expect(layers.map(({ size }) => size)).toEqual([1, 1, 1, 1, 1])
      const down = layers.flatMap((layer) => [...layer])
      expect(down).toEqual(down.toSorted((a, b) => b - a))
    }
  })

  it('makes each unit a cluster inside that of its larger unit', () => {
    const dot = toDot(firm, { groupBy: 'unit' })
    const { objects = [] } = drawn(dot)
    const names = (cluster: string): (string | undefined)[] =>
      objects
        .find(({ name }) => name === cluster)
        ?.nodes?.map((id) => objects.find(({ _gvid }) => _gvid === id)?.label?.split('\\n')[0])
        .sort() ?? []
    const office = ['PMO Analyst', 'PMO Coordinator', 'PMO Director', 'PMO Manager']
    expect(names('cluster_u1')).toEqual(office)
    expect(names('cluster_u0')).toEqual(['Chief Project Officer', ...office])
  })

  it('draws frames in the colours of the units, and a chart from left to right', () => {
    const dot = toDot(firm, { frames: true, layout: 'left-to-right' })
    expect(dot.replace('rankdir=LR', 'rankdir=TB')).toBe(toDot(firm, { groupBy: 'unit' }))
    expect(dot.match(/style="rounded", color="([^"]*)"/g)).toEqual([
      'style="rounded", color="#2563eb"',
      'style="rounded", color="#847a00"',
    ])
    const places = new Map(nodesOf(drawn(dot)).map(({ name, pos = '' }) => [name, Number(pos.split(',')[0])]))
    for (const { index, parent } of pictureOf(firm, { groupBy: 'unit' }).boxes) {
      const [report, manager] = [index, parent].map((box) => places.get(`b${String(box)}`) ?? NaN)
      if (parent !== undefined) expect(report).toBeGreaterThan(manager)
    }
    for (const wrong of [{ layout: 'compact' }, { frames: 'unit' }] as object[])
      expect(thrownBy(() => toDot(firm, wrong)).code).toBe('INVALID_OPTION')
  })

  it('draws dotted lines dashed, with an arrow at the manager', () => {
    const dashed = (drawn(toDot(firm)).edges ?? []).filter(({ style }) => style === 'dashed')
    expect(dashed).toHaveLength(4)
    expect(dashed.every(({ dir }) => dir === 'back')).toBe(true)
  })

  it('draws every hostile label exactly, on boxes and clusters', () => {
    const svg = graphviz.layout(toDot(hostileLabels, { groupBy: 'unit' }), 'svg', 'dot')
    const elements = elementsOf(svg.replace(/<!DOCTYPE[^>]*>/, ''))
    const texts = elements
      .filter(({ name }) => name === 'text')
      .map(({ text }) => text.replaceAll('\u00a0', ' '))
    for (const label of HOSTILE_LABELS) {
      // Once as a unit, once as a title, once as a holder; a line break starts a new text.
      for (const row of label.split('\n')) {
        expect(texts.filter((text) => text === row).length, row).toBeGreaterThanOrEqual(3)
      }
    }
    expect(new Set(elements.map(({ name }) => name))).toEqual(
      new Set(['svg', 'g', 'title', 'polygon', 'defs', 'linearGradient', 'stop', 'path', 'text']),
    )
  })

  it('writes no control characters', () => {
    const org = orgFromRecords([{ id: 'a\u0000\u001b\ud800b\r\nc' }], { id: 'id' })
    expect(toDot(org)).toContain('[label="a\\\\u{0}\\\\u{1b}\\\\u{d800}b\\nc"]')
    expect(nodesOf(drawn(toDot(org)))).toHaveLength(1)
  })

  it('refuses an unknown option', () => {
    const typo: object = { charset: 'ascii' }
    expect(thrownBy(() => toDot(firm, typo)).code).toBe('INVALID_OPTION')
  })
})
