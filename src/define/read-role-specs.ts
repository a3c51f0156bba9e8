import type { Place } from '../kernel/issue.js'
import { ATTRIBUTE_READERS, ROLE_ATTRIBUTES } from './attribute-readers.js'
import type { IssueList } from './issue-list.js'
import { type EdgeReading, readEdges, readingDotted, readingMoves, readingSolid } from './read-edges.js'
import { checkVacancies, type EdgeRows, edgeRows, RoleRows } from './role-rows.js'
import { placeBelow, SpecReader } from './spec-reader.js'

/** The names of the attributes of a role. */
const ROLE_FIELDS: readonly string[] = [...ROLE_ATTRIBUTES, 'reportsTo', 'dottedTo', 'progressesTo']

const ROLES: Place = { path: ['roles'] }

/** Reads the roles of a spec, an object by id or a list, into rows, in order. `root` is their place in the input. */
export function readRoleSpecs(roles: unknown, issues: IssueList, root = ROLES): RoleRows {
  const keys: (string | number)[] = []
  const rows: RoleRows = new RoleRows((handle, field) => {
    return placeBelow(root, keys[handle], ...(field === undefined ? [] : [field]))
  }, issues)
  const solid = edgeRows()
  const readings = new Readings(rows, solid)
  for (const { id, spec, key } of new SpecReader(issues, {}).entriesOf(roles, 'roles', root) ?? []) {
    const place = placeBelow(root, key)
    if (!rows.addId(id)) {
      rows.refuseRepeat(id, place)
      continue
    }
    keys.push(key)
    readRole(rows, readings, spec, place)
  }
  for (const [row, handle] of solid.from.entries()) {
    rows.managers[handle] = solid.to[row]
    const evidence = solid.evidence.get(row)
    if (evidence !== undefined) rows.managerEvidence.set(handle, evidence)
  }
  checkVacancies(rows)
  return rows
}

/** The edges of roles while they are read, of each kind from its first edge on. */
class Readings {
  readonly reportsTo: EdgeReading
  readonly #rows: RoleRows
  #dotted: EdgeReading | undefined
  #moves: EdgeReading | undefined

  constructor(rows: RoleRows, solid: EdgeRows) {
    this.#rows = rows
    this.reportsTo = readingSolid(rows, solid)
  }

  get dottedTo(): EdgeReading {
    return (this.#dotted ??= readingDotted(this.#rows))
  }

  get progressesTo(): EdgeReading {
    return (this.#moves ??= readingMoves(this.#rows))
  }
}

function readRole(rows: RoleRows, readings: Readings, spec: unknown, place: Place): void {
  const handle = rows.managers.push(undefined) - 1
  const reader = new SpecReader(rows.issues, { roles: [rows.ids[handle]] })
  const fields = reader.fieldsOf(spec, ROLE_FIELDS, place)
  if (fields === undefined) return
  const read = (name: keyof Readings): void => {
    const value = fields.get(name)
    if (value !== undefined) readEdges(readings[name], handle, value)
  }
  const { edges } = readings.reportsTo
  const lines = edges.to.length
  read('reportsTo')
  const manager = fields.get('reportsTo')
  // Null is refused, but means that there is none.
  if (manager !== undefined && manager !== null && edges.to.length === lines) {
    rows.addUnreadManager(handle, manager)
  }
  for (const name of ROLE_ATTRIBUTES) {
    const value: unknown = reader.read<unknown>(fields, name, ATTRIBUTE_READERS[name], place)
    if (value !== undefined) rows.setAttribute(handle, name, value)
  }
  read('dottedTo')
  read('progressesTo')
}
