import type { NaiveChart, NaiveRole } from './naive-csv.js'
import { cyclesIn } from './naive-cycles.js'
import { permanently } from './naive-people.js'
import { naiveJson, type NaiveValue, plainValue, refusedLine } from './naive-json.js'

const FIELDS = ['title', 'unit', 'holders', 'fte', 'reportsTo', 'dottedTo', 'data']
const LINE_FIELDS = ['to', 'as', 'sources', 'hedge', 'note']

type Value = NaiveValue['value']
type Members = ReadonlyMap<string, NaiveValue>

/** A role of a document: the line of its key, or of itself in a list. */
interface WrittenRole {
  readonly id: string
  readonly line: number
  readonly role: NaiveValue
}

/**
 * Reads org documents with units that are objects without fields, and roles, by id or in a list, with the fields `title`, `unit`,
 * `holders`, `fte`, `reportsTo`, `dottedTo` and `data`; of lines the names and notes.
 */
export function naiveDocument(text: string): NaiveChart {
  const {
    value: root,
    faults,
    keyLines,
  } = naiveJson(text, ([collection, id, ...rest]) => ({
    code: isEntry(collection, id) && rest.length === 0 ? 'DUPLICATE_ID' : 'DUPLICATE_KEY',
    roles: collection === 'roles' && typeof id === 'string' ? [id] : [],
  }))
  if (root === undefined) return { roles: [], faults }
  const fault = (code: string, line: number, roles: readonly string[] = []): void => {
    faults.push({ code, line, roles })
  }
  const keyLineOf = (value: NaiveValue): number => keyLines.get(value) ?? value.line
  if (!(root.value instanceof Map)) {
    fault('INVALID_FIELD', root.line)
    return { roles: [], faults }
  }
  const document = root.value as Members
  const schema = document.get('$schema')
  if (schema !== undefined && typeof schema.value !== 'string') fault('INVALID_FIELD', schema.line)
  const version = document.get('rolegraph')
  if (version?.value !== 1 && version?.value !== 2) {
    fault('UNSUPPORTED_VERSION', version?.line ?? root.line)
    if (version !== undefined) return { roles: [], faults }
  }
  for (const [name, value] of document) {
    if (!['roles', 'units', 'rolegraph', '$schema'].includes(name)) fault('UNKNOWN_FIELD', keyLineOf(value))
  }
  const written = rolesIn(document.get('roles'), root, keyLineOf, fault)
  const isId = (id: string): boolean => written.some((role) => role.id === id)

  const units: string[] = []
  const given = document.get('units')
  if (given !== undefined && !(given.value instanceof Map)) fault('INVALID_FIELD', given.line)
  for (const [id, unit] of given?.value instanceof Map ? (given.value as Members) : []) {
    if (!(unit.value instanceof Map)) fault('INVALID_FIELD', unit.line)
    if (isId(id)) fault('DUPLICATE_ID', keyLineOf(unit), [id])
    units.push(id)
  }

  const roles = written.map(({ id, role }): NaiveRole => {
    const members = role.value instanceof Map ? (role.value as Members) : new Map<string, NaiveValue>()
    if (!(role.value instanceof Map)) fault('INVALID_FIELD', role.line, [id])
    for (const [name, value] of members) {
      const isOwn = FIELDS.includes(name) || (name === 'id' && Array.isArray(document.get('roles')?.value))
      if (!isOwn) fault('UNKNOWN_FIELD', keyLineOf(value), [id])
    }
    const typed = <Read>(name: string, valueOf: (value: Value) => Read | undefined): Read | undefined => {
      const member = members.get(name)
      const value = member && valueOf(member.value)
      if (member !== undefined && value === undefined) fault('INVALID_FIELD', refusedLine(name, member), [id])
      return value
    }
    /** The target of a line, and its name; undefined, with a fault, where it cannot be read. */
    const targetOf = (line: NaiveValue): readonly [to: string, as: string | undefined] | undefined => {
      if (!(line.value instanceof Map)) {
        if (typeof line.value === 'string') return [line.value, undefined]
        fault('INVALID_FIELD', line.line, [id])
        return undefined
      }
      const parts = line.value as Members
      for (const [name, value] of parts) {
        if (!LINE_FIELDS.includes(name)) fault('UNKNOWN_FIELD', keyLineOf(value), [id])
      }
      const to = parts.get('to')
      if (typeof to?.value !== 'string') {
        fault('INVALID_FIELD', (to ?? line).line, [id])
        return undefined
      }
      const [as, note] = ['as', 'note'].map((name) => parts.get(name))
      const name = as && textIn(as.value)
      const isName = name !== undefined && name.trim() !== ''
      if (as !== undefined && !isName) fault('INVALID_FIELD', as.line, [id])
      if (note !== undefined && typeof note.value !== 'string') fault('INVALID_FIELD', note.line, [id])
      return [to.value, isName ? name : undefined]
    }
    const knownOf = (to: string, line: number): string | undefined => {
      if (to === id) fault('SELF_REPORT', line, [id])
      else if (isId(to)) return to
      else fault('UNKNOWN_MANAGER', line, [id])
      return undefined
    }
    const solid = members.get('reportsTo')
    const to = solid && targetOf(solid)
    const dotted: (readonly [to: string, as: string | undefined])[] = []
    const lines = members.get('dottedTo')
    const items = Array.isArray(lines?.value) ? (lines.value as readonly NaiveValue[]) : [lines]
    for (const item of items) {
      const [target, as] = (item && targetOf(item)) ?? []
      const known = target === undefined ? undefined : knownOf(target, item?.line ?? 0)
      if (known === undefined) continue
      if (dotted.some(([other]) => other === known)) fault('DUPLICATE_LINE', item?.line ?? 0, [id])
      else dotted.push([known, as])
    }
    const unit = typed('unit', textIn)
    if (unit !== undefined && !units.includes(unit))
      fault('UNKNOWN_UNIT', members.get('unit')?.line ?? 0, [id])
    const data = members.get('data')
    const manager = to && knownOf(to[0], solid.line)
    const holders = typed('holders', textsIn)
    return {
      id,
      manager,
      managerAs: manager === undefined ? undefined : to?.[1],
      dotted,
      title: typed('title', textIn) ?? id,
      unit: unit !== undefined && units.includes(unit) && !isId(unit) ? unit : undefined,
      fte: typed('fte', (value) => (typeof value === 'number' && value >= 0 ? value : undefined)),
      alsoIn: [],
      status: 'active',
      holders: holders ?? [],
      assignments: (holders ?? []).map(permanently),
      vacant: holders?.length === 0,
      data: data === undefined ? [] : Object.entries(plainValue(data) ?? {}),
    }
  })
  return { roles, faults: [...faults, ...cyclesIn(roles)] }
}

function rolesIn(
  roles: NaiveValue | undefined,
  root: NaiveValue,
  keyLineOf: (value: NaiveValue) => number,
  fault: (code: string, line: number, roles?: readonly string[]) => void,
): WrittenRole[] {
  if (roles?.value instanceof Map) {
    return Array.from(roles.value as Members, ([id, role]) => ({ id, line: keyLineOf(role), role }))
  }
  if (!Array.isArray(roles?.value)) {
    fault('INVALID_FIELD', (roles ?? root).line)
    return []
  }
  const read: WrittenRole[] = []
  for (const role of roles.value as readonly NaiveValue[]) {
    const id = role.value instanceof Map ? (role.value as Members).get('id') : undefined
    if (!(role.value instanceof Map)) fault('INVALID_FIELD', role.line)
    else if (id === undefined) fault('MISSING_ID', role.line)
    else if (typeof id.value !== 'string') fault('INVALID_FIELD', id.line)
    else if (read.some((other) => other.id === id.value)) fault('DUPLICATE_ID', id.line, [id.value])
    else read.push({ id: id.value, line: role.line, role })
  }
  return read
}

function textIn(value: Value): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** A text, or a list of texts. */
function textsIn(value: Value): string[] | undefined {
  if (typeof value === 'string') return [value]
  if (!Array.isArray(value)) return undefined
  const list = (value as readonly NaiveValue[]).map((item) => item.value)
  return list.every((item) => typeof item === 'string') ? list : undefined
}

function isEntry(collection: unknown, id: unknown): boolean {
  return (collection === 'roles' || collection === 'units') && id !== undefined
}
