import { invalidItem, invalidOption } from '../kernel/invalid-input.js'
import { didYouMean, nearestId } from '../kernel/nearest-id.js'

export const REDACT_FIELDS = [
  'title',
  'aliases',
  'kind',
  'grade',
  'family',
  'vacant',
  'share',
  'from',
  'to',
  'fte',
  'cost',
  'minYears',
  'years',
  'conditions',
  'certifications',
  'skills',
  'sources',
  'hedge',
  'note',
  'data',
] as const

/**
 * A field that {@link redact} can keep, wherever it is: `title` and `aliases` of roles and units, `kind` of units and assignments, `share`, `from` and `to`
 * of assignments, `years` and `conditions` of career moves, `sources`, `hedge` and `note` of everything, and the other attributes of roles.
 */
export type RedactField = (typeof REDACT_FIELDS)[number]

/** The fields that an option names. */
export function fieldsIn(received: unknown): ReadonlySet<RedactField> {
  if (received === undefined) return new Set(['title'])
  const known = Array.isArray(received) ? REDACT_FIELDS.filter((field) => received.includes(field)) : []
  const unknown = Array.isArray(received)
    ? received.findIndex((field) => !known.some((each) => each === field))
    : 0
  if (Array.isArray(received) && unknown === -1) return new Set(known)
  const allowed = REDACT_FIELDS.join(', ')
  if (!Array.isArray(received)) throw invalidOption('fields', received, `a list of ${allowed}`)
  const first: unknown = received[unknown]
  throw invalidItem('fields', first, allowed, didYouMean(nearestId(first, REDACT_FIELDS)))
}
