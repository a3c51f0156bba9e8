import type { IssueParts } from '../define/issue-list.js'
import { placeText } from '../define/issue-list.js'
import {
  frozenIssue,
  type HistoryIssue,
  type Issue,
  type IssueCode,
  type Place,
  type Severity,
} from '../kernel/issue.js'
import type { Spell } from '../model/history.js'
import { dated } from './replay.js'

const NO_DAYS: Spell = { from: undefined, to: undefined }

/** Collects every problem of dated rows. */
export class HistoryIssueList {
  readonly all: HistoryIssue[] = []

  add(code: IssueCode, severity: Severity, parts: IssueParts, { from, to }: Spell = NO_DAYS): void {
    const { roles = [], units = [], place, witness = [], suggestion } = parts
    const message = `${parts.message} (at ${placeText(place)})`
    this.all.push(
      dated(frozenIssue({ code, severity, roles, units, place, witness, message, suggestion }), from, to),
    )
  }

  /** Adds an issue found among rows by their indexes, at its place in the input. */
  addPlaced(issue: Issue, placed: (place: Place) => Place, days?: Spell): void {
    const { code, severity, place, witness, message } = issue
    const shown = ` (at ${placeText(place)})`
    const parts = {
      ...issue,
      place: placed(place),
      witness: witness.map((item) => (typeof item === 'string' ? item : placed(item))),
      message: message.endsWith(shown) ? message.slice(0, -shown.length) : message,
    }
    this.add(code, severity, parts, days)
  }

  /** Adds issues that have no days. */
  addAll(issues: readonly Issue[]): void {
    for (const issue of issues) this.all.push(dated(frozenIssue(issue), undefined, undefined))
  }
}
