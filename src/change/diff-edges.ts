import { samePlain } from '../define/org-content.js'
import { lineSpec } from '../define/spec-of-org.js'
import type { Change } from '../model/change.js'
import { fieldsToSet } from './diff-entries.js'
import { writtenMove } from './open-role.js'
import { linesIn, movesIn } from '../engine/role-reader.js'
import { itemsToMove } from './moved-items.js'
import type { Reconciled } from './reconciled.js'

/** Dotted lines and career moves. */
export function diffEdges(to: Reconciled): void {
  const { open, after } = to
  const touched = to.touched()
  if (touched !== undefined) {
    // A change to the edges of one role leaves those of all others.
    for (const handle of touched) diffDotted(to, to.nodeAt(handle), handle)
    for (const handle of touched) diffMoves(to, to.nodeAt(handle), handle)
    return
  }
  const before = open.base.columns
  const { nodes } = to
  const { dotted, moves } = after.columns
  for (const handle of handlesToCompare(to, dotted, before.dotted)) {
    const node = nodes === undefined ? handle : nodes[handle]
    if (!hasNoEdge(before.dotted, dotted, node, handle, open.opened.has(node))) diffDotted(to, node, handle)
  }
  for (const handle of handlesToCompare(to, moves, before.moves)) {
    const node = nodes === undefined ? handle : nodes[handle]
    if (!hasNoEdge(before.moves, moves, node, handle, open.opened.has(node))) diffMoves(to, node, handle)
  }
}

/** The handles whose edges may differ: those of open roles where the edges are shared, none where there are no edges. */
function handlesToCompare({ open, after, nodes }: Reconciled, is: Starts, was: Starts): Iterable<number> {
  if (is.to.length + was.to.length === 0) return []
  return nodes === undefined && is === was ? [...open.opened.keys()] : after.columns.manager.keys()
}

interface Starts {
  readonly start: Int32Array
  readonly to: Int32Array
}

function hasNoEdge(was: Starts, is: Starts, node: number, handle: number, isOpen: boolean): boolean {
  const count = ({ start, to }: Starts, at: number): number =>
    to.length === 0 || at + 1 >= start.length ? 0 : start[at + 1] - start[at]
  return count(is, handle) === 0 && !isOpen && count(was, node) === 0
}

function diffDotted(to: Reconciled, node: number, handle: number): void {
  const { open, after } = to
  const role = to.idAt(handle)
  if (open.nodeOf(role) === undefined) return
  const was = open.dottedLinesOf(node).map((line) => ({
    id: open.idOf(line.to),
    spec: lineSpec(open.idOf(line.to), line.facts),
  }))
  const is = linesIn(after.columns, handle).map((line) => ({
    id: to.idAt(line.to),
    spec: lineSpec(to.idAt(line.to), line.facts),
  }))
  diffList(to, was, is, {
    remove: (id) => ({ do: 'remove-dotted-line', role, manager: id }),
    add: (spec, before) => ({ do: 'add-dotted-line', role, manager: spec, ...before }),
  })
}

function diffMoves(to: Reconciled, node: number, handle: number): void {
  const { open, after } = to
  const role = to.idAt(handle)
  const was = open.movesOf(node).map((move) => ({
    id: open.idOf(move.to),
    spec: writtenMove(move, open.idOf),
  }))
  const is = movesIn(after.columns, handle).map((move) => ({
    id: to.idAt(move.to),
    spec: writtenMove(move, to.idAt),
  }))
  diffList(to, was, is, {
    remove: (id) => ({ do: 'remove-move', role, to: id }),
    add: (spec, before) => ({ do: 'add-move', role, move: spec, ...before }),
    update: (id, known, wanted) => {
      const set = fieldsToSet<object>(withoutEnd(known), withoutEnd(wanted))
      return { do: 'update-move', role, to: id, set: set ?? {} }
    },
  })
}

function withoutEnd(spec: string | object): object {
  if (typeof spec === 'string') return {}
  return Object.fromEntries(Object.entries(spec).filter(([name]) => name !== 'to'))
}

interface Edge<Spec> {
  readonly id: string
  readonly spec: Spec
}

/** The changes to a list of edges: remove, add or update one. */
interface EdgeChanges<Spec> {
  readonly remove: (id: string) => Change
  readonly add: (spec: Spec, before: { readonly before?: string }) => Change
  readonly update?: (id: string, was: Spec, is: Spec) => Change
}

function diffList<Spec extends string | object>(
  to: Reconciled,
  was: readonly Edge<Spec>[],
  is: readonly Edge<Spec>[],
  changes: EdgeChanges<Spec>,
): void {
  if (samePlain(was, is)) return
  const wanted = new Map(is.map((edge) => [edge.id, edge]))
  const { update } = changes
  const stays = was.filter((edge) => {
    const counterpart = wanted.get(edge.id)
    return counterpart !== undefined && (update !== undefined || samePlain(edge.spec, counterpart.spec))
  })
  const places = new Map(stays.map(({ id }, place) => [id, place]))
  const common = is.filter(({ id }) => places.has(id))
  const moved = new Set(
    itemsToMove(common.length, (at) => places.get(common[at].id) ?? 0).map((at) => common[at].id),
  )
  const kept = new Map(stays.filter(({ id }) => !moved.has(id)).map((edge) => [edge.id, edge]))
  for (const { id } of was) if (!kept.has(id)) to.emit(changes.remove(id))
  for (const [at, { id, spec }] of is.entries()) {
    const known = kept.get(id)
    if (known === undefined) {
      const next = is.slice(at + 1).find((edge) => kept.has(edge.id))
      to.emit(changes.add(spec, next === undefined ? {} : { before: next.id }))
    } else if (update !== undefined && !samePlain(known.spec, spec)) to.emit(update(id, known.spec, spec))
  }
}
