import { nearestId, type Org, peopleOf, personOf, roleOf, rolesOf, unitOf, unitsOf } from '../internal.js'
import { namesIn } from './names.js'
import type { Grammar } from './table.js'
import type { Word } from './words.js'

const MOST = 3
/** Words that nearly every question has. */
const COMMON = new Set(
  "who whom what which is are 's 're the a an of to in on do does for and or all have has how with be role roles position person people i you one we somebody it".split(
    ' ',
  ),
)

/** Examples of the rows that share the most words with a question, with names of this org. */
export function suggestionsFor(org: Org, words: readonly Word[], { rows }: Grammar): string[] {
  const told = new Set(words.map(({ form }) => form).filter((form) => !COMMON.has(form)))
  const scored = rows.map((row) => {
    const own = new Set(`${row.patterns.join(' ')} ${row.example.toLowerCase()}`.split(/[^a-z'-]+/))
    const example = new Set(
      row.example
        .replace(/\{[^}]*\}/g, '')
        .toLowerCase()
        .split(/[^a-z'-]+/),
    )
    let score = 0
    for (const word of told) score += example.has(word) ? 2 : own.has(word) ? 1 : 0
    return { row, score }
  })
  const best = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score)
  const chosen = best.length > 0 ? best.slice(0, MOST).map(({ row }) => row) : rows.slice(0, 1)
  const names = namesFor(org, words)
  return [
    ...new Set(
      chosen.map((row) => filled(row.example, row.patterns[0], names)).filter((text) => text !== undefined),
    ),
  ]
}

/** What on the chart is called nearly as some words are, an article aside. */
export function nearestName(org: Org, text: string): string | undefined {
  const names = [
    ...peopleOf(org).map((id) => personOf(org, id).name),
    ...rolesOf(org).map((id) => roleOf(org, id).title),
    ...unitsOf(org).map((id) => unitOf(org, id)?.title ?? id),
  ]
  const byForm = new Map(names.toReversed().map((name) => [name.toLowerCase(), name]))
  const form = text.toLowerCase().replace(/^(the|a|an|our) /, '')
  return byForm.get(nearestId(form, byForm.keys()) ?? '')
}

interface Names {
  readonly roles: readonly string[]
  readonly units: readonly string[]
  readonly people: readonly string[]
}

/** The names to fill in: first what words of the question name, then what is first on the chart. */
function namesFor(org: Org, words: readonly Word[]): Names {
  const told = words.flatMap(({ form, quoted }) => namesIn(org, 'who', form, quoted)?.named.slice(0, 1) ?? [])
  const titles = [
    ...told.filter(({ kind }) => kind === 'role').map(({ id }) => id),
    ...rolesOf(org).slice(-2),
    ...rolesOf(org).slice(0, 2),
  ]
  const units = [
    ...told.filter(({ kind }) => kind === 'unit').map(({ id }) => id),
    ...unitsOf(org).slice(0, 1),
  ]
  const people = [
    ...told.filter(({ kind }) => kind === 'person').map(({ id }) => id),
    ...peopleOf(org).slice(0, 2),
  ]
  return {
    roles: [...new Set(titles.map((id) => roleOf(org, id).title))],
    units: units.map((id) => unitOf(org, id)?.title ?? id),
    people: people.map((id) => personOf(org, id).name),
  }
}

/** An example with names of the org instead of its own, which are roles unless the pattern takes something else. */
function filled(example: string, pattern: string, { roles, units, people }: Names): string | undefined {
  const left = { roles: [...roles], units: [...units], people: [...people] }
  const slots = [...pattern.matchAll(/\{(\w+)!?\}/g)].map(([, slot]) => slot)
  const missing: string[] = []
  const text = example.replace(/\{[^}]*\}/g, () => {
    const slot = slots.shift() ?? 'role'
    const list = slot.startsWith('unit') ? left.units : slot.startsWith('person') ? left.people : left.roles
    const name = list.shift()
    if (name === undefined) missing.push(slot)
    return name ?? ''
  })
  return missing.length === 0 ? text : undefined
}
