import type { AssignmentSpec, LineSpec, OrgState, RoleSpec } from '../../internal.js'
import type { Loss } from '../loss.js'

/** The fields of a role that a table can lose. */
type LostOfRole =
  | keyof RoleSpec
  /** Whether and by whom the role is filled, where that is not known. */
  | undefined

/** What a table, a directory or a list of rows can lose of an org. */
export type TableLoss =
  | Loss<
      'role',
      LostOfRole,
      | 'no-place'
      | 'shortened'
      | 'blank'
      | 'same-name'
      | 'separator'
      | 'as-text'
      | 'no-such-character'
      | 'no-order'
    >
  | Loss<
      'solid-line' | 'dotted-line',
      'as' | 'sources' | 'hedge' | 'note' | undefined,
      'no-place' | 'no-such-end' | 'separator' | 'blank' | 'no-such-character'
    >
  | Loss<'move' | 'service', undefined, 'no-place'>
  | Loss<'assignment', 'share' | 'kind' | 'from' | 'to', 'no-place'>
  | Loss<
      'unit',
      'title' | 'aliases' | 'kind' | 'head' | 'partOf' | 'sources' | 'hedge' | 'note' | undefined,
      'no-place'
    >
  | Loss<
      'person',
      'name' | 'aliases' | 'email' | 'data' | undefined,
      'no-place' | 'blank' | 'no-such-character'
    >
  | Loss<'org', 'people' | 'issues', 'no-place'>

/** Takes one loss. */
export type LoseOfTable = (loss: TableLoss) => void

/** What a table has columns for. */
export interface Carried {
  /** The fields of a role, `reportsTo` and `dottedTo` among them. */
  readonly role: ReadonlySet<keyof RoleSpec>
  /** Whether lines keep their names. */
  readonly lineNames: boolean
  /** Whether holders keep their terms. */
  readonly terms: boolean
  /** What is kept of the people: nothing, a name as the holder, or the people themselves. */
  readonly people: 'none' | 'names' | 'people'
}

/** Reports the fields of a role for which a table has no column. */
export function loseOfRole(
  id: string,
  spec: RoleSpec,
  { role, lineNames, terms }: Carried,
  lose: LoseOfTable,
): void {
  for (const field of Object.keys(spec) as (keyof RoleSpec)[]) {
    if (field === 'progressesTo') {
      for (const to of targetsOf(spec.progressesTo))
        lose({ kind: 'move', of: [id, to], field: undefined, why: 'no-place' })
    } else if (field === 'dottedTo' && !role.has('dottedTo')) {
      for (const to of targetsOf(spec.dottedTo))
        lose({ kind: 'dotted-line', of: [id, to], field: undefined, why: 'no-place' })
    } else if (!role.has(field)) lose({ kind: 'role', of: [id], field, why: 'no-place' })
  }
  if (typeof spec.reportsTo === 'object') loseOfLine('solid-line', id, spec.reportsTo, lineNames, lose)
  if (role.has('dottedTo')) {
    for (const line of listOf(spec.dottedTo))
      if (typeof line === 'object') loseOfLine('dotted-line', id, line, lineNames, lose)
  }
  if (terms || !role.has('holders')) return
  for (const holder of spec.holders ?? []) if (typeof holder === 'object') loseTerms(id, holder, lose)
}

/** One or several as a list. */
export function listOf<Item extends string | object>(
  items: Item | readonly Item[] | undefined,
): readonly Item[] {
  if (items === undefined) return []
  return Array.isArray(items) ? (items as readonly Item[]) : [items as Item]
}

function targetsOf(items: RoleSpec['progressesTo'] | RoleSpec['dottedTo']): readonly string[] {
  return listOf<string | { readonly to: string }>(items).map((item) =>
    typeof item === 'string' ? item : item.to,
  )
}

function loseOfLine(
  kind: 'solid-line' | 'dotted-line',
  id: string,
  line: LineSpec,
  keepsName: boolean,
  lose: LoseOfTable,
): void {
  for (const field of ['as', 'sources', 'hedge', 'note'] as const) {
    if (line[field] === undefined || (field === 'as' && keepsName)) continue
    lose({ kind, of: [id, line.to], field, why: 'no-place' })
  }
}

function loseTerms(role: string, holder: AssignmentSpec, lose: LoseOfTable): void {
  for (const field of ['share', 'kind', 'from', 'to'] as const) {
    if (holder[field] !== undefined)
      lose({ kind: 'assignment', of: [role, holder.person], field, why: 'no-place' })
  }
}

/** Reports what no row has: fields of units and people, services, and the issues of the org. */
export function loseBesideRoles(
  { units, people, services, issues }: OrgState,
  keeps: Carried,
  isNamed: (unit: string) => boolean,
  isSeated: (person: string) => boolean,
  lose: LoseOfTable,
): void {
  if (issues.length > 0) lose({ kind: 'org', of: [], field: 'issues', why: 'no-place' })
  if (people !== undefined && (keeps.people !== 'people' || people.size === 0))
    lose({ kind: 'org', of: [], field: 'people', why: 'no-place' })
  for (const unit of units.values()) {
    const of = [unit.id] as const
    const lost = { kind: 'unit', of, why: 'no-place' } as const
    if (!isNamed(unit.id)) {
      lose({ ...lost, field: undefined })
      continue
    }
    if (unit.title !== unit.id) lose({ ...lost, field: 'title' })
    if (unit.aliases.length > 0 || unit.warnedAliases !== undefined) lose({ ...lost, field: 'aliases' })
    if (unit.heads.length > 0) lose({ ...lost, field: 'head' })
    for (const field of ['kind', 'partOf', 'sources', 'hedge', 'note'] as const)
      if (unit[field] !== undefined) lose({ ...lost, field })
  }
  for (const person of people?.values() ?? []) {
    const lost = { kind: 'person', of: [person.id], why: 'no-place' } as const
    if (keeps.people === 'none' || !isSeated(person.id)) {
      lose({ ...lost, field: undefined })
      continue
    }
    if (person.aliases.length > 0 || person.warnedAliases !== undefined) lose({ ...lost, field: 'aliases' })
    if (person.data !== undefined) lose({ ...lost, field: 'data' })
    if (keeps.people === 'names' && person.email !== undefined) lose({ ...lost, field: 'email' })
  }
  for (const { from, to } of services)
    lose({ kind: 'service', of: [from, to], field: undefined, why: 'no-place' })
}
