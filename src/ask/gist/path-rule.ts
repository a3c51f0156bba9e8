import { COMMON, has, parted } from './rule.js'
import type { Token } from './tokens.js'

/** A path from one name to another, with what the path avoids, and whether years count. */
export function path(tokens: readonly Token[]): string | undefined {
  const places = tokens.flatMap(({ name }, at) => (name === undefined ? [] : [at]))
  if (places.length < 2 || places.length > 3) return undefined
  const any = (concept: string): boolean => tokens.some((token) => has(token, concept))
  const all = new Set(
    parted(
      `${COMMON.join(' ')} and iam me there people kin want become someday path how getthere gotto go from fast short avoid via else next years nextword 's`,
    ),
  )
  if (!tokens.every(({ name, concepts }) => name !== undefined || [...concepts].some((one) => all.has(one))))
    return undefined
  const avoided = places.findIndex((place) => isAvoided(tokens, place))
  if ((places.length === 3) !== avoided >= 0 || any('avoid') !== avoided >= 0) return undefined
  const ends = [0, 1, 2].slice(0, places.length).filter((index) => index !== avoided)
  const [start, goal] = ends
  const isReversed = has(tokens[Math.max(0, places[goal] - 1)], 'from') && !isFrom(tokens, places[start])
  const between = tokens.slice(places[start] + 1, places[goal])
  const isAim = between.some((token) =>
    ['to', 'gotto', 'become', 'next'].some((concept) => has(token, concept)),
  )
  if (!isReversed && !isAim) return undefined
  const isAsked = ['path', 'how', 'getthere', 'fast', 'short', 'avoid'].some(any)
  if (!isAsked && (!isFrom(tokens, places[start]) || ['want', 'people', 'who'].some(any))) return undefined
  // What is asked of years is a number, unless it asks for the path that takes the fewest.
  if (any('years') && !any('fast') && !any('short')) return undefined
  const [from, to] = isReversed ? [goal, start] : [start, goal]
  const without = avoided >= 0 ? ` without $${String(avoided + 1)}` : ''
  return `${any('fast') || any('years') ? 'fastest ' : ''}path from $${String(from + 1)} to $${String(to + 1)}${without}`
}

function isFrom(tokens: readonly Token[], place: number): boolean {
  return place > 0 && has(tokens[place - 1], 'from')
}

/** Whether the words before a name say that a path leaves it out. */
function isAvoided(tokens: readonly Token[], place: number): boolean {
  for (let at = place - 1; at >= 0 && tokens[at].name === undefined; at--) {
    if (has(tokens[at], 'avoid')) return true
    if (!['idle', 'become', 'via', 'iam', 'to', 'gotto', 'role'].some((concept) => has(tokens[at], concept)))
      return false
  }
  return false
}
