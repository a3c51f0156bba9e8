import fc from 'fast-check'
import { type HolderSpec, type LineSpec, type MoveSpec, type Org, orgFromRecords } from '../../internal.js'

/** A role of a generated org as a record. */
export interface GeneratedRole {
  readonly id: string
  readonly manager: string | undefined
  /** The name of the solid line. */
  readonly managerAs?: string | undefined
  readonly dotted: readonly (string | LineSpec)[]
  readonly vacant: true | undefined
  readonly grade: number | undefined
  readonly family: string | undefined
  readonly moves: readonly MoveSpec[]
  readonly holders?: readonly HolderSpec[] | undefined
  readonly unit?: string | undefined
  readonly alsoIn?: string | undefined
}

/** The units of a generated org by id, with their heads. */
export type GeneratedUnits = ReadonlyMap<string, readonly string[]>

/** An org, and its chart as text that makes a counterexample readable. */
export interface GeneratedOrg {
  readonly org: Org
  /** One line per role, reports indented, with line names, holders, units, dotted managers (`⇢`), vacancies, grades and moves (`⇒`). */
  readonly chart: string
}

/** Makes an org from roles; fast-check prints it as its chart. */
export function generatedOrg(
  roles: readonly GeneratedRole[],
  units: GeneratedUnits = new Map(),
): GeneratedOrg {
  const org = orgFromRecords(roles, {
    id: 'id',
    manager: ({ manager, managerAs: as }) =>
      manager === undefined || as === undefined ? manager : { to: manager, as },
    dotted: 'dotted',
    vacant: 'vacant',
    grade: 'grade',
    family: 'family',
    moves: 'moves',
    holders: 'holders',
    unit: 'unit',
    alsoIn: 'alsoIn',
    units: Object.fromEntries(Array.from(units, ([id, head]) => [id, { head }])),
  })
  const chart = chartOf(roles)
  return { org, chart, [fc.toStringMethod]: () => `\n${chart}\n` } as GeneratedOrg
}

function chartOf(roles: readonly GeneratedRole[]): string {
  const reports = new Map<string, GeneratedRole[]>(roles.map(({ id }) => [id, []]))
  for (const role of roles) if (role.manager !== undefined) reports.get(role.manager)?.push(role)
  const lines: string[] = []
  const pending = roles
    .filter(({ manager }) => manager === undefined)
    .reverse()
    .map((role) => ({ role, depth: 0 }))
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { role, depth } = next
    lines.push('  '.repeat(depth) + lineOf(role))
    for (const report of (reports.get(role.id) ?? []).reverse())
      pending.push({ role: report, depth: depth + 1 })
  }
  return lines.join('\n')
}

function lineOf(role: GeneratedRole): string {
  const { id, manager, managerAs, vacant, grade, dotted, moves, holders, unit, alsoIn } = role
  const marks = [
    ...(manager === undefined || managerAs === undefined ? [] : [`as ${managerAs}`]),
    ...(holders === undefined ? [] : [`(${holders.map(holderText).join(', ') || 'vacant'})`]),
    ...(unit === undefined ? [] : [`in ${unit}`]),
    ...(alsoIn === undefined ? [] : [`also in ${alsoIn}`]),
    ...(vacant === true ? ['(vacant)'] : []),
    ...(grade === undefined ? [] : [`grade ${String(grade)}`]),
    ...dotted.map((line) => (typeof line === 'string' ? `⇢ ${line}` : `⇢ ${line.to} as ${String(line.as)}`)),
    ...moves.map(
      ({ to, kind, years }) =>
        `⇒ ${to} ${String(kind)}${years === undefined ? '' : ` ${years.join('–')} years`}`,
    ),
  ]
  return [id, ...marks].join(' ')
}

function holderText(holder: HolderSpec): string {
  if (typeof holder === 'string') return holder
  const { person, share, kind } = holder
  return [
    person,
    ...(share === undefined ? [] : [String(share)]),
    ...(kind === undefined ? [] : [kind]),
  ].join(' ')
}
