import {
  type AnyIssueCode,
  type Change,
  checkOrg,
  counted,
  defineOrg,
  type Issue,
  type Org,
  structureRules,
  visible,
} from '../../internal.js'
import type { OrgDiff } from '../../internal-change.js'
import type { Call, Command } from '../call.js'
import { CommandError, EXIT } from '../exit-code.js'
import { requireUsed } from '../reading/used-options.js'
import { policyOf } from '../reading/policy-file.js'
import { readChart } from '../reading/read-chart.js'
import { readingOptions } from '../reading/reading-options.js'
import { readSound } from '../reading/sound-chart.js'
import { markdownCell } from '../reports/markdown-report.js'
import { jsonText } from '../terminal-text.js'
import { refuseInput, writeFile } from '../writing/write-answer.js'
import { choice } from '../choice.js'

/** How many arguments git gives to an external diff: without and with a new name. */
const OF_GIT = [7, 9]

/** Compares two charts. Returns 1 where they differ, as diff does; as git's external diff always 0. */
export const diff: Command = async (call) => {
  const { options: given } = call
  if (given.isOn('picture') && given.text('format') !== 'markdown')
    throw new CommandError('--picture is for Markdown', 'Add --format markdown, or draw a file with --svg.')
  const { words } = call
  if (OF_GIT.includes(words.length) || (words.length === 1 && isCalledByGit(call))) return gitDiff(call)
  if (words.length !== 2) {
    throw new CommandError(
      `diff compares two charts, but ${words.length} ${words.length === 1 ? 'is' : 'are'} given`,
      'rolegraph diff before.yaml after.yaml',
    )
  }
  const options = readingOptions(call)
  const [before, after] = [await readSound(words[0], call), await readSound(words[1], call)]
  requireUsed([before, after], options)
  return write(call, before.org, after.org)
}

/** Of an unmerged file, git gives the path only, as a person does who forgets the second chart. git sets these variables. */
function isCalledByGit({ world }: Call): boolean {
  const { GIT_DIFF_PATH_COUNTER, GIT_EXEC_PATH } = world.environment
  return GIT_DIFF_PATH_COUNTER !== undefined || GIT_EXEC_PATH !== undefined
}

/** git stops with "external diff died" at any other exit code. */
async function gitDiff(call: Call): Promise<number> {
  const { words, world } = call
  const [path, before, , , after] = words
  world.output.write(`${visible(path)}\n`)
  // One argument: the file is unmerged.
  if (words.length === 1) {
    world.output.write('has conflicts\n')
    return EXIT.sound
  }
  try {
    await write(call, await sideOf(before, call), await sideOf(after, call))
  } catch (error) {
    world.output.write(`cannot be compared: ${error instanceof Error ? visible(error.message) : ''}\n`)
  }
  return EXIT.sound
}

/** A side of git's diff: a file that does not exist there is an empty chart. */
async function sideOf(path: string, call: Call): Promise<Org> {
  if (path === '/dev/null' || path === 'nul') return defineOrg({ roles: {} })
  const { org } = await readChart(path, readingOptions(call), call.world)
  if (org === undefined) throw new CommandError('no chart can be read from it; rolegraph check says why')
  return org
}

async function write(call: Call, before: Org, after: Org): Promise<number> {
  const { options, world } = call
  const { diffOrgs, marksOf } = await import('../../internal-change.js')
  const difference = diffOrgs(before, after)
  const format = choice(call, 'format', ['text', 'json', 'markdown'], 'text')
  const broken = newIssues(difference, await policyOf(call))
  const svg = options.text('svg')
  refuseInput(call, svg)
  if (svg !== undefined) {
    const { toSvg } = await import('../../render/index.js')
    writeFile(call, svg, toSvg(difference.after, { marks: marksOf(difference) }))
  }
  const text = await { text: diffText, json: diffJson, markdown: diffMarkdown }[format](
    difference,
    broken,
    options.isOn('picture'),
  )
  world.output.write(`${text}\n`)
  return difference.changes.length === 0 ? EXIT.sound : EXIT.findings
}

type Issues = readonly Issue<AnyIssueCode>[]

/** The rules that hold before and are broken after. */
function newIssues({ before, after }: OrgDiff, ours: Awaited<ReturnType<typeof policyOf>>): Issues {
  const rules = [...structureRules, ...ours]
  const keyOf = ({ code, roles, units, rule }: Issue<AnyIssueCode>): string =>
    JSON.stringify([code, roles, units, rule?.name])
  const known = new Set(checkOrg(before, { rules }).issues.map(keyOf))
  return checkOrg(after, { rules }).issues.filter((issue) => !known.has(keyOf(issue)))
}

const SIGNS: readonly (readonly [prefix: string, sign: string])[] = [
  ['add-', '+'],
  ['assign', '+'],
  ['remove-', '-'],
  ['unassign', '-'],
]

function signOf({ do: kind }: Change): string {
  return SIGNS.find(([prefix]) => kind.startsWith(prefix))?.[1] ?? '~'
}

const FIGURES = Object.freeze([
  ['roles', 'roles'],
  ['layers', 'layers'],
  ['managers', 'managers'],
  ['averageSpan', 'average span'],
  ['headcount', 'headcount'],
  ['seats', 'filled seats'],
  ['fte', 'FTE'],
  ['cost', 'cost'],
] as const)

async function diffText(difference: OrgDiff, broken: Issues): Promise<string> {
  const { changeInWords, figuresOf, namesInDiff } = await import('../../internal-change.js')
  const { changes } = difference
  if (changes.length === 0) return 'no changes'
  const figures = figuresOf(difference)
  const names = namesInDiff(difference.before, difference.after)
  const moved = FIGURES.filter(([name]) => figures[name].before !== figures[name].after)
  const rounded = (value: number): number => Math.round(value * 100) / 100
  return [
    ...changes.map(
      (change) => `${signOf(change)} ${visible(changeInWords(change, difference.before, names))}`,
    ),
    '',
    counted(changes.length, 'change'),
    ...moved.map(
      ([name, text]) => `${text}: ${rounded(figures[name].before)} → ${rounded(figures[name].after)}`,
    ),
    ...broken.map(({ severity, code, message }) => `new ${severity} ${code}: ${visible(message)}`),
  ].join('\n')
}

async function diffJson(difference: OrgDiff, broken: Issues): Promise<string> {
  const { describeChange, figuresOf } = await import('../../internal-change.js')
  const { byManager, ...figures } = figuresOf(difference)
  return jsonText({
    changes: difference.changes,
    text: difference.changes.map(describeChange),
    figures,
    byManager,
    newIssues: broken.map(({ code, severity, message, suggestion, roles, units }) => {
      return { code, severity, message, suggestion, roles, units }
    }),
  })
}

async function diffMarkdown(difference: OrgDiff, broken: Issues, picture: boolean): Promise<string> {
  const { diffToMarkdown } = await import('../../render/index.js')
  const text = diffToMarkdown(difference, { picture })
  if (broken.length === 0) return text
  const rows = broken.map(({ severity, message, suggestion }) => {
    return `| ${severity} | ${markdownCell(message)} | ${markdownCell(suggestion)} |`
  })
  return [
    text,
    '',
    '**New problems**',
    '',
    '| severity | problem | what to do |',
    '| :-- | :-- | :-- |',
    ...rows,
  ].join('\n')
}
