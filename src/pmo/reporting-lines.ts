import type { LineSpec } from '../internal.js'
import type { PmoScope } from './data/kinds.js'
import { OFFICE_OF_SCOPE, OFFICES, type PmoUnitId } from './data/offices.js'
import {
  AUTHORITY_ROWS,
  COMMON_ROWS,
  CONDITION_ROWS,
  type LineRow,
  SCOPE_ROWS,
} from './data/reporting-rows.js'
import type { PmoRoleId } from './data/role-entry.js'
import type { SourceCode, Stated } from './data/sources.js'
import type { PmoSettings } from './pmo-options.js'

/** One possible line of a role, with its evidence. */
export interface StatedLine extends Stated, LineSpec<PmoRoleId> {
  readonly sources: Stated['sources']
}

/**
 * The solid lines that a role may have under a kind of office, the usual one first; a chart has one of them.
 *
 * If several tables have lines of a role, the first of these decides: the directive office, the programme or portfolio
 * of the project, the kind of office, the common rows. A kind has two axes, and no source ranks a scope against low or
 * moderate control; here the scope comes first, since it names the office itself, and the lines of the authority
 * remain as alternatives. If the directive office leaves a choice, the manager that the scope agrees on is the usual
 * one.
 */
export function solidLinesOf(settings: PmoSettings, role: PmoRoleId): readonly StatedLine[] {
  const solid = rankedRows(settings).map((rows) => {
    return rows.filter((row) => row.kind === 'solid' && appliesTo(row, role, settings))
  })
  const deciding = solid.find((rows) => rows.length > 0) ?? []
  const agreeing = scopeRows(settings).filter((row) => {
    return row.kind === 'solid' && appliesTo(row, role, settings) && deciding.some(({ to }) => to === row.to)
  })
  const lines = merged([...deciding, ...agreeing])
  const agreed = lines.filter(({ to }) => agreeing.some((row) => row.to === to))
  return [...agreed, ...lines.filter((line) => !agreed.includes(line))]
}

/** The dotted lines of a role under a kind of office, from all tables: a role may have any number. */
export function dottedLinesOf(settings: PmoSettings, role: PmoRoleId): readonly StatedLine[] {
  const rows = rankedRows(settings).flat()
  return merged(rows.filter((row) => row.kind === 'dotted' && appliesTo(row, role, settings)))
}

function rankedRows(settings: PmoSettings): readonly (readonly LineRow[])[] {
  const ofAuthority = AUTHORITY_ROWS[settings.authority]
  const ofScope = scopeRows(settings)
  return settings.authority === 'directive'
    ? [ofAuthority, CONDITION_ROWS, ofScope, COMMON_ROWS]
    : [CONDITION_ROWS, [...ofScope, ...ofAuthority], COMMON_ROWS]
}

function scopeRows({ scope, chiefHeads }: PmoSettings): readonly LineRow[] {
  if (scope === undefined) return []
  const rows = SCOPE_ROWS[scope]
  if (!chiefHeads) return rows
  // A line to the enterprise PMO goes to the role that heads it.
  return rows.map((row) => (row.to === 'epmo-director' ? { ...row, to: 'chief-project-officer' } : row))
}

/** The scopes in which a director heads the `pmo` under every authority. */
const DIRECTOR_LED: readonly (PmoScope | undefined)[] = ['divisional', 'enterprise']

/** The role that heads an office: a supportive one typically has a manager, not a director. */
export function headOfOffice(unit: PmoUnitId, { authority, scope, chiefHeads }: PmoSettings): PmoRoleId {
  const { head, otherHead } = OFFICES[unit]
  const isOther =
    unit === 'pmo'
      ? authority === 'supportive' && !DIRECTOR_LED.includes(scope)
      : unit === 'enterprise-pmo' && chiefHeads
  return isOther ? (otherHead?.role ?? head) : head
}

function headsAnOffice(role: PmoRoleId, settings: PmoSettings): boolean {
  const offices: readonly PmoUnitId[] =
    settings.scope === undefined ? ['pmo'] : ['pmo', OFFICE_OF_SCOPE[settings.scope]]
  return offices.some((office) => headOfOffice(office, settings) === role)
}

function appliesTo(row: LineRow, role: PmoRoleId, settings: PmoSettings): boolean {
  if (!row.from.includes(role)) return false
  if (row.head === true && !headsAnOffice(role, settings)) return false
  const { within, larger } = settings
  return (row.within === undefined || row.within === within) && (row.larger === undefined || larger)
}

/** The rows as lines; rows to the same manager become one line with the sources of both, and the hedge of the first. */
function merged(rows: readonly LineRow[]): readonly StatedLine[] {
  const lines = new Map<PmoRoleId, StatedLine>()
  for (const { to, sources, hedge, note } of rows) {
    const same = lines.get(to)
    const [first, ...others] = same?.sources ?? sources
    const all: Stated['sources'] = [
      first,
      ...others,
      ...(same === undefined ? [] : added(same.sources, sources)),
    ]
    lines.set(to, {
      to,
      ...(same === undefined && hedge !== undefined && { hedge }),
      ...(note !== undefined && { note }),
      ...same,
      sources: all,
    })
  }
  return [...lines.values()]
}

function added(known: readonly SourceCode[], more: readonly SourceCode[]): readonly SourceCode[] {
  return more.filter((code) => !known.includes(code))
}
