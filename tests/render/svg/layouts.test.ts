import fc from 'fast-check'
import { defineOrg, type Org, orgFromRecords } from 'rolegraph'
import { type Picture, pictureOf, type SvgOptions, toSvg } from 'rolegraph/render'
import { describe, expect, it } from 'vitest'
import { pictures } from '../../../examples/support/pictures.js'
import { orgOfChart } from '../../support/chart-record.js'
import { forestCharts, tangledCharts } from '../../support/org-arbitraries.js'
import { thrownBy } from '../../support/thrown-by.js'
import { firm, GOLDEN_PICTURES, staffed } from '../charts.js'
import { expectGolden } from '../golden.js'
import { type Element, elementsOf } from '../xml-events.js'

const LAYOUTS = ['top-down', 'left-to-right', 'indented', 'compact'] as const

interface Rect {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

interface Frame extends Rect {
  readonly title: string
}

interface Drawing {
  readonly picture: Picture
  readonly boxes: readonly Rect[]
  readonly frames: readonly Frame[]
  /** The straight stretches of all lines, as rectangles without a width. */
  readonly stretches: readonly Rect[]
  readonly across: readonly (readonly Rect[])[]
  readonly room: Rect
}

const numbers = (text = ''): number[] => (text.match(/-?\d+(\.\d+)?/g) ?? []).map(Number)

/** The straight stretches of a path, whose corners may be rounded. */
function stretchesOf(d: string): Rect[] {
  let [x, y] = [0, 0]
  const found: Rect[] = []
  for (const [, command, rest] of d.matchAll(/([MLQVH])([^MLQVH]*)/g)) {
    const values = numbers(rest)
    const ends: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
      M: [[values[0], values[1]]],
      L: [[values[0], values[1]]],
      // Through the corner.
      Q: [
        [values[0], values[1]],
        [values[2], values[3]],
      ],
      V: [[x, values[0]]],
      H: [[values[0], y]],
    }
    for (const [nextX, nextY] of ends[command]) {
      if (command !== 'M') {
        expect(nextX === x || nextY === y).toBe(true)
        found.push({
          left: Math.min(x, nextX),
          top: Math.min(y, nextY),
          right: Math.max(x, nextX),
          bottom: Math.max(y, nextY),
        })
      }
      ;[x, y] = [nextX, nextY]
    }
  }
  return found
}

function rectOf({ attributes }: Element): Rect {
  const [left, top, width, height] = ['x', 'y', 'width', 'height'].map((name) =>
    Number(attributes[name] ?? 0),
  )
  return { left, top, right: left + width, bottom: top + height }
}

function drawn(org: Org, { layout = 'top-down', frames = false, ...options }: SvgOptions = {}): Drawing {
  const elements = elementsOf(toSvg(org, { ...options, layout, frames }))
  const picture = pictureOf(org, { ...options, ...(frames && { groupBy: 'unit' }) })
  const classed = (name: string): Element[] =>
    elements.filter(({ attributes }) => ` ${attributes['class'] ?? ''} `.includes(` ${name} `))
  const inDrawing = ({ parent }: Element): boolean => parent?.attributes['aria-hidden'] === 'true'
  const boxes = classed('rg-box')
    .filter(({ parent }) => elements.some((each) => each.parent === parent && each.name === 'title'))
    .map((rect) => {
      const [x, y] = numbers(rect.parent?.attributes['transform'])
      const { right, bottom } = rectOf(rect)
      return { left: x, top: y, right: x + right, bottom: y + bottom }
    })
  const lines = elements.filter((each) => each.name === 'path' && inDrawing(each))
  const across = lines.filter(({ attributes }) => /rg-across|rg-move/.test(attributes['class']))
  const [x, y] = numbers(elements.find(({ name }) => name === 'g')?.attributes['transform'])
  const { width, height } = elements[0].attributes
  return {
    picture,
    boxes,
    frames: classed('rg-frame').map((rect) => {
      const title = elements.find(({ name, parent }) => name === 'title' && parent === rect.parent)
      return { ...rectOf(rect), title: title?.text ?? '' }
    }),
    stretches: lines
      .filter(({ attributes }) => attributes['class'] !== 'rg-halo')
      .flatMap(({ attributes }) => stretchesOf(attributes['d'])),
    across: across.map(({ attributes }) => stretchesOf(attributes['d'])),
    room: { left: -x, top: -y, right: Number(width) - x, bottom: Number(height) - y },
  }
}

const meet = (a: Rect, b: Rect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
const isIn = (a: Rect, b: Rect): boolean =>
  a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom

/** Pairs of a rectangle of one list and one of another that meet. */
function meeting<A extends Rect, B extends Rect>(some: readonly A[], others: readonly B[]): [A, B][] {
  const byTop = others.toSorted((a, b) => a.top - b.top)
  const highest = byTop.reduce((most, { top, bottom }) => Math.max(most, bottom - top), 0)
  return some.flatMap((one) => {
    const found: [A, B][] = []
    for (const other of byTop) {
      if (other.top >= one.bottom) break
      if (other.top >= one.top - highest && (other as Rect) !== one && meet(one, other))
        found.push([one, other])
    }
    return found
  })
}

/** A unit and the larger units around it. */
function unitsAround({ units }: Picture, unit: number | undefined): number[] {
  const found: number[] = []
  for (let next = unit; next !== undefined; next = units[next].partOf) found.push(next)
  return found
}

/** No box meets another or is outside, no line passes a box, and frames have the boxes of their units inside them, whole. */
function expectSound(drawing: Drawing): void {
  const { picture, boxes, frames, stretches, across, room } = drawing
  expect(boxes).toHaveLength(picture.boxes.length)
  expect(meeting(boxes, boxes)).toEqual([])
  // A line without a width meets a box that it is inside of.
  expect(meeting(stretches.map(grown), boxes.map(shrunk))).toEqual([])
  for (const each of [...boxes, ...frames, ...across.flat()]) expect(isIn(each, room)).toBe(true)
  const wanted = [...picture.lines.filter(({ tree }) => !tree), ...picture.moves]
  expect(across).toHaveLength(wanted.length)
  for (const [place, { from, to }] of wanted.entries()) {
    const path = across[place]
    for (const [end, box] of [[path[0], boxes[from]] as const, [path[path.length - 1], boxes[to]] as const])
      expect(touches(end, box)).toBe(true)
  }
  for (const [place, frame] of frames.entries()) {
    const unit = picture.units.findIndex(({ title }) => title === frame.title)
    for (const [box, rect] of boxes.entries()) {
      if (!meet(frame, rect)) continue
      expect(isIn(rect, frame), `${picture.boxes[box].label} in ${frame.title}`).toBe(true)
      expect(unitsAround(picture, picture.boxes[box].unit)).toContain(unit)
    }
    for (const other of frames.slice(place + 1)) {
      if (meet(frame, other)) expect(isIn(frame, other) || isIn(other, frame)).toBe(true)
    }
  }
  if (frames.length === 0) return
  for (const [box, rect] of boxes.entries()) {
    const around = unitsAround(picture, picture.boxes[box].unit).map((unit) => picture.units[unit].title)
    const framed = frames.filter((frame) => meet(frame, rect)).map(({ title }) => title)
    expect(framed.toSorted()).toEqual(around.toSorted())
  }
}

const grown = ({ left, top, right, bottom }: Rect): Rect => ({
  left: left - 0.1,
  top: top - 0.1,
  right: right + 0.1,
  bottom: bottom + 0.1,
})
const shrunk = ({ left, top, right, bottom }: Rect): Rect => ({
  left: left + 0.2,
  top: top + 0.2,
  right: right - 0.2,
  bottom: bottom - 0.2,
})

const touches = (line: Rect, box: Rect): boolean => meet(grown(line), box) && !meet(grown(line), shrunk(box))

/** A tree in which one role in five has a dotted line to another manager, with units that are nested and scattered. */
function matrix(count: number): Org {
  const ids = Array.from({ length: count }, (_, role) => String(role))
  const bossOf = (role: number): string => String(Math.floor((role - 1) / (3 + ((role * 7) % 6))))
  const roles = ids.map((id, role) => {
    const to = String((role * 7919) % Math.ceil(count / 3))
    return [
      id,
      {
        title: 'Manager of things '.repeat(1 + (role % 3)),
        ...(role > 0 && {
          reportsTo: role % 17 === 1 ? { to: bossOf(role), as: 'assistant' } : bossOf(role),
        }),
        ...(role % 5 === 4 && to !== id && to !== bossOf(role) && { dottedTo: to }),
        ...(role % 4 > 0 && { unit: `u${String(Math.floor(Math.log2(role + 1)) % 5)}` }),
      },
    ] as const
  })
  const units = {
    u0: {},
    u1: { partOf: 'u0' },
    u2: { partOf: 'u0' },
    u3: { partOf: 'u2' },
    u4: {},
  }
  return defineOrg<string, string>({ roles: Object.fromEntries(roles), units })
}

const reporting = GOLDEN_PICTURES.filter(([, , { relations }]) => relations !== 'career')

describe.each(LAYOUTS)('toSvg %s', (layout) => {
  it.each(reporting)('draws %s soundly, with frames and without', (_name, org, options) => {
    for (const frames of [false, true]) {
      expectSound(drawn(org, { ...options, layout, frames }))
      expectSound(drawn(org, { ...options, layout, frames, relations: 'both' }))
    }
  })

  it.each([30, 120, 400])('draws a matrix of %j roles soundly', (count) => {
    expectSound(drawn(matrix(count), { layout }))
    expectSound(drawn(matrix(count), { layout, frames: true }))
  })

  it('draws any chart soundly, and the same each time', () => {
    fc.assert(
      fc.property(
        fc.oneof(forestCharts, tangledCharts),
        fc.boolean(),
        fc.array(fc.option(fc.nat(4), { nil: undefined }), { minLength: 1, maxLength: 12 }),
        (records, frames, units) => {
          const plain = orgOfChart(records)
          const titles = new Map(
            pictureOf(plain).boxes.map(({ role }, place) => [role, units[place % units.length]]),
          )
          const org = orgFromRecords(
            records.map((record) => {
              const unit = titles.get(record.id)
              return { ...record, ...(unit !== undefined && { unit: `unit ${String(unit)}` }) }
            }),
            { id: 'id', manager: 'manager', dotted: 'dotted', unit: 'unit', onIssue: 'collect' },
          )
          const options = { layout, frames, relations: 'both' } as const
          expectSound(drawn(org, options))
          expect(toSvg(org, options)).toBe(toSvg(org, options))
        },
      ),
      { numRuns: 60 },
    )
  })

  it.each([
    ['firm', firm],
    ['staff', staffed],
  ])('draws %s as in its golden file', (name, org) => {
    if (layout !== 'top-down') expectGolden(`${name}-${layout}.svg`, toSvg(org, { layout }))
    if (name === 'firm') expectGolden(`${name}-${layout}-frames.svg`, toSvg(org, { layout, frames: true }))
  })

  it('draws a long chain, many reports of one manager, and nothing', () => {
    const chain = Array.from({ length: 3000 }, (_, role) => ({
      id: String(role),
      boss: role ? String(role - 1) : null,
      unit: `unit ${String(role % 40)}`,
    }))
    const fields = { id: 'id', manager: 'boss', unit: 'unit' } as const
    const count = (svg: string): number => svg.split('role="listitem" transform').length - 1
    const star = chain.map((row, role) => ({ ...row, boss: role ? '0' : null }))
    for (const rows of [chain, star]) {
      for (const frames of [false, true])
        expect(count(toSvg(orgFromRecords(rows, fields), { layout, frames, legend: false }))).toBe(3000)
    }
    expect(drawn(defineOrg({ roles: {} }), { layout, frames: true }).boxes).toEqual([])
  })

  it('draws careers as without it', () => {
    expect(toSvg(firm, { relations: 'career', layout, frames: false })).toBe(
      toSvg(firm, { relations: 'career' }),
    )
  })
})

describe('a layout', () => {
  const rectsOf = (org: Org, options: SvgOptions): Map<string | undefined, Rect> => {
    const { picture, boxes } = drawn(org, options)
    return new Map(picture.boxes.map(({ role, label }, box) => [role ?? label, boxes[box]]))
  }
  const place = (rects: ReadonlyMap<string | undefined, Rect>, role: string): Rect =>
    rects.get(role) ?? { left: NaN, top: NaN, right: NaN, bottom: NaN }

  it('from left to right has each layer in a column of its own', () => {
    const { picture, boxes } = drawn(matrix(60), { layout: 'left-to-right', lines: 'solid' })
    for (const { index, parent, staff } of picture.boxes) {
      if (parent === undefined) expect(boxes[index].left).toBe(0)
      else expect(boxes[index].left).toBeGreaterThan(boxes[parent].right)
      if (staff) continue
      // Peers that are not staff are in one column.
      const peers = picture.boxes.filter((box) => box.parent === parent && !box.staff)
      for (const peer of peers) expect(boxes[peer.index].left).toBe(boxes[index].left)
    }
  })

  it('from left to right has staff below the line from their manager', () => {
    const rects = rectsOf(staffed, { layout: 'left-to-right' })
    const ceo = place(rects, 'ceo')
    for (const staff of ['assistant', 'counsel']) {
      expect(place(rects, staff).top).toBe((ceo.top + ceo.bottom) / 2 + 20)
      for (const report of ['cfo', 'coo', 'cto', 'chief'])
        expect(place(rects, staff).right).toBeLessThan(place(rects, report).left)
    }
  })

  it('that is indented is one column in reading order, each box indented below its manager', () => {
    const { picture, boxes } = drawn(matrix(60), { layout: 'indented' })
    const indent = (box: number): number => boxes[box].left
    for (const { index, parent } of picture.boxes) {
      if (index > 0) expect(boxes[index].top).toBeGreaterThan(boxes[index - 1].bottom)
      if (parent !== undefined) expect(indent(index) - indent(parent)).toBe(20)
    }
  })

  it('that is indented has staff first', () => {
    const rects = rectsOf(staffed, { layout: 'indented' })
    expect(place(rects, 'counsel').bottom).toBeLessThan(place(rects, 'cfo').top)
  })

  it('that is compact takes less paper', () => {
    const area = (org: Org, layout: 'top-down' | 'compact'): number => {
      const [width, height] = numbers(
        /viewBox="0 0 (\d+ \d+)"/.exec(toSvg(org, { layout, legend: false }))?.[1],
      )
      return width * height
    }
    const nhs = pictures.find(({ name }) => name === 'nhs-england')?.org ?? firm
    for (const org of [firm, staffed, matrix(60), nhs])
      expect(area(org, 'compact')).toBeLessThan(0.9 * area(org, 'top-down'))
    expect(area(matrix(400), 'compact')).toBeLessThan(area(matrix(400), 'top-down'))
  })

  it('is one of four', () => {
    const wrong: object = { layout: 'left-to-rigth' }
    expect(thrownBy(() => toSvg(firm, wrong))).toMatchObject({
      code: 'INVALID_OPTION',
      details: { option: 'layout' },
    })
    expect(thrownBy(() => toSvg(firm, wrong)).message).toContain("did you mean 'left-to-right'?")
    const notBoolean: object = { frames: 'unit' }
    expect(thrownBy(() => toSvg(firm, notBoolean)).details).toMatchObject({ option: 'frames' })
  })
})

describe('frames', () => {
  it('are one for a unit whose roles are next to each other, with its parts inside it', () => {
    const { frames } = drawn(firm, { frames: true })
    expect(frames.map(({ title }) => title)).toEqual(['Delivery', 'Project Management Office'])
    expect(isIn(frames[1], frames[0])).toBe(true)
  })

  it('are several where a role of another unit is among those of a unit', () => {
    const org = defineOrg({
      roles: {
        lead: { unit: 'lab' },
        guest: { reportsTo: 'lead' },
        one: { reportsTo: 'guest', unit: 'lab' },
        two: { reportsTo: 'guest', unit: 'lab' },
      },
      units: { lab: {} },
    })
    expect(drawn(org, { frames: true }).frames).toHaveLength(2)
  })

  it('keep the roles of a unit together', () => {
    const org = defineOrg({
      roles: {
        top: {},
        a: { reportsTo: 'top', unit: 'lab' },
        b: { reportsTo: 'top', unit: 'desk' },
        c: { reportsTo: 'top', unit: 'lab' },
      },
      units: { lab: {}, desk: {} },
    })
    expect(drawn(org, { frames: true }).frames).toHaveLength(2)
  })

  it('have the name of the unit, cut only if there is no room', () => {
    const svg = toSvg(firm, { frames: true })
    expect(svg.match(/class="rg-name"[^>]*>[^<]*/g)?.map((name) => name.replace(/.*>/, ''))).toEqual([
      'Delivery',
      'Project Management Office',
    ])
  })

  it.each(['top-down', 'left-to-right', 'indented', 'compact'] as const)(
    'are one inside the other for 1,000 nested units, %s',
    (layout) => {
      const ids = Array.from({ length: 1000 }, (_, place) => place)
      const org = defineOrg({
        roles: Object.fromEntries(
          ids.map((id) => [
            `r${String(id)}`,
            { unit: `u${String(id)}`, ...(id > 0 && { reportsTo: `r${String(id - 1)}` }) },
          ]),
        ),
        units: Object.fromEntries(
          ids.map((id) => [`u${String(id)}`, id > 0 ? { partOf: `u${String(id - 1)}` } : {}]),
        ),
      })
      const { frames } = drawn(org, { layout, frames: true })
      expect(frames).toHaveLength(1000)
      for (const [place, frame] of frames.slice(1).entries()) expect(isIn(frame, frames[place])).toBe(true)
    },
  )
})
