import { type FindMatch, type Org, peopleOf, personOf, roleOf, rolesOf, unitOf, unitsOf } from 'rolegraph'

interface Thing {
  readonly kind: 'role' | 'unit' | 'person'
  readonly id: string
  readonly title: string
  readonly aliases: readonly string[]
  readonly holders: readonly string[]
}

interface Fit {
  readonly rank: number
  /** How many of the words are not whole, how many have no word of the name to themselves, and how many words the name has. */
  readonly parts: number
  readonly shared: number
  readonly length: number
  readonly matched: string
  readonly name: string
  readonly person?: string
}

const FITS = ['', 'exact', 'exact', 'exact', 'exact', 'words', 'prefix', 'typo']

/** What {@link find} promises, by comparing the text with every name: no index, no limits, no short cuts. */
export function findByComparing(org: Org, text: string): FindMatch[] {
  const people = peopleOf(org).map((id): Thing => {
    const { name, aliases } = personOf(org, id)
    return { kind: 'person', id, title: name, aliases, holders: [] }
  })
  const roles = rolesOf(org).map((id): Thing => ({ kind: 'role', ...roleOf(org, id) }))
  const units = unitsOf(org).map((id): Thing => {
    // A unit may be called like a role, and unitOf takes either.
    const { title, aliases } = unitOf(org, id) ?? { title: id, aliases: [] }
    return { kind: 'unit', id, title, aliases, holders: [] }
  })
  return [...roles, ...units, ...people]
    .map((thing) => ({ thing, fit: bestFit(thing, people, text) }))
    .flatMap(({ thing, fit }) => (fit === undefined ? [] : [{ thing, fit }]))
    .sort(
      (a, b) =>
        a.fit.rank - b.fit.rank ||
        a.fit.parts - b.fit.parts ||
        a.fit.shared - b.fit.shared ||
        a.fit.length - b.fit.length,
    )
    .map(({ thing: { kind, id }, fit: { rank, matched, name, person } }) => {
      return {
        kind,
        id,
        fit: FITS[rank],
        matched,
        name,
        ...(person !== undefined && { person }),
      } as FindMatch
    })
}

function bestFit(thing: Thing, people: readonly Thing[], text: string): Fit | undefined {
  const own = ownFits(thing, text)
  const held = thing.holders.flatMap((id) => {
    const person = people.find((each) => each.id === id)
    const best = person && least(ownFits(person, text))
    return best === undefined
      ? []
      : [{ ...best, rank: Math.max(best.rank, 4), matched: 'holder', person: id }]
  })
  return least([...own, ...held])
}

/** The first of the best. */
function least(fits: readonly Fit[]): Fit | undefined {
  return [...fits]
    .sort((a, b) => a.rank - b.rank || a.parts - b.parts || a.shared - b.shared || a.length - b.length)
    .at(0)
}

function ownFits({ kind, id, title, aliases }: Thing, text: string): Fit[] {
  const title_ = title === id ? 'id' : kind === 'person' ? 'name' : 'title'
  const fits: Fit[] = []
  if (id === text) fits.push({ rank: 1, parts: 0, shared: 0, length: 0, matched: 'id', name: id })
  if (isSame(title, text))
    fits.push({ rank: 2, parts: 0, shared: 0, length: 0, matched: title_, name: title })
  if (isSame(id, text)) fits.push({ rank: 2, parts: 0, shared: 0, length: 0, matched: 'id', name: id })
  for (const name of aliases)
    if (isSame(name, text)) fits.push({ rank: 3, parts: 0, shared: 0, length: 0, matched: 'alias', name })
  for (const [place, name] of [title, ...aliases].entries()) {
    for (const sought of readings(text)) {
      const rank = rankByWords(sought, name)
      const alike = (word: string): boolean => sought.some((each) => isAlike(each, word))
      const shared = Math.max(0, sought.length - new Set(wordsOf(name).filter(alike)).size)
      const parts = sought.filter((word) => !wordsOf(name).includes(word)).length
      if (rank < 8)
        fits.push({
          rank,
          parts,
          shared,
          length: lengthOf(name),
          matched: place === 0 ? title_ : 'alias',
          name,
        })
    }
  }
  return fits
}

function rankByWords(sought: readonly string[], name: string): number {
  const words = wordsOf(name)
  if (sought.length === 0 || sought.length > 16) return 8
  const other = sought.filter((word) => !words.some((each) => each.startsWith(word)))
  if (sought.every((word) => words.includes(word))) return 5
  if (other.length === 0) return 6
  return other.length === 1 && words.some((word) => isTypo(other[0], word)) ? 7 : 8
}

function isTypo(written: string, word: string): boolean {
  return word.length >= 5 && !/\d/.test(word) && distance(written, word) === 1
}

function isAlike(written: string, word: string): boolean {
  return word.startsWith(written) || isTypo(written, word)
}

function fold(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase()
}

/** Between spaces; each with its punctuation. */
function chunks(text: string): string[] {
  return fold(text)
    .split(/[\s\0-\x20]+/)
    .filter((chunk) => letters(chunk) !== '')
}

const OTHER = /[\p{P}\p{S}\p{Z}\p{Cc}\p{Cf}]+/gu

function letters(text: string): string {
  return text.replace(OTHER, '')
}

function parts(chunk: string): string[] {
  return chunk.split(OTHER).filter((part) => part !== '')
}

function isSame(name: string, text: string): boolean {
  const sought = letters(fold(text))
  return sought === '' ? name === text : letters(fold(name)) === sought
}

function readings(text: string): string[][] {
  return [chunks(text).map(letters), chunks(text).flatMap(parts)].map((words) => [...new Set(words)])
}

function wordsOf(name: string): string[] {
  return chunks(name).flatMap((chunk) => [letters(chunk), ...parts(chunk)])
}

function lengthOf(name: string): number {
  return chunks(name).length
}

/** The distance of Damerau and Levenshtein, with adjacent swaps only: the whole table. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const replaced = rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)
      rows[i][j] = Math.min(replaced, rows[i - 1][j] + 1, rows[i][j - 1] + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1)
      }
    }
  }
  return rows[a.length][b.length]
}
