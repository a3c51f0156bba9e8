import type { UsedNames } from '../change/erasure.js'
import { textsOf } from '../change/pseudonyms.js'
import { ownValue } from '../kernel/option-check.js'
import type { Change } from '../model/change.js'
import { type HolderSpec, personOfHolder } from '../model/person.js'
import type { HistoryRecord } from './history-state.js'

/** Collects every role, unit and person that a history names on any date, whenever it became known. */
export class NamesOfHistory implements UsedNames {
  readonly roles = new Set<string>()
  readonly units = new Set<string>()
  readonly people = new Map<string, Set<string>>()
  listsPeople = false

  constructor({ versions, rows, entries }: HistoryRecord) {
    const { columns, units, people } = versions.base
    for (const id of columns.ids) this.roles.add(id)
    for (const id of units.keys()) this.units.add(id)
    for (const holders of columns.attributes.holders ?? []) this.#addHolders(holders)
    if (people !== undefined) this.listsPeople = true
    for (const [id, person] of people ?? [])
      for (const text of textsOf(id, person)) this.#textsOf(id).add(text)
    if (rows === undefined) {
      for (const { changes } of entries.between()) for (const change of changes) this.#addChange(change)
      return
    }
    for (const id of versions.ids()) this.roles.add(id)
    for (const { id } of rows.kept?.dated.rows ?? []) this.roles.add(id)
    for (const holders of rows.versions.contents.holders()) this.#addHolders(holders)
  }

  #textsOf(person: string): Set<string> {
    let texts = this.people.get(person)
    if (texts === undefined) this.people.set(person, (texts = new Set([person])))
    return texts
  }

  #addHolders(holders: unknown): void {
    for (const holder of Array.isArray(holders) ? (holders as readonly unknown[]) : [])
      this.#addHolder(holder)
  }

  #addHolder(holder: unknown): void {
    // A change that was refused and is left out of the orgs may hold anything.
    const person: unknown = typeof holder === 'object' ? ownValue(holder, 'person') : holder
    if (typeof person === 'string') this.#textsOf(personOfHolder(holder as HolderSpec))
  }

  #addChange(change: Change): void {
    if (change.do === 'add-role') {
      this.roles.add(change.role)
      this.#addHolders(ownValue(change.spec, 'holders'))
    } else if (change.do === 'update-role') this.#addHolders(ownValue(change.set, 'holders'))
    else if (change.do === 'rename-role') this.roles.add(change.to)
    else if (change.do === 'add-unit') this.units.add(change.unit)
    else if (change.do === 'assign') this.#addHolder(change.holder)
    else if (change.do === 'unassign') this.#addPerson(change.person, undefined)
    else if (change.do === 'add-person') this.#addPerson(change.person, change.spec)
    else if (change.do === 'update-person') this.#addPerson(change.person, change.set)
    else if (change.do === 'list-people') this.listsPeople = true
  }

  #addPerson(person: unknown, spec: unknown): void {
    if (typeof person !== 'string') return
    const texts = this.#textsOf(person)
    const aliases: unknown = ownValue(spec, 'aliases')
    const listed: readonly unknown[] = Array.isArray(aliases) ? aliases : []
    const names = listed.map((alias) => (typeof alias === 'string' ? alias : ownValue(alias, 'name')))
    for (const text of [ownValue(spec, 'name'), ownValue(spec, 'email'), ...names])
      if (typeof text === 'string') texts.add(text)
  }
}
