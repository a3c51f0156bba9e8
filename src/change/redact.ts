import { orgOfRecord } from '../define/org-of-record.js'
import { type OrgState, stateOf } from '../engine/org-state.js'
import { givenOptions, oneOf } from '../kernel/option-check.js'
import type { Org } from '../model/org.js'
import { fieldsIn, type RedactField } from './redact-fields.js'
import { RedactedRecord } from './redacted-record.js'

/** The options of {@link redact}. */
export interface RedactOptions {
  /** The fields that are kept. Default: `['title']`. */
  readonly fields?: readonly RedactField[]
  /** Whether people are left out (`'remove'`, the default) or each becomes `person-1`, `person-2` and so on (`'pseudonyms'`). */
  readonly people?: 'remove' | 'pseudonyms'
}

/**
 * Returns an org to give away: its shape, the fields that you name, and no trace of the people.
 *
 * The shape is always kept: the ids and the order of roles and units, reporting lines with their names, career moves with their kinds, services, the
 * members, heads and larger units of units, and which roles are planned. Of all other fields only those that `fields` names are kept, by default the
 * titles.
 *
 * People are left out, with what is known of them and who holds what; with `people: 'pseudonyms'` those who hold a role stay as `person-1`, `person-2` and so on, in
 * the order of the roles that they hold, so that headcounts and vacancies stay the same. Two calls give the same pseudonyms for the same org.
 *
 * Their ids, names, aliases and e-mail addresses are replaced in everything that is kept as well, by the pseudonym or `…`: "Office of Ada Lovelace" is
 * the "Office of …". Each is found as written, within longer texts too: as whole words that follow each other, in any case, with or without accents, spaces and
 * punctuation (`ada-lovelace`, `AdaLovelace`), and with the last word first ("Lovelace, Ada"). A number or a single word of one or two letters is found only as a whole text. Not
 * found are parts of a name ("Ada", "A. Lovelace"), misspellings, and names that the org does not know as those of a person: look over what you keep, and name `note`
 * and `data` only where you know what is in them. A role or unit whose id has a name gets another id, such as `role-7`.
 *
 * Issues of the org keep their codes, roles and units, and lose their messages, which quote the input. A manager whom the org does not have becomes
 * `unknown-1`.
 *
 * Complexity: O(roles + lines + moves + people) and the size of the texts that are kept.
 *
 * @param org The org.
 * @param options `fields`, `people`.
 * @returns An org with the same types of ids; one that held the name of a person is another one.
 * @throws {@link OrgError} `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, holdersOf, redact, roleOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     chief: { title: 'Chief', holders: ['ada'], cost: 200 },
 *     office: { title: 'Office of Ada Lovelace', reportsTo: 'chief', cost: 60 },
 *   },
 *   people: { ada: { name: 'Ada Lovelace', email: 'ada@example.com' } },
 * })
 * const shared = redact(org, { people: 'pseudonyms' })
 * console.log(roleOf(shared, 'office').title) // => Office of Person 1
 * console.log(holdersOf(shared, 'chief')) // => [ 'person-1' ]
 * console.log(roleOf(shared, 'chief').cost) // => undefined
 * ```
 * @see {@link filterOrg} and {@link subOrg} to leave out roles; {@link erasePeople} to erase some people from a history.
 */
export function redact<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  options?: RedactOptions,
): Org<Id, Unit> {
  const state: OrgState = stateOf(org)
  const given = givenOptions('redact', options, ['fields', 'people'])
  const fields = fieldsIn(given.get('fields'))
  const people = oneOf('people', given.get('people'), ['remove', 'pseudonyms'], 'remove')
  const redacted: Org = orgOfRecord(new RedactedRecord(state, fields, people === 'pseudonyms').record())
  // The ids are those of the org, but for names of people.
  return redacted as Org<Id, Unit>
}
