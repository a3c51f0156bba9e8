import { isRightToLeft, rightToLeftLine } from '../../internal.js'
import { visibleText } from '../picture/visible-text.js'
import { look, unitLook } from './svg-style.js'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A parser turns a carriage return into a line break, and white space in an attribute into a space.
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
}

const PLAIN = /^[ !#-%(-;=?-~]*$/

/** A text escaped for XML content and attributes. Characters that XML cannot hold are written as `\u{1b}`. */
export function xmlText(text: string): string {
  if (PLAIN.test(text)) return text
  return visibleText(text).replace(/[&<>"'\r\n\t]/g, (character) => ENTITIES[character] ?? character)
}

/** A path; its classes decide what it looks like. */
export function pathElement(classes: string, d: string): string {
  return `<path${look(classes)} d="${d}"/>`
}

/** A point in the data of a path. */
export function xy(x: number, y: number): string {
  return `${String(x)} ${String(y)}`
}

/** The stripe of a unit, in as many parts as its look has. */
export function stripeElement(place: number, x: number, y: number, width: number, height: number): string {
  const { colour, parts } = unitLook(place)
  const step = (height + STRIPE_GAP) / parts
  return Array.from({ length: parts }, (_, part) =>
    rectElement(`rg-u${String(colour)}`, x, round(y + part * step), width, round(step - STRIPE_GAP), 2),
  ).join('')
}

const STRIPE_GAP = 4
const round = (value: number): number => Math.round(value * 10) / 10

export function rectElement(
  classes: string,
  x: number,
  y: number,
  width: number,
  height: number,
  radius = 0,
): string {
  const place = (x === 0 ? '' : ` x="${String(x)}"`) + (y === 0 ? '' : ` y="${String(y)}"`)
  const corners = radius === 0 ? '' : ` rx="${String(radius)}"`
  return `<rect${look(classes)}${place} width="${String(width)}" height="${String(height)}"${corners}/>`
}

/**
 * A line of text. `unicode-bidi` orders a line from right to left and leaves it where it is anchored; `direction` would
 * turn that round too, in some renderers only.
 */
export function textElement(
  classes: string,
  x: number,
  y: number,
  content: string,
  rightToLeft = isRightToLeft(content),
): string {
  const line = xmlText(rightToLeft ? rightToLeftLine(content) : content)
  const direction = rightToLeft ? ' unicode-bidi="plaintext"' : ''
  return `<text${look(classes)} x="${String(x)}" y="${String(y)}"${direction}>${line}</text>`
}
