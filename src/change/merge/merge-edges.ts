import { samePlain } from '../../define/org-content.js'
import type { Change } from '../../model/change.js'
import type { LineSpec } from '../../model/line.js'
import type { MoveSpec } from '../../model/move.js'
import type { ServiceSpec } from '../../model/service.js'
import { fieldsToSet } from '../diff-entries.js'
import { endsOfService, type Fact, factOf, factsOf, valueOf } from './fact.js'
import type { MergeSteps } from './merge-steps.js'

/** Dotted lines and moves: as on their side where ours left the list as it was, and one by one elsewhere. */
export function setEdges(steps: MergeSteps): void {
  for (const change of steps.given) {
    if (!EDGE_CHANGES.has(change.do)) continue
    for (const fact of factsOf(change)) {
      if (!steps.hasEntity('role', fact.id)) continue
      if (steps.facts.ours.lists.has(`${fact.field} ${fact.id}`)) setEdge(steps, fact, change)
      else applyEdge(steps, fact, change)
    }
  }
  for (const { fact } of steps.pending('role', (field) => EDGES.has(field))) setEdge(steps, fact)
}

function applyEdge(steps: MergeSteps, fact: Fact, change: Change): void {
  const isThere = valueOf(steps.open, fact) !== undefined
  const isAdded = change.do === 'add-dotted-line' || change.do === 'add-move'
  if (isAdded === isThere || !steps.hasEntity('role', fact.to ?? '')) return
  const edit = steps.facts.theirs.edits.get(fact.name, fact.key)
  // In a conflict our side stays as it is.
  if (edit !== undefined && !samePlain(edit.is, steps.merged(fact))) return
  steps.emit(isAdded ? placed(steps, fact, change) : change)
}

function placed(steps: MergeSteps, fact: Fact, change: Change): Change {
  if (!('before' in change) || typeof change.before !== 'string') return change
  if (valueOf(steps.open, factOf('role', fact.id, fact.field, change.before)) !== undefined) return change
  return { ...change, before: null }
}

function setEdge(steps: MergeSteps, fact: Fact, change?: Change): void {
  const { id: role, field, to = '' } = fact
  const was = valueOf(steps.open, fact)
  const is = steps.merged(fact)
  if (samePlain(was, is) || !steps.hasEntity('role', role) || !steps.hasEntity('role', to)) return
  const isMove = field === 'progressesTo'
  if (isMove && was !== undefined && is !== undefined) {
    const set = fieldsToSet<object>(withoutEnd(was), withoutEnd(is)) ?? {}
    steps.emit({ do: 'update-move', role, to, set })
    return
  }
  const next = was === undefined ? undefined : edgeAfter(steps, fact)
  if (was !== undefined)
    steps.emit(isMove ? { do: 'remove-move', role, to } : { do: 'remove-dotted-line', role, manager: to })
  if (is === undefined) return
  const place = next === undefined ? {} : { before: next }
  const added: Change = isMove
    ? { do: 'add-move', role, move: is as string | MoveSpec, ...place }
    : { do: 'add-dotted-line', role, manager: is as string | LineSpec, ...place }
  const given = change !== undefined && 'before' in change ? { before: change.before } : {}
  steps.emit(placed(steps, fact, was === undefined ? { ...added, ...given } : added))
}

function edgeAfter(steps: MergeSteps, { id, field, to }: Fact): string | undefined {
  const open = steps.open
  const node = open.nodeOf(id)
  if (node === undefined) return undefined
  const edges = field === 'dottedTo' ? open.dottedLinesOf(node) : open.movesOf(node)
  const next = edges.at(edges.findIndex((edge) => open.idOf(edge.to) === to) + 1)
  return next && open.idOf(next.to)
}

/** Services: as on their side where ours left them as they were. */
export function setServices(steps: MergeSteps): void {
  const changes = steps.given.filter(({ do: kind }) => kind === 'add-service' || kind === 'remove-service')
  const isTheirs = changes.every((change) =>
    factsOf(change).every((fact) => {
      const edit = steps.facts.theirs.edits.get(fact.name, fact.key)
      return edit === undefined || samePlain(edit.is, steps.merged(fact))
    }),
  )
  if (isTheirs && !steps.facts.ours.lists.has('services')) for (const change of changes) steps.emit(change)
  for (const { fact, value } of steps.pending('service', () => true)) {
    const was = (valueOf(steps.open, fact) ?? []) as readonly ServiceSpec[]
    was.forEach(() => {
      steps.emit({ do: 'remove-service', service: endsOfService(fact) })
    })
    for (const service of (value ?? []) as readonly ServiceSpec[]) steps.emit({ do: 'add-service', service })
  }
}

const EDGE_CHANGES: ReadonlySet<string> = new Set([
  'add-dotted-line',
  'remove-dotted-line',
  'add-move',
  'update-move',
  'remove-move',
])

const EDGES: ReadonlySet<string> = new Set(['dottedTo', 'progressesTo'])

function withoutEnd(move: unknown): object {
  if (typeof move !== 'object' || move === null) return {}
  return Object.fromEntries(Object.entries(move).filter(([field]) => field !== 'to'))
}
