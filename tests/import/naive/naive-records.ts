import type { NaiveChart, NaiveRole } from './naive-csv.js'
import { cyclesIn } from './naive-cycles.js'
import { naiveJson, type NaiveValue, plainValue } from './naive-json.js'
import type { NaiveFault } from './naive-table.js'

const PARTS = ['id', 'manager', 'dotted', 'title', 'unit', 'holders', 'fte']

type Members = ReadonlyMap<string, NaiveValue>

/** Reads records with the fields `id`, `manager`, `dotted`, `title`, `unit`, `holders` and `fte`; the others are data. */
export function naiveRecords(text: string): NaiveChart {
  const { value: root, faults, keyLines } = naiveJson(text)
  if (root === undefined) return { roles: [], faults }
  if (!Array.isArray(root.value)) {
    return { roles: [], faults: [...faults, { code: 'INVALID_DOCUMENT', line: root.line, roles: [] }] }
  }
  const items = root.value as readonly NaiveValue[]
  const records: { line: number; members: Members }[] = []
  for (const { line, value } of items) {
    if (value instanceof Map) records.push({ line, members: value })
    else faults.push({ code: 'INVALID_FIELD', line, roles: [] })
  }
  if (records.length > 0 && !records.some(({ members }) => members.has('manager'))) {
    faults.push({ code: 'MISSING_COLUMN', line: root.line, roles: [] })
  }
  const read: { id: string; line: number; members: Members }[] = []
  for (const { line, members } of records) {
    const given = members.get('id')
    const id = idOf(given?.value)
    if (typeof id === 'string') read.push({ id, line, members })
    else if (id === undefined || id === null) faults.push({ code: 'MISSING_ID', line, roles: [] })
    else faults.push({ code: 'INVALID_FIELD', line: given?.line ?? line, roles: [] })
  }
  const kept = read.filter(({ id }, index) => read.findIndex((other) => other.id === id) === index)
  for (const one of read) {
    if (kept.includes(one)) continue
    faults.push({ code: 'DUPLICATE_ID', line: one.members.get('id')?.line ?? one.line, roles: [one.id] })
  }
  const isId = (id: string): boolean => kept.some((one) => one.id === id)
  const unitsOf = kept.map(({ members }) => members.get('unit')?.value)
  const clashing = new Set(unitsOf.filter((unit) => typeof unit === 'string').filter(isId))
  for (const unit of clashing) {
    const first = kept.find(({ members }) => members.get('unit')?.value === unit)?.members.get('unit')
    faults.push({ code: 'DUPLICATE_ID', line: first?.line ?? 0, roles: [unit] })
  }

  const unknown: NaiveFault[] = []
  let named = 0
  const roles = kept.map(({ id, members }): NaiveRole => {
    const fault = (code: string, line: number): void => {
      faults.push({ code, line, roles: [id] })
    }
    /** The value of a field if it is of a kind; a fault if it is there and is not. */
    const typed = <Value>(
      name: string,
      valueOf: (value: NaiveValue['value']) => Value | undefined,
    ): Value | undefined => {
      const given = members.get(name)
      if (given === undefined || given.value === null) return undefined
      const value = valueOf(given.value)
      if (value === undefined) fault('INVALID_FIELD', given.line)
      return value
    }
    /** A line can be an object, of which none here has the id of a role. */
    const unknownFields = ({ value }: NaiveValue): void => {
      for (const [key, member] of value instanceof Map ? (value as Members) : []) {
        const isKnown = ['to', 'as', 'sources', 'hedge', 'note'].includes(key)
        if (!isKnown) fault('UNKNOWN_FIELD', keyLines.get(member) ?? member.line)
      }
    }
    /** The line of the value that is not the id of a role. */
    const lineOfTarget = (given: NaiveValue): number =>
      (given.value instanceof Map ? (given.value as Members).get('to')?.line : undefined) ?? given.line
    const managerOf = (): string | undefined => {
      const given = members.get('manager')
      if (given === undefined || given.value === null) return undefined
      named++
      unknownFields(given)
      const manager = idOf(given.value)
      if (typeof manager !== 'string') fault('INVALID_FIELD', lineOfTarget(given))
      else if (manager === id) fault('SELF_REPORT', given.line)
      else if (isId(manager)) return manager
      else unknown.push({ code: 'UNKNOWN_MANAGER', line: given.line, roles: [id] })
      return undefined
    }
    const dottedOf = (): string[] => {
      const given = members.get('dotted')
      if (given === undefined || given.value === null) return []
      const all = Array.isArray(given.value) ? (given.value as readonly NaiveValue[]) : [given]
      const dotted: string[] = []
      for (const one of all) {
        unknownFields(one)
        const to = idOf(one.value)
        if (typeof to !== 'string') fault('INVALID_FIELD', lineOfTarget(one))
        else if (to === id) fault('SELF_REPORT', given.line)
        else if (!isId(to)) fault('UNKNOWN_MANAGER', given.line)
        else if (dotted.includes(to)) fault('DUPLICATE_LINE', given.line)
        else dotted.push(to)
      }
      return dotted
    }
    const text = (value: NaiveValue['value']): string | undefined =>
      typeof value === 'string' ? value : undefined
    const unit = typed('unit', text)
    return {
      id,
      manager: managerOf(),
      dotted: dottedOf(),
      title: typed('title', text) ?? id,
      unit: unit !== undefined && clashing.has(unit) ? undefined : unit,
      fte: typed('fte', (value) => (typeof value === 'number' && value >= 0 ? value : undefined)),
      holders:
        typed('holders', (value) => {
          if (typeof value === 'string') return [value]
          const list = Array.isArray(value) ? (value as readonly NaiveValue[]).map((item) => item.value) : []
          return Array.isArray(value) && list.every((item) => typeof item === 'string') ? list : undefined
        }) ?? [],
      data: Array.from(members, ([name, each]) => [name, plainValue(each)] as const).filter(
        ([name]) => !PARTS.includes(name),
      ),
    }
  })
  if (unknown.length >= 10 && 2 * unknown.length > named) {
    const listed = unknown.slice(0, 100).flatMap((one) => one.roles)
    faults.push({ code: 'UNKNOWN_MANAGER', line: unknown[0].line, roles: listed })
  } else faults.push(...unknown)
  return { roles, faults: [...faults, ...cyclesIn(roles)] }
}

function idOf(value: NaiveValue['value'] | undefined): unknown {
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value
}
