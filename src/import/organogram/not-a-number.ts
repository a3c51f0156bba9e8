import { type Place, quote } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'

/** A figure that is none. The chart stands without it, so this is a warning. */
export function addNotANumber(cell: string, place: Place, issues: ImportIssues): void {
  issues.add('INVALID_FIELD', {
    severity: 'warning',
    place,
    witness: [cell.slice(0, 60)],
    message: `Line ${String(place.line)} has ${quote(cell)} in the place of a number: read as not disclosed`,
    suggestion: "Write a number, or 'N/D'.",
  })
}
