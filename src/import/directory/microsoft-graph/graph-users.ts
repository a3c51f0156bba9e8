import { quote, quotedList } from '../../../internal.js'
import { addAt, isObject, type JsonObject } from '../../json/json-object.js'
import { dataOf, type DirectoryUser, idOf } from '../directory-org.js'
import type { DirectoryPages } from '../directory-pages.js'
import type { ManagerFaults } from '../manager-faults.js'
import { graphPeople, isPerson } from './graph-people.js'

/** One user, from all copies of the record. */
interface KnownUser {
  readonly id: string
  /** The record that is used: the listed one, else the first copy that has more than an id. */
  record: JsonObject | undefined
  /** The manager of the first copy that names one. */
  manager: { readonly id: string; readonly named: JsonObject } | undefined
}

/** The listed users, in their order, then the managers that are only found inside other users. */
export function graphUsers({ users: listed, isOneUser, faults }: DirectoryPages): readonly DirectoryUser[] {
  const known = new Map<string, KnownUser>()
  const users: { readonly id: string; readonly record: JsonObject }[] = []
  const duplicates = new Map<JsonObject, string | undefined>()
  for (const record of graphPeople(listed)) {
    const id = idOf(record)
    if (id === undefined) continue
    const user = knownUser(known, id)
    if (user.record === undefined) user.record = record
    users.push({ id, record })
  }
  for (const { id, record } of users) {
    // The second of two entries is not used: making the org reports it as a duplicate.
    if (known.get(id)?.record === record) {
      readManagers(known, id, record, isOneUser, faults)
      readReports(known, id, record)
    } else duplicates.set(record, idOfManager(record))
  }
  const isListed = new Set(users.map(({ id }) => id))
  for (const [id, { record }] of known) {
    if (record !== undefined && !isListed.has(id)) users.push({ id, record })
  }
  return users.map(({ id, record }) => {
    const manager = duplicates.has(record) ? duplicates.get(record) : known.get(id)?.manager?.id
    return graphUser(id, record, manager)
  })
}

function graphUser(id: string, record: JsonObject, manager: string | undefined): DirectoryUser {
  return {
    id,
    path: record.path,
    manager,
    statedManager: isRemoved(record) ? undefined : record.field('manager'),
    dotted: [],
    job: record.text('jobTitle'),
    person: record.text('displayName'),
    email: () => record.text('mail') ?? record.text('userPrincipalName'),
    unit: record.text('department'),
    // These are lines of the chart, and roles with their own data.
    data: dataOf(record, ['manager', 'directReports']),
  }
}

/** Reads the managers above a user, each nested in the one below. */
function readManagers(
  known: Map<string, KnownUser>,
  id: string,
  record: JsonObject,
  isOneUser: boolean,
  faults: ManagerFaults,
): void {
  let below = { id, record }
  for (;;) {
    const manager = managerIn(below.record)
    if (manager === undefined) return
    const role = below.id
    const managerId = idOf(manager, (words) => {
      faults.add('MISSING_ID', { role, cell: undefined, path: manager.path, ...words })
    })
    if (managerId === undefined) return
    addManager(knownUser(known, below.id), managerId, manager)
    const user = knownUser(known, managerId)
    if (user.record === undefined) {
      // The chain of one user has all its members, also if only their ids were requested.
      if (isOneUser || saysMoreThanId(manager)) user.record = manager
    } else {
      compareCopies(managerId, user.record, manager)
    }
    below = { id: managerId, record: manager }
  }
}

/** Reads the direct reports of a user, which state the manager from above. */
function readReports(known: Map<string, KnownUser>, id: string, record: JsonObject): void {
  for (const report of record.objects('directReports')) {
    if (!isPerson(report)) continue
    const reportId = idOf(report)
    if (reportId === undefined) continue
    const user = knownUser(known, reportId)
    addManager(user, id, record)
    if (user.record === undefined) {
      if (saysMoreThanId(report)) user.record = report
    } else {
      compareCopies(reportId, user.record, report)
    }
  }
}

/** Whether a user has a field for managers or reports. */
export function statesManagers(user: JsonObject): boolean {
  return ['manager', 'directReports', 'manager@delta'].some((name) => user.has(name))
}

function addManager(user: KnownUser, id: string, named: JsonObject): void {
  if (user.manager === undefined) {
    user.manager = { id, named }
    return
  }
  if (user.manager.id === id) return
  const { tree } = named.document
  const places = [user.manager.named, named].map(({ path }) => ({ path, ...tree.placeAt(path, 'value') }))
  addAt(named.document, 'SEVERAL_MANAGERS', named.path, {
    roles: [user.id],
    witness: [user.manager.id, id, ...places],
    message: `${quote(user.id)} reports to ${quote(user.manager.id)} in one copy, but to ${quote(id)} here`,
    suggestion: 'Fetch the users again: the copies are from different times. The first manager is used.',
  })
}

/** The manager nested in a record, unless it is a removed user. */
function managerIn(record: JsonObject): JsonObject | undefined {
  const manager = record.object('manager')
  return manager !== undefined && isPerson(manager) ? manager : undefined
}

/** Whether the manager nested in a record is a removed user, whom nobody reports to any more. */
function isRemoved(record: JsonObject): boolean {
  const manager = record.field('manager')
  return isObject(manager) && Object.hasOwn(manager, '@removed')
}

function idOfManager(record: JsonObject): string | undefined {
  return managerIn(record)?.text('id')
}

function knownUser(known: Map<string, KnownUser>, id: string): KnownUser {
  let user = known.get(id)
  if (user === undefined) known.set(id, (user = { id, record: undefined, manager: undefined }))
  return user
}

function saysMoreThanId(record: JsonObject): boolean {
  return Object.keys(record.value).some((name) => isAttribute(name) && record.field(name) !== undefined)
}

/** Warns where two copies of one user differ. */
function compareCopies(id: string, first: JsonObject, second: JsonObject): void {
  const differing = Object.keys(second.value).filter((name) => {
    if (!isAttribute(name)) return false
    const [one, other] = [first.field(name), second.field(name)]
    // What a copy leaves out was not requested.
    if (one === undefined || other === undefined) return false
    return typeof one !== 'object' && typeof other !== 'object' && one !== other
  })
  if (differing.length === 0) return
  const { document, path } = second
  addAt(document, 'DUPLICATE_ID', path, {
    severity: 'warning',
    roles: [id],
    witness: [...differing, { path: first.path, ...document.tree.placeAt(first.path, 'value') }],
    message: `two copies of ${quote(id)} differ in ${quotedList(differing)}`,
    suggestion:
      'Fetch the users again: the copies are from different times. The one in the list is used, or else the first.',
  })
}

function isAttribute(name: string): boolean {
  return name !== 'id' && name !== 'manager' && name !== 'directReports' && !name.includes('@')
}
