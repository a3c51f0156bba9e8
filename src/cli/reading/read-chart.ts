import {
  type AnyIssueCode,
  hasDatedHolders,
  type History,
  type Issue,
  type Org,
  orgAt,
  plain,
  quote,
  stateOf,
} from '../../internal.js'
import type * as Importers from '../../import/index.js'
import type { World } from '../world.js'
import { CommandError } from '../exit-code.js'
import { type ChartFormat, formatOf } from './chart-format.js'
import { Progress } from './progress.js'
import { readBytes } from './read-bytes.js'
import { readJsonOrYaml } from './read-json-or-yaml.js'
import type { ReadingOptions } from './reading-options.js'

/** A chart as it was read: in lenient mode, so that there is an org where one can be made at all. */
export interface ChartRead {
  /** The name of the file, in one line; `stdin` for the standard input. */
  readonly name: string
  readonly format: ChartFormat
  readonly bytes: Uint8Array
  readonly org: Org | undefined
  /** Where the file holds a history: the org is that of the date asked for. */
  readonly history: History | undefined
  readonly issues: readonly Issue<AnyIssueCode>[]
  /** Whether another date can give another chart; known only where a date is asked for. */
  readonly isDated: boolean
}

/** Reads a chart of any format. Throws a {@link CommandError} where the file cannot be read. */
export async function readChart(path: string, options: ReadingOptions, world: World): Promise<ChartRead> {
  return chartOf(await readBytes(path, world), path, options, world)
}

/** The chart in some bytes; the format is told by the content, and by the ending of the path. */
export async function chartOf(
  bytes: Uint8Array,
  path: string,
  options: ReadingOptions,
  world: World,
): Promise<ChartRead> {
  const name = path === '-' ? 'stdin' : plain(path)
  if (options.format === undefined && /\.[cm]?[jt]sx?$/i.test(path)) {
    throw new CommandError(
      `${quote(path)} is a program, not a chart`,
      'Write the org to a file with JSON.stringify(toOrgDocument(org)), and name that file.',
    )
  }
  const format = options.format ?? formatOf(bytes, path)
  const progress = new Progress(name, world)
  const result = await resultOf({ bytes, name, format, options, world, progress })
  progress.end()
  const chart = { name, format, bytes, history: undefined, isDated: true, ...result }
  const { org, history } = chart
  if (options.on === undefined || history !== undefined || org === undefined) return chart
  return { ...chart, org: orgAt(org, options.on), isDated: hasDatedHolders(stateOf(org)) }
}

interface Reading {
  readonly bytes: Uint8Array
  readonly name: string
  readonly format: ChartFormat
  readonly options: ReadingOptions
  readonly world: World
  readonly progress: Progress
}

type Result = Pick<ChartRead, 'org' | 'issues'> & { readonly history?: History | undefined }

async function resultOf(reading: Reading): Promise<Result> {
  const { bytes, format, options, world, progress } = reading
  const common: Importers.ImportOptions = {
    mode: 'lenient',
    onProgress: progress.show,
    // The importers check the name of the encoding.
    ...(options.encoding !== undefined && { encoding: options.encoding as 'utf-8' }),
    // Likewise corrections.
    ...(options.corrections !== undefined && {
      corrections: (await readJsonOrYaml(options.corrections, 'list of corrections', world)) as [],
    }),
  }
  const columns = Object.fromEntries(options.columns)
  const tops = options.tops.length > 0 && { tops: options.tops }
  const jobShares = options.hasJobShares && { repeatedIds: 'job-share' as const }
  switch (format) {
    case 'json':
    case 'yaml':
      return documentResult(reading, common)
    case 'csv': {
      // Likewise.
      const match = options.match !== undefined && { match: options.match as 'id' }
      const { safeParseCsv } = await import('../../import/csv/parse-csv.js')
      return safeParseCsv(bytes, {
        ...common,
        ...(options.columns.size > 0 && { columns }),
        ...(options.vacant.length > 0 && { vacant: options.vacant }),
        ...match,
        ...tops,
        ...jobShares,
      })
    }
    case 'records': {
      const { safeParseRecords } = await importers()
      return safeParseRecords(bytes, { ...common, ...columns, ...tops, ...jobShares })
    }
    case 'nested':
      return (await importers()).safeParseNested(bytes, common)
    case 'microsoft-graph':
      return (await importers()).safeParseMicrosoftGraph(bytes, common)
    case 'scim':
      return (await importers()).safeParseScim(bytes, common)
    case 'ldif':
      return (await importers()).safeParseLdif(bytes, common)
    case 'google':
      return (await importers()).safeParseGoogleDirectory(bytes, common)
    case 'graphml':
      return (await importers()).safeParseGraphml(bytes, common)
    case 'gexf':
      return (await importers()).safeParseGexf(bytes, common)
    case 'turtle':
      return (await importers()).safeParseTurtle(bytes, common)
    case 'json-ld':
      return (await importers()).safeParseJsonLd(bytes, common)
    case 'organogram': {
      const junior = options.junior !== undefined && { junior: await readBytes(options.junior, world) }
      return (await importers()).safeParseOrganogram(bytes, { ...common, ...junior })
    }
  }
}

/** All readers. Those of tables and documents are loaded alone, since reading all code takes longer than a small chart. */
function importers(): Promise<typeof Importers> {
  return import('../../import/index.js')
}

async function documentResult(reading: Reading, common: Importers.ImportOptions): Promise<Result> {
  const { bytes, format, options, world } = reading
  const yaml = format === 'yaml' ? await import('./yaml-package.js') : undefined
  const given = { ...common, ...(yaml !== undefined && { yaml }) }
  const { safeParseOrgDocument } = await import('../../import/document/parse-org-document.js')
  const result = safeParseOrgDocument(bytes, given)
  const isLater = !result.ok && result.issues.every(({ code }) => code === 'UNSUPPORTED_VERSION')
  if (!isLater) return result
  // The version is one of histories, or none that is known.
  const { safeParseHistoryDocument } = await import('../../import/history/parse-history-document.js')
  const { history, issues } = safeParseHistoryDocument(bytes, given)
  return { history, issues, org: history && orgAt(history, options.on ?? world.today()) }
}
