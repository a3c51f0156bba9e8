import {
  frozenIssue,
  type Issue,
  issuesOf,
  type Org,
  orgFromRecords,
  type PersonSpec,
  type Place,
  placeText,
  quotedList,
  unreadManager,
  withIssues,
} from '../../internal.js'
import type { DocumentPath } from '../document/document-tree.js'
import { addAt, type JsonDocument, type JsonObject } from '../json/json-object.js'
import { Corrections } from '../input/corrections.js'
import { withUnitAdvice } from '../input/import-issues.js'
import { withPlaceWords } from '../input/line-places.js'
import { withMergedUnknown } from '../input/unknown-managers.js'
import type { DirectoryOptions, DirectoryPages, PageShape } from './directory-pages.js'

/** The record of a person, as the directory has it. */
export type DirectoryData = Readonly<Record<string, unknown>>

/** A user of a directory, in the terms of a chart. */
export interface DirectoryUser {
  readonly id: string
  readonly path: DocumentPath
  readonly manager: string | undefined
  /** What the directory states of the manager; `undefined` where it states that there is none, or nothing. */
  readonly statedManager: unknown
  readonly dotted: readonly string[]
  /** The job title. */
  readonly job: string | undefined
  /** The name of the person. */
  readonly person: string | undefined
  /** The e-mail address of the person. */
  readonly email: () => string | undefined
  readonly unit: string | undefined
  /** Further units; absent for none. */
  readonly alsoIn?: readonly string[]
  readonly data: DirectoryData
}

/** What a directory states of a unit. Without it, a unit exists since users name it. */
export interface DirectoryUnit {
  readonly id: string
  readonly path: DocumentPath
  readonly title: string | undefined
  readonly kind: string | undefined
  readonly note: string | undefined
  readonly partOf: string | undefined
}

/** What is needed of the pages of a directory to make an org of its users. */
export type DirectoryInput = Pick<DirectoryPages, 'document' | 'faults'> & {
  readonly shape: Pick<PageShape, 'merged' | 'request'>
}

/** The part of a record that each field of a role is read from, for the places of issues. */
export type FieldPaths = ReadonlyMap<string, DocumentPath>

/** The id of a user; `undefined`, with an issue, where there is none or it is too long. */
export function idOf(
  user: JsonObject,
  addMissing: (words: typeof NO_ID) => void = (words) => {
    addAt(user.document, 'MISSING_ID', user.path, words)
  },
): string | undefined {
  const id = user.text('id')
  if (id === undefined) {
    if (user.field('id') === undefined) addMissing(NO_ID)
    return undefined
  }
  return user.isWithinLimit('id', id) ? id : undefined
}

const NO_ID = {
  message: 'the object has no id',
  suggestion: 'Request the field id too: it identifies the user.',
}

/** The org of the users. A role without a job title has the name of its holder as its title. */
export function directoryOrg(
  users: readonly DirectoryUser[],
  { document, shape, faults }: DirectoryInput,
  fields: FieldPaths,
  { unitPrefix = '', people = false, corrections: given }: DirectoryOptions,
  units?: readonly DirectoryUnit[],
): Org<string, string, DirectoryData> {
  const managers = faults.count + users.filter(({ manager }) => manager !== undefined).length
  faults.report(managers, shape.merged)
  addRoundedIds(users, document)
  const corrections = new Corrections(given, document.issues)
  const readers = {
    manager: ({ manager }: DirectoryUser) => manager,
    dotted: ({ dotted }: DirectoryUser) => dotted,
    title: ({ job, person }: DirectoryUser) => job ?? person,
    unit: ({ unit }: DirectoryUser) => (unit === undefined ? undefined : unitPrefix + unit),
    alsoIn: ({ alsoIn }: DirectoryUser) => alsoIn?.map((unit) => unitPrefix + unit),
    holders: ({ id, person }: DirectoryUser) => (people ? [id] : person === undefined ? undefined : [person]),
  }
  const org = orgFromRecords(users, {
    id: ({ id }: DirectoryUser) => id,
    ...readers,
    ...corrections.over(readers, ({ id }) => id),
    data: ({ data }: DirectoryUser): DirectoryData => data,
    ...(people && { people: peopleOf(users) }),
    ...(units && specsOf(units, unitPrefix)),
    onIssue: 'collect',
    placeOf: (record, field) => placeOf(users[record], field, document, fields),
  })
  corrections.report()
  const placed = units && placedIn(units, unitPrefix, document)
  document.issues.takeFrom(
    org,
    (issue) => withPlaceWords(withUserAdvice(withUnitAdvice(placed?.(issue) ?? issue))),
    (issues) => withMergedUnknown(issues, managers, `Request all users: ${shape.request}.`, document.issues),
  )
  return withStatedManagers(org, users)
}

/** The users as people, with the same ids. Of two with one id, the first is the person, as it is the role. */
function peopleOf(users: readonly DirectoryUser[]): readonly (PersonSpec & { readonly id: string })[] {
  const known = new Set<string>()
  return users.flatMap(({ id, person, email }) => {
    if (known.has(id)) return []
    known.add(id)
    const address = email()
    return [
      { id, ...(person !== undefined && { name: person }), ...(address !== undefined && { email: address }) },
    ]
  })
}

/** The option `units`: a list, which keeps two units with one id apart, and the order of ids such as '10' and '9'. */
function specsOf(units: readonly DirectoryUnit[], prefix: string): object {
  return {
    units: units.map(({ id, title, kind, note, partOf }) => ({
      id: prefix + id,
      ...(title !== undefined && { title }),
      ...(kind !== undefined && { kind }),
      ...(note !== undefined && { note }),
      ...(partOf !== undefined && { partOf: prefix + partOf }),
    })),
  }
}

/** Gives an issue of a unit the place of the unit in the text, and says what to do about a unit that is not there. */
function placedIn(
  units: readonly DirectoryUnit[],
  prefix: string,
  { tree }: JsonDocument,
): (issue: Issue) => Issue {
  const paths = new Map(units.map(({ id, path }) => [prefix + id, path] as const).reverse())
  const placed = (place: Place): Place => {
    const [part, key] = place.path ?? []
    if (part !== 'units') return place
    const path = typeof key === 'number' ? units.at(key)?.path : paths.get(key)
    return path === undefined ? place : { path, ...tree.placeAt(path, 'value') }
  }
  return (issue) => {
    const place = placed(issue.place)
    // A message of the core ends with the place.
    const [before, after] = [issue.place, place].map(({ path = [] }) =>
      path.length === 0 ? '' : ` (at ${placeText({ path })})`,
    )
    const { message } = issue
    return frozenIssue({
      ...issue,
      place,
      message: before !== '' && message.endsWith(before) ? message.slice(0, -before.length) + after : message,
      witness: issue.witness.map((item) => (typeof item === 'string' ? item : placed(item))),
      ...(issue.code === 'UNKNOWN_UNIT' && { suggestion: 'Pass all groups, or correct the reference.' }),
    })
  }
}

/** The issue; where two users have one id, with what can be done about it. */
function withUserAdvice(issue: Issue): Issue {
  if (issue.code !== 'DUPLICATE_ID' || issue.units.length > 0) return issue
  return { ...issue, suggestion: 'Remove one of the two: each user of a directory has a unique id.' }
}

/** The org, in which a user with a manager who was not found or cannot be read is not a top. */
function withStatedManagers(
  org: Org<string, string, DirectoryData>,
  users: readonly DirectoryUser[],
): Org<string, string, DirectoryData> {
  const stated = users.filter(
    ({ manager, statedManager }) => manager === undefined && statedManager !== undefined,
  )
  if (stated.length === 0) return org
  const unknown = new Map(stated.map(({ id, statedManager }) => [id, unreadManager(statedManager)]))
  return withIssues(org, issuesOf(org), unknown)
}

/** As programs write a number that they hold as a double: `1.0884e+20`, or with zeros for the digits that are lost. */
const EXPONENT = /^\d(?:\.\d+)?e\+?\d+$/i
const ZEROS = /^\d{15,}000$/
const LONG = /^\d{18,}$/
const LISTED = 100

/** Warns of ids that were read as numbers somewhere, and have lost digits. One long id may end with zeros by chance. */
function addRoundedIds(users: readonly DirectoryUser[], document: JsonDocument): void {
  const long = users.filter(({ id }) => LONG.test(id))
  const zeros = long.filter(({ id }) => ZEROS.test(id))
  const areRounded = zeros.length > 1 && 2 * zeros.length > long.length
  const rounded = users.filter((user) => EXPONENT.test(user.id) || (areRounded && ZEROS.test(user.id)))
  if (rounded.length === 0) return
  const ids = rounded.slice(0, LISTED).map(({ id }) => id)
  addAt(document, 'ROUNDED_ID', rounded[0].path, {
    severity: 'warning',
    roles: ids,
    witness: ids,
    message: `${String(rounded.length)} of the ids are numbers that have been rounded: ${quotedList(ids, undefined, rounded.length)}`,
    suggestion: 'Keep the ids as strings from the response on: a number in JavaScript holds 15 digits.',
  })
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
