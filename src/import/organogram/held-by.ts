import type { PostStatus } from './organogram-options.js'
import { publishedWord } from './published-value.js'

/** Who holds a post, as its names say: one, or one for each who shares it. */
interface Held {
  readonly status: PostStatus
  /** `undefined` where nobody says: one who is not disclosed, or nobody. */
  readonly holders: readonly string[] | undefined
}

/** In a job share whoever is not disclosed is there as `N/D`, so that heads are counted rightly. */
export function heldBy(names: readonly string[]): Held {
  const words = names.map(publishedWord)
  const living = names.filter((_, index) => words[index] !== 'eliminated')
  if (living.length === 0) return { status: 'eliminated', holders: [] }
  const present = living.filter((name) => publishedWord(name) !== 'vacant')
  if (present.length === 0) return { status: 'vacant', holders: [] }
  const isNamed = present.some((name) => publishedWord(name) === undefined)
  const holders = present.map((name) => (publishedWord(name) === undefined ? name.trim() : 'N/D'))
  return {
    status: isNamed ? 'filled' : 'undisclosed',
    holders: isNamed || holders.length > 1 ? holders : undefined,
  }
}
