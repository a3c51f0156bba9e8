import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { marksOf } from 'rolegraph'
import { toSvg } from 'rolegraph/render'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pictures } from '../../examples/support/pictures.js'
import { firm, GOLDEN_PICTURES, reorganisation, reorganised } from '../render/charts.js'
import { type Element, elementsOf, inherited, placeOf } from '../render/xml-events.js'
import { launchChromium } from './chromium.js'
import { explore } from './explore.js'

const PAPER = '#ffffff'
const INK = '#0f172a'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchChromium()
  page = await browser.newPage()
})
afterAll(async () => {
  await browser.close()
})

interface Pixels {
  readonly width: number
  readonly height: number
  /** The colour of a pixel: `#rrggbb`. */
  readonly at: (x: number, y: number) => string
}

/** Draws an SVG with librsvg, as GNOME, Wikipedia, ImageMagick and many build tools do. */
async function drawnByLibrsvg(svg: string): Promise<Pixels> {
  const { stdout, stderr, error } = spawnSync('rsvg-convert', [], { input: svg, maxBuffer: 2 ** 28 })
  if (error !== undefined) {
    throw new Error('There is no rsvg-convert. Install it with `apt-get install -y librsvg2-bin`.')
  }
  expect(stderr.toString()).toBe('')
  const { width, height, bytes } = await page.evaluate<{ width: number; height: number; bytes: string }>(
    `(async () => {
      const image = new Image()
      image.src = 'data:image/png;base64,${stdout.toString('base64')}'
      await image.decode()
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d')
      context.drawImage(image, 0, 0)
      const { data } = context.getImageData(0, 0, image.width, image.height)
      let bytes = ''
      for (let at = 0; at < data.length; at += 32768) bytes += String.fromCharCode(...data.subarray(at, at + 32768))
      return { width: image.width, height: image.height, bytes: btoa(bytes) }
    })()`,
  )
  const data = Buffer.from(bytes, 'base64')
  return {
    width,
    height,
    at: (x, y) => `#${data.toString('hex', 4 * (y * width + x), 4 * (y * width + x) + 3)}`,
  }
}

const channelsOf = (colour: string): number[] =>
  [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16))
const distance = (a: string, b: string): number =>
  Math.max(...channelsOf(a).map((channel, place) => Math.abs(channel - channelsOf(b)[place])))

/** The boxes of a drawing, each with the rectangle that it is drawn as. */
function boxesOf(elements: readonly Element[], frame: string): { frame: Element; box: Element }[] {
  return elements.flatMap((element) => {
    const isFrame = element.name === 'rect' && ` ${element.attributes['class']} `.includes(` ${frame} `)
    // The samples of the key have no title.
    const isBox = elements.some(({ name, parent }) => name === 'title' && parent === element.parent)
    return isFrame && isBox && element.parent ? [{ frame: element, box: element.parent }] : []
  })
}

/** The box whose full text starts with these words. */
function named<Box extends { box: Element }>(boxes: readonly Box[], words: string): Box {
  const found = boxes.find(({ box }) => box.text.startsWith(words))
  if (found === undefined) throw new Error(`There is no box of ${words}.`)
  return found
}

/** The colour of the paper, and the classes of frames and titles. */
interface Names {
  readonly paper: string
  readonly frame: string
  readonly title: string
}

const TO_SVG: Names = { paper: PAPER, frame: 'rg-box', title: 'rg-title' }

/** Checks the paper, and of each box its ground, its frame if it is thick, and its title. */
function expectDrawn(
  pixels: Pixels,
  svg: string,
  { paper, frame: frameClass, title: titleClass }: Names,
): void {
  const elements = elementsOf(svg)
  expect(pixels.at(1, 1)).toBe(paper)
  const boxes = boxesOf(elements, frameClass)
  expect(boxes.length).toBeGreaterThan(0)
  for (const { frame, box } of boxes) {
    const { x, y, scale } = placeOf(box)
    const inside = (dx: number, dy: number): [number, number] => [
      Math.round(x + dx * scale),
      Math.round(y + dy * scale),
    ]
    const { fill, stroke, height } = frame.attributes
    const ground = fill === 'none' ? paper : hexOf(fill)
    // Right of the stripe and left of the text.
    const [left, middle] = inside(10, Number(height) / 2)
    if (left < 1 || middle < 1 || left >= pixels.width || middle >= pixels.height) continue
    expect(distance(pixels.at(left, middle), ground), `the ground of ${box.text}`).toBeLessThan(3)
    const [edge, top] = inside(30, 0)
    if (Number(frame.attributes['stroke-width']) === 2.5 && !('stroke-dasharray' in frame.attributes)) {
      expect(pixels.at(edge, top), `the frame of ${box.text}`).toBe(hexOf(stroke))
    }
    const title = elements.find(
      ({ parent, attributes }) => parent === box && attributes['class'] === titleClass,
    )
    if (title === undefined || !/[a-z]/i.test(title.text) || scale < 1) continue
    const { x: textX, y: baseline } = title.attributes
    const [from, bottom] = inside(Number(textX), Number(baseline))
    let darkest = PAPER
    for (let column = from; column < Math.min(from + 60, pixels.width); column++) {
      for (let row = bottom - 9; row < Math.min(bottom, pixels.height); row++) {
        if (distance(pixels.at(column, row), INK) < distance(darkest, INK)) darkest = pixels.at(column, row)
      }
    }
    expect(distance(darkest, hexOf(inherited(title, 'fill') ?? '')), `the title of ${box.text}`).toBeLessThan(
      40,
    )
  }
}

/** A colour as `#rrggbb`; a browser writes `rgb(1, 2, 3)`. */
function hexOf(colour: string): string {
  if (colour.startsWith('#')) return colour
  const channels = (colour.match(/\d+/g) ?? []).map((channel) =>
    Number(channel).toString(16).padStart(2, '0'),
  )
  return `#${channels.join('')}`
}

/** How often the pixels of a row change between the paper and something else. */
function changes(pixels: Pixels, y: number, from: number, to: number): number {
  let count = 0
  for (let x = from + 1; x < to; x++) {
    if ((pixels.at(x, y) === PAPER) !== (pixels.at(x - 1, y) === PAPER)) count++
  }
  return count
}

const withoutStyle = (svg: string): string => svg.replace(/<style>[^]*<\/style>/, '')

/** A screenshot of an SVG in a page of Chromium. */
async function shot(svg: string): Promise<Buffer> {
  await page.setContent(`<!doctype html><body style="margin:0">${svg}`)
  return page.locator('svg').first().screenshot()
}

describe('librsvg', () => {
  it.each(pictures.map(({ name }) => name))('draws the picture %s of the gallery', async (name) => {
    const svg = readFileSync(new URL(`../../docs/gallery/${name}.svg`, import.meta.url), 'utf8')
    expectDrawn(await drawnByLibrsvg(svg), svg, TO_SVG)
  })

  it.each(GOLDEN_PICTURES)('draws %s', async (_name, org, options) => {
    const svg = toSvg(org, options)
    expectDrawn(await drawnByLibrsvg(svg), svg, TO_SVG)
  })

  it('draws paper, boxes, text, highlights, marks, units and dashes in their colours', async () => {
    const svg = toSvg(firm, {
      highlight: ['analyst', 'manager', 'director', 'cpo', 'ceo'],
      marks: { auditor: 'removed', controller: 'moved' },
    })
    const pixels = await drawnByLibrsvg(svg)
    const elements = elementsOf(svg)
    const boxes = boxesOf(elements, 'rg-box')
    const drawn = (title: string) => {
      const { box, frame } = named(boxes, title)
      const { x, y } = placeOf(box)
      const [width, height] = [Number(frame.attributes['width']), Number(frame.attributes['height'])]
      return { box, x, y, width, middle: x + width / 2, bottom: y + height }
    }
    /** The colour of a pixel, counted from the upper left corner of a box. */
    const at = (title: string, dx: number, dy: number): string => {
      const { x, y } = drawn(title)
      return pixels.at(x + dx, y + dy)
    }
    /** The colour of a shape of a box. */
    const colourOf = (title: string, name: string): string => {
      const { box } = drawn(title)
      const shape = elements.find(
        ({ parent, attributes }) => parent === box && ` ${attributes['class']} `.includes(` ${name} `),
      )
      expect(shape, name).toBeDefined()
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((each) =>
        Number(shape?.attributes[each]),
      )
      // Half way down, left of any text.
      return at(title, x + Math.min(width / 2, 5), Math.round(y + height / 2))
    }
    /** The part of the line between two boxes that runs across, half way down: a pixel of it, and how often it changes. */
    const across = (manager: string, report: string): { colour: string; changes: number; width: number } => {
      const [above, below] = [drawn(manager), drawn(report)]
      const y = Math.round((above.bottom + below.y) / 2)
      const [from, to] = [above.middle, below.middle].sort((a, b) => a - b)
      return {
        colour: pixels.at(Math.round((from + to) / 2), y),
        changes: changes(pixels, y, from + 10, to - 10),
        width: to - from - 20,
      }
    }
    const dashesAbove = (title: string): number => {
      const { x, y, width } = drawn(title)
      return changes(pixels, y, x + 10, x + width - 10)
    }
    expect(pixels.at(3, 3)).toBe('#ffffff')
    // The chief executive and the adviser, on the ground of their boxes.
    expect(at('Chief Executive', 10, 25)).toBe('#fff7ed')
    expect(at('Adviser', 10, 25)).toBe('#ffffff')
    // The frames of a highlighted, a removed and a moved role.
    expect(at('Chief Executive', 60, 0)).toBe('#d97706')
    expect([0, 3, 6, 9, 12].map((dx) => at('Auditor', 20 + dx, 0))).toContain('#b91c1c')
    expect(at('Project Controller', 60, 0)).toBe('#7e22ce')
    // The line from the chief project officer up to the chief executive is highlighted.
    expect(across('Chief Executive', 'Chief Project Officer')).toMatchObject({
      colour: '#d97706',
      changes: 0,
    })
    // The stripe of a unit, and the flag of a mark.
    expect(colourOf('Chief Project Officer', 'rg-u0')).toBe('#2563eb')
    expect(colourOf('Auditor', 'rg-flag')).toBe('#b91c1c')
    // The dotted line of the auditor is dashed, with 10 pixels a dash; the solid line of the coordinator is not.
    const dotted = across('Chief Executive', 'Auditor')
    expect(dotted.changes).toBeGreaterThan(30)
    expect(dotted.changes).toBeLessThanOrEqual((2 * dotted.width) / 10 + 2)
    const solid = across('PMO Manager', 'PMO Coordinator')
    expect(solid.changes).toBe(0)
    expect(solid.colour).not.toBe(PAPER)
    // The frame of a vacant role is dashed, that of any other is not.
    expect(dashesAbove('Chief Financial Officer')).toBeGreaterThan(20)
    expect(dashesAbove('Adviser')).toBe(0)
  })

  it('draws marks in colours and dashes, and strikes out what is removed', async () => {
    const svg = toSvg(reorganised, { marks: marksOf(reorganisation) })
    const pixels = await drawnByLibrsvg(svg)
    const boxes = boxesOf(elementsOf(svg), 'rg-box')
    const drawn = (title: string): { x: number; y: number } => placeOf(named(boxes, title).box)
    const edge = (title: string): { colour: string; dashes: number } => {
      const { x, y } = drawn(title)
      return { colour: pixels.at(x + 30, y), dashes: changes(pixels, y, x + 10, x + 100) }
    }
    expect(edge('Delivery Lead; below PMO Director; added')).toEqual({ colour: '#15803d', dashes: 0 })
    expect(edge('Finance Director')).toEqual({ colour: '#0e7490', dashes: 0 })
    expect(edge('Clerk; below PMO Director; moved')).toEqual({ colour: '#7e22ce', dashes: 0 })
    expect(edge('Counsel').dashes).toBeGreaterThan(10)
    expect(edge('Clerk; Finance; below Finance Director; the old place').dashes).toBeGreaterThan(20)
    // The line through a removed title, in the middle of its letters, has no gap; nor has any other row of letters.
    const { x, y } = drawn('PMO Manager')
    const rows = Array.from({ length: 40 }, (_, row) => changes(pixels, y + 8 + row, x + 16, x + 90))
    expect(rows).toContain(0)
    expect(pixels.at(x + 30, y + 8 + rows.indexOf(0))).toBe(PAPER)
    const struck = rows.findIndex((count, row) => count === 0 && pixels.at(x + 30, y + 8 + row) !== PAPER)
    expect(struck).toBeGreaterThan(-1)
  })

  it('draws what the explorer page saves, light in the dark scheme too', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await explore(
        firm,
        async (explorer) => {
          const [download] = await Promise.all([
            explorer.waitForEvent('download'),
            explorer.click('[aria-label="Save as SVG"]'),
          ])
          const svg = readFileSync(await download.path(), 'utf8')
          const pixels = await drawnByLibrsvg(svg)
          expect(svg.replace(/<style>[^]*<\/style>/, '')).not.toContain('var(')
          expectDrawn(pixels, svg, { paper: '#f6f7f9', frame: 'frame', title: 'name' })
          expect((await shot(svg)).equals(await shot(withoutStyle(svg)))).toBe(true)
        },
        { depth: 9, highlight: ['ceo', 'cpo'], marks: { auditor: 'removed' } },
        '',
        { colorScheme, viewport: { width: 2200, height: 1200 } },
      )
    }
  })
})

describe('Chromium', () => {
  it.each(GOLDEN_PICTURES)('draws %s alike with and without its style sheet', async (_name, org, options) => {
    const svg = toSvg(org, options)
    expect((await shot(svg)).equals(await shot(withoutStyle(svg)))).toBe(true)
  })
})
