import type { ApprovalPolicy } from '../../approval/index.js'
import type { HtmlField, HtmlOptions } from '../../html/index.js'
import {
  diffOrgs,
  isOrgError,
  listed,
  marksOf,
  type Org,
  type PolicyDocument,
  quote,
} from '../../internal.js'
import type { BoxField, FieldOptions, PictureOptions, SvgOptions } from '../../render/index.js'
import type { Call, Command } from '../call.js'
import { CommandError, EXIT } from '../exit-code.js'
import { namedRole } from '../reading/named-role.js'
import { contentOf } from '../reading/policy-file.js'
import { readingOptions } from '../reading/reading-options.js'
import { readSound } from '../reading/sound-chart.js'
import { requireUsed } from '../reading/used-options.js'
import { fileOfPages, writePages } from '../writing/pages.js'
import { textPicture } from '../writing/text-picture.js'
import { refuseInput, writeAnswer } from '../writing/write-answer.js'
import { choice } from '../choice.js'

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
  const format = pictureFormat(call)
  refuseInput(call, call.options.text('output'))
  requireFormat(call, format)
  if (call.options.isGiven('pages')) {
    const path = fileOfPages(call)
    writePages(call, path, await pagesOf(call, await chartsOf(call, words[0])))
    return EXIT.sound
  }
  const charts = await chartsOf(call, words[0])
  const text = await inOwnWords(() => pictureText(call, charts, format))
  writeAnswer(call, text.endsWith('\n') ? text : `${text}\n`)
  return EXIT.sound
}

async function pagesOf(call: Call, charts: Charts): Promise<readonly string[]> {
  const [paper, orientation = 'landscape'] = choice(call, 'pages', PAPERS, 'a4').split('-')
  const date = call.options.text('date')
  const { toSvgPages } = await import('../../render/index.js')
  return await inOwnWords(() =>
    toSvgPages(charts.org, {
      ...markedOptions(call, charts),
      ...svgOptions(call),
      paper: paper === 'a3' ? 'A3' : 'A4',
      orientation: orientation === 'portrait' ? 'portrait' : 'landscape',
      division: call.options.isOn('tiles') ? 'tiles' : 'subtrees',
      ...(date !== undefined && { date }),
    }),
  )
}

const PAPERS = Object.freeze(['a4', 'a3', 'a4-portrait', 'a3-portrait'] as const)

/** The options that the command passes on, and the library checks, with their names here. */
const FLAGS: ReadonlyMap<string, string> = new Map([
  ['fields', '--fields'],
  ['colorBy', '--color-by'],
  // The switch itself is checked before.
  ['edit', '--policy'],
  ['approval', '--approval'],
  ['root', '--root'],
  ['relations', '--relations'],
  ['lines', '--lines'],
])

/** What a function returns, or its error with the names that options have here. */
async function inOwnWords<Result>(call: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await call()
  } catch (error) {
    throw inWordsOfCommand(error)
  }
}

/** An error of the library about an option, with the name that the option has here. */
function inWordsOfCommand(error: unknown): unknown {
  if (!isOrgError(error, 'INVALID_OPTION')) return error
  const { option } = error.details
  const flag = FLAGS.get(option)
  if (flag === undefined) return error
  return new CommandError(
    error.message
      .replace(`The option ${option} `, `${flag} `)
      .replace('the option fields names those', '--fields names those'),
  )
}

/** The format of `--to`, else of the ending of the output. An ending that stands for another format is an error: no viewer would open the file. */
function pictureFormat(call: Call): Picture {
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

function requireFormat({ options }: Call, format: Picture): void {
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

/** The chart to draw, and the one before some changes where there are two. */
interface Charts {
  readonly org: Org
  readonly before: Org | undefined
}

async function chartsOf(call: Call, path: string): Promise<Charts> {
  const second = call.options.text('after')
  const first = await readSound(path, call)
  const after = second === undefined ? undefined : await readSound(second, call)
  requireUsed(after === undefined ? [first] : [first, after], readingOptions(call))
  return after === undefined ? { org: first.org, before: undefined } : { org: after.org, before: first.org }
}

/** The options of a picture, with the marks of what has changed where there are two charts. */
function markedOptions(call: Call, { org, before }: Charts): PictureOptions {
  const own = pictureOptions(call, org)
  return before === undefined ? own : { ...own, marks: marksOf(diffOrgs(before, org)) }
}

/** The options of SVG that pages have too. */
function svgOptions(call: Call): Pick<SvgOptions, 'layout' | 'frames' | 'fields' | 'title'> {
  const title = call.options.text('title')
  return { ...stillOptions(call, LAYOUTS), ...(title !== undefined && { title }) }
}

/** One chart with its marks, or, with captions, two charts next to each other. */
async function svgText(call: Call, charts: Charts): Promise<string> {
  const { toSvg } = await import('../../render/index.js')
  const { org, before } = charts
  const captions = call.options.list('caption')
  if (captions.length === 0 || before === undefined)
    return toSvg(org, { ...markedOptions(call, charts), ...svgOptions(call) })
  const [first, second, ...more] = captions
  if (captions.length === 1 || more.length > 0) {
    throw new CommandError(
      `--caption is given ${captions.length === 1 ? 'once' : `${String(captions.length)} times`}, but there are two charts`,
      'Name both charts: --caption Today --caption Tomorrow.',
    )
  }
  const options = { ...pictureOptions(call, org), ...svgOptions(call) }
  return toSvg(before, { ...options, after: org, captions: [first, second] })
}

async function pictureText(call: Call, charts: Charts, format: Picture): Promise<string> {
  const { org, before } = charts
  if (format === 'html') {
    const options = { ...pictureOptions(call, org), ...(await pageOptions(call)) }
    const { toHtml } = await import('../../html/index.js')
    return before === undefined ? toHtml(org, options) : toHtml(before, { ...options, after: org })
  }
  const options = markedOptions(call, charts)
  const { toDot, toMermaid } = await import('../../render/index.js')
  switch (format) {
    case 'svg':
      return svgText(call, charts)
    case 'mermaid':
      return toMermaid(org, { ...options, ...stillOptions(call, DIRECTIONS) })
    case 'dot':
      return toDot(org, { ...options, ...stillOptions(call, DIRECTIONS) })
    case 'text':
      return textPicture(org, options)
  }
}

/** Other programs place the boxes of Mermaid and DOT, so they know directions only. */
const DIRECTIONS = Object.freeze(['top-down', 'left-to-right'] as const)
const LAYOUTS = Object.freeze([...DIRECTIONS, 'indented', 'compact'] as const)

function stillOptions<const Layout extends string>(
  call: Call,
  layouts: readonly Layout[],
): { readonly layout: Layout; readonly frames: boolean } & FieldOptions {
  const fields = fieldsIn(call)
  return {
    layout: choice(call, 'layout', layouts, layouts[0]),
    frames: call.options.isOn('frames'),
    // The library checks what they are.
    ...(fields.length > 0 && { fields: fields as BoxField[] }),
  }
}

function fieldsIn({ options }: Call): readonly string[] {
  const fields = options.list('fields').flatMap((text) => text.split(',').map((field) => field.trim()))
  if (!fields.includes('')) return fields
  throw new CommandError(
    `--fields ${fields.every((field) => field === '') ? 'is empty' : 'has an empty name'}`,
    'Name fields, separated by commas: --fields holders,grade.',
  )
}

async function approvalIn(path: string, world: Call['world']): Promise<ApprovalPolicy> {
  const { approvalPolicyFrom } = await import('../reading/approval-file.js')
  return approvalPolicyFrom(path, world)
}

async function pageOptions(call: Call): Promise<HtmlOptions> {
  const { options, world } = call
  const fields = fieldsIn(call)
  const colorBy = options.text('color-by')?.trim()
  const title = options.text('title')
  const [policy, approval] = [options.text('policy'), options.text('approval')]
  return {
    // The library checks what they are.
    ...(fields.length > 0 && { fields: fields as HtmlField[] }),
    ...(title !== undefined && { title }),
    ...(colorBy !== undefined && { colorBy: colorBy as NonNullable<HtmlOptions['colorBy']> }),
    ...(options.isOn('edit') && {
      edit: policy === undefined ? true : { policy: (await contentOf(policy, world)) as PolicyDocument },
    }),
    ...(approval !== undefined && { approval: await approvalIn(approval, world) }),
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
