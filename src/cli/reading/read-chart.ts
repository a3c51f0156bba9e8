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
import { contentOf } from './policy-file.js'
import { Progress } from './progress.js'
import { readBytes } from './read-bytes.js'
import type { ReadingOptions } from './reading-options.js'
import { yamlPackage } from './yaml-package.js'

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
  const importers = await import('../../import/index.js')
  const common: Importers.ImportOptions = {
    mode: 'lenient',
    onProgress: progress.show,
    // The importers check the name of the encoding.
    ...(options.encoding !== undefined && { encoding: options.encoding as 'utf-8' }),
    // Likewise corrections.
    ...(options.corrections !== undefined && {
      corrections: (await contentOf(options.corrections, world, 'list of corrections')) as [],
    }),
  }
  const columns = Object.fromEntries(options.columns)
  const tops = options.tops.length > 0 && { tops: options.tops }
  const jobShares = options.hasJobShares && { repeatedIds: 'job-share' as const }
  switch (format) {
    case 'json':
    case 'yaml':
      return documentResult(reading, common, importers)
    case 'csv': {
      // Likewise.
      const match = options.match !== undefined && { match: options.match as 'id' }
      return importers.safeParseCsv(bytes, {
        ...common,
        ...(options.columns.size > 0 && { columns }),
        ...(options.vacant.length > 0 && { vacant: options.vacant }),
        ...match,
        ...tops,
        ...jobShares,
      })
    }
    case 'records':
      return importers.safeParseRecords(bytes, { ...common, ...columns, ...tops, ...jobShares })
    case 'nested':
      return importers.safeParseNested(bytes, common)
    case 'microsoft-graph':
      return importers.safeParseMicrosoftGraph(bytes, common)
    case 'scim':
      return importers.safeParseScim(bytes, common)
    case 'ldif':
      return importers.safeParseLdif(bytes, common)
    case 'google':
      return importers.safeParseGoogleDirectory(bytes, common)
    case 'graphml':
      return importers.safeParseGraphml(bytes, common)
    case 'gexf':
      return importers.safeParseGexf(bytes, common)
    case 'turtle':
      return importers.safeParseTurtle(bytes, common)
    case 'json-ld':
      return importers.safeParseJsonLd(bytes, common)
    case 'organogram': {
      const junior = options.junior !== undefined && { junior: await readBytes(options.junior, world) }
      return importers.safeParseOrganogram(bytes, { ...common, ...junior })
    }
  }
}

async function documentResult(
  reading: Reading,
  common: Importers.ImportOptions,
  importers: typeof Importers,
): Promise<Result> {
  const { bytes, format, options, world } = reading
  const yaml = format === 'yaml' ? await yamlPackage(world) : undefined
  const given = { ...common, ...(yaml !== undefined && { yaml }) }
  const result = importers.safeParseOrgDocument(bytes, given)
  const isLater = !result.ok && result.issues.every(({ code }) => code === 'UNSUPPORTED_VERSION')
  if (!isLater) return result
  // The version is one of histories, or none that is known.
  const { history, issues } = importers.safeParseHistoryDocument(bytes, given)
  return { history, issues, org: history && orgAt(history, options.on ?? world.today()) }
}
