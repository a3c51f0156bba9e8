import { type AnyIssueCode, frozenIssue, type Issue, type IssueCode, type Place } from '../kernel/issue.js'
import { didYouMean, nearestId } from '../kernel/nearest-id.js'
import { type GivenOptions, oneOf } from '../kernel/option-check.js'
import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'

/** What is done with a broken chart: `'throw'` (the default) an `OrgError` with all issues, or `'collect'` them. */
export type OnIssue = 'throw' | 'collect'

/** Whether the option `onIssue` says to collect. Throws `INVALID_OPTION`. */
export function collectsIssues(given: GivenOptions): boolean {
  const received = given.get('onIssue')
  return received !== undefined && oneOf('onIssue', received, ['throw', 'collect']) === 'collect'
}

const NO_ISSUES: readonly Issue[] = Object.freeze([])
const LISTED = 10
const SUGGESTED = 20
const CANDIDATES = 5

/** The parts of an issue besides its code. */
export interface IssueParts {
  readonly roles?: readonly string[]
  readonly units?: readonly string[]
  readonly place: Place
  readonly witness?: readonly (string | Place)[]
  readonly message: string
  readonly suggestion: string
}

/** Collects every problem of a chart while it is built. */
export class IssueList {
  readonly #issues: Issue[] = []
  #suggested = 0

  add(code: IssueCode, parts: IssueParts): void {
    const { roles = [], units = [], place, witness = [], message, suggestion } = parts
    this.#issues.push(
      frozenIssue({
        code,
        severity: 'error',
        roles,
        units,
        place,
        witness,
        message: `${message} (at ${placeText(place)})`,
        suggestion,
      }),
    )
  }

  /**
   * `; did you mean 'x'?` for an unknown id. An id for which `cannotBe` holds is not suggested: the role itself, or a
   * manager that would close a cycle. Only the first few are looked up: a look-up compares many ids, and a broken chart
   * may have a million unknown ones.
   */
  didYouMean(id: string, ids: Iterable<string>, cannotBe?: (candidate: string) => boolean): string {
    if (++this.#suggested > SUGGESTED) return ''
    const excluded = new Set<string>()
    while (excluded.size < CANDIDATES) {
      const nearest = nearestId(id, excluded.size === 0 ? ids : without(ids, excluded))
      if (nearest === undefined || cannotBe?.(nearest) !== true) return didYouMean(nearest)
      excluded.add(nearest)
    }
    return ''
  }

  get all(): readonly Issue[] {
    return this.#issues.length === 0 ? NO_ISSUES : Object.freeze([...this.#issues])
  }

  /** Throws `INVALID_ORG` with all issues if there are any. */
  throwIfAny(): void {
    const issues = this.all
    if (issues.length > 0) throw new OrgError('INVALID_ORG', this.textOf('The org has'), { issues })
  }

  /** All problems in words, after a beginning such as "The org has". */
  textOf(beginning: string): string {
    return issuesText(beginning, this.#issues)
  }
}

/** Problems in words, after a beginning such as "The org has". */
export function issuesText(beginning: string, issues: readonly Issue<AnyIssueCode>[]): string {
  const listed = issues
    .slice(0, LISTED)
    .map((issue) => `- ${issue.code}: ${issue.message}. ${issue.suggestion}`)
  const more =
    issues.length > LISTED ? `\n- and ${String(issues.length - LISTED)} more in details.issues` : ''
  const count = issues.length === 1 ? 'one problem' : `${String(issues.length)} problems`
  return `${beginning} ${count}:\n${listed.join('\n')}${more}`
}

function* without(ids: Iterable<string>, excluded: ReadonlySet<string>): Generator<string> {
  for (const id of ids) if (!excluded.has(id)) yield id
}

/** A place in words: `roles.analyst.reportsTo`, `record 12, manager`. */
export function placeText(place: Place): string {
  const { path, record, field, line, column } = place
  const parts = [
    ...(line === undefined ? [] : [`line ${String(line)}`]),
    ...(column === undefined ? [] : [`column ${String(column)}`]),
    ...(record === undefined || line !== undefined ? [] : [`record ${String(record)}`]),
    ...(path === undefined ? [] : [path.map((key) => nameText(String(key), /^[\w-]{1,60}$/)).join('.')]),
    ...(field === undefined ? [] : [nameText(field, /^[\w.-]{1,60}$/)]),
  ]
  return parts.join(', ')
}

/** A name, quoted if it is long or if its beginning and end would be unclear. */
function nameText(name: string, clear: RegExp): string {
  return clear.test(name) ? name : quote(name)
}
