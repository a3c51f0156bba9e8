import { type Org, orgFromRecords, type Place } from '../../internal.js'
import type { DocumentPath } from '../document/document-tree.js'
import { addAt, type JsonDocument, type JsonObject } from '../json/json-object.js'
import { Corrections } from '../input/corrections.js'
import { withUnitAdvice } from '../input/import-issues.js'
import { withPlaceWords } from '../input/line-places.js'
import { withMergedUnknown } from '../input/unknown-managers.js'
import type { DirectoryOptions, DirectoryPages } from './directory-pages.js'

/** The record of a person, as the directory has it. */
export type DirectoryData = Readonly<Record<string, unknown>>

/** A user of a directory, in the terms of a chart. */
export interface DirectoryUser {
  readonly id: string
  readonly path: DocumentPath
  readonly manager: string | undefined
  readonly dotted: readonly string[]
  /** The job title. */
  readonly job: string | undefined
  /** The name of the person. */
  readonly person: string | undefined
  readonly unit: string | undefined
  readonly data: DirectoryData
}

/** The part of a record that each field of a role is read from, for the places of issues. */
export type FieldPaths = ReadonlyMap<string, DocumentPath>

/** The id of a user; `undefined`, with an issue, where there is none or it is too long. */
export function idOf(user: JsonObject, field = 'id'): string | undefined {
  const id = user.text(field)
  if (id !== undefined) return withinLimit(id, user, field)
  if (user.field(field) !== undefined) return undefined
  addAt(user.document, 'MISSING_ID', user.path, {
    message: `the object has no ${field}`,
    suggestion: `Request the field ${field} too: it identifies the user.`,
  })
  return undefined
}

function withinLimit(id: string, user: JsonObject, field: string): string | undefined {
  const { tree, issues } = user.document
  if (id.length <= issues.limits.idLength) return id
  const path = user.pathOf(field)
  issues.exceeded('idLength', { path, ...tree.placeAt(path, 'value') })
  return undefined
}

/** The org of the users. A role without a job title has the name of its holder as its title. */
export function directoryOrg(
  users: readonly DirectoryUser[],
  { document, shape }: DirectoryPages,
  fields: FieldPaths,
  { unitPrefix = '', corrections: given }: DirectoryOptions,
): Org<string, string, DirectoryData> {
  const corrections = new Corrections(given, document.issues)
  const readers = {
    manager: ({ manager }: DirectoryUser) => manager,
    dotted: ({ dotted }: DirectoryUser) => dotted,
    title: ({ job, person }: DirectoryUser) => job ?? person,
    unit: ({ unit }: DirectoryUser) => (unit === undefined ? undefined : unitPrefix + unit),
    holders: ({ person }: DirectoryUser) => (person === undefined ? undefined : [person]),
  }
  const org = orgFromRecords(users, {
    id: ({ id }: DirectoryUser) => id,
    ...readers,
    ...corrections.over(readers, ({ id }) => id),
    data: ({ data }: DirectoryUser): DirectoryData => data,
    onIssue: 'collect',
    placeOf: (record, field) => placeOf(users[record], field, document, fields),
  })
  corrections.report()
  const managed = users.filter(({ manager }) => manager !== undefined).length
  document.issues.takeFrom(
    org,
    (issue) => withPlaceWords(withUnitAdvice(issue)),
    (issues) => withMergedUnknown(issues, managed, `Request all users: ${shape.request}.`, document.issues),
  )
  return org
}

function placeOf(
  user: DirectoryUser,
  field: string | undefined,
  { tree }: JsonDocument,
  fields: FieldPaths,
): Place {
  const path = [...user.path, ...(fields.get(field ?? '') ?? [])]
  return { path, ...tree.placeAt(path, 'value') }
}

/** A record as data, without some of its fields. */
export function dataOf(user: JsonObject, without: readonly string[] = []): DirectoryData {
  // From entries: assigning to __proto__ would set the prototype.
  return Object.fromEntries(Object.entries(user.value).filter(([name]) => !without.includes(name)))
}
