/**
 * Draws every picture of docs/gallery with librsvg, Inkscape, CairoSVG and resvg, and checks that the paper, boxes, stripes of units, marks and frames
 * have the colours meant. Run it with: npx tsx scripts/check-renderers.ts [picture]
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'
import { type Element, elementsOf } from '../tests/render/xml-events.js'

const RENDERERS: Readonly<Record<string, (svg: string, png: string) => readonly [string, ...string[]]>> = {
  librsvg: (svg, png) => ['rsvg-convert', svg, '-o', png],
  Inkscape: (svg, png) => ['inkscape', svg, '--export-type=png', `--export-filename=${png}`],
  resvg: (svg, png) => [
    process.execPath,
    '-e',
    `const { Resvg } = require(process.argv[1]); const { readFileSync, writeFileSync } = require('node:fs');
     writeFileSync(process.argv[3], new Resvg(readFileSync(process.argv[2], 'utf8')).render().asPng())`,
    fileURLToPath(new URL('../.cache/resvg/node_modules/@resvg/resvg-js', import.meta.url)),
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

function shiftOf(element: Element | undefined): { x: number; y: number } {
  let [x, y] = [0, 0]
  for (let next = element; next !== undefined; next = next.parent) {
    const [, dx, dy] = /translate\((\S+) (\S+)\)/.exec(next.attributes['transform'] ?? '') ?? ['', '0', '0']
    x += Number(dx)
    y += Number(dy)
  }
  return { x, y }
}

/** The pixels of a picture that are checked, in its own units. */
function namedPixels(elements: readonly Element[]): Named[] {
  const rects = elements.filter(({ name }) => name === 'rect')
  return rects.flatMap((rect): Named[] => {
    const { attributes, parent } = rect
    const names = new Set((attributes['class'] ?? '').split(' '))
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((each) => Number(attributes[each] ?? 0))
    const shift = shiftOf(parent)
    const at = (name: string, dx: number, dy: number, colour: readonly number[]): Named[] => [
      { name, x: Math.round(shift.x + x + dx), y: Math.round(shift.y + y + dy), colour },
    ]
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

const gallery = fileURLToPath(new URL('../docs/gallery/', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'renderers-'))
let failures = 0
try {
  const only = process.argv.at(2)
  for (const file of readdirSync(gallery).filter((name) => name.endsWith('.svg'))) {
    if (only !== undefined && file !== `${only}.svg`) continue
    const elements = elementsOf(readFileSync(join(gallery, file), 'utf8'))
    const wanted = namedPixels(elements)
    for (const [renderer, command] of Object.entries(RENDERERS)) {
      const png = join(folder, `${renderer}.png`)
      const [program, ...args] = command(join(gallery, file), png)
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
          `${file} by ${renderer}: ${name} at ${String(x)} ${String(y)} is ${pixels.at(x, y).join()}, not ${colour.join()}`,
        )
      failures += wrong.length
      console.log(
        `${wrong.length === 0 ? 'ok' : 'FAILED'}: ${file} by ${renderer}, ${String(wanted.length)} pixels`,
      )
    }
  }
} finally {
  rmSync(folder, { recursive: true })
}
if (failures > 0) process.exitCode = 1
