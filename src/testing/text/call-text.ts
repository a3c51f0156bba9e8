import { quote } from '../../internal.js'

/** An argument that is shown by a word in its place: a chart of many lines, a policy. */
export class Shown {
  constructor(readonly word: string) {}
}

/** The call of a matcher as it stands in the test: `expect(org).not.toReportTo('a', 'b')`. */
export function callText(matcher: string, args: readonly unknown[], negated: boolean): string {
  const given = args.filter((argument) => argument !== undefined).map(argumentText)
  return `expect(org)${negated ? '.not' : ''}.${matcher}(${given.join(', ')})`
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
  if (typeof value === 'string') return quote(value)
  return typeof value === 'object' && value !== null ? '…' : String(value)
}
