import type { Word } from './words.js'

const DATE = /^\d{4}-\d{2}-\d{2}$/
/** What may come before a date. */
const BEFORE: readonly (readonly string[])[] = [['as', 'of'], ['as', 'at'], ['on'], ['at'], ['by']]
/** With a date a question may be about the past or the future. */
const PRESENT: ReadonlyMap<string, string> = new Map([
  ['did', 'does'],
  ['will', 'does'],
  ['was', 'is'],
  ['were', 'are'],
  ['had', 'has'],
  ['reported', 'reports'],
  ['worked', 'works'],
])

/** The words of a question without its date, and the date. */
export function takeDate(words: readonly Word[]): {
  readonly words: readonly Word[]
  /** The date, where there is exactly one. */
  readonly date: string | undefined
  readonly dates: number
} {
  const dates = words.filter(({ form, quoted }) => !quoted && DATE.test(form))
  if (dates.length === 0) return { words, date: undefined, dates: 0 }
  if (dates.length > 1) return { words, date: undefined, dates: dates.length }
  const at = words.indexOf(dates[0])
  const before = BEFORE.find((phrase) =>
    phrase.every((form, index) => words[at - phrase.length + index]?.form === form),
  )
  const start = at - (before?.length ?? 0)
  const rest = [...words.slice(0, start), ...words.slice(at + 1)]
  return {
    words: rest.map((word) => ({ ...word, form: PRESENT.get(word.form) ?? word.form })),
    date: dates[0].form,
    dates: 1,
  }
}
