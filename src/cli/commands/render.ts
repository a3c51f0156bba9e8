import type { Org } from '../../internal.js'
import { type PictureOptions, toDot, toMermaid, toSvg, toText } from '../../render/index.js'
import type { Call, Command } from '../call.js'
import { EXIT } from '../exit-code.js'
import { namedRole } from '../reading/named-role.js'
import { soundChart } from '../reading/sound-chart.js'
import { safeLines } from '../terminal-text.js'
import { writeAnswer } from '../writing/write-answer.js'
import { choice } from './choice.js'

const PICTURES = Object.freeze(['svg', 'html', 'mermaid', 'dot', 'text'] as const)
type Picture = (typeof PICTURES)[number]

const ENDINGS: ReadonlyMap<string, Picture> = new Map<string, Picture>([
  ['svg', 'svg'],
  ['html', 'html'],
  ['htm', 'html'],
  ['mmd', 'mermaid'],
  ['mermaid', 'mermaid'],
  ['dot', 'dot'],
  ['gv', 'dot'],
  ['txt', 'text'],
])

/** Draws a chart. */
export const render: Command = async (call) => {
  const { words } = call
  const { org } = await soundChart(words[0], call)
  const ending = /\.([^./\\]+)$/.exec(call.options.text('output') ?? '')?.[1]
  const format = choice(call, 'to', PICTURES, ENDINGS.get(ending?.toLowerCase() ?? '') ?? 'svg')
  const text = await pictureText(call, org, format)
  writeAnswer(call, text.endsWith('\n') ? text : `${text}\n`)
  return EXIT.sound
}

async function pictureText(call: Call, org: Org, format: Picture): Promise<string> {
  const options = pictureOptions(call, org)
  switch (format) {
    case 'svg':
      return toSvg(org, options)
    case 'html':
      // The page is large: it is loaded only where it is asked for.
      return (await import('../../html/index.js')).toHtml(org, options)
    case 'mermaid':
      return toMermaid(org, options)
    case 'dot':
      return toDot(org, options)
    case 'text':
      return safeLines(toText(org, options))
  }
}

function pictureOptions(call: Call, org: Org): PictureOptions {
  const { options } = call
  const root = options.text('root')
  const depth = options.wholeNumber('depth')
  const highlight = options.list('highlight').map((words) => namedRole(org, words))
  return {
    relations: choice(call, 'relations', ['reporting', 'career', 'both'], 'reporting'),
    lines: choice(call, 'lines', ['solid', 'dotted', 'all'], 'all'),
    ...(root !== undefined && { root: namedRole(org, root) }),
    ...(depth !== undefined && { depth }),
    ...(highlight.length > 0 && { highlight }),
    ...(options.isOn('by-unit') && { groupBy: 'unit' as const }),
  }
}
