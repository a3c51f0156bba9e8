import { quote, quotedList } from '../../../internal.js'
import { addAt, type JsonObject } from '../../json/json-object.js'
import { dataOf, type DirectoryUser, idOf } from '../directory-org.js'
import type { DirectoryPages } from '../directory-pages.js'
import { AddressBook } from './address-book.js'

/** The users of a Google directory, in their order, with their relations as lines. */
export function googleUsers({ users, faults }: DirectoryPages): readonly DirectoryUser[] {
  const addresses = new AddressBook(faults)
  const known: { readonly id: string; readonly record: JsonObject; readonly name: string | undefined }[] = []
  for (const record of users) {
    const id = idOf(record)
    if (id === undefined) continue
    const name = nameIn(record)
    addresses.add(id, record, name)
    known.push({ id, record, name })
  }
  return known.map(({ id, record, name }) => {
    const relations = record.objects('relations')
    const organizations = record.objects('organizations')
    const organization = organizations.find((one) => one.field('primary') === true) ?? organizations.at(0)
    return {
      id,
      path: record.path,
      manager: managerIn(id, relations, addresses),
      statedManager: relations.find((relation) => relation.field('type') === 'manager')?.field('value'),
      dotted: managersIn(id, relations, 'dotted_line_manager', addresses),
      job: organization?.text('title'),
      person: name ?? record.text('primaryEmail'),
      email: () => record.text('primaryEmail'),
      unit: organization?.text('department'),
      data: dataOf(record),
    }
  })
}

function managerIn(id: string, relations: readonly JsonObject[], addresses: AddressBook): string | undefined {
  const [manager, ...others] = managersIn(id, relations, 'manager', addresses)
  const named = relations.filter((relation) => relation.field('type') === 'manager')
  if (others.length > 0) {
    addAt(named[1].document, 'SEVERAL_MANAGERS', named[1].path, {
      roles: [id],
      witness: [manager, ...others],
      message: `${quote(id)} has several managers: ${quotedList([manager, ...others])}`,
      suggestion: 'Make all but one of them a dotted_line_manager. The first one is used.',
    })
  }
  return manager
}

/** The ids of the users that relations of a type name, each once: two addresses may be one person's. */
function managersIn(
  id: string,
  relations: readonly JsonObject[],
  type: string,
  addresses: AddressBook,
): readonly string[] {
  const managers = relations
    .filter((relation) => relation.field('type') === type)
    .map((relation) => addresses.find(id, relation, type === 'manager'))
  return [...new Set(managers.filter((manager) => manager !== undefined))]
}

function nameIn(record: JsonObject): string | undefined {
  const name = record.object('name')
  const whole = name?.text('fullName') ?? name?.text('displayName')
  if (whole !== undefined) return whole
  const parts = [name?.text('givenName'), name?.text('familyName')].filter((part) => part !== undefined)
  return parts.length > 0 ? parts.join(' ') : undefined
}
