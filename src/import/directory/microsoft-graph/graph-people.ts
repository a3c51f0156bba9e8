import { quote } from '../../../internal.js'
import { addAt, type DirectoryObject } from '../directory-object.js'

const REMOVED = '@removed'
const MANAGER_CHANGE = 'manager@delta'
const TYPE = '@odata.type'
const PEOPLE: ReadonlySet<unknown> = new Set(['#microsoft.graph.user', '#microsoft.graph.orgContact'])

/** The records among the entries that are people as they are; there is an issue for each of the others. */
export function graphPeople(entries: readonly DirectoryObject[]): readonly DirectoryObject[] {
  return entries.filter((entry) => {
    if (entry.has(MANAGER_CHANGE)) addManagerChange(entry)
    return isPerson(entry)
  })
}

/** Whether a record is one of a person: a user who was removed is none, and neither is a group or a device. */
export function isPerson(entry: DirectoryObject): boolean {
  if (entry.has(REMOVED)) {
    addAt(entry.directory, 'INVALID_DOCUMENT', entry.pathOf(REMOVED), {
      witness: [REMOVED],
      message: 'this entry says that a user was removed: it is a change and no user, and is left out',
      suggestion: 'Apply the changes to your copy of the users first, or fetch all users: GET /users.',
    })
    return false
  }
  const type = entry.field(TYPE)
  if (type === undefined || PEOPLE.has(type)) return true
  const kind = typeof type === 'string' ? type : 'something else'
  addAt(entry.directory, 'INVALID_DOCUMENT', entry.pathOf(TYPE), {
    severity: 'warning',
    witness: [kind],
    message: `this object is ${quote(kind)} and no user: it is left out`,
    suggestion: 'Ask for /users alone.',
  })
  return false
}

/** In the answer of a delta query managers stand under another name, as changes. */
function addManagerChange(entry: DirectoryObject): void {
  addAt(entry.directory, 'INVALID_DOCUMENT', entry.pathOf(MANAGER_CHANGE), {
    witness: [MANAGER_CHANGE],
    message: `${MANAGER_CHANGE} is a change of the manager and not the manager: no line is read from it`,
    suggestion: 'Fetch the users with their managers: GET /users?$expand=manager.',
  })
}
