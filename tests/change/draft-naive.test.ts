import { type Change, changeOrg, draftOf, isOrgError, type Org, type OrgDraft } from 'rolegraph'
import { draftByHandle, NO_HANDLE } from 'rolegraph/handles'
import { expect, it } from 'vitest'
import { type NaiveChange, naivelyChanged, type NaiveRole } from './naive-changes.js'
import { randomFrom } from './random-charts.js'
import {
  documentOf,
  documentOfRoles,
  IS_EXHAUSTIVE,
  madeOnce,
  orgOf,
  SMALL_CHANGES,
  smallCharts,
  type SmallLists,
  smallLists,
} from './small-changes.js'

/** `npm run test:exhaustive` compares the lists of two edits after every first edit. */
const [EVERY_EDIT, EVERY] = IS_EXHAUSTIVE ? [1, 1] : [7, 67]
const SAMPLES = Number(process.env['CHANGE_SAMPLES'] ?? 2_000)

type Roles = readonly NaiveRole[]

/** Everyone above a role, by its definition on a list of records. */
function naiveChain(roles: Roles, id: string): string[] {
  const chain: string[] = []
  for (let next = id; ;) {
    const manager = roles.find((role) => role.id === next)?.reportsTo
    if (manager === undefined) return chain
    chain.push((next = manager))
  }
}

/** The questions of a draft that have an answer for each role. */
type AskedDraft = Omit<
  OrgDraft,
  | 'setManager'
  | 'addRole'
  | 'removeRole'
  | 'updateRole'
  | 'apply'
  | 'undo'
  | 'redo'
  | 'isRole'
  | 'changes'
  | 'toOrg'
>

/** Compares every answer of a draft with that of a list of records. */
function compareAnswers(draft: AskedDraft, roles: Roles, told: () => string): void {
  const answers = roles.map(({ id }) => ({
    manager: draft.managerOf(id),
    chain: draft.managementChainOf(id),
    reports: draft.directReportsOf(id),
    span: draft.spanOfControlOf(id),
    size: draft.organizationSizeOf(id),
    above: roles.filter((other) => draft.isAbove(other.id, id)).map((other) => other.id),
    cycles: roles.filter((other) => draft.wouldMakeCycle(other.id, id)).map((other) => other.id),
    common: roles.map((other) => draft.lowestCommonManagerOf([id, other.id])),
  }))
  expectSame(JSON.stringify(answers), madeOnce('answers', roles, naiveAnswers), told)
}

/** A draft that looks handles up and asks by them. */
function askedByHandle(draft: OrgDraft): AskedDraft {
  const byHandle = draftByHandle(draft)
  const roleOf = (handle: number): string | undefined =>
    handle === NO_HANDLE ? undefined : byHandle.idOf(handle)
  const rolesOf = (handles: readonly number[]): string[] => handles.map((handle) => byHandle.idOf(handle))
  const of = (id: string): number => byHandle.handleOf(id)
  return {
    managerOf: (id) => roleOf(byHandle.managerOf(of(id))),
    managementChainOf: (id) => rolesOf(byHandle.managementChainOf(of(id))),
    directReportsOf: (id) => rolesOf(byHandle.directReportsOf(of(id))),
    spanOfControlOf: (id) => byHandle.spanOfControlOf(of(id)),
    organizationSizeOf: (id) => byHandle.organizationSizeOf(of(id)),
    isAbove: (upper, lower) => byHandle.isAbove(of(upper), of(lower)),
    wouldMakeCycle: (role, manager) => byHandle.wouldMakeCycle(of(role), of(manager)),
    lowestCommonManagerOf: (ids) => roleOf(byHandle.lowestCommonManagerOf(ids.map(of))),
  }
}

/** What a draft has to answer about a chart, by the definitions of its questions. */
function naiveAnswers(roles: Roles): string {
  const chains = new Map(roles.map(({ id }) => [id, naiveChain(roles, id)]))
  const chainOf = (id: string): readonly string[] => chains.get(id) ?? []
  const answers = roles.map(({ id, reportsTo }) => {
    const reports = roles.filter((other) => other.reportsTo === id).map((other) => other.id)
    return {
      manager: reportsTo,
      chain: chainOf(id),
      reports,
      span: reports.length,
      size: 1 + roles.filter((other) => chainOf(other.id).includes(id)).length,
      above: roles.filter((other) => chainOf(id).includes(other.id)).map((other) => other.id),
      cycles: roles.filter((other) => [id, ...chainOf(id)].includes(other.id)).map((other) => other.id),
      common: roles.map((other) => chainOf(id).find((upper) => chainOf(other.id).includes(upper))),
    }
  })
  return JSON.stringify(answers)
}

/** Most are the same, and the text of a list takes longer than to compare it. */
function expectSame(seen: unknown, expected: unknown, told: () => string): void {
  if (seen !== expected) expect(seen, told()).toBe(expected)
}

function isMade(draft: OrgDraft, change: Change): boolean {
  try {
    draft.apply(change)
    return true
  } catch (error) {
    if (isOrgError(error, 'INVALID_CHANGES')) return false
    throw error
  }
}

/** Makes an edit in a draft, and compares it with the naive model; whether it is sound. */
function compareEdit(
  draft: OrgDraft,
  edit: NaiveChange,
  before: Roles,
  after: Roles | undefined,
  told: () => string,
): boolean {
  expectSame(isMade(draft, edit), after !== undefined, told)
  compareAnswers(draft, after ?? before, told)
  return after !== undefined
}

/** Compares the changes of a draft, and its org, with the naive model. */
function compareOutcome(
  draft: OrgDraft,
  made: readonly NaiveChange[],
  roles: Roles,
  told: () => string,
): void {
  expectSame(JSON.stringify(draft.changes()), JSON.stringify(made), told)
  expectSame(documentOf(draft.toOrg()), documentOfRoles(roles), told)
  compareAnswers(askedByHandle(draft), roles, told)
}

/**
 * Makes edits in a draft that is at the start of a chart, and compares it with the naive model after each. Then undoes them, and does and
 * undoes them again.
 */
function compare(chart: Roles, org: Org, draft: OrgDraft, edits: readonly NaiveChange[]): void {
  const told = (): string => `${JSON.stringify(chart)} ${JSON.stringify(edits)}`
  let roles = chart
  const made: NaiveChange[] = []
  for (const edit of edits) {
    const next = naivelyChanged(roles, edit)
    if (compareEdit(draft, edit, roles, next, told)) made.push(edit)
    roles = next ?? roles
  }
  compareOutcome(draft, made, roles, told)
  expectSame(documentOf(changeOrg(org, draft.changes()).org), documentOfRoles(roles), told)
  made.forEach(() => draft.undo())
  expectSame(draft.undo(), undefined, told)
  compareAnswers(draft, chart, told)
  expectSame(draft.toOrg(), org, told)
  for (const edit of made) expectSame(JSON.stringify(draft.redo()), JSON.stringify(edit), told)
  compareOutcome(draft, made, roles, told)
  compareAnswers(draft, roles, told)
  made.forEach(() => draft.undo())
}

/** The same for lists of two that share their first edit: each second one is undone before the next, and so is the first at the end. */
function compareLists(org: Org, draft: OrgDraft, { chart, change, after, seconds }: SmallLists): void {
  let last: NaiveChange | undefined
  const told = (): string => `${JSON.stringify(chart)} ${JSON.stringify([change, last])}`
  const first = compareEdit(draft, change, chart, after, told) ? [change] : []
  const middle = after ?? chart
  compareOutcome(draft, first, middle, told)
  for (const second of seconds) {
    last = second.change
    if (!compareEdit(draft, last, middle, second.after, told) || second.after === undefined) continue
    compareOutcome(draft, [...first, last], second.after, told)
    expectSame(JSON.stringify(draft.undo()), JSON.stringify(last), told)
    compareAnswers(draft, middle, told)
    expectSame(JSON.stringify(draft.redo()), JSON.stringify(last), told)
    compareAnswers(draft, second.after, told)
    draft.undo()
  }
  compareOutcome(draft, first, middle, told)
  first.forEach(() => draft.undo())
  expectSame(draft.undo(), undefined, told)
  compareAnswers(draft, chart, told)
  expectSame(draft.toOrg(), org, told)
}

it('every edit of all charts of up to four roles gives what a list of records gives', () => {
  let edits = 0
  for (const chart of smallCharts()) {
    const org = orgOf(chart)
    const draft: OrgDraft = draftOf(org)
    for (const edit of SMALL_CHANGES) if (edits++ % EVERY_EDIT === 0) compare(chart, org, draft, [edit])
  }
})

it('so do lists of two', () => {
  let lists = 0
  for (const list of smallLists(EVERY)) {
    const org = orgOf(list.chart)
    compareLists(org, draftOf(org), list)
    lists += list.seconds.length
  }
  if (IS_EXHAUSTIVE) console.log(`${lists.toLocaleString('en')} lists of two edits`)
  expect(lists).toBeGreaterThan(5_000)
})

it('so do lists of three that are drawn at random, and those of two whose edits are undone and done again together', () => {
  const all = [...smallCharts()]
  const random = randomFrom(1)
  for (let sample = 0; sample < SAMPLES; sample++) {
    const chart = all[random(all.length)]
    const org = orgOf(chart)
    compare(
      chart,
      org,
      draftOf(org),
      Array.from({ length: 2 + (sample % 2) }, () => SMALL_CHANGES[random(SMALL_CHANGES.length)]),
    )
  }
})
