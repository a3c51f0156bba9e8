import { isDeepStrictEqual } from 'node:util'
import type { RecordsOptions } from 'rolegraph/import'
import type { NaiveChart, NaiveRole } from './naive-csv.js'
import { cyclesIn } from './naive-cycles.js'
import { naiveJson, type NaiveValue, plainValue, refusedLine } from './naive-json.js'
import { clashingUnits, joinedAssignments, NaivePeople } from './naive-people.js'
import type { NaiveFault } from './naive-table.js'

const PARTS = ['id', 'manager', 'dotted', 'title', 'unit', 'alsoIn', 'fte']
const PERSON = {
  person: 'employee',
  name: 'who',
  email: 'mail',
  share: 'part',
  kind: 'terms',
  from: 'since',
  to: 'until',
} as const
const MORE = ['lead', 'plan', 'line']

/** For every other text, options with people, named lines and job shares. */
export function recordsOptions(text: string): RecordsOptions {
  if (text.length % 2 === 0) return { mode: 'lenient' }
  const { person: id, ...terms } = PERSON
  return {
    mode: 'lenient',
    person: { id, ...terms },
    repeatedIds: 'job-share',
    status: 'plan',
    managerAs: 'line',
    dotted: ['dotted', { field: 'lead', as: 'project' }],
  }
}

type Members = ReadonlyMap<string, NaiveValue>

/**
 * Reads records with the fields `id`, `manager`, `dotted`, `title`, `unit`, `alsoIn`, `holders` and `fte`, and those of
 * {@link recordsOptions}; the others are data.
 */
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
  const hasPeople = recordsOptions(text).person !== undefined
  const needed = ['manager', ...(hasPeople ? [...Object.values(PERSON), ...MORE, 'dotted'] : [])]
  for (const name of records.length > 0 ? needed : []) {
    if (!records.some(({ members }) => members.has(name)))
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
  type Read = (typeof read)[number]
  const ofRole = ['manager', 'dotted', 'lead', 'title', 'unit', 'alsoIn', 'fte', 'plan', 'line']
  const isFurther = (one: Read): boolean => {
    if (!hasPeople || kept.includes(one)) return false
    const first = kept.find(({ id }) => id === one.id)
    return ofRole.every((name) => {
      const [mine, other] = [one, first ?? one].map(({ members }) => {
        const value = members.get(name)
        return value === undefined ? null : plainValue(value)
      })
      return isDeepStrictEqual(mine, other)
    })
  }
  for (const one of read) {
    if (kept.includes(one) || isFurther(one)) continue
    faults.push({ code: 'DUPLICATE_ID', line: one.members.get('id')?.line ?? one.line, roles: [one.id] })
  }
  const isId = (id: string): boolean => kept.some((one) => one.id === id)
  const textsIn = (value: NaiveValue | undefined): readonly string[] => {
    if (typeof value?.value === 'string') return [value.value]
    const items = Array.isArray(value?.value)
      ? (value.value as readonly NaiveValue[]).map((item) => item.value)
      : []
    return items.every((item) => typeof item === 'string') ? items : []
  }
  const { clashing, faults: clashes } = clashingUnits(
    kept.map(({ members }) => {
      const [unit, alsoIn] = [members.get('unit'), members.get('alsoIn')]
      const named = [
        ...(typeof unit?.value === 'string' ? [[unit.value, unit.line] as const] : []),
        ...textsIn(alsoIn).map((name) => [name, alsoIn?.line ?? 0] as const),
      ]
      return { units: named }
    }),
    isId,
  )
  faults.push(...clashes)

  const parts = [...PARTS, ...(hasPeople ? [...Object.values(PERSON), ...MORE] : ['holders'])]
  const people = new NaivePeople()
  const assigned = read
    .filter((one) => kept.includes(one) || isFurther(one))
    .map(({ id, line, members }) => {
      if (!hasPeople) return { id, held: 'unknown' as const }
      const stated = (part: keyof typeof PERSON): unknown => {
        const given = members.get(PERSON[part])
        if (given === undefined || given.value === null) return undefined
        return part === 'person' ? idOf(given.value) : typeof given.value === 'object' ? {} : given.value
      }
      const held = people.read(
        {
          person: stated('person'),
          name: stated('name'),
          email: stated('email'),
          share: stated('share'),
          kind: stated('kind'),
          from: stated('from'),
          to: stated('to'),
        },
        (part) =>
          faults.push({ code: 'INVALID_FIELD', line: members.get(PERSON[part])?.line ?? line, roles: [id] }),
      )
      return { id, held }
    })

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
      if (value === undefined) fault('INVALID_FIELD', refusedLine(name, given))
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
    const linesIn = (name: string): readonly NaiveValue[] => {
      const given = members.get(name)
      if (given === undefined || given.value === null) return []
      return Array.isArray(given.value) ? (given.value as readonly NaiveValue[]) : [given]
    }
    const dottedOf = (): (readonly [to: string, as: string | undefined])[] => {
      const all = [
        ...linesIn('dotted').map((one) => ({ ...one, as: undefined })),
        ...(hasPeople ? linesIn('lead') : []).map((one) => ({ ...one, as: 'project' })),
      ]
      const dotted: [to: string, as: string | undefined][] = []
      for (const one of all) {
        unknownFields(one)
        const to = idOf(one.value)
        if (typeof to !== 'string') fault('INVALID_FIELD', lineOfTarget(one))
        else if (to === id) fault('SELF_REPORT', one.line)
        else if (!isId(to)) fault('UNKNOWN_MANAGER', one.line)
        else if (dotted.some(([other]) => other === to)) fault('DUPLICATE_LINE', one.line)
        else dotted.push([to, one.as])
      }
      return dotted
    }
    const text = (value: NaiveValue['value']): string | undefined =>
      typeof value === 'string' ? value : undefined
    const holdersOf = (): readonly string[] | undefined =>
      typed('holders', (value) => {
        if (typeof value === 'string') return [value]
        const list = Array.isArray(value) ? (value as readonly NaiveValue[]).map((item) => item.value) : []
        return Array.isArray(value) && list.every((item) => typeof item === 'string') ? list : undefined
      })
    const unit = typed('unit', text)
    const alsoIn = typed('alsoIn', (value) => {
      if (typeof value === 'string') return [value]
      const list = Array.isArray(value) ? (value as readonly NaiveValue[]).map((item) => item.value) : []
      return Array.isArray(value) && list.every((item) => typeof item === 'string') ? list : undefined
    })
    const status = hasPeople
      ? typed('plan', (value) => (value === 'active' || value === 'planned' ? value : undefined))
      : undefined
    const manager = managerOf()
    const holders = hasPeople ? undefined : holdersOf()
    const assignments = hasPeople
      ? joinedAssignments(assigned.filter((one) => one.id === id).map(({ held }) => held))
      : holders?.map((person) => ({
          person,
          share: undefined,
          kind: 'permanent',
          from: undefined,
          to: undefined,
        }))
    const line = hasPeople
      ? typed('line', (value) => (text(value)?.trim() === '' ? undefined : text(value)))
      : undefined
    return {
      id,
      manager,
      managerAs: manager === undefined ? undefined : line,
      dotted: dottedOf(),
      title: typed('title', text) ?? id,
      unit: unit !== undefined && clashing.has(unit) ? undefined : unit,
      fte: typed('fte', (value) => (typeof value === 'number' && value >= 0 ? value : undefined)),
      alsoIn: [...new Set(alsoIn ?? [])].filter((name) => name !== unit && !clashing.has(name)),
      status: status ?? 'active',
      holders: (assignments ?? []).map(({ person }) => person),
      assignments: assignments ?? [],
      vacant: assignments?.length === 0,
      data: Array.from(members, ([name, each]) => [name, plainValue(each)] as const).filter(
        ([name]) => !parts.includes(name),
      ),
    }
  })
  if (unknown.length >= 10 && 2 * unknown.length > named) {
    const listed = unknown.slice(0, 100).flatMap((one) => one.roles)
    faults.push({ code: 'UNKNOWN_MANAGER', line: unknown[0].line, roles: listed })
  } else faults.push(...unknown)
  return { roles, people: hasPeople ? people.all : undefined, faults: [...faults, ...cyclesIn(roles)] }
}

function idOf(value: NaiveValue['value'] | undefined): unknown {
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value
}
