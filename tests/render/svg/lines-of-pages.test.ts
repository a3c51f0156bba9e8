import { type Org, orgFromRecords } from 'rolegraph'
import { toSvg, toSvgPages, type SvgPagesOptions } from 'rolegraph/render'
import { describe, expect, it } from 'vitest'
import { pictures } from '../../../examples/support/pictures.js'
import { type Element, elementsOf, placeOf } from '../xml-events.js'

interface Point {
  readonly x: number
  readonly y: number
}

/** One manager and its reports; every third of them reports by a dotted line only. */
function teamOf(size: number): Org {
  const rows = Array.from({ length: size }, (_, role) => ({
    id: `r${String(role)}`,
    boss: role > 0 && role % 3 > 0 ? 'r0' : null,
    dotted: role > 0 && role % 3 === 0 ? 'r0' : null,
  }))
  return orgFromRecords(rows, { id: 'id', manager: 'boss', dotted: 'dotted' })
}

const hasClass = ({ attributes }: Element, name: string): boolean =>
  ` ${attributes['class'] ?? ''} `.includes(` ${name} `)

/** The lines of the tree: the points of each, by its look. Lines of the key are left out. */
function linesOf(elements: readonly Element[]): { look: string; element: Element; points: Point[] }[] {
  return elements.flatMap((element) => {
    const { d = '', class: look = '' } = element.attributes
    if (element.name !== 'path' || !hasClass(element, 'rg-line') || hasClass(element, 'rg-across')) return []
    if (element.parent?.attributes['role'] === 'listitem') return []
    return d
      .split('M')
      .slice(1)
      .map((line) => {
        const points: Point[] = []
        for (const [, command, x, y] of `M${line}`.matchAll(/([MHV])([-.\d]+)(?: ([-.\d]+))?/g)) {
          const before = points.at(-1) ?? { x: 0, y: 0 }
          if (command === 'M') points.push({ x: Number(x), y: Number(y) })
          else points.push(command === 'H' ? { x: Number(x), y: before.y } : { x: before.x, y: Number(x) })
        }
        return { look, element, points }
      })
  })
}

const isOn = ({ x, y }: Point, points: readonly Point[]): boolean =>
  points.slice(1).some((to, place) => {
    const from = points[place]
    const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)]
    const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)]
    return x >= left && x <= right && y >= top && y <= bottom
  })

/** The part of the drawing that a page shows, in units of the drawing. */
function partOf(elements: readonly Element[]): (point: Point) => boolean {
  const clip = elements.find(({ name, parent }) => name === 'rect' && parent?.name === 'clipPath')?.attributes
  const clipped = elements.find(({ attributes }) => 'clip-path' in attributes)
  const inside = clipped && elements.find(({ parent }) => parent === clipped)
  if (clip === undefined || inside === undefined) return () => true
  const [outer, inner] = [placeOf(clipped), placeOf(inside)]
  const [left, top] = [(outer.x - inner.x) / inner.scale, (outer.y - inner.y) / inner.scale]
  return ({ x, y }) =>
    x >= left && x <= left + Number(clip['width']) && y >= top && y <= top + Number(clip['height'])
}

/** Points along a line, at most this far from each other. */
function pointsAlong(points: readonly Point[], most: number): Point[] {
  return points.slice(1).flatMap((to, place) => {
    const from = points[place]
    const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y)
    const steps = Math.max(1, Math.ceil(length / most))
    return Array.from({ length: steps + 1 }, (_, step) => ({
      x: from.x + ((to.x - from.x) * step) / steps,
      y: from.y + ((to.y - from.y) * step) / steps,
    }))
  })
}

/** Along a line, how far a point is from its start. */
function lengthTo({ x, y }: Point, points: readonly Point[]): number {
  let length = 0
  for (const [place, to] of points.slice(1).entries()) {
    const from = points[place]
    if (isOn({ x, y }, [from, to])) return length + Math.abs(x - from.x) + Math.abs(y - from.y)
    length += Math.abs(to.x - from.x) + Math.abs(to.y - from.y)
  }
  return NaN
}

const nhs = pictures.find(({ name }) => name === 'nhs-england')?.org ?? teamOf(9)

// A list does not depend on the shape of the paper, so that the picture of the whole has the same places.
const LISTS: readonly (readonly [name: string, org: Org, options: SvgPagesOptions])[] = [
  ['one team', teamOf(150), { layout: 'indented' }],
  ['a real chart', nhs, { layout: 'indented', division: 'tiles' }],
  ['a real chart with frames', nhs, { layout: 'indented', division: 'tiles', frames: true }],
]

describe('the lines of pages', () => {
  it.each(LISTS)('are all drawn, each where it is in the whole: %s', (_name, org, options) => {
    const { frames = false } = options
    const whole = linesOf(elementsOf(toSvg(org, { layout: 'indented', frames })))
    const pages = toSvgPages(org, { ...options, division: 'tiles' }).map((page) => {
      const elements = elementsOf(page)
      return { lines: linesOf(elements), shows: partOf(elements) }
    })
    expect(pages.length).toBeGreaterThan(5)
    expect(whole.length).toBeGreaterThan(100)
    let shown = 0
    for (const { look, points } of whole) {
      for (const point of pointsAlong(points, 400)) {
        const there = pages.filter(({ shows }) => shows(point))
        expect(there.length).toBeGreaterThan(0)
        for (const { lines } of there) {
          expect(lines.some((line) => line.look === look && isOn(point, line.points))).toBe(true)
          shown++
        }
      }
    }
    expect(shown).toBeGreaterThan(1000)
    for (const { lines } of pages) {
      for (const { look, points } of lines) {
        const [start] = points
        const same = whole.filter((line) => line.look === look && isOn(start, line.points))
        expect(same.length).toBeGreaterThan(0)
        // All dashes of lines repeat within 180: 6 + 4, 2 + 3, 12 + 3 + 2 + 3, 1.5 + 3.
        for (const line of same) expect(lengthTo(start, line.points) % 180).toBe(0)
      }
    }
  })

  it('take as much as is on the page, however large the team is', () => {
    const sizes = [500, 1000, 2000].map((size) => {
      const pages = toSvgPages(teamOf(size), { layout: 'indented' })
      return { all: pages.join('').length, largest: Math.max(...pages.map(({ length }) => length)) }
    })
    for (const { largest } of sizes) expect(largest).toBeLessThan(11_000)
    const [small, middle, large] = sizes
    expect(middle.all / small.all).toBeLessThan(2.1)
    expect(large.all / middle.all).toBeLessThan(2.1)
  })

  it('are drawn on the pages that they touch only, whatever crosses the tree', () => {
    const pages = toSvgPages(teamOf(2000), { division: 'tiles' })
    expect(pages.length).toBeGreaterThan(20)
    for (const page of pages) expect(page.length).toBeLessThan(40_000)
  })
})
