import { type GivenOptions, invalidOption, isOrg, isRole, type Org } from '../../internal.js'
import { diffOrgs, marksOf } from '../../internal-change.js'
import { checkedOptions } from '../picture/checked-options.js'
import { withFields } from '../picture/box-fields.js'
import { checkedPicture } from '../picture/picture-of.js'
import type { DrawingStyle } from './drawing.js'
import type { Chart } from './svg-document.js'

/** The charts of two orgs with their marks, in colours that they share. Throws `INVALID_OPTION`, `UNKNOWN_ROLE`. */
export function twoCharts(before: Org, given: GivenOptions, style: DrawingStyle): [Chart, Chart] {
  const [after, marks] = [given.get('after'), given.get('marks')]
  if (!isOrg(after)) throw invalidOption('after', after, 'an org')
  if (marks !== undefined) throw invalidOption('marks', marks, 'used only without `after`')
  const captions = captionsOption(given.get('captions'))
  const diff = diffOrgs(before, after)
  const highlight = onceReadable(given.get('highlight'))
  const chart = (org: Org, other: Org, side: 0 | 1): Chart => {
    const own = new Map([
      ...given,
      ['highlight', knownIn(highlight, org, other)],
      ['marks', side === 0 ? marksOf(diff, { in: 'before' }) : marksOf(diff, { in: 'after' })],
    ])
    const checked = checkedOptions(org, own)
    const options = { ...checked, groupBy: checked.groupBy || style.frames }
    const picture = withFields(org, checkedPicture(org, options, [before, after]), given)
    return { picture, caption: captions[side] }
  }
  return [chart(before, after, 0), chart(after, before, 1)]
}

function captionsOption(captions: unknown = ['Before', 'After']): readonly [string, string] {
  if (!Array.isArray(captions)) throw invalidOption('captions', captions, ALLOWED)
  const given: readonly unknown[] = captions
  const [before, after, ...more] = given
  if (typeof before !== 'string' || typeof after !== 'string' || more.length > 0)
    throw invalidOption('captions', captions, ALLOWED)
  return [before, after]
}

const ALLOWED = 'two strings, for the chart before and the one after'

/** An iterator can be read once only, and both charts have the same highlight. */
function onceReadable(highlight: unknown): unknown {
  const isReadAgain = Array.isArray(highlight) || highlight instanceof Set
  if (isReadAgain || typeof highlight !== 'object' || highlight === null || !(Symbol.iterator in highlight))
    return highlight
  return Array.from(highlight as Iterable<unknown>)
}

/** A highlight without the roles that only the other org has. */
function knownIn(highlight: unknown, org: Org, other: Org): unknown {
  const isHere = (role: unknown): boolean =>
    typeof role !== 'string' || isRole(org, role) || !isRole(other, role)
  if (Array.isArray(highlight)) return highlight.filter(isHere)
  if (highlight instanceof Set) return new Set([...highlight].filter(isHere))
  if (typeof highlight !== 'object' || highlight === null || !('roles' in highlight)) return highlight
  return Array.isArray(highlight.roles) ? highlight.roles.filter(isHere) : highlight
}
