/**
 * Draws every picture of docs/gallery, and files that explorer pages save, with librsvg, Inkscape, CairoSVG and resvg, and checks that the paper, boxes,
 * stripes of units, marks and frames have the colours meant. Run it with: npx tsx scripts/check-renderers.ts [picture]
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'
import { type Element, elementsOf, inherited } from '../tests/render/xml-events.js'
import { savedPictures } from './saved-pictures.js'

const RENDERERS: Readonly<Record<string, (svg: string, png: string) => readonly [string, ...string[]]>> = {
  librsvg: (svg, png) => ['rsvg-convert', svg, '-o', png],
  Inkscape: (svg, png) => ['inkscape', svg, '--export-type=png', `--export-filename=${png}`],
  resvg: (svg, png) => [
    process.execPath,
    '-e',
    `const { Resvg } = require(process.argv[1]); const { readFileSync, writeFileSync } = require('node:fs');
     writeFileSync(process.argv[3], new Resvg(readFileSync(process.argv[2], 'utf8')).render().asPng())`,
    resolve('.cache/resvg/node_modules/@resvg/resvg-js'),
    svg,
    png,
  ],
  CairoSVG: (svg, png) => [
    '/usr/bin/python3',
    '-c',
    'import sys, cairosvg; cairosvg.svg2png(url=sys.argv[1], write_to=sys.argv[2])',
    svg,
    png,
  ],
}
/** How much a channel of a colour may differ. */
const TOLERANCE = 6
const PAPER = [255, 255, 255]

interface Pixels {
  readonly width: number
  readonly at: (x: number, y: number) => readonly number[]
}

/** The pixels of a PNG of 8 bits per channel, with or without transparency. */
function pixelsOf(png: Buffer): Pixels {
  let header: Buffer | undefined
  const data: Buffer[] = []
  for (let at = 8; at < png.length;) {
    const [length, type] = [png.readUInt32BE(at), png.toString('latin1', at + 4, at + 8)]
    const body = png.subarray(at + 8, at + 8 + length)
    if (type === 'IHDR') header = body
    if (type === 'IDAT') data.push(body)
    at += length + 12
  }
  if (header === undefined || header[8] !== 8 || header[12] !== 0 || (header[9] !== 2 && header[9] !== 6))
    throw new Error('This PNG is not of 8 bits in red, green and blue.')
  const [width, height, channels] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9] === 6 ? 4 : 3]
  const raw = inflateSync(Buffer.concat(data))
  const row = width * channels
  const bytes = Buffer.alloc(row * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (row + 1)]
    for (let x = 0; x < row; x++) {
      const left = x < channels ? 0 : bytes[y * row + x - channels]
      const up = y === 0 ? 0 : bytes[(y - 1) * row + x]
      const corner = x < channels || y === 0 ? 0 : bytes[(y - 1) * row + x - channels]
      const before = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]
      bytes[y * row + x] = (raw[y * (row + 1) + 1 + x] + before) & 255
    }
  }
  return { width, at: (x, y) => [0, 1, 2].map((channel) => bytes[y * row + x * channels + channel]) }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(guess - value))
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}

const channelsOf = (colour: string): number[] =>
  [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16))

/** A pixel that must have a colour. */
interface Named {
  readonly name: string
  readonly x: number
  readonly y: number
  readonly colour: readonly number[]
}

/** Where the units of an element are in those of the picture, all the transforms around it together. */
function placedAt(element: Element | undefined): (x: number, y: number) => readonly [x: number, y: number] {
  const steps: (readonly [number, number, number])[] = []
  for (let next = element; next !== undefined; next = next.parent) {
    const transform = next.attributes['transform'] ?? ''
    const [, dx, dy] = /translate\((\S+) (\S+)\)/.exec(transform) ?? ['', '0', '0']
    const [, scale] = /scale\((\S+)\)/.exec(transform) ?? ['', '1']
    steps.push([Number(dx), Number(dy), Number(scale)])
  }
  return (x, y) => {
    let at: readonly [number, number] = [x, y]
    for (const [dx, dy, scale] of steps) at = [at[0] * scale + dx, at[1] * scale + dy]
    return at
  }
}

/** The pixels of a picture that are checked, in its own units. */
function namedPixels(elements: readonly Element[]): Named[] {
  const rects = elements.filter(({ name }) => name === 'rect')
  return rects.flatMap((rect): Named[] => {
    const { attributes, parent } = rect
    const names = new Set((attributes['class'] ?? '').split(' '))
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((each) => Number(attributes[each] ?? 0))
    const toPicture = placedAt(parent)
    const at = (name: string, dx: number, dy: number, colour: readonly number[]): Named[] => {
      const [pictureX, pictureY] = toPicture(x + dx, y + dy).map(Math.round)
      return [{ name, x: pictureX, y: pictureY, colour }]
    }
    const fill = attributes['fill']
    if (names.has('rg-paper') && height > 20) return at('paper', 2, 2, PAPER)
    if (names.has('rg-box') && width > 100)
      return at('box', 10, height / 2, fill === 'none' ? PAPER : channelsOf(fill))
    if (names.has('rg-flag')) return at('mark', 6, 9, channelsOf(fill))
    if (/^rg-u\d$/.test(attributes['class']) && height >= 10)
      return at('unit', width / 2, height / 2, channelsOf(fill))
    if (names.has('rg-frame')) {
      const opacity = Number(attributes['fill-opacity'])
      const tint = channelsOf(fill).map((channel) => Math.round(255 + (channel - 255) * opacity))
      // Between the edge and the boxes, near the upper left corner.
      return at('frame', 4, 10, tint)
    }
    return []
  })
}

type Colour = readonly number[]

/** The fill of an element over a colour. */
function filled(element: Element, below: Colour): Colour {
  const fill = inherited(element, 'fill') ?? ''
  if (fill === 'none') return below
  const channels = fill.startsWith('#') ? channelsOf(fill) : (fill.match(/[\d.]+/g) ?? []).map(Number)
  return mixed(channels, below, Number(inherited(element, 'fill-opacity') ?? 1))
}

function mixed(above: Colour, below: Colour, opacity: number): Colour {
  return below.map((channel, place) => Math.round(channel + (above[place] - channel) * opacity))
}

/** The pixels that are checked of a file that a page saves: the right edge of boxes, left of all texts, and what is on them. */
function savedPixels(elements: readonly Element[]): Named[] {
  const rects = elements.filter(({ name }) => name === 'rect')
  const classesOf = ({ attributes }: Element): readonly string[] => (attributes['class'] ?? '').split(' ')
  const paper = rects.find((rect) => classesOf(rect).includes('paper'))
  if (paper === undefined) throw new Error('This file has no paper.')
  const ground = filled(paper, PAPER)
  const tints = new Map(
    rects.filter((rect) => classesOf(rect).includes('tint')).map((rect) => [rect.parent, rect]),
  )
  return rects.flatMap((rect): Named[] => {
    if (rect === paper) return [{ name: 'paper', x: 2, y: 2, colour: ground }]
    const { attributes, parent } = rect
    const names = classesOf(rect)
    const [left, top, width, height] = ['x', 'y', 'width', 'height'].map((each) =>
      Number(attributes[each] ?? 0),
    )
    const toPicture = placedAt(rect)
    const at = (name: string, x: number, y: number, colour: Colour): Named[] => {
      const seen = mixed(colour, ground, Number(inherited(rect, 'opacity') ?? 1))
      const [pictureX, pictureY] = toPicture(left + x, top + y).map(Math.floor)
      return [{ name, x: pictureX, y: pictureY, colour: seen }]
    }
    if (names.includes('frame') && width > 100) {
      const tint = tints.get(parent)
      const colour = filled(rect, ground)
      return at('box', width - 5, height / 2, tint === undefined ? colour : filled(tint, colour))
    }
    if (names.includes('look') && !names.includes('tint') && height >= 10 && width >= 4)
      return at('stripe', width / 2, height / 2, filled(rect, ground))
    if (parent?.attributes['class'] === 'flag') return at('mark', 5, height / 2, filled(rect, ground))
    return []
  })
}

/** A picture with the pixels to check. */
interface Checked {
  readonly name: string
  readonly svg: string
  readonly wanted: readonly Named[]
}

const gallery = fileURLToPath(new URL('../docs/gallery/', import.meta.url))

async function* pictures(): AsyncGenerator<Checked> {
  for (const file of readdirSync(gallery).filter((name) => name.endsWith('.svg'))) {
    const svg = readFileSync(join(gallery, file), 'utf8')
    yield { name: file.replace(/\.svg$/, ''), svg, wanted: namedPixels(elementsOf(svg)) }
  }
  for await (const { name, svg } of savedPictures()) yield { name, svg, wanted: savedPixels(elementsOf(svg)) }
}

const folder = mkdtempSync(join(tmpdir(), 'renderers-'))
const picture = join(folder, 'picture.svg')
const only = process.argv.at(2)
let failures = 0
try {
  for await (const { name: title, svg, wanted } of pictures()) {
    if (only !== undefined && title !== only) continue
    writeFileSync(picture, svg)
    for (const [renderer, command] of Object.entries(RENDERERS)) {
      const png = join(folder, `${renderer}.png`)
      const [program, ...args] = command(picture, png)
      const { status, stderr, error } = spawnSync(program, args)
      if (error !== undefined || status !== 0) throw error ?? new Error(`${renderer}: ${stderr.toString()}`)
      const pixels = pixelsOf(readFileSync(png))
      // A nested frame may be where the tint of one frame is expected; its edge has the colour too.
      const wrong = wanted.filter(({ name, x, y, colour }) => {
        const seen = pixels.at(x, y)
        const apart = Math.max(...seen.map((channel, place) => Math.abs(channel - colour[place])))
        return apart > (name === 'frame' ? 2 * TOLERANCE : TOLERANCE)
      })
      for (const { name, x, y, colour } of wrong.slice(0, 5))
        console.log(
          `${title} by ${renderer}: ${name} at ${String(x)} ${String(y)} is ${pixels.at(x, y).join()}, not ${colour.join()}`,
        )
      failures += wrong.length
      console.log(
        `${wrong.length === 0 ? 'ok' : 'FAILED'}: ${title} by ${renderer}, ${String(wanted.length)} pixels`,
      )
    }
  }
} finally {
  rmSync(folder, { recursive: true })
}
if (failures > 0) process.exitCode = 1
