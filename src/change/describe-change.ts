import { invalidArgument } from '../kernel/invalid-input.js'
import { listed, quotedList } from '../kernel/in-words.js'
import { oneLine, quote } from '../kernel/quote.js'
import type { Change, ReferencesRule } from '../model/change.js'
import { personOfHolder } from '../model/person.js'

/**
 * Describes a change in a few words, for a list, a commit message or a review: `'analyst' reports to 'lead'`.
 *
 * Complexity: O(size of the change).
 *
 * @param change A change.
 * @returns One line of English, without a full stop. Ids are quoted; a long value is cut.
 * @throws {@link OrgError} `INVALID_ARGUMENT` for anything but a change.
 * @example
 * ```ts
 * import { describeChange } from 'rolegraph'
 *
 * console.log(describeChange({ do: 'set-manager', role: 'analyst', manager: 'lead' })) // => 'analyst' reports to 'lead'
 * console.log(describeChange({ do: 'remove-role', role: 'lead', reports: 'lift' }))
 * // => remove the role 'lead', and lift its reports
 * ```
 * @see {@link diffOrgs}, {@link changeOrg}.
 */
export function describeChange(change: Change): string {
  const received: unknown = change
  const kind: unknown =
    typeof received === 'object' && received !== null && Object.hasOwn(received, 'do') ? change.do : undefined
  if (typeof kind !== 'string' || !Object.hasOwn(WORDS, kind)) {
    throw invalidArgument(
      'describeChange',
      'change',
      change,
      "a change, such as { do: 'remove-role', role: … }",
    )
  }
  const words = WORDS[change.do] as (given: Change) => string
  return words(change)
}

type Words = { readonly [Kind in Change['do']]: (change: Extract<Change, { readonly do: Kind }>) => string }

const WORDS: Words = {
  'add-role': ({ role, spec = {}, before }) =>
    `add the role ${quote(role)}${fieldsText(spec, ' with ')}${beforeText(before)}`,
  'update-role': ({ role, set }) => setText(role, set),
  'remove-role': ({ role, reports, references }) =>
    `remove the role ${quote(role)}${ruleText(reports, 'reports')}${ruleText(references, 'references')}`,
  'rename-role': ({ role, to }) => `rename the role ${quote(role)} to ${quote(to)}`,
  'set-manager': ({ role, manager, before }) =>
    manager === null
      ? `${quote(role)} reports to nobody${beforeText(before)}`
      : `${quote(role)} reports to ${endText(manager)}${beforeText(before)}`,
  'add-dotted-line': ({ role, manager, before }) =>
    `add a dotted line from ${quote(role)} to ${endText(manager)}${beforeText(before)}`,
  'remove-dotted-line': ({ role, manager }) =>
    `remove the dotted line from ${quote(role)} to ${quote(manager)}`,
  'add-move': ({ role, move, before }) =>
    `add a move from ${quote(role)} to ${endText(move)}${beforeText(before)}`,
  'update-move': ({ role, to, set }) =>
    `the move from ${quote(role)} to ${quote(to)}: ${fieldsText(set, 'set ')}`,
  'remove-move': ({ role, to }) => `remove the move from ${quote(role)} to ${quote(to)}`,
  'add-unit': ({ unit, spec = {}, before }) =>
    `add the unit ${quote(unit)}${fieldsText(spec, ' with ')}${beforeText(before)}`,
  'update-unit': ({ unit, set }) => setText(unit, set),
  'remove-unit': ({ unit, references }) =>
    `remove the unit ${quote(unit)}${ruleText(references, 'references')}`,
  'add-person': ({ person, spec = {}, before }) =>
    `add the person ${quote(person)}${fieldsText(spec, ' with ')}${beforeText(before)}`,
  'update-person': ({ person, set }) => setText(person, set),
  'remove-person': ({ person, references }) =>
    `remove the person ${quote(person)}${ruleText(references, 'assignments')}`,
  'list-people': () => 'turn the names of holders into people',
  'unlist-people': () => 'turn people into names of holders',
  assign: ({ role, holder }) => {
    const terms = typeof holder === 'string' ? {} : { ...holder, person: undefined }
    return `assign ${quote(personOfHolder(holder))} to ${quote(role)}${fieldsText(terms, ' with ')}`
  },
  unassign: ({ role, person }) => `unassign ${quote(person)} from ${quote(role)}`,
  'add-service': ({ service: { from, to, name } }) =>
    `add the service ${quote(name)} from ${quote(from)} to ${quote(to)}`,
  'remove-service': ({ service: { from, to, name } }) =>
    `remove the service ${quote(name)} from ${quote(from)} to ${quote(to)}`,
  reorder: (change) => {
    const moved = 'role' in change ? change.role : 'unit' in change ? change.unit : change.person
    return change.before === null
      ? `move ${quote(moved)} to the end`
      : `move ${quote(moved)} before ${quote(change.before)}`
  },
}

function endText(end: string | { readonly to: string }): string {
  return typeof end === 'string'
    ? quote(end)
    : `${quote(end.to)}${fieldsText({ ...end, to: undefined }, ' with ')}`
}

function beforeText(before: string | null | undefined): string {
  return before === undefined || before === null ? '' : `, before ${quote(before)}`
}

function ruleText(rule: ReferencesRule | undefined, noun: string): string {
  if (rule === undefined || rule === 'refuse') return ''
  if (typeof rule === 'object') return `, and give its ${noun} to ${quote(rule.to)}`
  return `, and ${rule} its ${noun}`
}

/** Fields with their values: `title 'Analyst' and grade 3`. */
function fieldsText(fields: object, lead: string): string {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined) as [string, unknown][]
  if (given.length === 0) return ''
  return lead + listed(given.map(([name, value]) => `${name} ${valueText(value)}`))
}

function setText(id: string, set: object): string {
  const removed = Object.entries(set).flatMap(([name, value]) => (value === null ? [name] : []))
  const given = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== null))
  const parts = [fieldsText(given, 'set '), removed.length === 0 ? '' : `remove ${listed(removed)}`]
  return `${quote(id)}: ${parts.filter((part) => part !== '').join(', ') || 'no field is set'}`
}

const LONGEST = 60

function valueText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return quote(value)
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return value.length === 0 ? 'none' : quotedList(value)
  const text = oneLine(wordsOf(value))
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

/** An object or list in words: what it is about, then its fields: `'ada' (share 0.5, kind 'acting')`. */
function wordsOf(value: object): string {
  const parts: string[] = []
  const pending: Piece[] = [{ of: value, isInner: false }]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (parts.length > LONGEST) break
    if (typeof next === 'string') {
      parts.push(next)
      continue
    }
    const { of, isInner } = next
    if (typeof of !== 'object' || of === null) {
      parts.push(quote(of))
      continue
    }
    const items = Array.isArray(of)
      ? separated((of as readonly unknown[]).map((item) => [item]))
      : fieldsIn(of)
    const isOne = Array.isArray(of) ? of.length === 1 : headOf(of) !== undefined
    pending.push(...(isInner && !isOne ? ['(', ...items, ')'] : items).toReversed())
  }
  return parts.join('')
}

type Piece = string | { readonly of: unknown; readonly isInner: boolean }

/** What a field is called by: `to` for a move, `person` for an assignment, `name` for an alias or a source. */
const HEADS = ['to', 'person', 'name', 'role', 'id']

function headOf(value: object): string | undefined {
  const fields = new Map<string, unknown>(Object.entries(value))
  return HEADS.find((name) => typeof fields.get(name) === 'string')
}

function fieldsIn(value: object): Piece[] {
  const fields = Object.entries(value).filter(([, field]) => field !== undefined) as [string, unknown][]
  const head = headOf(value)
  const rest = fields.filter(([name]) => name !== head)
  const pieces = separated(rest.map(([name, of]) => [`${name} `, of]))
  if (head === undefined) return rest.length === 0 ? ['nothing'] : pieces
  const called: Piece = { of: fields.find(([name]) => name === head)?.[1], isInner: true }
  return rest.length === 0 ? [called] : [called, ' (', ...pieces, ')']
}

/** Some things, with commas between them; of each, the last part is a value. */
function separated(items: readonly (readonly unknown[])[]): Piece[] {
  return items.flatMap((item, at): Piece[] => [
    ...(at === 0 ? [] : [', ']),
    ...item.map((part, place): Piece =>
      place < item.length - 1 ? String(part) : { of: part, isInner: true },
    ),
  ])
}
