import { type Change, changeOrg, draftOf, isOrgError, type Org, type OrgDraft } from 'rolegraph'
import { toOrgDocument } from 'rolegraph/export'
import { expect, it } from 'vitest'
import { type NaiveChange, naivelyChanged, type NaiveRole } from './naive-changes.js'
import { randomFrom } from './random-charts.js'
import { orgOf, SMALL_CHANGES, smallCharts } from './small-changes.js'

/** `npm run test:exhaustive` compares every edit and every list of two, in a quarter of an hour. */
const [EVERY_EDIT, EVERY_PAIR] = process.env['EXHAUSTIVE'] === 'true' ? [1, 1] : [7, 1_009]
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

/** Compares every answer of a draft with that of a list of records. */
function compareAnswers(draft: OrgDraft, roles: Roles, told: string): void {
  const chains = new Map(roles.map(({ id }) => [id, naiveChain(roles, id)]))
  const chainOf = (id: string): readonly string[] => chains.get(id) ?? []
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
  const expected = roles.map(({ id, reportsTo }) => {
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
  expect(JSON.stringify(answers), told).toBe(JSON.stringify(expected))
}

function documentOf(org: Org): string {
  return JSON.stringify(toOrgDocument(org))
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

/**
 * Makes edits in a draft that is at the start of a chart, and compares it with the naive model after each. Then undoes them, and does and
 * undoes them again.
 */
function compare(chart: Roles, org: Org, draft: OrgDraft, edits: readonly NaiveChange[]): void {
  const told = `${JSON.stringify(chart)} ${JSON.stringify(edits)}`
  let roles = chart
  const made: NaiveChange[] = []
  for (const edit of edits) {
    const next = naivelyChanged(roles, edit)
    expect(isMade(draft, edit), told).toBe(next !== undefined)
    if (next !== undefined) made.push(edit)
    roles = next ?? roles
    compareAnswers(draft, roles, told)
  }
  const changes = draft.changes()
  expect(changes, told).toEqual(made)
  const document = documentOf(orgOf(roles))
  expect(documentOf(draft.toOrg()), told).toBe(document)
  expect(documentOf(changeOrg(org, changes).org), told).toBe(document)
  made.forEach(() => draft.undo())
  expect(draft.undo(), told).toBeUndefined()
  compareAnswers(draft, chart, told)
  expect(draft.toOrg(), told).toBe(org)
  for (const edit of made) expect(draft.redo(), told).toEqual(edit)
  compareAnswers(draft, roles, told)
  expect(documentOf(draft.toOrg()), told).toBe(document)
  made.forEach(() => draft.undo())
}

it('every edit, and lists of two, of all charts of up to four roles give what a list of records gives', () => {
  let edits = 0
  let pairs = 0
  for (const chart of smallCharts()) {
    const org = orgOf(chart)
    const draft: OrgDraft = draftOf(org)
    for (const first of SMALL_CHANGES) {
      if (edits++ % EVERY_EDIT === 0) compare(chart, org, draft, [first])
      for (const second of SMALL_CHANGES) {
        if (pairs++ % EVERY_PAIR === 0) compare(chart, org, draft, [first, second])
      }
    }
  }
})

it('so do lists of three that are drawn at random', () => {
  const all = [...smallCharts()]
  const random = randomFrom(1)
  for (let sample = 0; sample < SAMPLES; sample++) {
    const chart = all[random(all.length)]
    const org = orgOf(chart)
    compare(
      chart,
      org,
      draftOf(org),
      Array.from({ length: 3 }, () => SMALL_CHANGES[random(SMALL_CHANGES.length)]),
    )
  }
})
