import type { Issue } from 'rolegraph'

const SEVERITIES: readonly unknown[] = ['error', 'warning', 'info']
const CONTROL = /[\0-\x1f\x7f]/

/** What is wrong with the form of an issue. */
export function issueFlaw(issue: Issue<string>): string | undefined {
  const {
    code,
    severity,
    roles,
    units,
    place,
    witness,
    message,
    suggestion,
  }: { readonly [Field in keyof Issue]: unknown } = issue
  if (!Object.isFrozen(issue)) return 'an issue can be changed'
  if (typeof code !== 'string' || !/^[A-Z_]+$/.test(code)) return 'an issue has no code'
  if (!SEVERITIES.includes(severity)) return `${code} has the severity ${String(severity)}`
  if (typeof message !== 'string' || message === '') return `${code} has no message`
  if (typeof suggestion !== 'string' || suggestion === '') return `${code} has no suggestion`
  if (CONTROL.test(message)) return `the message of ${code} has a control character in it`
  if (CONTROL.test(suggestion)) return `the suggestion of ${code} has a control character in it`
  if (/\[object [A-Z]\w*\]/.test(message)) return `a message says: ${message}`
  if (!isList(roles, isText) || !isList(units, isText)) return `${code} does not list roles and units`
  if (!isPlace(place)) return `${code} has no place`
  return isList(witness, (item) => isText(item) || isPlace(item)) ? undefined : `${code} has no witness`
}

function isList(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && Object.isFrozen(value) && value.every(isItem)
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

function isPlace(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !Object.isFrozen(value)) return false
  return Object.entries(value).every(([name, part]: readonly [string, unknown]) => {
    if (name === 'line' || name === 'column') return Number.isInteger(part) && Number(part) >= 1
    if (name === 'record') return Number.isInteger(part) && Number(part) >= 0
    if (name === 'path') return isList(part, (key) => isText(key) || Number.isInteger(key))
    return name === 'field' && isText(part)
  })
}
