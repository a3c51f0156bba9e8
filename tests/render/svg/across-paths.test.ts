import fc from 'fast-check'
import { defineOrg, type Org, orgFromRecords } from 'rolegraph'
import { type Picture, pictureOf, type PictureOptions, toSvg } from 'rolegraph/render'
import { describe, expect, it } from 'vitest'
import { orgOfChart } from '../../support/chart-record.js'
import { forestCharts, tangledCharts } from '../../support/org-arbitraries.js'
import { firm, GOLDEN_PICTURES } from '../charts.js'
import { elementsOf } from '../xml-events.js'

interface Point {
  readonly x: number
  readonly y: number
}

interface Rect {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

interface Drawing {
  readonly picture: Picture
  readonly boxes: readonly Rect[]
  /** The lines and moves across the tree: the corners of each, before rounding. */
  readonly paths: readonly (readonly Point[])[]
  readonly halos: number
  readonly room: Rect
}

/** The corners of a path: its ends, and the control points of its curves. */
function cornersOf(d: string): Point[] {
  const all = [...d.matchAll(/([MLQ])(-?\d+) (-?\d+)/g)]
  return all.flatMap(([, command, x, y], place) =>
    command === 'Q' || place === 0 || place === all.length - 1 ? [{ x: Number(x), y: Number(y) }] : [],
  )
}

function drawn(org: Org, options: PictureOptions = {}): Drawing {
  const elements = elementsOf(toSvg(org, options))
  const picture = pictureOf(org, options)
  const [, x, y] = /translate\((-?\d+) (-?\d+)\)/.exec(
    elements.find(({ name }) => name === 'g')?.attributes['transform'] ?? '',
  ) ?? ['', '0', '0']
  const drawnPaths = elements.filter(
    ({ name, parent }) => name === 'path' && parent?.attributes['aria-hidden'] === 'true',
  )
  const across = drawnPaths.filter(({ attributes }) => /rg-across|rg-move/.test(attributes['class']))
  const rects = elements.filter(({ attributes }) => attributes['role'] === 'listitem')
  const height = Number(
    elements.find(({ name, parent }) => name === 'rect' && parent === rects[0])?.attributes['height'],
  )
  return {
    picture,
    boxes: rects.slice(0, picture.boxes.length).map(({ attributes }) => {
      const [left, top] = (attributes['transform'].match(/-?\d+/g) ?? []).map(Number)
      return { left, top, right: left + 204, bottom: top + height }
    }),
    paths: across.map(({ attributes }) => cornersOf(attributes['d'])),
    halos: drawnPaths.filter(({ attributes }) => attributes['class'] === 'rg-halo').length,
    room: {
      left: -Number(x),
      top: -Number(y),
      right: Number(elements[0].attributes['width']) - Number(x),
      bottom: Number(elements[0].attributes['height']) - Number(y),
    },
  }
}

const stretches = (path: readonly Point[]): [Point, Point][] =>
  path.slice(1).map((end, at) => [path[at], end])

/** The stretches that pass through the inside of a box. */
function behindBoxes({ boxes, paths }: Drawing): unknown[] {
  return paths.flatMap((path, at) =>
    stretches(path).flatMap(([a, b]) => {
      const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)]
      const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)]
      const hit = boxes.findIndex(
        (box) => left < box.right && right > box.left && top < box.bottom && bottom > box.top,
      )
      return hit === -1 ? [] : [{ path: at, box: hit, a, b }]
    }),
  )
}

/** Pairs of overlapping stretches of two paths. */
function overlaps({ paths }: Drawing): unknown[] {
  const all = paths.flatMap((path, at) => stretches(path).map(([a, b]) => ({ at, a, b })))
  const along = (one: (typeof all)[number], axis: 'x' | 'y'): [number, number] => [
    Math.min(one.a[axis], one.b[axis]),
    Math.max(one.a[axis], one.b[axis]),
  ]
  const pairs: unknown[] = []
  for (const [place, one] of all.entries()) {
    for (const other of all.slice(place + 1)) {
      if (one.at === other.at) continue
      for (const [axis, cross] of [['x', 'y'] as const, ['y', 'x'] as const]) {
        if (new Set([one.a[cross], one.b[cross], other.a[cross], other.b[cross]]).size > 1) continue
        const [[from, to], [otherFrom, otherTo]] = [along(one, axis), along(other, axis)]
        if (from < otherTo && otherFrom < to) pairs.push([one, other])
      }
    }
  }
  return pairs
}

/** Every line and move across the tree is a path of straight stretches from a side of one box to a side of another. */
function expectSoundPaths(drawing: Drawing): void {
  const { picture, boxes, paths, halos, room } = drawing
  const wanted = [...picture.lines.filter(({ tree }) => !tree), ...picture.moves]
  expect(paths).toHaveLength(wanted.length)
  expect(halos).toBe(wanted.length)
  for (const [at, { from, to }] of wanted.entries()) {
    const path = paths[at]
    for (const [{ x, y }, box] of [
      [path[0], boxes[from]] as const,
      [path[path.length - 1], boxes[to]] as const,
    ]) {
      expect([box.left, box.right]).toContain(x)
      expect(y).toBeGreaterThan(box.top)
      expect(y).toBeLessThan(box.bottom)
    }
    for (const [a, b] of stretches(path)) expect(a.x === b.x || a.y === b.y).toBe(true)
    for (const { x, y } of path) {
      expect(x > room.left && x < room.right && y > room.top && y < room.bottom).toBe(true)
    }
  }
  expect(behindBoxes(drawing)).toEqual([])
}

/** A matrix: a tree of spans from 3 to 8 in which one role in five has a dotted line to another manager. */
function matrix(count: number): Org {
  const rows = Array.from({ length: count }, (_, role) => ({
    id: String(role),
    boss: role === 0 ? null : String(Math.floor((role - 1) / (3 + ((role * 7) % 6)))),
    dotted: role % 5 === 4 ? [String((role * 7919) % Math.ceil(count / 3))] : [],
    title: 'Manager of things '.repeat(1 + (role % 3)),
  }))
  const sound = rows.map((row) => ({
    ...row,
    dotted: row.dotted.filter((id) => id !== row.id && id !== row.boss),
  }))
  return orgFromRecords(sound, { id: 'id', manager: 'boss', dotted: 'dotted', title: 'title' })
}

const reporting = GOLDEN_PICTURES.filter(([, , { relations }]) => relations !== 'career')

describe('lines across the tree', () => {
  it.each(reporting)('of %s lead from box to box and pass behind none', (_name, org, options) => {
    expectSoundPaths(drawn(org, options))
    expectSoundPaths(drawn(org, { ...options, relations: 'both' }))
  })

  it.each([30, 120, 600])('of a matrix of %j roles lead from box to box and pass behind none', (count) => {
    const drawing = drawn(matrix(count))
    expect(drawing.paths.length).toBeGreaterThan(count / 8)
    expectSoundPaths(drawing)
  })

  it('of any chart lead from box to box and pass behind none', () => {
    fc.assert(
      fc.property(fc.oneof(forestCharts, tangledCharts), (records) => {
        expectSoundPaths(drawn(orgOfChart(records), { relations: 'both' }))
      }),
      { numRuns: 100 },
    )
  })

  it.each([
    ['a firm', firm, {}],
    ['a firm with its careers', firm, { relations: 'both' }],
    ['a matrix of 50 roles', matrix(50), {}],
    ['a matrix of 600 roles', matrix(600), {}],
  ] as const)('of %s do not overlap', (_name, org, options) => {
    expect(overlaps(drawn(org, options))).toEqual([])
  })

  it('are straight between neighbours', () => {
    const org = defineOrg({
      roles: { top: {}, a: { reportsTo: 'top', dottedTo: 'b' }, b: { reportsTo: 'top' } },
    })
    const { paths, boxes } = drawn(org)
    expect(paths).toEqual([
      [
        { x: boxes[1].right, y: paths[0][0].y },
        { x: boxes[2].left, y: paths[0][0].y },
      ],
    ])
  })

  it('keep their style: dashed, highlighted, with an arrow', () => {
    const svg = toSvg(firm, { highlight: ['director', 'cfo'] })
    expect(svg).toContain('class="rg-line rg-dotted rg-highlighted rg-across" ')
    expect(svg.match(/class="rg-line rg-dotted rg-across" /g)).toHaveLength(2 + 1)
  })

  it('widen the distances of a chart only if there are any', () => {
    const boxes = (lines: 'solid' | 'all'): readonly Rect[] => drawn(firm, { lines }).boxes
    const [close, spaced] = [boxes('solid'), boxes('all')]
    expect(close[1].left - close[0].left).not.toBe(spaced[1].left - spaced[0].left)
  })
})
