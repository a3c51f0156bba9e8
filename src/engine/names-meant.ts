import { quotedList } from '../kernel/in-words.js'
import type { Alias } from '../model/alias.js'
import { nameTest } from './name-letters.js'
import type { OrgState } from './org-state.js'
import { titleOf } from './role-record.js'

/** The ids of the things with a name, and how the name relates to them: `the title of`. */
export interface NamesMeant {
  readonly relation: string
  readonly ids: readonly string[]
}

/** Something with an id and other names. */
interface NamedThing {
  readonly id: string
  readonly title: string
  readonly aliases: readonly Alias[]
}

/**
 * What a caller means by a name instead of an id: the things with that title, otherwise those with that alias. Makes no
 * index, since it is part of an error. O(names).
 */
export function namesMeant(
  name: unknown,
  things: Iterable<NamedThing>,
  title = 'title',
): NamesMeant | undefined {
  if (typeof name !== 'string' || name.trim() === '') return undefined
  const isName = nameTest(name)
  const titled: string[] = []
  const aliased: string[] = []
  for (const thing of things) {
    // A thing without a title has its id as one.
    if (thing.title !== thing.id && isName(thing.title)) titled.push(thing.id)
    else if (thing.aliases.some((alias) => isName(typeof alias === 'string' ? alias : alias.name)))
      aliased.push(thing.id)
  }
  if (titled.length > 0) return { relation: `the ${title} of`, ids: titled }
  return aliased.length > 0 ? { relation: 'an alias of', ids: aliased } : undefined
}

/** The clause that ends a message: `; it is the title of 'lead'`, or nothing. */
export function meantInWords(meant: NamesMeant | undefined): string {
  return meant === undefined ? '' : `; it is ${meant.relation} ${quotedList(meant.ids)}`
}

const NO_ALIASES: readonly Alias[] = Object.freeze([])

/** The roles with a title or aliases. */
export function* namedRoles(state: OrgState): Iterable<NamedThing> {
  const { count, ids, attributes } = state.columns
  if (attributes.title === undefined && attributes.aliases === undefined) return
  for (let handle = 0; handle < count; handle++) {
    yield {
      id: ids[handle],
      title: titleOf(state, handle),
      aliases: attributes.aliases?.[handle] ?? NO_ALIASES,
    }
  }
}

/** The people of an org that lists them; in any other org their names are their ids. */
export function* namedPeople({ people }: OrgState): Iterable<NamedThing> {
  for (const { id, name, aliases } of people?.values() ?? []) yield { id, title: name, aliases }
}
