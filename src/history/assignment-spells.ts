import { holdersIn } from '../change/open-role.js'
import type { Spell } from '../model/history.js'
import type { Assignment } from '../model/person.js'
import { assignmentFrom } from '../query/assignments.js'
import { compareTexts } from './replay.js'
import type { RoleVersions } from './role-versions.js'

/** An assignment and the days on which the chart has it, which may be fewer than its own dates say. */
export interface AssignmentSpell extends Assignment {
  /** The role, whatever its id. */
  readonly node: number
}

/** The days that two spells have in common; `undefined` for none. */
function commonSpell(one: Spell, other: Spell): Spell | undefined {
  const from =
    one.from === undefined || (other.from !== undefined && other.from > one.from) ? other.from : one.from
  const to = one.to === undefined || (other.to !== undefined && other.to < one.to) ? other.to : one.to
  return from !== undefined && to !== undefined && from >= to ? undefined : { from, to }
}

/** Spells in order, those with the same key as one where one begins on the day on which the other ends. */
export function joined<Item extends Spell>(spells: readonly Item[], keyOf: (spell: Item) => string): Item[] {
  const list: Item[] = []
  const last = new Map<string, number>()
  for (const spell of spells.toSorted((a, b) => compareTexts(a.from ?? '', b.from ?? ''))) {
    const key = keyOf(spell)
    const at = last.get(key)
    const before = at === undefined ? undefined : list[at]
    if (at !== undefined && before !== undefined && touches(before.to, spell.from)) {
      const isLonger = before.to !== undefined && (spell.to === undefined || spell.to > before.to)
      if (isLonger) list[at] = { ...before, to: spell.to }
    } else {
      last.set(key, list.length)
      list.push(spell)
    }
  }
  return list
}

function touches(to: string | undefined, from: string | undefined): boolean {
  return to === undefined || from === undefined || from <= to
}

/** The days of each version of a node: where it is there, and what it is. */
export function* versionSpells(
  versions: RoleVersions,
  node: number,
  dates: readonly number[] = versions.datesOf(node),
): Generator<Spell & { readonly date: number }> {
  for (const [index, date] of dates.entries()) {
    const next = dates.at(index + 1)
    yield {
      date,
      from: date === -1 ? undefined : versions.dates[date],
      to: next === undefined ? undefined : versions.dates[next],
    }
  }
}

/** The assignments of a role, by version. */
export function assignmentSpells(versions: RoleVersions, node: number): AssignmentSpell[] {
  const found: AssignmentSpell[] = []
  for (const { date, ...days } of versionSpells(versions, node)) {
    const role = versions.roleOf(node, date)
    for (const holder of role === undefined ? [] : holdersIn(role)) {
      const assignment = assignmentFrom(role?.id ?? '', holder)
      const common = commonSpell(days, assignment)
      if (common !== undefined) found.push({ ...assignment, ...common, node })
    }
  }
  return found
}
