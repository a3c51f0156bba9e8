import { defineOrg, type Org, visible } from '../../internal.js'
import type { Command } from '../call.js'
import { CallOptions } from '../call.js'
import { CommandError, EXIT } from '../exit-code.js'
import { requireUsed } from '../reading/used-options.js'
import { type ChartRead, chartOf } from '../reading/read-chart.js'
import { readBytes } from '../reading/read-bytes.js'
import { readingOptions } from '../reading/reading-options.js'
import { readSound } from '../reading/sound-chart.js'
import type { World } from '../world.js'
import { conflictText, type Labels } from '../writing/conflict-text.js'
import { documentText, type Layout, layoutOf } from '../writing/document-text.js'
import { writeAnswer } from '../writing/write-answer.js'
import { textMerge } from './text-merge.js'

/** Merges two charts that were made from one. As git's merge driver it writes the result to our file and returns 0 or 1 only. */
export const merge: Command = async (call) => {
  const { words, options } = call
  if (options.isOn('driver')) return mergeDriver(words, call.world)
  if (words.length !== 3) {
    throw new CommandError(
      `merge takes three charts, but ${words.length} ${words.length === 1 ? 'is' : 'are'} given`,
      'rolegraph merge base.yaml ours.yaml theirs.yaml',
    )
  }
  const charts = []
  for (const path of words) charts.push(await readSound(path, call))
  requireUsed(charts, readingOptions(call))
  const [base, ours, theirs] = charts
  if (options.isOn('ours') && options.isOn('theirs'))
    throw new CommandError('--ours and --theirs exclude each other')
  const conflicts = options.isOn('ours') ? 'ours' : options.isOn('theirs') ? 'theirs' : 'report'
  const { mergeOrgs } = await import('../../internal-change.js')
  const result = mergeOrgs(base.org, ours.org, theirs.org, { conflicts })
  reportConflicts(result.conflicts, words[1], call.world)
  if (result.org === undefined) return EXIT.findings
  writeAnswer(call, await documentText({ org: result.org }, writtenLayout(ours) ?? JSON_LAYOUT))
  return EXIT.sound
}

const JSON_LAYOUT: Layout = { format: 'json', indent: '  ' }

/** The layout of a chart that the command can write in its own format. */
function writtenLayout({ format, bytes, history }: ChartRead): Layout | undefined {
  if ((format !== 'json' && format !== 'yaml') || history !== undefined) return undefined
  return layoutOf(new TextDecoder().decode(bytes), format)
}

function reportConflicts(
  conflicts: readonly { readonly message: string }[],
  path: string,
  { errors }: World,
): void {
  for (const { message } of conflicts) errors.write(`${visible(path)}: CONFLICT: ${visible(message)}\n`)
}

/** The length of conflict markers where git does not say. */
const MARKER_SIZE = 7

/**
 * Merges for git: `%O %A %B %L %P %S %X %Y`. The result replaces `%A`, whole. Whatever goes wrong, git's own merge of the text is
 * the answer: a file is never lost, and never merged without a word.
 */
export async function mergeDriver(words: readonly string[], world: World): Promise<number> {
  const [base, ours, theirs, length, path = ours, ...names] = words
  if (words.length < 3) {
    world.errors.write('rolegraph: merge --driver takes %O %A %B %L %P %S %X %Y, as git gives them\n')
    return EXIT.findings
  }
  // An older git passes the names of placeholders that it does not know.
  const [baseLabel, oursLabel, theirsLabel] = names.map((name) =>
    /^(%[SXY])?$/.test(name) ? undefined : name,
  )
  const labels: Labels = { base: baseLabel, ours: oursLabel, theirs: theirsLabel }
  const size = /^[1-9]\d{0,2}$/.test(length) ? Number(length) : MARKER_SIZE
  try {
    return await mergeCharts({ base, ours, theirs, path, labels, size }, world)
  } catch (error) {
    const reason = error instanceof Error ? error.message : ''
    world.errors.write(`${visible(path)}: merged as text, since ${visible(reason)}\n`)
    return mergeAsText({ base, ours, theirs, labels, size }, world)
  }
}

interface Sides {
  readonly base: string
  readonly ours: string
  readonly theirs: string
  readonly labels: Labels
  readonly size: number
}

async function mergeCharts(sides: Sides & { readonly path: string }, world: World): Promise<number> {
  const { base, ours, theirs, path, labels, size } = sides
  const [mine, yours] = [await sound(ours, world), await sound(theirs, world)]
  const layout = writtenLayout(mine)
  if (layout === undefined) throw new CommandError(`rolegraph merge cannot write the format ${mine.format}`)
  const baseOrg = await baseOf(base, world)
  const { mergeOrgs } = await import('../../internal-change.js')
  const result = mergeOrgs(baseOrg, mine.org, yours.org)
  reportConflicts(result.conflicts, path, world)
  if (result.org !== undefined) {
    const text = await bestText(sides, mine, result.org, layout, world)
    // A file that needs no change is not written: its comments and its layout stay.
    if (text !== undefined) world.files.write(ours, text)
    return EXIT.sound
  }
  const [left, right] = await Promise.all(
    (['ours', 'theirs'] as const).map(async (conflicts) => {
      const { org = mine.org } = mergeOrgs(baseOrg, mine.org, yours.org, { conflicts })
      return documentText({ org }, layout)
    }),
  )
  world.files.write(ours, conflictText(left, right, labels, size))
  return EXIT.findings
}

/** The text of a merged org: the text merge of git if it says the same, since it keeps comments; else the org, written again. */
async function bestText(
  sides: Sides,
  mine: ChartRead & { readonly org: Org },
  merged: Org,
  layout: Layout,
  world: World,
): Promise<string | undefined> {
  const { diffOrgs } = await import('../../internal-change.js')
  if (diffOrgs(mine.org, merged).changes.length === 0) return undefined
  const asText = textMerge(sides, world)
  if (asText?.isClean === true) {
    const bytes = new TextEncoder().encode(asText.text)
    const chart = await chartOf(bytes, sides.ours, { ...NO_OPTIONS, format: layout.format }, world)
    const isSound = chart.org !== undefined && chart.issues.every(({ severity }) => severity !== 'error')
    if (isSound && diffOrgs(chart.org, merged).changes.length === 0) return asText.text
  }
  return documentText({ org: merged }, layout)
}

const NO_OPTIONS = readingOptions({ options: new CallOptions([]) })

/** A side of the merge. One with errors is not merged as a chart: its errors would be lost with what they are about. */
async function sound(path: string, world: World): Promise<ChartRead & { readonly org: Org }> {
  // The format is told by the content: a temporary file has no ending.
  const chart = await chartOf(await readBytes(path, world), '-', NO_OPTIONS, world)
  const { org } = chart
  const first = chart.issues.find(({ severity }) => severity === 'error')
  if (first !== undefined) throw new CommandError(`one side is broken: ${first.message}`)
  if (org === undefined) throw new CommandError('one side is not a chart')
  return { ...chart, org }
}

/** The common ancestor; an empty chart where there is none or where it cannot be read. */
async function baseOf(path: string, world: World): Promise<Org> {
  try {
    return (await sound(path, world)).org
  } catch {
    return defineOrg({ roles: {} })
  }
}

function mergeAsText(sides: Sides, world: World): number {
  const merged = textMerge(sides, world)
  if (merged === undefined) {
    world.errors.write('rolegraph: git merge-file cannot be run; our side is left as it is\n')
    return EXIT.findings
  }
  world.files.write(sides.ours, merged.text)
  return merged.isClean ? EXIT.sound : EXIT.findings
}
