import { quote } from '../internal.js'

/** The result of a matcher: whether the org is as expected, and the message for a failed expectation. */
export interface MatchResult {
  readonly pass: boolean
  /** If `pass` is true, the message that `.not` reports. It is composed on demand. */
  readonly message: () => string
}

/** An argument that messages show as a word, such as a policy or a chart of many lines. */
export class Shown {
  constructor(readonly word: string) {}
}

/** Makes a result whose message has the call from the test and, below it, what was found. `subject` is the argument of `expect`. */
export function matchResult(
  pass: boolean,
  matcher: string,
  args: readonly unknown[],
  found: () => readonly (string | undefined)[],
  subject = 'org',
): MatchResult {
  return {
    pass,
    message: () => {
      const lines = found().filter((line) => line !== undefined)
      return [callText(subject, matcher, args, pass), '', ...lines].join('\n')
    },
  }
}

/** The call of a matcher as in the test: `expect(org).not.toReportTo('a', 'b')`. */
function callText(subject: string, matcher: string, args: readonly unknown[], negated: boolean): string {
  const given = args.filter((argument) => argument !== undefined).map(argumentText)
  return `expect(${subject})${negated ? '.not' : ''}.${matcher}(${given.join(', ')})`
}

function argumentText(value: unknown): string {
  if (value instanceof Shown) return value.word
  if (Array.isArray(value)) return `[${value.map(valueText).join(', ')}]`
  if (typeof value !== 'object' || value === null) return valueText(value)
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  return fields.length === 0 ? '{}' : `{ ${fields.map(fieldText).join(', ')} }`
}

function fieldText([name, field]: readonly [string, unknown]): string {
  return `${name}: ${Array.isArray(field) ? `[${field.map(valueText).join(', ')}]` : valueText(field)}`
}

function valueText(value: unknown): string {
  return typeof value === 'object' && value !== null ? '…' : quote(value)
}
