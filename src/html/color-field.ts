import { didYouMean, invalidOption, nearestId } from '../internal.js'
import type { PageFields } from './page-fields.js'

/** What the model says of every role; `vacancy` is whether a role is filled, vacant or planned. */
const ALWAYS = ['layer', 'span', 'vacancy'] as const
/** What a page has only if its fields name it. */
const FIELDS = ['unit', 'grade', 'family', 'fte', 'cost', 'minYears'] as const
const WORDS = [...ALWAYS, ...FIELDS] as const

/** What the boxes of a page can be coloured by: `'data.site'` is `site` in the data of roles. */
export type ColorField = (typeof WORDS)[number] | `data.${string}`

/** The option `colorBy`, checked; empty for none. Throws `INVALID_OPTION`. */
export function colorField(received: unknown, fields: PageFields): string {
  if (received === undefined) return ''
  if (typeof received !== 'string') throw invalidOption('colorBy', received, ALLOWED)
  if (ALWAYS.some((word) => word === received)) return received
  const field = FIELDS.find((word) => word === received)
  const key = /^data\.(.+)/s.exec(received)?.[1]
  if (field === undefined && key === undefined) {
    throw invalidOption('colorBy', received, ALLOWED, didYouMean(nearestId(received, WORDS)))
  }
  const isShown = field === undefined ? fields.hasData(key ?? '') : fields.has(field)
  if (isShown) return received
  throw invalidOption('colorBy', received, 'a field that the page shows; the option fields names those')
}

const ALLOWED = `${WORDS.map((word) => `'${word}'`).join(', ')} or a name in the data such as 'data.site'`
