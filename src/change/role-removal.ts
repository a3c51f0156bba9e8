import { lineSpec } from '../define/spec-of-org.js'
import { NONE } from '../engine/columns.js'
import { quotedList } from '../kernel/in-words.js'
import { quote } from '../kernel/quote.js'
import { personOfHolder } from '../model/person.js'
import type { Service } from '../model/service.js'
import type { Unit } from '../model/unit.js'
import { holdersIn } from './open-role.js'
import type { LineFacts } from '../model/line.js'
import { NOBODY, type OpenRole, writtenManager, writtenMove } from './open-role.js'
import { replaceService, type Rule, ruleIn } from './references.js'
import { setHolders } from './holder-changes.js'
import { linkManager } from './solid-lines.js'
import type { Step } from './step.js'
import { replaceUnit } from './unit-changes.js'

/** What refers to a role, besides its reports. */
interface References {
  readonly dotted: readonly OpenRole[]
  readonly moves: readonly OpenRole[]
  readonly heads: readonly Unit[]
  readonly services: readonly Service[]
}

function referencesTo(step: Step, role: OpenRole): References {
  const { open } = step
  return {
    dotted: open.dottedTo(role.node).map((node) => open.open(node)),
    moves: open.movesTo(role.node).map((node) => open.open(node)),
    heads: [...open.units.values()].filter((unit) => unit.heads.includes(role.id)),
    services: open.services.filter(({ from, to }) => from === role.id || to === role.id),
  }
}

export function removeRole(step: Step): void {
  const { open } = step
  const role = step.role('role')
  const reports = ruleIn(step, 'reports', ['refuse', 'lift', 'remove'])
  const references = ruleIn(step, 'references', ['refuse', 'lift', 'remove'])
  if (role === undefined || reports === undefined || references === undefined) return
  const removed = reports === 'remove' ? treeOf(step, role) : [role]
  const nodes = new Set(removed.map(({ node }) => node))
  const heirs = {
    reports: heirOf(step, role, reports, 'reports', nodes),
    references: heirOf(step, role, references, 'references', nodes),
  }
  const mayReport = mayRemoveWithReports(step, role, reports)
  const mayRefer = mayRemoveWithReferences(step, removed, nodes, references)
  if (!mayReport || !mayRefer || heirs.reports === null || heirs.references === null) return
  for (const each of removed) {
    handReferencesOver(step, each, nodes, heirs.references)
    for (const node of open.reportsOf(each.node)) {
      const report = open.open(node)
      if (nodes.has(node)) open.setManager(report, NOBODY)
      else handReportOver(step, report, heirs.reports)
    }
    open.removeRole(each.node)
    if (each !== role) step.effect({ do: 'remove-role', role: each.id })
  }
}

/** A role and everyone below it, reports before their managers. */
function treeOf(step: Step, role: OpenRole): OpenRole[] {
  const nodes = new Set([role.node])
  // The loop also visits what is added to the set while it runs.
  for (const node of nodes) for (const report of step.open.reportsOf(node)) nodes.add(report)
  return Array.from(nodes, (node) => step.open.open(node)).reverse()
}

/** Who takes over: `undefined` for nobody, `null` and an issue where there is no such role. */
function heirOf(
  step: Step,
  role: OpenRole,
  rule: Rule,
  field: 'reports' | 'references',
  removed: ReadonlySet<number>,
): OpenRole | undefined | null {
  if (rule === 'refuse' || rule === 'remove') return undefined
  if (rule === 'lift') {
    const { to, unknown } = role.manager
    if (to !== NONE && !removed.has(to)) return step.open.open(to)
    if (to === NONE && unknown === undefined && field === 'reports') return undefined
    const reports = step.open.reportsOf(role.node).filter((node) => !removed.has(node))
    if (field === 'reports' ? reports.length === 0 : !isReferredTo(step, removed)) return undefined
    step.invalid(field, `{ to: 'id' }, since the manager of ${quote(role.id)} cannot take over`)
    return null
  }
  const heir = step.roleOf(rule.to, field)
  if (heir === undefined) return null
  if (!removed.has(heir.node)) return heir
  step.invalid(field, 'a role that is not removed')
  return null
}

function mayRemoveWithReports(step: Step, role: OpenRole, rule: Rule): boolean {
  if (rule !== 'refuse') return true
  const reports = step.open.reportsOf(role.node).filter((node) => node !== role.node)
  if (reports.length === 0) return true
  const ids = reports.map(step.open.idOf)
  step.issue('HAS_REPORTS', 'reports', {
    roles: [role.id, ...ids],
    witness: ids,
    message: `The role ${quote(role.id)} still has reports: ${quotedList(ids)}`,
    suggestion: "Set reports to say what happens to them: 'lift', { to: 'id' } or 'remove'.",
  })
  return false
}

function isReferredTo(step: Step, removed: ReadonlySet<number>): boolean {
  return Array.from(removed, (node) => step.open.open(node)).some(
    (role) => holdersIn(role).length > 0 || referrersOf(step, role, removed).length > 0,
  )
}

/** What refers to a role, in words. */
function referrersOf(step: Step, role: OpenRole, removed: ReadonlySet<number>): string[] {
  const { dotted, moves, heads, services } = referencesTo(step, role)
  const stay = (roles: readonly OpenRole[]): OpenRole[] => roles.filter(({ node }) => !removed.has(node))
  return [
    ...stay(dotted).map(({ id }) => `the dotted line of ${quote(id)}`),
    ...stay(moves).map(({ id }) => `the move of ${quote(id)}`),
    ...heads.map(({ id }) => `the unit ${quote(id)}, which it heads`),
    ...services.map(({ name }) => `the service ${quote(name)}`),
  ]
}

function mayRemoveWithReferences(
  step: Step,
  removed: readonly OpenRole[],
  nodes: ReadonlySet<number>,
  rule: Rule,
): boolean {
  if (rule !== 'refuse') return true
  let may = true
  for (const role of removed) {
    const held = holdersIn(role).map((holder) => `its holder ${quote(personOfHolder(holder))}`)
    const referrers = [...held, ...referrersOf(step, role, nodes)]
    if (referrers.length === 0) continue
    may = false
    const more = referrers.length > SHOWN ? ` and ${String(referrers.length - SHOWN)} more` : ''
    step.issue('HAS_REFERENCES', 'references', {
      roles: [role.id],
      witness: referrers,
      message: `The role ${quote(role.id)} is still referenced by ${referrers.slice(0, SHOWN).join(', ')}${more}`,
      suggestion: "Set references to say what happens to them: 'lift', { to: 'id' } or 'remove'.",
    })
  }
  return may
}

const SHOWN = 5

function handReportOver(step: Step, report: OpenRole, heir: OpenRole | undefined): void {
  const facts = withoutEvidence(report.manager.facts)
  // A role takes over the reports of its manager without becoming its own.
  const isItself = heir?.node === report.node
  linkManager(
    step,
    report,
    isItself ? undefined : heir?.id,
    heir === undefined || isItself ? undefined : facts,
    'reports',
  )
  step.effect({ do: 'set-manager', role: report.id, manager: writtenManager(report.manager, step.open.idOf) })
}

/** The facts of a line that gets another end: its sources were about the other one. */
export function withoutEvidence(facts: LineFacts | undefined): LineFacts | undefined {
  const { sources: _sources, hedge: _hedge, note: _note, ...kept } = facts ?? {}
  return Object.keys(kept).length === 0 ? undefined : Object.freeze(kept)
}

function handReferencesOver(
  step: Step,
  role: OpenRole,
  removed: ReadonlySet<number>,
  heir: OpenRole | undefined,
): void {
  const { open } = step
  const { dotted, moves, heads, services } = referencesTo(step, role)
  for (const from of dotted) {
    const at = from.dotted.findIndex(({ to }) => to === role.node)
    const facts = withoutEvidence(from.dotted[at].facts)
    open.removeDotted(from, at)
    if (removed.has(from.node)) continue
    step.effect({ do: 'remove-dotted-line', role: from.id, manager: role.id })
    if (heir === undefined || heir === from || from.dotted.some(({ to }) => to === heir.node)) continue
    open.addDotted(from, { to: heir.node, facts }, at)
    const before = from.dotted.at(at + 1)
    step.effect({
      do: 'add-dotted-line',
      role: from.id,
      manager: lineSpec(heir.id, facts),
      ...(before !== undefined && { before: open.idOf(before.to) }),
    })
  }
  for (const from of moves) {
    const at = from.moves.findIndex(({ to }) => to === role.node)
    const move = { ...from.moves[at], facts: undefined }
    open.removeMove(from, at)
    if (removed.has(from.node)) continue
    step.effect({ do: 'remove-move', role: from.id, to: role.id })
    if (heir === undefined || heir === from || from.moves.some(({ to }) => to === heir.node)) continue
    open.addMove(from, { ...move, to: heir.node }, at)
    const before = from.moves.at(at + 1)
    step.effect({
      do: 'add-move',
      role: from.id,
      move: writtenMove(from.moves[at], open.idOf),
      ...(before !== undefined && { before: open.idOf(before.to) }),
    })
  }
  for (const unit of heads) {
    const replaced = unit.heads.flatMap((head) => (head === role.id ? (heir?.id ?? []) : head))
    const left = [...new Set(replaced)]
    replaceUnit(step, unit, { head: left.length > 1 ? left : (left.at(0) ?? null) })
  }
  for (const service of services) replaceService(step, service, role.id, heir?.id)
  const holders = holdersIn(role)
  if (heir === undefined || holders.length === 0) return
  const known = holdersIn(heir).map(personOfHolder)
  const added = holders.filter((holder) => !known.includes(personOfHolder(holder)))
  if (added.length === 0) return
  setHolders(step, heir, [...holdersIn(heir), ...added])
  for (const holder of added) step.effect({ do: 'assign', role: heir.id, holder })
}
