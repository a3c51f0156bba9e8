import { jsonText } from '../terminal-text.js'
import type { CheckReport } from './checked-chart.js'

/** A check for a program. */
export function jsonReport({ charts, isOk }: CheckReport): string {
  return jsonText({
    ok: isOk,
    files: charts.map(({ file, format, roles, counts, issues }) => ({
      file,
      format,
      roles: roles ?? null,
      counts,
      issues: issues.map(({ line, column, code, severity, message, suggestion, issue }) => ({
        code,
        severity,
        line,
        column,
        message,
        suggestion,
        roles: issue.roles,
        units: issue.units,
        witness: issue.witness,
        ...(issue.rule !== undefined && { rule: issue.rule }),
      })),
    })),
  })
}
