import { addToList, type Place, quote, quotedList } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import type { OrganogramOptions } from './organogram-options.js'

type Matching = 'matchLeadingZeros' | 'ignoreCase'

const FOLDS: { readonly [Name in Matching]: (reference: string) => string } = {
  // A reference of nothing but zeros keeps one.
  matchLeadingZeros: (reference) => reference.replace(/^0+(?=.)/, ''),
  ignoreCase: (reference) => reference.toLowerCase(),
}

const MATCHINGS: readonly Matching[] = ['matchLeadingZeros', 'ignoreCase']

const WORDS: { readonly [Name in Matching]: string } = {
  matchLeadingZeros: 'without leading zeros',
  ignoreCase: 'ignoring case',
}

/** A way to compare references, by one option or both. */
interface Fold {
  readonly by: readonly Matching[]
  readonly keyOf: (reference: string) => string
  readonly posts: ReadonlyMap<string, readonly string[]>
}

/** Finds the posts that references mean: exactly, else as the options allow. */
export class ReferenceFinder {
  readonly #ids: ReadonlySet<string>
  readonly #leftOut: ReadonlySet<string>
  readonly #otherFolds = new Map<Matching, Fold>()
  readonly #folds: readonly Fold[]
  readonly #issues: ImportIssues
  readonly #applied = new Map<Matching, { readonly place: Place; readonly pairs: string[]; count: number }>()

  /**
   * @param ids The references of the posts that are roles.
   * @param leftOut Those of the eliminated posts that are left out.
   */
  constructor(
    ids: Iterable<string>,
    leftOut: Iterable<string>,
    options: OrganogramOptions,
    issues: ImportIssues,
  ) {
    this.#ids = new Set(ids)
    this.#leftOut = new Set(leftOut)
    this.#issues = issues
    const enabled = MATCHINGS.filter((matching) => options[matching] === true)
    // Each option alone before both, so that as little as possible is ignored.
    const ways = enabled.length > 1 ? [...enabled.map((one) => [one]), enabled] : [enabled]
    this.#folds = enabled.length === 0 ? [] : ways.map((by) => this.#fold(by))
  }

  #fold(by: readonly Matching[]): Fold {
    const keyOf = (reference: string): string => by.reduce((key, matching) => FOLDS[matching](key), reference)
    const posts = new Map<string, string[]>()
    for (const id of this.#ids) {
      const key = keyOf(id)
      addToList(posts, key, id)
    }
    return { by, keyOf, posts }
  }

  /** The id of the post; `'unknown'` if none fits; `'refused'`, with an issue, if several fit under an option. */
  find(reference: string, place: () => Place): { readonly id: string } | 'unknown' | 'refused' {
    if (this.#ids.has(reference)) return { id: reference }
    for (const { by, keyOf, posts } of this.#folds) {
      const fitting = posts.get(keyOf(reference)) ?? []
      if (fitting.length > 1) {
        this.#addRefused(reference, by, fitting, place())
        return 'refused'
      }
      if (fitting.length === 1) {
        for (const matching of by) this.#addApplied(matching, reference, fitting[0], place)
        return { id: fitting[0] }
      }
    }
    return 'unknown'
  }

  /** Whether a reference is that of an eliminated post that is left out. */
  isLeftOut(reference: string): boolean {
    return this.#leftOut.has(reference)
  }

  /** What is wrong with a reference that fits no post, as the end of a message. */
  unknownText(reference: string): string {
    if (this.isLeftOut(reference)) return 'which is eliminated and left out'
    return `which is not a senior post of this organogram${this.#issues.didYouMean(reference, this.#ids)}`
  }

  /** What can be done about a reference that fits no post. */
  adviceFor(reference: string): string {
    if (this.isLeftOut(reference))
      return 'Correct the reference, or keep eliminated posts: leaveOutEliminated: false.'
    const option = MATCHINGS.find((matching) =>
      this.#otherFold(matching).posts.has(FOLDS[matching](reference)),
    )
    const advice = 'Correct the reference, or add the senior post'
    return option === undefined
      ? `${advice}.`
      : `${advice}; or pass ${option}: true, with which a post matches.`
  }

  #otherFold(matching: Matching): Fold {
    const fold = this.#otherFolds.get(matching) ?? this.#fold([matching])
    this.#otherFolds.set(matching, fold)
    return fold
  }

  #addApplied(matching: Matching, reference: string, id: string, place: () => Place): void {
    const applied = this.#applied.get(matching) ?? { place: place(), pairs: [], count: 0 }
    applied.count++
    if (applied.pairs.length < SHOWN) applied.pairs.push(`${reference} → ${id}`)
    this.#applied.set(matching, applied)
  }

  #addRefused(reference: string, by: readonly Matching[], fitting: readonly string[], place: Place): void {
    const how = by.map((matching) => WORDS[matching]).join(' and ')
    this.#issues.add('OPTION_REFUSED', {
      place,
      witness: [...by, reference, ...fitting.slice(0, SHOWN)],
      message: `${by.join(' and ')}: ${how}, the reference ${quote(reference)} matches several posts: ${quotedList(fitting)}`,
      suggestion: 'Correct the reference, so that it matches one post exactly.',
    })
  }

  /** Reports what the options changed. */
  reportApplied(): void {
    for (const [matching, { place, pairs, count }] of this.#applied) {
      this.#issues.add('OPTION_APPLIED', {
        severity: 'info',
        place,
        witness: [matching, ...pairs],
        message: `${matching}: ${count === 1 ? 'one reference matches' : `${String(count)} references match`} a post only ${WORDS[matching]}: ${quotedList(pairs)}`,
        suggestion: 'Correct the references in the file, and leave the option out.',
      })
    }
  }
}

const SHOWN = 8
