import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { defineOrg, type Org, orgFromRecords } from 'rolegraph'
import { pictureOf, type PictureOptions, toSvg } from 'rolegraph/render'
import { describe, expect, it } from 'vitest'
import { orgOfChart } from '../../support/chart-record.js'
import { forestCharts, tangledCharts } from '../../support/org-arbitraries.js'
import { thrownBy } from '../../support/thrown-by.js'
import { firm, GOLDEN_PICTURES, HOSTILE_LABELS, hostileLabels } from '../charts.js'
import { expectGolden } from '../golden.js'
import { type Element, elementsOf, inherited } from '../xml-events.js'

interface Rect {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

interface Drawing {
  readonly elements: readonly Element[]
  readonly boxes: readonly Rect[]
  readonly names: readonly string[]
  readonly width: number
  readonly height: number
}

const shift = (transform = ''): readonly number[] =>
  (/translate\((-?\d+) (-?\d+)\)/.exec(transform) ?? ['', '0', '0']).slice(1).map(Number)

/** The boxes of a drawing: their rectangles in the coordinates of the document, and their titles. */
function drawn(org: Org, options: PictureOptions = {}): Drawing {
  const elements = elementsOf(toSvg(org, options))
  const svg = elements[0]
  const count = pictureOf(org, options).boxes.length
  const items = elements.filter(({ attributes }) => attributes['role'] === 'listitem').slice(0, count)
  const boxes = items.map((item) => {
    const rect = elements.find((each) => each.parent === item && each.name === 'rect')
    const [x, y] = shift(item.attributes['transform'])
    const [dx, dy] = shift(item.parent?.parent?.attributes['transform'])
    const [left, top] = [x + dx, y + dy]
    const { width, height } = rect?.attributes ?? {}
    return { left, top, right: left + Number(width), bottom: top + Number(height) }
  })
  return {
    elements,
    boxes,
    names: items.map(
      (item) => elements.find((each) => each.parent === item && each.name === 'title')?.text ?? '',
    ),
    width: Number(svg.attributes['width']),
    height: Number(svg.attributes['height']),
  }
}

function overlapping({ boxes }: Drawing): [Rect, Rect][] {
  const found: [Rect, Rect][] = []
  const byTop = boxes.toSorted((a, b) => a.top - b.top)
  for (const [place, a] of byTop.entries()) {
    for (const b of byTop.slice(place + 1)) {
      if (b.top >= a.bottom) break
      if (a.left < b.right && b.left < a.right) found.push([a, b])
    }
  }
  return found
}

const outside = ({ boxes, width, height }: Drawing): Rect[] =>
  boxes.filter(({ left, top, right, bottom }) => left < 0 || top < 0 || right > width || bottom > height)

/** A tree with spans from 3 to 8 and titles of several lengths. */
function wideTree(count: number): Org {
  const rows = Array.from({ length: count }, (_, role) => ({
    id: `r${String(role)}`,
    boss: role === 0 ? null : `r${String(Math.floor((role - 1) / (3 + ((role * 7) % 6))))}`,
    title: 'Manager of things '.repeat(1 + (role % 4)),
  }))
  return orgFromRecords(rows, { id: 'id', manager: 'boss', title: 'title' })
}

describe('toSvg', () => {
  it.each(GOLDEN_PICTURES)(
    'draws %s as in its golden file, without overlapping boxes',
    (name, org, options) => {
      expectGolden(`${name}.svg`, toSvg(org, options))
      const drawing = drawn(org, options)
      const picture = pictureOf(org, options)
      expect(drawing.boxes).toHaveLength(picture.boxes.length)
      expect(overlapping(drawing)).toEqual([])
      expect(outside(drawing)).toEqual([])
      for (const [place, { label }] of picture.boxes.entries())
        expect(drawing.names[place].startsWith(label)).toBe(true)
    },
  )

  it('has an elbow for each line of the tree and an arrow for each line across it', () => {
    const { elements } = drawn(firm)
    const paths = elements.filter(
      ({ name, parent }) => name === 'path' && parent?.attributes['aria-hidden'] === 'true',
    )
    const ways = (name: string): number =>
      paths
        .filter(({ attributes }) => attributes['class'] === name)
        .reduce((sum, { attributes }) => sum + (attributes['d'] ?? '').split('M').length - 1, 0)
    expect(ways('rg-line')).toBe(7)
    expect(ways('rg-line rg-dotted')).toBe(1)
    expect(ways('rg-line rg-dotted rg-across')).toBe(3)
  })

  it('has everything that a box shows in its title, uncut', () => {
    expect(drawn(firm, { marks: { director: 'moved' }, highlight: ['director'] }).names[2]).toBe(
      'PMO Director; held by Katherine Johnson and Dorothy Vaughan; grade 7; Project Management Office; below Chief Project Officer; moved; highlighted',
    )
    expect(drawn(firm, { depth: 1 }).names[1]).toContain('4 roles below are not drawn')
    expect(drawn(firm, { collapse: 1 }).names[6]).toBe('+2 more; 3 roles; below Chief Executive')
  })

  it('writes any label as text: no script, link, style or handler', () => {
    const { elements, names } = drawn(hostileLabels, { groupBy: 'unit' })
    const allowed = ['svg', 'title', 'style', 'defs', 'marker', 'path', 'rect', 'g', 'text']
    expect(new Set(elements.map(({ name }) => name))).toEqual(new Set(allowed))
    const attributes = new Set(elements.flatMap((element) => Object.keys(element.attributes)))
    for (const name of attributes) expect(name).not.toMatch(/^on|href|^style$|src/)
    expect(elements.filter(({ name }) => name === 'style')).toHaveLength(1)
    for (const [place, label] of HOSTILE_LABELS.entries()) {
      const spoken = label === 'tab\there' ? label : label.replaceAll('\r', '')
      expect(names[place + 1]).toBe(`${spoken}; held by ${spoken}; ${spoken}; below end`)
    }
  })

  it.each([
    // Chinese and Japanese between letters, but not before small kana, the long vowel and closing punctuation.
    ['信息技术与数字化转型部副总经理', ['信息技术与数字化转型部副', '总经理']],
    ['プロジェクトマネージメジャー', ['プロジェクトマネージメ', 'ジャー']],
    ['部長（代理）「項目管理課長」、主任', ['部長（代理）「項目管理課', '長」、主任']],
    // Thai between letters, but not between a vowel and the letter that it belongs to.
    ['ผู้อำนวยการฝ่ายบริหารโครงการ', ['ผู้อำนวยการฝ่ายบริหา', 'รโครงการ']],
    // After hyphens and slashes, but not before a number.
    ['Vice-President/Engineering/Platform', ['Vice-President/', 'Engineering/Platform']],
    ['Programme-Management-Office', ['Programme-', 'Management-Office']],
    ['Controller 2013/2014-2015', ['Controller', '2013/2014-2015']],
    // Inside a word only where it is longer than a line.
    ['Donaudampfschifffahrtsgesellschaftskapitän', ['Donaudampfschifffahrt', 'sgesellschaftskapitän']],
    // A character is never separated from its accents, nor a family of emoji.
    ['e\u0301'.repeat(24), ['e\u0301'.repeat(19), 'e\u0301'.repeat(5)]],
    ['👩‍💻'.repeat(8), ['👩‍💻'.repeat(6), '👩‍💻'.repeat(2)]],
  ] as const)('breaks the title %s', (title, lines) => {
    const org = orgFromRecords([{ id: 'a', title }], { id: 'id', title: 'title' })
    const drawn = elementsOf(toSvg(org)).filter(({ attributes }) => attributes['class'] === 'rg-title')
    expect(drawn.map(({ text }) => text)).toEqual(lines)
  })

  it('takes the direction of a title from its first letter, for all of its lines', () => {
    const titled = (title: string): (readonly [text: string, bidi: string | undefined])[] =>
      elementsOf(toSvg(orgFromRecords([{ id: 'a', title }], { id: 'id', title: 'title' })))
        .filter(({ attributes }) => attributes['class'] === 'rg-title')
        .map(({ text, attributes }) => [text, attributes['unicode-bidi']])
    expect(titled('(1) מנהל PMO')).toEqual([['(1) מנהל PMO', 'plaintext']])
    expect(titled('Head of פרויקט')).toEqual([['Head of פרויקט', undefined]])
    // A right-to-left mark tells the direction where a line begins with a Latin letter.
    expect(titled('מנהל\nPMO')).toEqual([
      ['מנהל', 'plaintext'],
      ['\u200fPMO', 'plaintext'],
    ])
  })

  it('cuts a title that needs more than three lines', () => {
    const title = '项目管理办公室主任'.repeat(5)
    const org = orgFromRecords([{ id: 'a', title }], { id: 'id', title: 'title' })
    const lines = elementsOf(toSvg(org)).filter(({ attributes }) => attributes['class'] === 'rg-title')
    expect(lines).toHaveLength(3)
    expect(lines[2].text).toMatch(/…$/)
    expect(
      title.startsWith(
        lines
          .map(({ text }) => text)
          .join('')
          .slice(0, -1),
      ),
    ).toBe(true)
  })

  it('writes characters that XML cannot hold by number', () => {
    const org = orgFromRecords([{ id: 'a\u0000\u001b\ud800\ufffe]]>\r\nb' }], { id: 'id' })
    expect(drawn(org).names[0]).toBe('a\\u{0}\\u{1b}\\u{d800}\\u{fffe}]]>\r\nb')
  })

  it.each([5, 40, 300, 5000])(
    'draws %j boxes without overlap, managers above, in about the shape of a sheet',
    (count) => {
      const org = wideTree(count)
      const drawing = drawn(org, {})
      expect(overlapping(drawing)).toEqual([])
      expect(outside(drawing)).toEqual([])
      for (const { index, parent } of pictureOf(org).boxes) {
        if (parent !== undefined) expect(drawing.boxes[parent].top).toBeLessThan(drawing.boxes[index].top)
      }
      expect(drawing.width / drawing.height).toBeGreaterThan(0.7)
      expect(drawing.width / drawing.height).toBeLessThan(4)
    },
  )

  it('draws any chart without overlap, broken ones included, and the same each time', () => {
    const options = fc.record({
      relations: fc.constantFrom('reporting', 'both'),
      collapse: fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: 3 })),
    })
    fc.assert(
      fc.property(fc.oneof(forestCharts, tangledCharts), options, (records, given) => {
        const org = orgOfChart(records)
        const drawing = drawn(org, given)
        expect(overlapping(drawing)).toEqual([])
        expect(outside(drawing)).toEqual([])
        expect(toSvg(orgOfChart(records), given)).toBe(toSvg(org, given))
      }),
      { numRuns: 60 },
    )
  })

  it('draws any careers without overlap, cycles included', () => {
    const careers = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 24 })
    fc.assert(
      fc.property(careers, (moves) => {
        const rows = Array.from({ length: 10 }, (_, role) => ({
          id: String(role),
          next: [
            ...new Set(
              moves.filter(([from, to]) => from === role && to !== role).map(([, to]) => String(to)),
            ),
          ],
        }))
        const drawing = drawn(orgFromRecords(rows, { id: 'id', moves: 'next' }), { relations: 'career' })
        expect(overlapping(drawing)).toEqual([])
        expect(outside(drawing)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('draws careers without a cycle from left to right', () => {
    const org = defineOrg({
      roles: {
        a: { progressesTo: ['b', 'd'] },
        b: { progressesTo: 'c' },
        c: { progressesTo: 'd' },
        d: {},
      },
    })
    const { boxes } = drawn(org, { relations: 'career' })
    const lefts = boxes.map(({ left }) => left)
    expect(lefts).toEqual(lefts.toSorted((a, b) => a - b))
    expect(new Set(lefts).size).toBe(4)
  })

  it('writes the years after all moves, so that no move crosses them out', () => {
    const { elements } = drawn(firm, { relations: 'career' })
    const connectors = elements.filter(({ parent }) => parent?.attributes['aria-hidden'] === 'true')
    expect(connectors.map(({ name }) => name)).toEqual([
      ...Array.from({ length: 6 }, () => 'path'),
      // A patch of paper behind each text.
      ...Array.from({ length: 3 }, () => 'rect'),
      ...Array.from({ length: 3 }, () => 'text'),
    ])
  })

  it('draws a long chain, and many reports of one manager', () => {
    const chain = Array.from({ length: 5000 }, (_, role) => ({
      id: String(role),
      boss: role ? String(role - 1) : null,
    }))
    const fields = { id: 'id', manager: 'boss' } as const
    expect(toSvg(orgFromRecords(chain, fields)).split('role="listitem"')).toHaveLength(5001)
    const star = chain.map(({ id }, role) => ({ id, boss: role ? '0' : null }))
    const drawing = drawn(orgFromRecords(star, fields))
    expect(drawing.width / drawing.height).toBeLessThan(4)
  })

  it('draws an empty sheet for a picture without boxes', () => {
    const drawing = drawn(defineOrg({ roles: {} }))
    expect(drawing.boxes).toEqual([])
    expect(drawing.width).toBeGreaterThan(0)
  })

  it.each(GOLDEN_PICTURES)('draws %s in light colours without a style sheet', (_name, org, options) => {
    const svg = toSvg(org, options)
    const elements = elementsOf(svg)
    for (const element of elements) {
      const { name, attributes } = element
      if (!['path', 'rect', 'text'].includes(name)) continue
      expect(inherited(element, 'fill')).toMatch(/^(none|#[0-9a-f]{6})$/)
      if (name === 'path' && attributes['fill'] === 'none') expect(attributes['stroke']).toMatch(/^#/)
      if (name === 'text') expect(Number(inherited(element, 'font-size'))).toBeGreaterThan(10)
    }
    // All of the style sheet is for screens, so that other programs skip it as a whole.
    const style = elements.find(({ name }) => name === 'style')?.text ?? ''
    expect(style).toMatch(/^@media screen\{\n(.*\}\n)*\}$/)
    expect(svg.replace(style, '')).not.toContain('var(')
    expect(svg).not.toMatch(/light-dark|foreignObject|dominant-baseline|paint-order/)
  })

  it('uses the given title, or a default', () => {
    const titleOf = (svg: string): string => elementsOf(svg).find(({ name }) => name === 'title')?.text ?? ''
    expect(titleOf(toSvg(firm, { title: '<The> "firm" & co' }))).toBe('<The> "firm" & co')
    expect(titleOf(toSvg(firm))).toBe('Organisation chart')
    expect(titleOf(toSvg(firm, { relations: 'career' }))).toBe('Career paths')
    const wrong: object = { title: 7 }
    expect(thrownBy(() => toSvg(firm, wrong)).details).toMatchObject({ option: 'title' })
  })
})

/** How far apart two colours are in CIELAB, where 2 is the least that an eye can see. */
function difference(a: string, b: string): number {
  const lab = (colour: string): readonly number[] => {
    const [red, green, blue] = [1, 3, 5]
      .map((start) => parseInt(colour.slice(start, start + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    const [x, y, z] = [
      (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
      0.2126 * red + 0.7152 * green + 0.0722 * blue,
      (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
    ].map((part) => (part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16 / 116))
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
  }
  const [one, other] = [lab(a), lab(b)]
  return Math.hypot(...one.map((part, place) => part - other[place]))
}

/** The contrast of two colours, as WCAG defines it. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const [red, green, blue] = [1, 3, 5]
      .map((start) => parseInt(colour.slice(start, start + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(['light', 'dark'])('the %s colours of toSvg', (scheme) => {
  const style = elementsOf(toSvg(firm)).find(({ name }) => name === 'style')?.text ?? ''
  const [light, dark] = [...style.matchAll(/\.rg\{([^}]*)\}/g)].map(([, body]) => body)
  const colours = new Map(
    [...(scheme === 'light' ? light : dark).matchAll(/--rg-([\w-]+):(#\w{6})/g)].map(([, name, colour]) => [
      name,
      colour,
    ]),
  )
  const of = (name: string): string => colours.get(name) ?? ''

  it('are complete', () => {
    expect(colours.size).toBe(22)
  })

  it.each([
    ['ink', 'box'],
    ['ink', 'highlight-box'],
    ['muted', 'box'],
    ['muted', 'highlight-box'],
    ['muted', 'paper'],
    ['badge', 'added'],
    ['badge', 'removed'],
    ['badge', 'moved'],
    ['badge', 'changed'],
    ['badge', 'muted'],
  ])('have AA contrast for text: %s on %s', (text, ground) => {
    expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5)
  })

  it.each([
    ...['edge', 'line', 'move', 'highlight', 'added', 'removed', 'moved', 'changed'].map((name) => [
      name,
      'paper',
    ]),
    ...Array.from({ length: 8 }, (_, unit) => [`u${String(unit)}`, 'box']),
  ])('have AA contrast for graphics: %s on %s', (sign, ground) => {
    expect(contrast(of(sign), of(ground))).toBeGreaterThanOrEqual(3)
  })

  it('tell marks, highlights and units apart', () => {
    const meanings = ['highlight', 'added', 'removed', 'moved', 'changed']
    const units = Array.from({ length: 8 }, (_, unit) => `u${String(unit)}`)
    for (const [place, one] of meanings.entries()) {
      for (const other of [...meanings.slice(place + 1), ...units])
        expect(difference(of(one), of(other)), `${one} and ${other}`).toBeGreaterThan(20)
    }
  })

  it('are those of the explorer page', () => {
    const css = readFileSync(new URL('../../../src/html/client/style.css', import.meta.url), 'utf8')
    const roots = [...css.matchAll(/:root \{([^}]*)\}/g)].map(([, body]) => body)
    const body = roots[scheme === 'light' ? 0 : 1]
    const inPage = new Map(
      [...body.matchAll(/--([\w-]+): (#\w{6})/g)].map(([, name, colour]) => [name, colour]),
    )
    for (const name of [
      'highlight',
      'added',
      'removed',
      'moved',
      'changed',
      'badge',
      'u0',
      'u1',
      'u2',
      'u3',
      'u4',
      'u5',
      'u6',
      'u7',
    ])
      expect([name, inPage.get(name)]).toEqual([name, of(name)])
  })
})
