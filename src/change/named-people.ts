import { personSpec } from '../define/spec-of-org.js'
import type { Change } from '../model/change.js'
import { type HolderSpec, type Person, personOfHolder, plainPerson } from '../model/person.js'

/** The people of an org whose holders are names, by the holders of each role: each distinct name is one. */
export function namedPeople(holders: Iterable<readonly HolderSpec[]>): ReadonlyMap<string, Person> {
  const people = new Map<string, Person>()
  for (const list of holders) {
    for (const holder of list) {
      const id = personOfHolder(holder)
      if (!people.has(id)) people.set(id, plainPerson(id))
    }
  }
  return people
}

/** The changes that make people, in order, of an org whose holders are names. */
export function relisted(people: ReadonlyMap<string, Person>, named: ReadonlyMap<string, Person>): Change[] {
  const changes: Change[] = [{ do: 'list-people' }]
  for (const person of people.values()) {
    const spec = personSpec(person)
    if (named.has(person.id)) {
      if (Object.keys(spec).length > 0) changes.push({ do: 'update-person', person: person.id, set: spec })
      changes.push({ do: 'reorder', person: person.id, before: null })
    } else changes.push({ do: 'add-person', person: person.id, spec })
  }
  return changes
}
