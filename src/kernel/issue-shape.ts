import type { Place, Severity } from './issue.js'

/** Every {@link Severity}. */
export const SEVERITIES: readonly unknown[] = ['error', 'warning', 'info'] satisfies Severity[]

/** The parts of an issue that can have the wrong type. */
export type IssuePart =
  'code' | 'severity' | 'roles' | 'units' | 'place' | 'witness' | 'message' | 'suggestion'

/** The first part with the wrong type; `undefined` if the value is an issue. */
export function wrongPartOf(value: object): IssuePart | undefined {
  const part = (name: IssuePart): unknown => Reflect.get(value, name)
  for (const name of ['code', 'message', 'suggestion'] as const) if (!isText(part(name))) return name
  if (!SEVERITIES.includes(part('severity'))) return 'severity'
  for (const name of ['roles', 'units'] as const) if (!isListOf(part(name), isText)) return name
  if (!isPlace(part('place'))) return 'place'
  return isListOf(part('witness'), (item) => isText(item) || isPlace(item)) ? undefined : 'witness'
}

/** Whether a value is a valid `rule` of an issue, which may be absent. */
export function isBrokenRule(rule: unknown): boolean {
  if (rule === undefined) return true
  if (typeof rule !== 'object' || rule === null) return false
  const [name, because, source] = ['name', 'because', 'source'].map((part): unknown =>
    Reflect.get(rule, part),
  )
  return isText(name) && isText(because) && (source === undefined || isText(source))
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  // Copied first, since `every` skips holes.
  return Array.isArray(value) && Array.from<unknown>(value).every(isItem)
}

function isPlace(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const part = (name: keyof Place): unknown => Reflect.get(value, name)
  const isNumber = (received: unknown): boolean => received === undefined || typeof received === 'number'
  return (
    (part('path') === undefined || isListOf(part('path'), (key) => isText(key) || typeof key === 'number')) &&
    (part('field') === undefined || isText(part('field'))) &&
    (['record', 'line', 'column'] as const).every((name) => isNumber(part(name)))
  )
}
