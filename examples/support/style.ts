import { styleText } from 'node:util'

const coloured = process.stdout.isTTY && process.env['NO_COLOR'] === undefined

const style =
  (format: Parameters<typeof styleText>[0]) =>
  (text: string): string =>
    coloured ? styleText(format, text) : text

/** Colours for a terminal; plain text in a file or a pipe. */
export const heading = style(['bold', 'cyan'])
export const strong = style('bold')
export const faint = style('dim')
