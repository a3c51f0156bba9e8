import type { Alias } from '../model/alias.js'
import { isCalendarDate } from '../kernel/calendar-date.js'
import type { Evidence, Hedge } from '../model/evidence.js'
import type { AssignmentKind, AssignmentSpec, AssignmentTerms, HolderSpec } from '../model/person.js'
import type { RoleAttributes, RoleStatus } from '../model/role.js'
import { NotPlain, plainCopy } from './plain-copy.js'

type Reader<Value> = (value: unknown) => Value | Refused

/** Stands for a value that an attribute cannot have: what was expected instead, and where. */
export class Refused {
  /**
   * @param keys The path to the fault within the value: the index of an item, and a field of the item.
   * @param unknown If the fault is an unknown field, its name, the fields that there are, and the kinds that one of them can have.
   */
  constructor(
    readonly expected: string,
    readonly keys: readonly (string | number)[] = [],
    readonly unknown?: UnknownField,
  ) {}

  /** The part of the value that is refused. */
  receivedIn(value: unknown): unknown {
    return this.keys.reduce((part, key) => Reflect.get(Object(part) as object, key) as unknown, value)
  }

  below(key: number): Refused {
    return new Refused(this.expected, [key, ...this.keys], this.unknown)
  }
}

/** A field that an object cannot have. */
interface UnknownField {
  readonly name: string
  readonly known: readonly string[]
  readonly kinds?: readonly string[]
}

/** The items of a list as read, or the refusal of the first bad one. */
function itemsOf<Item>(list: readonly unknown[], read: Reader<Item>): readonly Item[] | Refused {
  const items: Item[] = []
  for (const [index, value] of list.entries()) {
    const item = read(value)
    if (item instanceof Refused) return item.below(index)
    items.push(item)
  }
  return Object.freeze(items)
}

export const HEDGES: readonly Hedge[] = ['typically', 'often', 'may', 'sometimes', 'many']

function text(value: unknown): string | Refused {
  return typeof value === 'string' ? value : new Refused('a string')
}

function texts(value: unknown): readonly string[] | Refused {
  if (!Array.isArray(value)) return new Refused('an array of strings')
  return itemsOf(value, text)
}

/** One id or several, each once. */
function ids(value: unknown): readonly string[] | Refused {
  const list = typeof value === 'string' ? [value] : texts(value)
  if (!(list instanceof Refused)) return Object.freeze([...new Set(list)])
  return list.keys.length === 0 ? new Refused('an id, or an array of ids') : list
}

function aliases(value: unknown): readonly Alias[] | Refused {
  if (!Array.isArray(value)) return new Refused('an array of names, each a string or { name, warning }')
  return itemsOf(value, (item) => (typeof item === 'string' ? item : warnedAlias(item)))
}

const ALIAS = 'a string or { name, warning }'
const ALIAS_FIELDS = ['name', 'warning']

function warnedAlias(value: unknown): Alias | Refused {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Refused(ALIAS)
  const fields = new Map<string, unknown>(Object.entries(value))
  const unknown = Array.from(fields.keys()).find((field) => !ALIAS_FIELDS.includes(field))
  if (unknown !== undefined) return new Refused(ALIAS, [], { name: unknown, known: ALIAS_FIELDS })
  const [name, warning] = [fields.get('name'), fields.get('warning')]
  if (typeof name !== 'string' || typeof warning !== 'string') return new Refused(ALIAS)
  return Object.freeze({ name, warning })
}

export const ASSIGNMENT_KINDS: readonly AssignmentKind[] = Object.freeze(['permanent', 'acting', 'interim'])
const ASSIGNMENT_FIELDS = ['person', 'share', 'kind', 'from', 'to']
const IN_HOLDER = { known: ASSIGNMENT_FIELDS, kinds: ASSIGNMENT_KINDS }
const HOLDER = 'a name or id, or { person, share, kind, from, to }'

function holders(value: unknown): readonly HolderSpec[] | Refused {
  if (typeof value === 'string') return Object.freeze([value])
  if (!Array.isArray(value)) return new Refused(`a name or id, or an array of people, each ${HOLDER}`)
  return itemsOf(value, (item) => (typeof item === 'string' ? item : assignment(item)))
}

/** An assignment without blank terms; the person alone if no terms are left. */
function assignment(value: unknown): HolderSpec | Refused {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Refused(HOLDER)
  const fields = new Map<string, unknown>(Object.entries(value))
  for (const [name, field] of fields) {
    if (field === undefined || field === null) fields.delete(name)
    else if (!ASSIGNMENT_FIELDS.includes(name)) return new Refused(HOLDER, [], { ...IN_HOLDER, name })
  }
  const { person, share, kind = 'permanent', from, to } = Object.fromEntries(fields)
  if (typeof person !== 'string') return new Refused(HOLDER)
  if (share !== undefined && !isShare(share)) return new Refused(SHARE, ['share'])
  const known = ASSIGNMENT_KINDS.find((each) => each === kind)
  if (known === undefined) return new Refused("'permanent', 'acting' or 'interim'", ['kind'])
  if (!isDate(from)) return new Refused(DATE, ['from'])
  if (!isDate(to)) return new Refused(DATE, ['to'])
  if (from !== undefined && to !== undefined && from >= to) {
    return new Refused('a day after the first one (to is the day after the last one)', ['to'])
  }
  return holderOf(person, { share, kind: known, from, to })
}

const DATE = "a calendar date such as '2026-03-31'"

/** What an assignment states besides the person; `undefined` for each term that it does not state. */
type StatedTerms = { readonly [Name in keyof AssignmentTerms]-?: AssignmentTerms[Name] | undefined }

/** A holder with checked terms; the person alone if they state nothing more. */
export function holderOf(person: string, { share, kind, from, to }: StatedTerms): HolderSpec {
  const isPlain = share === undefined && from === undefined && to === undefined
  if (isPlain && (kind === undefined || kind === 'permanent')) return person
  const spec: AssignmentSpec = {
    person,
    ...(share !== undefined && { share }),
    ...(kind !== undefined && kind !== 'permanent' && { kind }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  }
  return Object.freeze(spec)
}

/** Nobody works more than twice full time: a greater number may be a percentage, which is not guessed. */
const MOST_SHARE = 2
export const SHARE = `a share of full time above 0 and up to ${String(MOST_SHARE)}`

/** Whether a value is a share of full time. */
export function isShare(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value <= MOST_SHARE
}

function isDate(value: unknown): value is string | undefined {
  return value === undefined || (typeof value === 'string' && isCalendarDate(value))
}

function lineName(value: unknown): string | Refused {
  return typeof value === 'string' && value.trim() !== ''
    ? value
    : new Refused("the name of a line as text that is not blank, such as 'project'")
}

function finite(value: unknown): number | Refused {
  return typeof value === 'number' && Number.isFinite(value) ? value : new Refused('a finite number')
}

function amount(value: unknown): number | Refused {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
    ? value
    : new Refused('a finite number, 0 or more')
}

function flag(value: unknown): boolean | Refused {
  return typeof value === 'boolean' ? value : new Refused('true or false')
}

export const ROLE_STATUSES: readonly RoleStatus[] = Object.freeze(['active', 'planned'])

function status(value: unknown): RoleStatus | Refused {
  return ROLE_STATUSES.find((known) => known === value) ?? new Refused("'active' or 'planned'")
}

function hedge(value: unknown): Hedge | Refused {
  return (
    HEDGES.find((known) => known === value) ??
    new Refused("'typically', 'often', 'may', 'sometimes' or 'many'")
  )
}

function plain(value: unknown): unknown {
  const copy = plainCopy(value)
  if (!(copy instanceof NotPlain)) return copy
  return new Refused(
    `plain data (no functions, class instances or cycles), but it has ${copy.what}${copy.at}`,
  )
}

/** How each attribute of a role is checked and copied. */
export const ATTRIBUTE_READERS: {
  readonly [Name in keyof RoleAttributes]-?: Reader<Exclude<RoleAttributes[Name], undefined>>
} = {
  title: text,
  aliases,
  grade: finite,
  family: text,
  unit: text,
  alsoIn: ids,
  holders,
  vacant: flag,
  status,
  fte: amount,
  cost: amount,
  minYears: amount,
  certifications: texts,
  skills: texts,
  sources: texts,
  hedge,
  note: text,
  data: plain,
}

/** The attributes of a role, in reading order. */
export const ROLE_ATTRIBUTES = Object.keys(ATTRIBUTE_READERS) as readonly (keyof RoleAttributes)[]

/** How the fields of {@link Evidence} are checked and copied. */
export const EVIDENCE_READERS: {
  readonly [Name in keyof Evidence]-?: Reader<Exclude<Evidence[Name], undefined>>
} = { sources: texts, hedge, note: text }

/** The readers of the other fields of a spec. */
export {
  aliases as readAliases,
  ids as readIds,
  lineName as readLineName,
  plain as readData,
  text as readText,
  texts as readTexts,
}
