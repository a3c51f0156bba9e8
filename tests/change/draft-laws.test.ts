import {
  type Change,
  changeOrg,
  draftOf,
  directReportsOf,
  isAbove,
  isOrgError,
  lowestCommonManagerOf,
  managementChainOf,
  managerOf,
  type Org,
  organizationSizeOf,
  orgFromRecords,
  type OrgDraft,
  rolesOf,
  spanOfControlOf,
} from 'rolegraph'
import { expect, it } from 'vitest'
import { forSeeds } from './random-changes.js'
import { type Random, randomChange, randomFrom, randomOrg } from './random-charts.js'

const RUNS = Number(process.env['CHANGE_RUNS'] ?? 150)

/** Makes a change; false where it is refused. */
function tried(draft: OrgDraft, change: Change): boolean {
  try {
    draft.apply(change)
    return true
  } catch (error) {
    if (isOrgError(error, 'INVALID_CHANGES')) return false
    throw error
  }
}

/** Compares all answers about some roles with those of an org. */
function compareAnswers(draft: OrgDraft, org: Org, ids: readonly string[]): void {
  for (const id of ids) {
    expect(draft.managerOf(id)).toBe(managerOf(org, id))
    expect(draft.managementChainOf(id)).toEqual(managementChainOf(org, id))
    expect(draft.organizationSizeOf(id)).toBe(organizationSizeOf(org, id))
    expect(draft.spanOfControlOf(id)).toBe(spanOfControlOf(org, id))
    expect(draft.directReportsOf(id)).toEqual(directReportsOf(org, id))
    for (const other of ids) {
      const above = isAbove(org, id, other)
      expect(draft.isAbove(id, other)).toBe(above)
      expect(draft.wouldMakeCycle(id, other)).toBe(above || id === other)
      expect(draft.lowestCommonManagerOf([id, other])).toBe(lowestCommonManagerOf(org, [id, other]))
    }
  }
  const three = ids.slice(0, 3)
  if (three.length > 1) expect(draft.lowestCommonManagerOf(three)).toBe(lowestCommonManagerOf(org, three))
}

function each(law: (random: Random) => void): void {
  forSeeds(RUNS, law)
}

it('on any chart, sound or broken, a draft is what changeOrg makes of its changes after every edit, undo and redo', () => {
  let edits = 0
  each((random) => {
    const org = randomOrg(random)
    const draft: OrgDraft = draftOf(org)
    const made: Change[] = []
    let undone: Change[] = []
    for (let turn = 0; turn < 20; turn++) {
      const kind = random(5)
      if (kind === 0) {
        const taken = made.pop()
        expect(draft.undo()).toEqual(taken)
        if (taken !== undefined) undone.push(taken)
      } else if (kind === 1) {
        const again = undone.pop()
        expect(draft.redo()).toEqual(again)
        if (again !== undefined) made.push(again)
      } else {
        const change = randomChange(random)
        let after: Org | undefined
        try {
          const all: readonly Change[] = [...made, change]
          after = changeOrg(org, all).org
        } catch (error) {
          if (!isOrgError(error, 'INVALID_CHANGES')) throw error
        }
        expect(tried(draft, change), JSON.stringify([...made, change])).toBe(after !== undefined)
        if (after !== undefined) {
          made.push(change)
          undone = []
          edits++
        }
      }
      if (random(3) > 0) continue
      const told = JSON.stringify(made)
      expect(draft.changes(), told).toEqual(made)
      const now = draft.toOrg()
      expect(now, told).toEqual(changeOrg(org, made).org)
      compareAnswers(draft, now, rolesOf(now))
    }
    while (draft.undo() !== undefined) made.pop()
    expect(made).toEqual([])
    expect(draft.toOrg()).toBe(org)
    compareAnswers(draft, org, rolesOf(org))
    expect(draft.changes()).toEqual([])
  })
  expect(edits).toBeGreaterThan(RUNS)
})

function thrownBy(call: () => unknown): unknown {
  try {
    call()
  } catch (error) {
    return error
  }
  return undefined
}

/** The issues of an error, with witnesses in no order: roles that were added or placed have other numbers in a new org. */
function issuesOf(error: unknown): unknown {
  if (!isOrgError(error, 'INVALID_CHANGES')) throw error
  return error.details.issues.map(({ code, witness }) => [code, witness.map(String).sort()])
}

it('a refused edit leaves no trace, and is refused as changeOrg refuses it', () => {
  let refused = 0
  each((random) => {
    const org = randomOrg(random)
    const draft: OrgDraft = draftOf(org)
    for (let turn = 0; turn < 6; turn++) {
      const change = randomChange(random)
      const before = draft.toOrg()
      const changes = draft.changes()
      try {
        draft.apply(change)
      } catch (error) {
        if (!isOrgError(error, 'INVALID_CHANGES')) throw error
        refused++
        expect(draft.toOrg()).toEqual(before)
        expect(draft.changes()).toEqual(changes)
        compareAnswers(draft, before, rolesOf(before))
        expect(issuesOf(error)).toEqual(issuesOf(thrownBy(() => changeOrg(before, [change]))))
      }
    }
  })
  expect(refused).toBeGreaterThan(RUNS)
})

/** A chart of roles with about seven reports each. */
function tree(count: number): Org {
  const records = Array.from({ length: count }, (_, at) => ({
    id: `r${String(at)}`,
    manager: at === 0 ? null : `r${String(Math.floor((at - 1) / 7))}`,
  }))
  return orgFromRecords(records, { id: 'id', manager: 'manager' })
}

it('10,000 edits in a walk give the answers of orgs that are made again, and can all be undone', () => {
  const org = tree(300)
  const draft: OrgDraft = draftOf(org)
  const random = randomFrom(7)
  let added = 0
  let made = 0
  let live = [...rolesOf(org)]
  const any = (): string => live[random(live.length)]
  for (let turn = 0; turn < 10_000; turn++) {
    const kind = random(20)
    const role = any()
    if (kind === 0) {
      const before = random(2) === 0 ? { before: any() } : {}
      const id = `new${String(added++)}`
      expect(
        tried(draft, { do: 'add-role', role: id, spec: { reportsTo: role, title: 'New' }, ...before }),
      ).toBe(true)
      live.push(id)
      made++
    } else if (kind === 1 && live.length > 250) {
      expect(tried(draft, { do: 'remove-role', role, reports: 'lift' })).toBe(true)
      live = live.filter((id) => id !== role)
      made++
    } else if (kind === 2) {
      if (tried(draft, { do: 'remove-role', role, reports: { to: any() } })) {
        live = live.filter((id) => id !== role)
        made++
      }
    } else if (kind === 3) {
      expect(
        tried(draft, { do: 'update-role', role, set: { status: random(2) === 0 ? 'planned' : null } }),
      ).toBe(true)
      made++
    } else if (kind === 4) {
      expect(tried(draft, { do: 'reorder', role, before: random(4) === 0 ? null : any() })).toBe(true)
      made++
    } else if (kind < 9) {
      if (draft.undo() !== undefined) made--
      live = [...rolesIn(draft, org, added)]
    } else if (kind < 11) {
      if (draft.redo() !== undefined) made++
      live = [...rolesIn(draft, org, added)]
    } else {
      const manager = random(10) === 0 ? null : any()
      const before = random(8) === 0 ? { before: any() } : {}
      const closes = manager !== null && draft.wouldMakeCycle(role, manager)
      expect(tried(draft, { do: 'set-manager', role, manager, ...before })).toBe(!closes)
      if (!closes) made++
    }
    if (turn % 250 === 0) {
      const now = draft.toOrg()
      expect(rolesOf(now)).toHaveLength(live.length)
      compareAnswers(
        draft,
        now,
        Array.from({ length: 12 }, () => any()),
      )
    }
  }
  const changes = draft.changes()
  expect(changes).toHaveLength(made)
  const end = draft.toOrg()
  expect(end).toEqual(changeOrg(org, changes).org)
  for (let left = made; left > 0; left--) expect(draft.undo()).toBeDefined()
  expect(draft.undo()).toBeUndefined()
  compareAnswers(draft, org, ['r0', 'r1', 'r2', 'r50', 'r299'])
  for (let left = made; left > 0; left--) draft.redo()
  expect(draft.changes()).toEqual(changes)
  expect(draft.toOrg()).toEqual(end)
})

function rolesIn(draft: OrgDraft, org: Org, added: number): string[] {
  const news = Array.from({ length: added }, (_, at) => `new${String(at)}`)
  return [...rolesOf(org), ...news].filter((id) => draft.isRole(id))
}
