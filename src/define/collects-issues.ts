import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'

/** What is done with a broken chart: `'throw'` (the default) an `OrgError` with all issues, or `'collect'` them. */
export type OnIssue = 'throw' | 'collect'

/** Whether the option `onIssue` says to collect. Throws `INVALID_OPTION`. */
export function collectsIssues(options: object | undefined): boolean {
  const given: unknown = options
  const received: unknown =
    typeof given === 'object' && given !== null ? Reflect.get(given, 'onIssue') : undefined
  if (received === undefined || received === 'throw' || received === 'collect') return received === 'collect'
  throw new OrgError(
    'INVALID_OPTION',
    `The option onIssue is ${quote(received)}; it can be 'throw' or 'collect'.`,
    { option: 'onIssue', received, allowed: "'throw' | 'collect'" },
  )
}
