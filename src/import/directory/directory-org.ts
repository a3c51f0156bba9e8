import { type Org, orgFromRecords, type Place } from '../../internal.js'
import type { DocumentPath } from '../document/document-tree.js'
import { withPlaceWords } from '../document/with-place-words.js'
import { withUnitAdvice } from '../input/unit-advice.js'
import { addAt, type Directory, type DirectoryObject } from './directory-object.js'

/** The record of a person as the directory has it. */
export type DirectoryData = Readonly<Record<string, unknown>>

/** A user of a directory, in the words of a chart. */
export interface DirectoryUser {
  readonly id: string
  readonly path: DocumentPath
  readonly manager: string | undefined
  readonly dotted: readonly string[]
  /** What the directory calls the job. */
  readonly job: string | undefined
  /** What it calls the person. */
  readonly person: string | undefined
  readonly unit: string | undefined
  readonly data: DirectoryData
}

/** Which part of a record each field of a role comes from, for the places of issues. */
export type FieldPaths = ReadonlyMap<string, DocumentPath>

/** The id of a user; `undefined`, with an issue, where there is none that can be used. */
export function idOf(user: DirectoryObject, field = 'id'): string | undefined {
  const id = user.text(field)
  if (id !== undefined) return withinLimit(id, user, field)
  if (user.field(field) !== undefined) return undefined
  addAt(user.directory, 'MISSING_ID', user.path, {
    message: `the object has no ${field}`,
    suggestion: `Ask the directory for the field ${field} too: it tells people apart.`,
  })
  return undefined
}

function withinLimit(id: string, user: DirectoryObject, field: string): string | undefined {
  const { directory } = user
  if (id.length <= directory.limits.idLength) return id
  const path = user.pathOf(field)
  directory.issues.exceeded('idLength', { path, ...directory.tree.placeAt(path, 'value') })
  return undefined
}

/** The org of the users. Who has no job title has a box with the own name on it. */
export function directoryOrg(
  users: readonly DirectoryUser[],
  directory: Directory,
  fields: FieldPaths,
): Org<string, string, DirectoryData> {
  const org = orgFromRecords(users, {
    id: ({ id }: DirectoryUser) => id,
    manager: ({ manager }: DirectoryUser) => manager,
    dotted: ({ dotted }: DirectoryUser) => dotted,
    title: ({ job, person }: DirectoryUser) => job ?? person,
    unit: ({ unit }: DirectoryUser) => (unit === undefined ? undefined : directory.unitPrefix + unit),
    holders: ({ person }: DirectoryUser) => (person === undefined ? undefined : [person]),
    data: ({ data }: DirectoryUser): DirectoryData => data,
    onIssue: 'collect',
    placeOf: (record, field) => placeOf(users[record], field, directory, fields),
  })
  directory.issues.takeFrom(org, (issue) => withPlaceWords(withUnitAdvice(issue)))
  return org
}

function placeOf(
  user: DirectoryUser,
  field: string | undefined,
  { tree }: Directory,
  fields: FieldPaths,
): Place {
  const path = [...user.path, ...(fields.get(field ?? '') ?? [])]
  return { path, ...tree.placeAt(path, 'value') }
}

/** The fields of a record without some of them, as data. */
export function dataOf(user: DirectoryObject, without: readonly string[] = []): DirectoryData {
  // Of entries, since an assignment to __proto__ would set the prototype.
  return Object.fromEntries(Object.entries(user.value).filter(([name]) => !without.includes(name)))
}
