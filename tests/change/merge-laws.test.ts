import {
  type Change,
  changeOrg,
  diffOrgs,
  issuesOf,
  type MergeConflict,
  mergeOrgs,
  type Org,
} from 'rolegraph'
import { expect, it } from 'vitest'
import { forSeeds, soundChanges, tried } from './random-changes.js'
import { type Random, randomFrom, randomOrg } from './random-charts.js'
import { sortedContentOf, textOf } from './sorted-content.js'

const RUNS = Number(process.env['MERGE_RUNS'] ?? 250)

/** Everything in an org but the issues of its input. */
function contentOf(org: Org | undefined): unknown {
  if (org === undefined) return undefined
  const { issues: _issues, ...content } = Reflect.get(org, 'content') as { readonly issues: unknown }
  return content
}

function isNoRename(change: Change): boolean {
  return change.do !== 'rename-role'
}

function each(law: (random: Random) => void): void {
  forSeeds(RUNS, law)
}

/** A chart, and one that is another chart or made of it by some changes. */
function side(random: Random, base: Org): Org {
  return random(4) === 0 ? randomOrg(random) : changeOrg(base, soundChanges(random, base, 6, isNoRename)).org
}

it('a merge with an unchanged side is the other side', () => {
  each((random) => {
    const seed = random(1_000_000)
    const base = randomOrg(randomFrom(seed))
    const other = side(random, base)
    for (const same of [base, randomOrg(randomFrom(seed))]) {
      const taken = mergeOrgs(base, same, other)
      expect(taken.conflicts).toEqual([])
      expect(contentOf(taken.org)).toEqual(contentOf(other))
      expect(mergeOrgs(base, other, same)).toMatchObject({ changes: [], conflicts: [] })
      expect(contentOf(mergeOrgs(base, other, same).org)).toEqual(contentOf(other))
    }
  })
})

it('a merge of two equal sides is either of them', () => {
  each((random) => {
    const [base, seed] = [randomOrg(random), random(1_000_000)]
    const [one, other] = [1, 2].map(() => side(randomFrom(seed), base))
    const { org, changes, conflicts } = mergeOrgs(base, one, other)
    expect(conflicts).toEqual([])
    expect(changes).toEqual([])
    expect(contentOf(org)).toEqual(contentOf(one))
  })
})

it('a merge of swapped sides is the same up to order, with the mirrored conflicts', () => {
  each((random) => {
    const base = randomOrg(random)
    const [one, other] = [side(random, base), side(random, base)]
    const here = mergeOrgs(base, one, other)
    const there = mergeOrgs(base, other, one)
    const text = (conflicts: readonly MergeConflict[]): string[] =>
      conflicts
        .filter((conflict) => !isFollowing(conflict, conflicts))
        .map((conflict) => textOf({ ...conflict, message: '' }))
        .sort()
    expect(text(here.conflicts)).toEqual(
      text(
        there.conflicts.map(
          (conflict) => ({ ...conflict, ours: conflict.theirs, theirs: conflict.ours }) as MergeConflict,
        ),
      ),
    )
    expect(sortedContentOf(here.org)).toEqual(sortedContentOf(there.org))
  })
})

/** Whether a cycle is closed only because one side stays as it is in another conflict. */
function isFollowing(conflict: MergeConflict, all: readonly MergeConflict[]): boolean {
  if (conflict.kind !== 'cycle') return false
  const others = JSON.stringify(all.filter(({ kind }) => kind !== 'cycle'))
  return conflict.cycle.some((id) => others.includes(JSON.stringify(id)))
}

it('the changes of a merge lead from our side to the merged org', () => {
  each((random) => {
    const base = randomOrg(random)
    const [ours, theirs] = [side(random, base), side(random, base)]
    for (const conflicts of ['ours', 'theirs'] as const) {
      const { org, changes } = mergeOrgs(base, ours, theirs, { conflicts })
      expect(contentOf(changeOrg(ours, changes, { onIssue: 'collect' }).org)).toEqual(contentOf(org))
    }
    const { org, changes } = mergeOrgs(base, ours, theirs)
    const led = changeOrg(ours, changes, { onIssue: 'collect' }).org
    expect(contentOf(led)).toEqual(contentOf(org ?? mergeOrgs(base, ours, theirs, { conflicts: 'ours' }).org))
  })
})

it('a merge into sound charts is sound, whoever wins', () => {
  each((random) => {
    const base = randomOrg(random)
    if (issuesOf(base).length > 0) return
    const [ours, theirs] = [1, 2].map(() => changeOrg(base, soundChanges(random, base, 8, isNoRename)).org)
    const { changes } = mergeOrgs(base, ours, theirs)
    expect(tried(ours, changes), JSON.stringify(changes)).toBeDefined()
    const mine = mergeOrgs(base, ours, theirs, { conflicts: 'ours' })
    const yours = mergeOrgs(base, theirs, ours, { conflicts: 'theirs' })
    expect(sortedContentOf(yours.org)).toEqual(sortedContentOf(mine.org))
  })
})

it('what both sides do without a conflict is what their changes do, one list after the other', () => {
  let compared = 0
  let conflicts = 0
  each((random) => {
    const base = randomOrg(random)
    const [one, other] = [1, 2].map(() => soundChanges(random, base, 8, isNoRename))
    // A list of people names those who held roles on its side.
    if ([...one, ...other].some(({ do: kind }) => kind === 'list-people')) return
    // What both do is done once.
    const told = (change: Change): string => textOf({ ...change, at: undefined, before: undefined })
    const done = new Set(one.map(told))
    if (other.some((change) => done.has(told(change)))) return
    const [ours, theirs] = [one, other].map((changes) => changeOrg(base, changes).org)
    const { org, conflicts: found } = mergeOrgs(base, ours, theirs)
    // What a side does, and what is left of it: a change may do nothing, or take another one back.
    const [our, their] = [ours, theirs].map((side) => diffOrgs(base, side).changes)
    const orders = [
      [...one, ...other],
      [...other, ...one],
      [...our, ...their],
      [...their, ...our],
    ].map((changes) => tried(base, changes))
    if (found.length > 0) conflicts++
    if (org === undefined || orders.every((order) => order === undefined)) return
    compared++
    const contents = orders.map((order) => textOf(sortedContentOf(order) ?? null))
    expect(contents).toContain(textOf(sortedContentOf(org)))
  })
  expect(compared).toBeGreaterThan(RUNS / 3)
  expect(conflicts).toBeGreaterThan(RUNS / 20)
})

it('the changes of a merge are those of a diff where only one side changed anything', () => {
  each((random) => {
    const base = randomOrg(random)
    const other = changeOrg(base, soundChanges(random, base, 6, isNoRename)).org
    const led = changeOrg(base, mergeOrgs(base, base, other).changes, { onIssue: 'collect' }).org
    expect(diffOrgs(led, other).changes).toEqual([])
  })
})
