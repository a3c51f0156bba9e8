import { type Place, quote } from '../../internal.js'
import { isExactNumber } from '../input/exact-number.js'
import type { ImportIssues } from '../input/import-issues.js'
import type { PostStatus } from './organogram-options.js'

/** What a cell of an organogram can have instead of a value. */
type PublishedWord = 'not disclosed' | 'vacant' | 'eliminated'

/**
 * What stands for the name of somebody, in a copy of an organogram too: not disclosed, or disclosed elsewhere. It is not the name of one
 * person who holds many posts.
 */
const STANDS_FOR_NAME =
  /^(?:name )?(?:(?:not |un|non-?)?disclosed|(?:not |un)published|withheld|redacted|removed|anonymi[sz]ed|confidential)$/

/** The meaning of a name cell; `undefined` for the name of a person. A blank name is not disclosed. */
function publishedWord(cell: string): PublishedWord | undefined {
  if (isWithheld(cell)) return 'not disclosed'
  const word = cell
    .toLowerCase()
    .replace(/[^a-z-]+/g, ' ')
    .trim()
  if (STANDS_FOR_NAME.test(word)) return 'not disclosed'
  return word === 'vacant' || word === 'eliminated' ? word : undefined
}

/** `N/D` (not disclosed), `N/A`, with any punctuation, or nothing. */
export function isWithheld(cell: string): boolean {
  const letters = cell.toUpperCase().replace(/[^A-Z]/g, '')
  return cell.trim() === '' || (cell.trim().length <= 5 && (letters === 'ND' || letters === 'NA'))
}

/** An amount in pounds, or a number of posts; `undefined` for a withheld one, `NaN` for anything but a number. */
export function publishedNumber(cell: string): number | undefined {
  if (isWithheld(cell)) return undefined
  const digits = cell.trim().replace(/^£\s*/, '')
  // Commas only between thousands, so that none is read as a decimal sign.
  const form = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/
  const plain = digits.replaceAll(',', '')
  return form.test(digits) && isExactNumber(plain) ? Number(plain) : NaN
}

/** Warns of a figure that is not a number: the role has none then. */
export function addNotANumber(cell: string, place: Place, issues: ImportIssues): void {
  issues.add('INVALID_FIELD', {
    severity: 'warning',
    place,
    witness: [cell.slice(0, 60)],
    message: `Line ${String(place.line)} has ${quote(cell)} instead of a number: read as not disclosed`,
    suggestion: "Write a number, or 'N/D'.",
  })
}

/** Who holds a post: one person, or those who share it. */
interface Held {
  readonly status: PostStatus
  /** `undefined` if not disclosed. */
  readonly holders: readonly string[] | undefined
}

/** Who holds a post with these name cells. Undisclosed holders of a job share have a number, so that each counts as a person of their own. */
export function heldBy(id: string, names: readonly string[]): Held {
  const words = names.map(publishedWord)
  const living = names.filter((_, index) => words[index] !== 'eliminated')
  if (living.length === 0) return { status: 'eliminated', holders: [] }
  const present = living.filter((name) => publishedWord(name) !== 'vacant')
  if (present.length === 0) return { status: 'vacant', holders: [] }
  const isNamed = present.some((name) => publishedWord(name) === undefined)
  const holders = present.map((name, place) =>
    publishedWord(name) === undefined ? name.trim() : `N/D (${id}, ${String(place + 1)})`,
  )
  return {
    status: isNamed ? 'filled' : 'undisclosed',
    holders: isNamed || holders.length > 1 ? holders : undefined,
  }
}
