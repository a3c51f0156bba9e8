import { quotedList } from '../kernel/in-words.js'
import { didYouMean, nearestId } from '../kernel/nearest-id.js'

/** What others call the fields of a spec, in small letters without separators; of several fields the first that the object has. */
const OTHER_NAMES: ReadonlyMap<string, readonly string[]> = /* @__PURE__ */ new Map([
  ['manager', ['reportsTo', 'head']],
  ['boss', ['reportsTo']],
  ['supervisor', ['reportsTo']],
  ['managerid', ['reportsTo']],
  ['reportingto', ['reportsTo']],
  ['parent', ['reportsTo', 'partOf']],
  ['parentid', ['reportsTo', 'partOf']],
  ['matrixmanager', ['dottedTo']],
  ['nextroles', ['progressesTo']],
  ['promotesto', ['progressesTo']],
  ['name', ['title', 'person', 'name']],
  ['title', ['name']],
  ['jobtitle', ['title']],
  ['level', ['grade']],
  ['department', ['unit']],
  ['team', ['unit']],
  ['person', ['holders']],
  ['people', ['holders']],
  ['employee', ['holders', 'person']],
  ['incumbent', ['holders', 'person']],
  ['salary', ['cost']],
  ['id', ['person', 'to']],
  ['role', ['to']],
  ['percent', ['share']],
  ['fte', ['share']],
  ['since', ['from']],
  ['start', ['from']],
  ['until', ['to']],
  ['end', ['to']],
  ['lead', ['head']],
  ['leader', ['head']],
  ['mail', ['email']],
])

/**
 * `; did you mean 'reportsTo'?` for an unknown field: the known one that is spelt alike, or that others call so. For the name of
 * a kind, such as `acting: true`, it is `; did you mean kind: 'acting'?`.
 */
export function meantField(name: string, known: readonly string[], kinds: readonly string[] = []): string {
  if (kinds.includes(name)) return `; did you mean kind: '${name}'?`
  const nearest = nearestId(name, known)
  if (nearest !== undefined) return didYouMean(nearest)
  const others = OTHER_NAMES.get(name.toLowerCase().replace(/[\s_-]/g, ''))
  return didYouMean(others?.find((field) => known.includes(field)))
}

/** What to write for years that are one number: `[5]` is 5 or more, so that a bare 5 could be read either way. */
export function meantYears(value: unknown): string {
  if (typeof value !== 'number' || !(value >= 0)) return ''
  const years = String(value)
  return `: [${years}, ${years}] for exactly ${years}, [${years}] for ${years} or more`
}

/** The kinds that an object can have, as the end of a suggestion. */
export function kindsText(kinds: readonly string[] | undefined): string {
  return kinds === undefined ? '' : `; the kinds are ${quotedList(kinds)}`
}
