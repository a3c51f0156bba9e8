import {
  find,
  isRole,
  isUnit,
  nearestId,
  nearestSuggestion,
  type Org,
  quote,
  rolesOf,
} from '../../internal.js'
import { CommandError } from '../exit-code.js'

const SHOWN = 5

/** The role or unit that some words name: by id, else as `find` finds it. Several that fit equally well are an error, not a guess. */
export function namedRole(org: Org, words: string): string {
  if (isRole(org, words) || isUnit(org, words)) return words
  const found = find(org, words, { kinds: ['role'] })
  const best = found.filter(({ fit, matched }) => fit === found[0].fit && matched === found[0].matched)
  const ids = [...new Set(best.map(({ id }) => id))]
  if (ids.length === 1) return ids[0]
  if (ids.length === 0) {
    throw new CommandError(
      `no role or unit is called ${quote(words)}`,
      nearestSuggestion(nearestId(words, rolesOf(org))) || 'rolegraph show lists the roles of a chart.',
    )
  }
  const more = ids.length > SHOWN ? ` and ${ids.length - SHOWN} more` : ''
  throw new CommandError(
    `${quote(words)} matches ${ids.length} roles: ${ids
      .slice(0, SHOWN)
      .map((id) => quote(id))
      .join(', ')}${more}`,
    'Name one of them by its id.',
  )
}
