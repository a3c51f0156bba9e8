import { quote, quotedList } from '../../../internal.js'
import { addAt, type JsonObject } from '../../json/json-object.js'

/** How many owners of an address an issue lists. */
const LISTED = 100
const NOBODY: ReadonlySet<string> = new Set()
const ADDRESS_LISTS = ['aliases', 'nonEditableAliases'] as const

/** The users that have each address. */
export class AddressBook {
  readonly #owners = new Map<string, Set<string>>()

  add(id: string, user: JsonObject): void {
    const primary = user.field('primaryEmail')
    if (typeof primary === 'string') this.#addAddress(primary, id)
    for (const name of ADDRESS_LISTS) {
      const given = user.field(name)
      if (given === undefined) continue
      if (!Array.isArray(given)) {
        user.refuse(name, given, 'a list of addresses')
        continue
      }
      const addresses: readonly unknown[] = given
      for (const address of addresses) {
        if (typeof address === 'string') this.#addAddress(address, id)
        else user.refuse(name, address, 'an address')
      }
    }
  }

  /** The id of the user whose address a relation names; `undefined`, with an issue, unless that is exactly one user. */
  find(user: string, relation: JsonObject): string | undefined {
    const address = relation.text('value')
    if (address === undefined) {
      if (relation.field('value') === undefined) {
        addAt(relation.document, 'MISSING_ID', relation.path, {
          roles: [user],
          message: `a relation of ${quote(user)} has no value`,
          suggestion: 'Write the address as its value, or remove the relation.',
        })
      }
      return undefined
    }
    const owners = this.#owners.get(keyOf(address)) ?? NOBODY
    // Not all of them: every user may have one address, and report to it.
    const listed: string[] = []
    for (const owner of owners) if (listed.push(owner) === LISTED) break
    if (owners.size === 1) return listed[0]
    const known = owners.size > 0
    const isOwn = (name: string): boolean => this.#owners.get(name)?.has(user) === true
    addAt(relation.document, known ? 'AMBIGUOUS_MANAGER' : 'UNKNOWN_MANAGER', relation.pathOf('value'), {
      roles: [user],
      witness: known ? [address, ...listed] : [address],
      message: known
        ? `${quote(user)} reports to ${quote(address)}, which is the address of ${String(owners.size)} users: ${quotedList(listed, undefined, owners.size)}`
        : `${quote(user)} reports to ${quote(address)}, and no user has that address${relation.document.issues.didYouMean(address, this.#owners.keys(), isOwn)}`,
      suggestion: known
        ? 'Give each user a different address.'
        : 'Correct the address, or fetch the users of all domains.',
    })
    return undefined
  }

  #addAddress(address: string, id: string): void {
    const key = keyOf(address)
    const owners = this.#owners.get(key)
    if (owners === undefined) this.#owners.set(key, new Set([id]))
    else owners.add(id)
  }
}

/** Lower case for A to Z only: other letters change their length, or become another letter, in some languages. */
function keyOf(address: string): string {
  return address.replace(/^mailto:/i, '').replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}
