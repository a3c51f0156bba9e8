import { listed, quote } from '../../internal.js'
import type { Call } from '../call.js'
import { choice } from '../choice.js'
import { CommandError } from '../exit-code.js'

const PICTURES = Object.freeze(['svg', 'html', 'mermaid', 'dot', 'text'] as const)
/** A format of pictures. */
export type Picture = (typeof PICTURES)[number]

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

/** The format of `--to`, else of the ending of the output. An ending that stands for another format is an error: no viewer would open the file. */
export function pictureFormat(call: Call): Picture {
  const output = call.options.text('output')
  const ending = output === undefined ? undefined : /[^/\\]\.([^./\\]+)$/.exec(output)?.[1].toLowerCase()
  const byEnding = ending === undefined ? undefined : ENDINGS.get(ending)
  const format = choice(call, 'to', PICTURES, byEnding ?? 'svg')
  if (output === undefined || ending === undefined || isEndingOf(format, ending)) return format
  const known = [...ENDINGS.keys()].map((each) => `.${each}`)
  if (byEnding === undefined && !call.options.isGiven('to') && !OTHERS.has(ending)) {
    throw new CommandError(
      `render cannot write ${quote(output)}: the extension .${ending} is not one of ${listed(known, 'or')}`,
      'Choose one of them, or name the format with --to.',
    )
  }
  if (byEnding === undefined && !OTHERS.has(ending)) return format
  const own = [...ENDINGS].filter(([, each]) => each === format).map(([each]) => `.${each}`)
  const advice = OTHERS.get(ending) ?? `Give the file the extension ${listed(own, 'or')}, or leave out --to.`
  throw new CommandError(
    `render writes ${format}, but ${quote(output)} has the extension of another format`,
    advice,
  )
}

function isEndingOf(format: Picture, ending: string): boolean {
  // Markdown shows Mermaid and text in a fence, which scripts put around it.
  return ENDINGS.get(ending) === format
}

const AS_SVG = 'Write an SVG, and convert it with a program such as rsvg-convert or Inkscape.'
const CHART = 'render draws a chart; rolegraph convert writes one.'
/** Endings of what render cannot write, with what to do. */
const OTHERS: ReadonlyMap<string, string> = new Map([
  ...['png', 'jpg', 'jpeg', 'gif', 'webp', 'pdf'].map((ending) => [ending, AS_SVG] as const),
  ...['yaml', 'yml', 'json', 'csv', 'tsv'].map((ending) => [ending, CHART] as const),
])

/** The formats of options that not every format has. */
const FORMATS_OF: ReadonlyMap<string, readonly Picture[]> = new Map<string, readonly Picture[]>([
  ['layout', ['svg', 'mermaid', 'dot']],
  ['frames', ['svg', 'mermaid', 'dot']],
  ['fields', ['svg', 'html', 'mermaid', 'dot']],
  ['title', ['svg', 'html']],
  ['caption', ['svg']],
  ['pages', ['svg']],
  ['color-by', ['html']],
  ['edit', ['html']],
  ['approval', ['html']],
])

/** Options that say something about another one. */
const NEEDS = Object.freeze([
  ['caption', 'after'],
  ['tiles', 'pages'],
  ['date', 'pages'],
] as const)

/** Refuses options that the format does not have, or that do not fit together. */
export function requireFormat({ options }: Call, format: Picture): void {
  for (const [name, formats] of FORMATS_OF) {
    if (!options.isGiven(name) || formats.includes(format)) continue
    throw new CommandError(
      `--${name} is for ${listed(formats, 'or')}, but render writes ${format}`,
      `Leave it out, or choose the format by the extension of the output or with --to ${formats[0]}.`,
    )
  }
  for (const [name, needed] of NEEDS) {
    if (options.isGiven(name) && !options.isGiven(needed))
      throw new CommandError(`--${name} is for --${needed}`, `Add --${needed}, or leave out --${name}.`)
  }
  if (options.isGiven('caption') && options.isGiven('pages')) {
    throw new CommandError(
      '--caption is for two charts next to each other, but --pages draws one',
      'Leave one of them out.',
    )
  }
  if (options.isOn('edit') && options.isGiven('after')) {
    throw new CommandError('--edit is for one chart, but --after compares two', 'Leave one of them out.')
  }
  if (options.isGiven('policy') && !options.isOn('edit')) {
    throw new CommandError('--policy is for a page that edits', 'Add --edit, or use rolegraph check.')
  }
}
