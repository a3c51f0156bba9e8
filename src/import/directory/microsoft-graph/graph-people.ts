import { quote } from '../../../internal.js'
import { addAt, type JsonObject } from '../../json/json-object.js'

const REMOVED = '@removed'
const MANAGER_CHANGE = 'manager@delta'
const TYPE = '@odata.type'
const PEOPLE: ReadonlySet<unknown> = new Set(['#microsoft.graph.user', '#microsoft.graph.orgContact'])

/** The entries that are people; there is an issue for each other entry. */
export function graphPeople(entries: readonly JsonObject[]): readonly JsonObject[] {
  return entries.filter((entry) => {
    if (entry.has(MANAGER_CHANGE)) addManagerChange(entry)
    return isPerson(entry)
  })
}

/** Whether an entry is a person; not a removed user, a group or a device, which are reported. */
export function isPerson(entry: JsonObject): boolean {
  if (entry.has(REMOVED)) {
    addAt(entry.document, 'INVALID_DOCUMENT', entry.pathOf(REMOVED), {
      witness: [REMOVED],
      message: 'this entry says that a user was removed: it is a change, not a user, and is left out',
      suggestion: 'Apply the changes to your copy of the users first, or fetch all users: GET /users.',
    })
    return false
  }
  const type = entry.field(TYPE)
  if (type === undefined || PEOPLE.has(type)) return true
  const kind = typeof type === 'string' ? type : 'something else'
  addAt(entry.document, 'INVALID_DOCUMENT', entry.pathOf(TYPE), {
    severity: 'warning',
    witness: [kind],
    message: `this object is ${quote(kind)}, not a user, and is left out`,
    suggestion: 'Request /users only.',
  })
  return false
}

/** A delta query returns managers as changes, under another name. */
function addManagerChange(entry: JsonObject): void {
  addAt(entry.document, 'INVALID_DOCUMENT', entry.pathOf(MANAGER_CHANGE), {
    witness: [MANAGER_CHANGE],
    message: `${MANAGER_CHANGE} is a change of the manager, not the manager: no line is read from it`,
    suggestion: 'Fetch the users with their managers: GET /users?$expand=manager.',
  })
}
