import fc from 'fast-check'
import { defineOrg, type Org, orgFromRecords } from 'rolegraph'
import { type Picture, pictureOf, type PictureOptions, toSvg } from 'rolegraph/render'
import { describe, expect, it } from 'vitest'
import { orgOfChart } from '../../support/chart-record.js'
import { forestCharts, tangledCharts } from '../../support/org-arbitraries.js'
import { firm, GOLDEN_PICTURES, reorganised, staffed } from '../charts.js'
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
  /** The paths of the lines of the tree. */
  readonly trunks: readonly string[]
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
    trunks: drawnPaths.flatMap(({ attributes }) =>
      /^rg-line(?!.*rg-across)/.test(attributes['class']) ? [attributes['d']] : [],
    ),
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

/** The lines of the tree as straight stretches. */
function treeStretches({ trunks }: Drawing): [Point, Point][] {
  return trunks.flatMap((d) =>
    [...d.matchAll(/M(-?[\d.]+) (-?[\d.]+)([^M]*)/g)].flatMap(([, startX, startY, bends]) => {
      let last: Point = { x: Number(startX), y: Number(startY) }
      return [...bends.matchAll(/([HV])(-?[\d.]+)/g)].map(([, axis, to]): [Point, Point] => {
        const next = axis === 'H' ? { x: Number(to), y: last.y } : { x: last.x, y: Number(to) }
        const stretch: [Point, Point] = [last, next]
        last = next
        return stretch
      })
    }),
  )
}

/** Parallel stretches, of two lines across the tree or of one and the tree, that run along each other closer than `least`. */
function closerThan(least: number, drawing: Drawing): unknown[] {
  const across = drawing.paths.flatMap((path, at) =>
    stretches(path).map(([a, b]) => ({ at, a, b, length: path.length })),
  )
  const tree = treeStretches(drawing).map(([a, b]) => ({ at: -1, a, b, length: 0 }))
  const found: unknown[] = []
  for (const [place, one] of across.entries()) {
    for (const other of [...across.slice(place + 1), ...tree]) {
      if (one.at === other.at) continue
      for (const [axis, cross] of [['x', 'y'] as const, ['y', 'x'] as const]) {
        if (one.a[cross] !== one.b[cross] || other.a[cross] !== other.b[cross]) continue
        if (Math.abs(one.a[cross] - other.a[cross]) >= least) continue
        const from = Math.max(Math.min(one.a[axis], one.b[axis]), Math.min(other.a[axis], other.b[axis]))
        const to = Math.min(Math.max(one.a[axis], one.b[axis]), Math.max(other.a[axis], other.b[axis]))
        if (from < to) found.push([one, other])
      }
    }
  }
  return found
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

  it.each([
    ['a firm', firm, {}],
    ['a firm with its careers', firm, { relations: 'both' }],
    ['a matrix of 50 roles', matrix(50), {}],
    ['a matrix of 120 roles', matrix(120), {}],
    ['a matrix of 600 roles', matrix(600), {}],
  ] as const)('of %s are at least 6 pixels apart, and off the lines of the tree', (_name, org, options) => {
    const drawing = drawn(org, options)
    expect(drawing.trunks.length).toBeGreaterThan(0)
    expect(closerThan(6, drawing)).toEqual([])
  })

  it('share their last stretch where a box has more of them than fit', () => {
    const ids = Array.from({ length: 40 }, (_, role) => `r${String(role)}`)
    const rows = [
      { id: 'top', boss: null, dotted: [] },
      { id: 'hub', boss: 'top', dotted: [] },
      ...ids.map((id) => ({ id, boss: 'top', dotted: ['hub'] })),
    ]
    const drawing = drawn(orgFromRecords(rows, { id: 'id', manager: 'boss', dotted: 'dotted' }))
    expectSoundPaths(drawing)
    const hub = drawing.boxes[1]
    const atHub = (x: number): boolean => x === hub.left || x === hub.right
    const close = closerThan(6, drawing) as { a: Point; b: Point }[][]
    expect(close.every((pair) => pair.some(({ a, b }) => atHub(a.x) || atHub(b.x)))).toBe(true)
  })

  it('never interrupt a line of the tree', () => {
    const svg = toSvg(matrix(50))
    const classes = [...svg.matchAll(/<path class="([^"]*)"/g)].map(([, name]) => name)
    expect(classes.lastIndexOf('rg-halo')).toBeLessThan(classes.indexOf('rg-halo rg-trunks'))
    expect(classes.indexOf('rg-halo rg-trunks')).toBeLessThan(classes.indexOf('rg-line'))
  })

  it('leave room for one line down from each box', () => {
    for (const org of [firm, staffed, reorganised, matrix(120)]) {
      const drawing = drawn(org)
      const starts = new Map<number, Set<number>>()
      for (const [a] of treeStretches(drawing)) {
        const box = drawing.boxes.findIndex(
          ({ left, right, bottom }) => a.y === bottom && a.x > left && a.x < right,
        )
        if (box !== -1) starts.set(box, new Set([...(starts.get(box) ?? []), a.x]))
      }
      expect([...starts.values()].filter(({ size }) => size > 1)).toEqual([])
    }
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
