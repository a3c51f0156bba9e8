import fc from 'fast-check'
import { type MoveSpec, type Org, orgFromRecords } from '../../internal.js'

/** A role of a generated org as a record. */
export interface GeneratedRole {
  readonly id: string
  readonly manager: string | undefined
  readonly dotted: readonly string[]
  readonly vacant: true | undefined
  readonly grade: number | undefined
  readonly family: string | undefined
  readonly moves: readonly MoveSpec[]
}

/** An org, and its chart as text that makes a counterexample readable. */
export interface GeneratedOrg {
  readonly org: Org
  /** One line per role, reports indented, with dotted managers (`⇢`), vacancies, grades and moves (`⇒`). */
  readonly chart: string
}

/** The org of these roles; fast-check prints it as its chart. */
export function generatedOrg(roles: readonly GeneratedRole[]): GeneratedOrg {
  const org = orgFromRecords(roles, {
    id: 'id',
    manager: 'manager',
    dotted: 'dotted',
    vacant: 'vacant',
    grade: 'grade',
    family: 'family',
    moves: 'moves',
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

function lineOf({ id, vacant, grade, dotted, moves }: GeneratedRole): string {
  const marks = [
    ...(vacant === true ? ['(vacant)'] : []),
    ...(grade === undefined ? [] : [`grade ${String(grade)}`]),
    ...dotted.map((manager) => `⇢ ${manager}`),
    ...moves.map(
      ({ to, kind, years }) =>
        `⇒ ${to} ${String(kind)}${years === undefined ? '' : ` ${years.join('–')} years`}`,
    ),
  ]
  return [id, ...marks].join(' ')
}
