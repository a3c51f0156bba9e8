import type { ApprovalPolicy } from '../../approval/index.js'
import type { HtmlField, HtmlOptions } from '../../html/index.js'
import { isOrgError, type Org, type PolicyDocument } from '../../internal.js'
import type { BoxField, FieldOptions, PictureOptions, SvgOptions } from '../../render/index.js'
import type { Call, Command } from '../call.js'
import { CommandError, EXIT } from '../exit-code.js'
import { namedRole } from '../reading/named-role.js'
import { readJsonOrYaml } from '../reading/read-json-or-yaml.js'
import { readingOptions } from '../reading/reading-options.js'
import { readSound } from '../reading/sound-chart.js'
import { requireUsed } from '../reading/used-options.js'
import { fileOfPages, writePages } from '../writing/pages.js'
import { type Picture, pictureFormat, requireFormat } from '../writing/picture-format.js'
import { textPicture } from '../writing/text-picture.js'
import { refuseInput, writeAnswer } from '../writing/write-answer.js'
import { choice } from '../choice.js'

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
  return await inOwnWords(async () =>
    toSvgPages(charts.org, {
      ...(await markedOptions(call, charts)),
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
async function markedOptions(call: Call, { org, before }: Charts): Promise<PictureOptions> {
  const own = pictureOptions(call, org)
  if (before === undefined) return own
  const { diffOrgs, marksOf } = await import('../../internal-change.js')
  return { ...own, marks: marksOf(diffOrgs(before, org)) }
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
    return toSvg(org, { ...(await markedOptions(call, charts)), ...svgOptions(call) })
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
  const options = await markedOptions(call, charts)
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
      edit:
        policy === undefined
          ? true
          : { policy: (await readJsonOrYaml(policy, 'policy', world)) as PolicyDocument },
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
