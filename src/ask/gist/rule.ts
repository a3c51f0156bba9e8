import type { Token } from './tokens.js'

/** Reads tokens as a question in the words of a pattern, in which `$1` is the first name. */
export type Gist = (tokens: readonly Token[]) => string | undefined

/** What a rule says of a question that looks like one of another rule and is none. */
export const NOTHING = ''

/** Concepts that any question may have, whatever it asks. */
export const COMMON = "idle wh is do chart total ours to in role isit 's whoit list".split(' ')

/** Who speaks is what they named: "I'm a planner, who is my boss". */
export const SPEAKER = 'iam me there'

interface Bag {
  /** Concepts of which each must be there; `a|b` is one of several. */
  readonly need: string
  /** Concepts that may be there. */
  readonly may?: string
  /** How many names, 0 if left out, and of which kinds if they are not of any. */
  readonly names?: number
  readonly kinds?: string
  /** Concepts that must not be there, though any question may have them. */
  readonly not?: string
  readonly say: string
}

/** A question whose words may have any order. */
export function bag({ need, may = '', names = 0, kinds, not = '', say }: Bag): Gist {
  const needed = parted(need).map((each) => each.split('|'))
  const excluded = new Set(parted(not))
  const allowed = new Set([...COMMON.filter((one) => !excluded.has(one)), ...parted(may), ...needed.flat()])
  const wanted = kinds === undefined ? undefined : parted(kinds)
  return (tokens) => {
    const named = tokens.filter(({ name }) => name !== undefined)
    if (named.length !== names) return undefined
    if (wanted !== undefined && !named.every((token) => wanted.some((kind) => has(token, kind))))
      return undefined
    const rest = tokens.filter(({ name }) => name === undefined)
    if (!rest.every(({ concepts }) => [...concepts].some((concept) => allowed.has(concept)))) return undefined
    if (RELATIONS.some((concept) => isTwice(tokens, concept))) return undefined
    return needed.every((each) => rest.some((token) => each.some((concept) => has(token, concept))))
      ? say
      : undefined
  }
}

/** Of two of these, the one is of what the other is of: the boss of a boss. */
const RELATIONS = ['boss', 'reports', 'reportto', 'report', 'manage', 'under', 'fallunder', 'peer']

function isTwice(tokens: readonly Token[], concept: string): boolean {
  const said = tokens.filter(({ concepts }) => !concepts.has('idle'))
  const first = said.findIndex((token) => has(token, concept))
  // Once more at once, in other words.
  const last = said.findLastIndex((token) => has(token, concept))
  return last - first > 1
}

/** A question whose words have an order: concepts, `?` after what may be left out, `*` after what may repeat, `name` for a name. */
export function row(pattern: string, say: string): Gist {
  const items = parted(pattern).map((item) => {
    const [, concepts, mark] = /^(.*?)([?*]?)$/.exec(item) ?? []
    const one = `<(?:[^<>]*,)?(?:${concepts})(?:,[^<>]*)?>`
    return `(?:${one})${mark}`
  })
  const read = new RegExp(`^${items.join('')}$`)
  return (tokens) => {
    const text = tokens
      .filter(({ concepts }) => !DROPPED.some((concept) => concepts.has(concept)))
      .map(({ concepts }) => `<${[...concepts].join(',')}>`)
      .join('')
    return read.test(text) ? say : undefined
  }
}

/** Concepts that make no difference to an order of words. */
const DROPPED = ['idle', 'chart', 'ours', 'in', 'total']

export function parted(list: string): string[] {
  return list.split(' ').filter((part) => part !== '')
}

export function has({ concepts }: Token, concept: string): boolean {
  return concepts.has(concept)
}
