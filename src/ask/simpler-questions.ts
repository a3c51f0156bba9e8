import type { IsName, Words } from './statements.js'
import type { Word } from './words.js'

/** A question without the word that denies, in one or two wordings. */
export interface Positive {
  readonly denial: string
  readonly questions: readonly string[]
}

/** Questions about one name each, instead of one about several. */
export interface OneByOne {
  readonly names: readonly string[]
  readonly questions: readonly string[]
}

const DENIALS = new Set(['not', 'never', 'no'])
const CONTRACTED = /^(do|does|is|are|has|have)n't$/

/** "Who is not below X" without "not": "who is below X"; and "who does not report" as "who reports". */
export function withoutDenial(text: string, words: Words): Positive | undefined {
  for (const [at, { form, start, end, quoted }] of words.entries()) {
    if (quoted) continue
    const plain = CONTRACTED.exec(form)?.[1]
    if (plain === undefined && !DENIALS.has(form)) continue
    const verb = words.at(at + 1)
    const auxiliary = plain === undefined ? words.at(at - 1) : { form: plain, start }
    const isDo = at > 0 && (auxiliary?.form === 'do' || auxiliary?.form === 'does')
    const head = text.slice(0, start).trimEnd()
    return {
      denial: text.slice(start, end),
      questions: [
        ...(isDo && verb !== undefined
          ? [
              `${text.slice(0, auxiliary.start)}${verb.form}${auxiliary.form === 'do' ? '' : 's'}${text.slice(verb.end)}`,
            ]
          : []),
        [head, plain, text.slice(end).trimStart()]
          .filter((part) => part !== undefined && part !== '')
          .join(' '),
      ],
    }
  }
  return undefined
}

/** A question with one name at a time in the place of a list: "X and Y", "both X and Y", "X, Y or Z". */
export function oneByOne(text: string, words: Words, isName: IsName): OneByOne | undefined {
  for (let at = 1; at < words.length - 1; at++) {
    if (!isOne(words[at], JOINING)) continue
    const end = endOfName(words, at + 1, isName)
    let begin = beginOfName(words, at, isName)
    if (end === undefined || begin === undefined) continue
    const ranges = [
      [begin, at],
      [at + 1, end],
    ]
    while (begin > 0 && words[begin - 1].pause === true) {
      const before = beginOfName(words, begin, isName)
      if (before === undefined) break
      ranges.unshift([before, begin])
      begin = before
    }
    if (begin > 0 && isOne(words[begin - 1], PAIRING)) begin--
    const names = ranges.map(([from, to]) => text.slice(words[from].start, words[to - 1].end))
    const head = text
      .slice(0, words[begin].start)
      .replace(/\b(do|are) $/i, (verb) => SINGULAR.get(verb.toLowerCase()) ?? verb)
    const tail = text.slice(words[end - 1].end)
    return { names, questions: names.map((name) => head + name + tail) }
  }
  return undefined
}

const JOINING = new Set(['and', 'or', 'nor'])
const PAIRING = new Set(['both', 'either', 'neither'])
const SINGULAR: ReadonlyMap<string, string> = new Map([
  ['do ', 'does '],
  ['are ', 'is '],
])

function isOne({ form, quoted }: Word, forms: ReadonlySet<string>): boolean {
  return !quoted && forms.has(form)
}

/** Where the longest name ends that begins at a word. */
function endOfName(words: Words, from: number, isName: IsName): number | undefined {
  for (let to = Math.min(words.length, from + LONGEST); to > from; to--)
    if (isName(words.slice(from, to), true)) return to
  return undefined
}

/** Where the longest name begins that ends before a word. */
function beginOfName(words: Words, to: number, isName: IsName): number | undefined {
  for (let from = Math.max(0, to - LONGEST); from < to; from++)
    if (isName(words.slice(from, to), true)) return from
  return undefined
}

/** A name in a list has at most this many words. */
const LONGEST = 6
