import {
  finished,
  type Issue,
  issuesOf,
  type Org,
  OrgError,
  type Steps,
  withAdvice,
  withIssues,
} from '../../internal.js'
import type { ImportIssueCode } from './import-issue-code.js'
import { ImportIssues } from './import-issues.js'
import { type ImportOptions, limitsOf, ownOptions } from './import-options.js'
import { drained, isStream, sizeOf, type Source, type StreamSource, type Watch } from './source.js'

/** What a safe parse returns: an org, or the reasons why there is none. An org can come with issues too. */
export type ImportResult<Data = unknown> =
  | {
      readonly ok: true
      readonly org: Org<string, string, Data>
      readonly issues: readonly Issue<ImportIssueCode>[]
    }
  | { readonly ok: false; readonly org: undefined; readonly issues: readonly Issue<ImportIssueCode>[] }

type Made<Data> = Org<string, string, Data> | undefined

/** How a format is read into a product. */
export interface Reading<Options, Product extends object, Result> {
  /** The name of its throwing parse, for the errors that callers get. */
  readonly parser: string
  /** The names of its options besides those of every importer. */
  readonly options: readonly string[]
  /**
   * Reads a source, at once or in steps; `options` are the caller's own. Returns `undefined`, with an issue, if nothing can
   * be made.
   */
  readonly read: (
    source: Source,
    options: Options,
    issues: ImportIssues,
  ) => Product | undefined | Steps<Product | undefined>
  /** What a safe parse returns. */
  readonly result: (product: Product | undefined, issues: ImportIssues, options: Options) => Result
}

/** A format that can be imported as an org. */
export type Format<Options, Data> = Omit<
  Reading<Options, Org<string, string, Data>, ImportResult<Data>>,
  'result'
>

/** A parse that takes the whole source at once; for a stream, it returns a promise. */
export interface Parsing<Options, Result> {
  (source: Source, options?: Options): Result
  (source: StreamSource, options?: Options): Promise<Result>
  (source: Source | StreamSource, options?: Options): Result | Promise<Result>
}

/** A safe parse: it never throws because of the data. */
export type SafeParse<Options, Data> = Parsing<Options, ImportResult<Data>>

/** A parse that throws `INVALID_ORG` with all issues. */
export type Parse<Options, Data> = Parsing<Options, Org<string, string, Data>>

/** The safe parse of a format that makes an org. */
export function safeParseOf<Options extends ImportOptions, Data>(
  format: Format<Options, Data>,
): SafeParse<Options, Data> {
  return safeReadingOf({ ...format, result: importResult<Data> })
}

/** What a safe parse returns for what was made of an input. */
export function importResult<Data>(
  org: Made<Data>,
  issues: ImportIssues,
  { mode }: ImportOptions,
): ImportResult<Data> {
  const { all, hasErrors } = issues
  if (org === undefined || (mode !== 'lenient' && hasErrors)) {
    return { ok: false, org: undefined, issues: all }
  }
  // The errors stay with the org, so that a check of it later does not pass.
  const errors = all.filter(({ severity }) => severity === 'error')
  // A warning of the core is not an error, and does not stay.
  const hasOthers = hasErrors || issuesOf(org).length > 0
  return { ok: true, org: hasOthers ? withIssues(org, errors) : org, issues: all }
}

/** The safe parse of any format. */
export function safeReadingOf<Options extends ImportOptions, Product extends object, Result>({
  parser,
  options: names,
  read,
  result,
}: Reading<Options, Product, Result>): Parsing<Options, Result> {
  const finish = (source: Source, options: Options): Result => {
    const issues = new ImportIssues(limitsOf(options.limits))
    const steps = watched(stepsOf(read(source, options, issues)), sizeOf(source), options)
    return result(finished(steps), issues, options)
  }
  const finishStream = async (stream: StreamSource, options: Options | undefined): Promise<Result> => {
    const own = ownOptions(parser, options, names)
    const issues = new ImportIssues(limitsOf(own.limits))
    const source = await drained(stream, parser, issues.limits.bytes, own)
    const steps = watched(stepsOf(read(source, own, issues)), sizeOf(source), own)
    return result(await finishedWithPauses(steps), issues, own)
  }
  function safeParse(source: Source, options?: Options): Result
  function safeParse(source: StreamSource, options?: Options): Promise<Result>
  function safeParse(source: Source | StreamSource, options?: Options): Result | Promise<Result>
  function safeParse(source: Source | StreamSource, options?: Options): Result | Promise<Result> {
    return isStream(source)
      ? finishStream(source, options)
      : finish(source, ownOptions(parser, options, names))
  }
  return safeParse
}

/** The throwing parse of a format, made from its safe one. */
export function parseOf<Options extends ImportOptions, Data>(
  safeParse: SafeParse<Options, Data>,
): Parse<Options, Data> {
  return throwingOf(safeParse, orgOrThrow<Data>)
}

/** A parse that turns each result of a safe one into a product, or throws. */
export function throwingOf<Options extends ImportOptions, Result, Product>(
  safeParse: Parsing<Options, Result>,
  productOf: (result: Result) => Product,
): Parsing<Options, Product> {
  function parse(source: Source, options?: Options): Product
  function parse(source: StreamSource, options?: Options): Promise<Product>
  function parse(source: Source | StreamSource, options?: Options): Product | Promise<Product>
  function parse(source: Source | StreamSource, options?: Options): Product | Promise<Product> {
    return isStream(source)
      ? safeParse(source, options).then(productOf)
      : productOf(safeParse(source, options))
  }
  return parse
}

function* stepsOf<Product extends object>(
  made: Product | undefined | Steps<Product | undefined>,
): Steps<Product | undefined> {
  return made !== undefined && 'next' in made ? yield* made : made
}

/** The steps of reading a source, reported to the caller, who may abort them. */
function* watched<Result>(steps: Steps<Result>, total: number, { onProgress, signal }: Watch): Steps<Result> {
  signal?.throwIfAborted()
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) {
      onProgress?.({ bytes: total, total })
      return step.value
    }
    if (step.value !== undefined) onProgress?.({ bytes: Math.floor(step.value * total), total })
    signal?.throwIfAborted()
    yield
  }
}

/** For how many milliseconds steps are taken without a pause: other work waits for at most two such spans. */
const SPAN = 12

/** Takes all steps, with pauses in which other work can run. */
async function finishedWithPauses<Result>(steps: Steps<Result>): Promise<Result> {
  let begin = Date.now()
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value
    if (Date.now() - begin < SPAN) continue
    await new Promise((resolve) => setTimeout(resolve, 0))
    begin = Date.now()
  }
}

const LISTED = 10

/** The org of a result. Throws `INVALID_ORG` with all issues if there is none. */
export function orgOrThrow<Data>(result: ImportResult<Data>): Org<string, string, Data> {
  if (result.ok) return result.org
  throw new OrgError('INVALID_ORG', errorsText('No org can be built from the input', result.issues), {
    issues: result.issues,
  })
}

/** The first errors in words. */
export function errorsText(beginning: string, issues: readonly Issue<ImportIssueCode>[]): string {
  const errors = issues.filter((issue) => issue.severity === 'error')
  const listed = errors
    .slice(0, LISTED)
    .map((issue) => `- ${issue.code}: ${withAdvice(issue.message, issue.suggestion)}`)
  const more =
    errors.length > LISTED ? `\n- and ${String(errors.length - LISTED)} more in details.issues` : ''
  return `${beginning}:\n${listed.join('\n')}${more}`
}
