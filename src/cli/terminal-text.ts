import type { World } from './world.js'

const CODES = Object.freeze({ red: 31, yellow: 33, blue: 34, green: 32, bold: 1, dim: 2 } as const)
type Style = keyof typeof CODES

/** Styles text: on a terminal only, and never where NO_COLOR is set. */
export type Paint = (style: Style, text: string) => string

export function paintOf({ output, environment }: World): Paint {
  const { NO_COLOR, TERM } = environment
  const isColoured = output.isTerminal && (NO_COLOR === undefined || NO_COLOR === '') && TERM !== 'dumb'
  return (style, text) => (isColoured ? `\u{1b}[${CODES[style]}m${text}\u{1b}[0m` : text)
}

/** Whatever could control a terminal, turn the direction of text or end a line of a reader. */
const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/** A value as JSON, indented. What could control a terminal is escaped, which JSON reads as the same text. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(UNSAFE, escaped)
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Text of several lines in which nothing can control a terminal. */
export function safeLines(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    escaped,
  )
}
