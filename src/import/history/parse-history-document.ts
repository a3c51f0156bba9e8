import {
  type History,
  type HistoryIssue,
  isCalendarDate,
  type Issue,
  type Org,
  OrgError,
  ownValue,
  quote,
  type Spell,
  type Steps,
  withIssues,
} from '../../internal.js'
import { type HistoryDocument, historyIssuesOf, historyOfDocument } from '../../internal-change.js'
import type { DocumentFormat } from '../document/document-spec.js'
import {
  type DocumentOptions,
  type GivenDocument,
  orgOfDocument,
  readDocument,
} from '../document/read-document.js'
import type { ImportIssueCode } from '../input/import-issue-code.js'
import type { ImportIssues } from '../input/import-issues.js'
import { errorsText, safeReadingOf, throwingOf } from '../input/importer.js'
import type { Source, StreamSource } from '../input/source.js'

/** How the document of a history is read. */
export type HistoryDocumentOptions = DocumentOptions

/** A problem of the document of a history. One that holds on some days has them, `from` the first to before `to`. */
export type HistoryImportIssue = Issue<ImportIssueCode> & Partial<Spell>

/** What a safe parse of the document of a history returns: a history, or the reasons why there is none. */
export type HistoryImportResult =
  | { readonly ok: true; readonly history: History; readonly issues: readonly HistoryImportIssue[] }
  | { readonly ok: false; readonly history: undefined; readonly issues: readonly HistoryImportIssue[] }

/**
 * Reads a history from its document, in JSON or YAML, or parsed already: what `JSON.stringify` makes of a history.
 *
 * The document is an org document of version 3: the org at the start, with the changes by date in `effective`, and `since` where it has a
 * beginning. An org document of version 1 or 2 is the history of an org that does not change. Roles, units and people are read as by
 * {@link parseOrgDocument}, with the same options and limits.
 *
 * Nothing is repaired. Each problem of the org at the start, and of each change on its day, is an issue with its line and column. Prefer text to
 * an object where you have it: the issues of an object have paths and no lines.
 *
 * Complexity: O(characters) and what the changes refer to.
 *
 * @param source Text, bytes, a stream of either, or a document that is parsed already.
 * @param options As for {@link parseOrgDocument}.
 * @returns The history; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_HISTORY` with all issues; `INVALID_OPTION`, `INVALID_ARGUMENT`. Errors of a stream are passed on.
 * @example
 * ```ts
 * import { managerAt } from 'rolegraph'
 * import { parseHistoryDocument } from 'rolegraph/import'
 * import * as YAML from 'yaml'
 *
 * const text = `
 * rolegraph: 3
 * roles:
 *   director: {}
 *   lead: { reportsTo: director }
 *   analyst: { reportsTo: lead }
 * effective:
 *   - on: 2026-04-01
 *     changes:
 *       - { do: set-manager, role: analyst, manager: director }
 * `
 * const history = parseHistoryDocument(text, { yaml: YAML })
 * console.log(managerAt(history, 'analyst', '2026-03-31'), managerAt(history, 'analyst', '2026-04-01')) // => lead director
 * ```
 * @see {@link safeParseHistoryDocument} returns issues instead of throwing; `historyFromDocument` for an object without options.
 */
export function parseHistoryDocument(
  source: Source | HistoryDocument,
  options?: HistoryDocumentOptions,
): History
export function parseHistoryDocument(source: StreamSource, options?: HistoryDocumentOptions): Promise<History>
export function parseHistoryDocument(
  source: Source | HistoryDocument | StreamSource,
  options?: HistoryDocumentOptions,
): History | Promise<History> {
  // What reads the source checks what it is.
  return throwing(source as Source | StreamSource, options)
}

/**
 * Reads a history from its document like {@link parseHistoryDocument}, and returns issues instead of throwing.
 *
 * In strict mode, the default, a single error means that there is no history. In lenient mode the history has whatever can be read: a
 * change with a problem is left out, and lines that close a cycle or lead to an unknown manager stay. What {@link safeParseOrgDocument} cannot
 * read makes no history in either mode.
 *
 * Complexity: O(characters) and what the changes refer to.
 *
 * @param source As for {@link parseHistoryDocument}.
 * @param options As for {@link parseOrgDocument}.
 * @returns `{ ok, history, issues }`; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_OPTION`, `INVALID_ARGUMENT`: never because of the data. Errors of a stream are passed on.
 * @example
 * ```ts
 * import { safeParseHistoryDocument } from 'rolegraph/import'
 *
 * const text = `{
 *   "rolegraph": 3,
 *   "roles": { "lead": {}, "analyst": { "reportsTo": "lead" } },
 *   "effective": [
 *     { "on": "2026-04-01", "changes": [{ "do": "set-manager", "role": "analist", "manager": null }] }
 *   ]
 * }`
 * const { ok, issues } = safeParseHistoryDocument(text)
 * console.log(ok, issues[0]?.code, issues[0]?.from) // => false UNKNOWN_ROLE 2026-04-01
 * console.log(issues[0]?.place.line, issues[0]?.place.column) // => 5 70
 * ```
 */
export function safeParseHistoryDocument(
  source: Source | HistoryDocument,
  options?: HistoryDocumentOptions,
): HistoryImportResult
export function safeParseHistoryDocument(
  source: StreamSource,
  options?: HistoryDocumentOptions,
): Promise<HistoryImportResult>
export function safeParseHistoryDocument(
  source: Source | HistoryDocument | StreamSource,
  options?: HistoryDocumentOptions,
): HistoryImportResult | Promise<HistoryImportResult> {
  return safe(source as Source | StreamSource, options)
}

const PARSER = 'parseHistoryDocument'
const HISTORY_DOCUMENT: DocumentFormat = { versions: [1, 2, 3], written: 3, others: ['since', 'effective'] }

function* readHistoryDocument(
  source: Source,
  options: HistoryDocumentOptions,
  issues: ImportIssues,
): Steps<History | undefined> {
  const document = yield* readDocument(PARSER, HISTORY_DOCUMENT, source, options, issues)
  if (document === undefined || !hasShortIds(document, issues)) return undefined
  const org = orgOfDocument(document, options, issues)
  const since = sinceIn(document, issues)
  const effective = effectiveIn(document, issues)
  // The errors of the org stay with its history, with their places.
  const errors = issues.all.filter(({ severity }) => severity === 'error')
  const start: Org = errors.length === 0 ? org : withIssues(org, errors)
  const history = historyOfDocument(start, since, effective, (issue) => document.placed(issue))
  issues.takeAll(historyIssuesOf(history))
  return history
}

/** The first day of the org at the start; anything but a date is an issue. */
function sinceIn(document: GivenDocument, issues: ImportIssues): string | undefined {
  const since = document.others.get('since')
  if (since === undefined || (typeof since === 'string' && isCalendarDate(since))) return since
  addInvalid(document, 'since', "a calendar date such as '2026-03-31'", since, issues)
  return undefined
}

function effectiveIn(document: GivenDocument, issues: ImportIssues): readonly unknown[] {
  const effective = document.others.get('effective') ?? []
  if (Array.isArray(effective)) return effective
  addInvalid(document, 'effective', 'a list of { on, changes }', effective, issues)
  return []
}

function addInvalid(
  document: GivenDocument,
  field: string,
  expected: string,
  received: unknown,
  issues: ImportIssues,
): void {
  const issue = document.placed<Issue>({
    code: 'INVALID_FIELD',
    severity: 'error',
    roles: [],
    units: [],
    place: { path: [field] },
    witness: [quote(received)],
    message: `Expected ${expected}, received ${quote(received)}`,
    suggestion: 'Correct the value.',
  })
  issues.add('INVALID_FIELD', issue)
}

/** The fields of changes that hold an id which may be new. */
const IDS = ['role', 'unit', 'person', 'to'] as const

/** Whether no id that a change gives is longer than the limit; an issue for the first that is. */
function hasShortIds({ others, placeOf }: GivenDocument, issues: ImportIssues): boolean {
  for (const [at, entry] of listIn(others.get('effective')).entries()) {
    for (const [index, change] of listIn(ownValue(entry, 'changes')).entries()) {
      for (const field of IDS) {
        const id = ownValue(change, field)
        if (typeof id !== 'string' || id.length <= issues.limits.idLength) continue
        issues.exceeded('idLength', placeOf(['effective', at, 'changes', index, field]))
        return false
      }
    }
  }
  return true
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function resultOf(
  history: History | undefined,
  issues: ImportIssues,
  { mode }: HistoryDocumentOptions,
): HistoryImportResult {
  const { all, hasErrors } = issues
  return history === undefined || (mode !== 'lenient' && hasErrors)
    ? { ok: false, history: undefined, issues: all }
    : { ok: true, history, issues: all }
}

function historyOrThrow(result: HistoryImportResult): History {
  if (result.ok) return result.history
  const issues = result.issues.map((issue): HistoryIssue =>
    Object.freeze({ ...(issue as Issue), from: issue.from, to: issue.to }),
  )
  throw new OrgError(
    'INVALID_HISTORY',
    errorsText('No history can be built from the document', result.issues),
    {
      issues,
    },
  )
}

const safe = /* @__PURE__ */ safeReadingOf({
  parser: PARSER,
  options: ['format', 'yaml'],
  read: readHistoryDocument,
  result: resultOf,
})
const throwing = /* @__PURE__ */ throwingOf(safe, historyOrThrow)
