import { type Place, quote, quotedList } from '../../internal.js'
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
  ignoreCase: 'without case',
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
  readonly #folds: readonly Fold[]
  readonly #issues: ImportIssues
  readonly #applied = new Map<Matching, { readonly place: Place; readonly pairs: string[]; count: number }>()

  constructor(ids: Iterable<string>, options: OrganogramOptions, issues: ImportIssues) {
    this.#ids = new Set(ids)
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
      const alike = posts.get(key)
      if (alike === undefined) posts.set(key, [id])
      else alike.push(id)
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

  /** `; did you mean 'A1'?` for a reference that fits no post. */
  didYouMean(reference: string): string {
    return this.#issues.didYouMean(reference, this.#ids)
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
      message: `${by.join(' and ')}: ${how}, the reference ${quote(reference)} fits several posts: ${quotedList(fitting)}`,
      suggestion: 'Correct the reference, so that it fits one post exactly.',
    })
  }

  /** Reports what the options changed. */
  reportApplied(): void {
    for (const [matching, { place, pairs, count }] of this.#applied) {
      this.#issues.add('OPTION_APPLIED', {
        severity: 'info',
        place,
        witness: [matching, ...pairs],
        message: `${matching}: ${count === 1 ? 'one reference fits' : `${String(count)} references fit`} a post only ${WORDS[matching]}: ${quotedList(pairs)}`,
        suggestion: 'Correct the references in the file, and leave the option out.',
      })
    }
  }
}

const SHOWN = 8
