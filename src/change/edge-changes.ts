import { SpecReader } from '../define/spec-reader.js'
import { readTexts } from '../define/attribute-readers.js'
import { readKind, readYears } from '../define/read-edges.js'
import type { RoleRows } from '../define/role-rows.js'
import { quote } from '../kernel/quote.js'
import type { OpenLine, OpenMove, OpenRole } from './open-role.js'
import type { Step } from './step.js'

interface NamedLine extends Omit<OpenLine, 'to'> {
  readonly to: string
}

interface NamedMove extends Omit<OpenMove, 'to'> {
  readonly to: string
}

export function dottedIn({ dotted }: RoleRows): NamedLine[] {
  return dotted.to.map((to, row) => ({ to, facts: dotted.evidence.get(row) }))
}

const NO_CONDITIONS: readonly string[] = Object.freeze([])

export function movesOf({ moves }: RoleRows): NamedMove[] {
  return moves.to.map((to, row) => ({
    to,
    kind: moves.kind.get(row) ?? 'advancement',
    years: moves.years[row],
    conditions: moves.conditions.get(row) ?? NO_CONDITIONS,
    facts: moves.evidence.get(row),
  }))
}

export function linkDotted(step: Step, role: OpenRole, line: NamedLine, at: number, field: string): void {
  const to = targetOf(step, role, line.to, role.dotted, field, 'dotted line')
  if (to !== undefined) step.open.addDotted(role, { ...line, to }, at)
}

export function linkMove(step: Step, role: OpenRole, move: NamedMove, at: number, field: string): void {
  const to = targetOf(step, role, move.to, role.moves, field, 'move')
  if (to !== undefined) step.open.addMove(role, { ...move, to }, at)
}

/** The node at the other end of a new edge; `undefined` and an issue where there cannot be one. */
function targetOf(
  step: Step,
  role: OpenRole,
  id: string,
  edges: readonly { readonly to: number }[],
  field: string,
  noun: 'dotted line' | 'move',
): number | undefined {
  const isLine = noun === 'dotted line'
  if (id === role.id) {
    step.issue(isLine ? 'SELF_REPORT' : 'SELF_MOVE', field, {
      roles: [id],
      witness: [id, id],
      message: `The role ${quote(id)} would have a ${noun} to itself`,
      suggestion: 'Remove the change.',
    })
    return undefined
  }
  const node = isLine ? step.managerOf(id, field, role) : step.nodeOf(id, field)
  if (node === undefined || edges.every(({ to }) => to !== node)) return node
  step.issue(isLine ? 'DUPLICATE_LINE' : 'DUPLICATE_MOVE', field, {
    roles: [role.id],
    witness: [role.id, id],
    message: `The role ${quote(role.id)} already has a ${noun} to ${quote(id)}`,
    suggestion: `Remove the earlier ${noun} first${isLine ? '' : ', or update it'}.`,
  })
  return undefined
}

export function addDottedLine(step: Step): void {
  const role = step.role('role')
  if (role === undefined) return
  const at = placeAmong(step, role.dotted)
  for (const line of dottedIn(step.roleRows(role.id, { dottedTo: step.fields.get('manager') ?? null }))) {
    linkDotted(step, role, line, at, 'manager')
  }
}

export function addMove(step: Step): void {
  const role = step.role('role')
  if (role === undefined) return
  const at = placeAmong(step, role.moves)
  for (const move of movesOf(step.roleRows(role.id, { progressesTo: step.fields.get('move') ?? null }))) {
    linkMove(step, role, move, at, 'move')
  }
}

/** The index of the edge to the role that `before` names, or the end. */
function placeAmong(step: Step, edges: readonly { readonly to: number }[]): number {
  const before = step.beforeRole()
  const at = edges.findIndex(({ to }) => to === before)
  if (at !== -1 || before === undefined || before === null) return at === -1 ? edges.length : at
  step.invalid('before', 'the target of another line or move of the same kind and role')
  return edges.length
}

export function removeDottedLine(step: Step): void {
  const role = step.role('role')
  const manager = step.role('manager')
  if (role === undefined || manager === undefined) return
  const at = role.dotted.findIndex(({ to }) => to === manager.node)
  if (at !== -1) step.open.removeDotted(role, at)
  else missingEdge(step, role, manager, 'manager', 'dotted line')
}

export function removeMove(step: Step): void {
  const found = moveOf(step)
  if (found !== undefined) step.open.removeMove(found.role, found.at)
}

function moveOf(step: Step): { readonly role: OpenRole; readonly at: number } | undefined {
  const role = step.role('role')
  const to = step.role('to')
  if (role === undefined || to === undefined) return undefined
  const at = role.moves.findIndex((move) => move.to === to.node)
  if (at !== -1) return { role, at }
  missingEdge(step, role, to, 'to', 'move')
  return undefined
}

function missingEdge(
  step: Step,
  role: OpenRole,
  to: OpenRole,
  field: string,
  noun: 'dotted line' | 'move',
): void {
  step.issue(noun === 'move' ? 'UNKNOWN_MOVE' : 'UNKNOWN_LINE', field, {
    roles: [role.id],
    witness: [role.id, to.id],
    message: `The role ${quote(role.id)} has no ${noun} to ${quote(to.id)} at this point`,
    suggestion: `Correct the ids, or remove the change.`,
  })
}

const MOVE_FIELDS = ['kind', 'years', 'conditions', 'sources', 'hedge', 'note'] as const

export function updateMove(step: Step): void {
  const set = step.fieldsToSet()
  const found = moveOf(step)
  if (found === undefined || set === undefined) return
  const { role, at } = found
  const was = role.moves[at]
  const place = step.placeOf('set')
  const reader = new SpecReader(step.issues, { roles: [role.id] })
  const fields = reader.fieldsOf(set.given, MOVE_FIELDS, place)
  for (const name of set.removed) {
    if (!MOVE_FIELDS.some((known) => known === name)) reader.addUnknownField(name, MOVE_FIELDS, place)
  }
  if (fields === undefined) return
  const kept = Object.fromEntries(Object.entries(was.facts ?? {}).filter(([name]) => !set.removed.has(name)))
  const facts = Object.freeze({ ...kept, ...reader.evidence(fields, place) })
  const kind = reader.read(fields, 'kind', readKind, place)
  const years = reader.read(fields, 'years', readYears, place)
  const conditions = reader.read(fields, 'conditions', readTexts, place)
  const move: OpenMove = {
    to: was.to,
    kind: kind ?? (set.removed.has('kind') ? 'advancement' : was.kind),
    years: years ?? (set.removed.has('years') ? undefined : was.years),
    conditions: conditions ?? (set.removed.has('conditions') ? NO_CONDITIONS : was.conditions),
    facts: Object.keys(facts).length === 0 ? undefined : facts,
  }
  step.open.removeMove(role, at)
  step.open.addMove(role, move, at)
}
