import { quote, quotedList } from '../../../internal.js'
import { addAt, type JsonObject } from '../../json/json-object.js'
import type { ManagerFaults } from '../manager-faults.js'
import { NamedUsers } from '../named-users.js'

/** How many owners of an address an issue lists. */
const LISTED = 100
const NOBODY: ReadonlySet<string> = new Set()
const ADDRESS_LISTS = ['aliases', 'nonEditableAliases'] as const

/** The users that have each address, and each name. */
export class AddressBook {
  readonly #owners = new Map<string, Set<string>>()
  /** The same in any case and Unicode form; made when an address is not found as it is written. */
  #foldedOwners: Owners | undefined
  readonly #users: { readonly id: string; readonly name: string | undefined }[] = []
  /** Made when what a relation names is no address. */
  #names: NamedUsers | undefined
  readonly #faults: ManagerFaults

  constructor(faults: ManagerFaults) {
    this.#faults = faults
  }

  /** @param name The name of the user, if there is one besides the addresses. */
  add(id: string, user: JsonObject, name: string | undefined): void {
    this.#users.push({ id, name })
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
  find(user: string, relation: JsonObject, isSolid: boolean): string | undefined {
    const address = relation.text('value')
    const addFault = (code: 'UNKNOWN_MANAGER' | 'MISSING_ID', message: string, suggestion: string): void => {
      const path = address === undefined ? relation.path : relation.pathOf('value')
      if (isSolid) this.#faults.add(code, { role: user, cell: address, path, message, suggestion })
      else {
        const witness = address === undefined ? [] : [address]
        addAt(relation.document, code, path, { roles: [user], witness, message, suggestion })
      }
    }
    if (address === undefined) {
      if (relation.field('value') === undefined) {
        addFault(
          'MISSING_ID',
          `a relation of ${quote(user)} has no value`,
          'Write the address as its value, or remove the relation.',
        )
      }
      return undefined
    }
    const owners = this.#ownersOf(address)
    // Not all of them: every user may have one address, and report to it.
    const listed: string[] = []
    for (const owner of owners) if (listed.push(owner) === LISTED) break
    if (owners.size === 1) return listed[0]
    if (owners.size === 0) {
      const isOwn = (name: string): boolean => this.#owners.get(name)?.has(user) === true
      addFault(
        'UNKNOWN_MANAGER',
        `${quote(user)} reports to ${quote(address)}, but no user has that address${relation.document.issues.didYouMean(address, this.#owners.keys(), isOwn)}`,
        'Correct the address, or fetch the users of all domains.',
      )
      return undefined
    }
    const what = isAddress(address) ? 'address' : 'name'
    addAt(relation.document, 'AMBIGUOUS_MANAGER', relation.pathOf('value'), {
      roles: [user],
      witness: [address, ...listed],
      message: `${quote(user)} reports to ${quote(address)}, which is the ${what} of ${String(owners.size)} users: ${quotedList(listed, undefined, owners.size)}`,
      suggestion:
        what === 'address' ? 'Give each user a different address.' : 'Write the address of the manager.',
    })
    return undefined
  }

  /** The users with an address; without an @ it may be a name. */
  #ownersOf(address: string): ReadonlySet<string> {
    const owners = this.#owners.get(keyOf(address)) ?? this.#folded.get(foldedKey(address))
    if (owners !== undefined || isAddress(address)) return owners ?? NOBODY
    this.#names ??= new NamedUsers(this.#users)
    return new Set(this.#names.find(address))
  }

  get #folded(): Owners {
    if (this.#foldedOwners !== undefined) return this.#foldedOwners
    const folded: Owners = new Map()
    for (const [address, owners] of this.#owners) {
      const key = foldedKey(address)
      const others = folded.get(key)
      folded.set(key, others === undefined ? owners : new Set([...others, ...owners]))
    }
    return (this.#foldedOwners = folded)
  }

  #addAddress(address: string, id: string): void {
    const key = keyOf(address)
    const owners = this.#owners.get(key)
    if (owners === undefined) this.#owners.set(key, new Set([id]))
    else owners.add(id)
  }
}

type Owners = Map<string, ReadonlySet<string>>

function isAddress(text: string): boolean {
  return text.includes('@')
}

const ASCII = /^[\0-\x7f]*$/

/** Lower case for A to Z only: other letters change their length, or become another letter, in some languages. */
function keyOf(address: string): string {
  return address
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

/** Any letter in lower case and in one Unicode form, but none that becomes an ASCII one: that is another letter. */
function foldedKey(address: string): string {
  const key = keyOf(address)
  const folded = key.normalize('NFC').toLowerCase()
  return ASCII.test(folded) === ASCII.test(key) ? folded : key
}
