import type { IssueParts } from '../define/issue-list.js'
import { placeText } from '../define/issue-list.js'
import { frozenIssue, type HistoryIssue, type Issue, type IssueCode, type Severity } from '../kernel/issue.js'
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

  /** Adds issues that have no days. */
  addAll(issues: readonly Issue[]): void {
    for (const issue of issues) this.all.push(dated(frozenIssue(issue), undefined, undefined))
  }
}
