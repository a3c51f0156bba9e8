import { fieldList } from '../internal.js'

/** What a page shows unless `fields` says otherwise. */
const USUAL = [
  'holders',
  'unit',
  'grade',
  'family',
  'fte',
  'minYears',
  'certifications',
  'skills',
  'aliases',
  'services',
  'sources',
] as const

/** What a page holds only if it is named, since a page is passed on. */
const NAMED_ONLY = ['cost', 'email', 'data'] as const

const WORDS = [...USUAL, ...NAMED_ONLY, 'usual'] as const

/**
 * A field of the model that a page can show. `'usual'` stands for all fields except `cost`, `email` and `data`. `sources` are sources, hedges and
 * notes; `data` is all data of roles and people, `data.site` is `site` in the data of roles.
 */
export type HtmlField = (typeof WORDS)[number] | `data.${string}`

/** The fields of a page. */
export class PageFields {
  readonly #named: ReadonlySet<string>

  /** Throws `INVALID_OPTION` for anything but a list of fields. */
  constructor(received: unknown) {
    this.#named = fieldList(received, WORDS, USUAL)
  }

  get names(): readonly string[] {
    return Array.from(this.#named)
  }

  has(field: Exclude<HtmlField, 'usual'>): boolean {
    return this.#named.has(field)
  }

  /** Whether a part of the data of roles is shown. */
  hasData(key: string): boolean {
    return this.#named.has('data') || this.#named.has(`data.${key}`)
  }

  /** Whether any part of the data of roles is shown. */
  get someData(): boolean {
    return Array.from(this.#named).some((field) => field === 'data' || field.startsWith('data.'))
  }
}
