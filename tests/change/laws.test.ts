import { type Change, changeOrg, diffOrgs, invertChanges, isOrgError, type Org } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { forSeeds, soundChanges, tried } from './random-changes.js'
import { type Random, randomChange, randomFrom, randomOrg } from './random-charts.js'

const RUNS = Number(process.env['CHANGE_RUNS'] ?? 400)

/** Everything in an org but the issues of its input. */
function contentOf(org: Org): unknown {
  const { issues: _issues, ...content } = Reflect.get(org, 'content') as { readonly issues: unknown }
  return content
}

function each(law: (random: Random) => void): void {
  forSeeds(RUNS, law)
}

describe('on any two charts, sound or broken', () => {
  it('the changes of a diff lead from the one to the other', () => {
    each((random) => {
      const [before, after] = [randomOrg(random), randomOrg(random)]
      const { changes } = diffOrgs(before, after)
      const led = changeOrg(before, changes, { onIssue: 'collect' }).org
      expect(contentOf(led)).toEqual(contentOf(after))
    })
  })

  it('a diff of a chart with itself, or an equal one, is empty', () => {
    each((random) => {
      const seed = random(1_000_000)
      const org = randomOrg(randomFrom(seed))
      expect(diffOrgs(org, org).changes).toEqual([])
      expect(diffOrgs(org, randomOrg(randomFrom(seed))).changes).toEqual([])
    })
  })
})

describe('on any chart and any changes', () => {
  it('changes one by one give what they give together', () => {
    each((random) => {
      const org = randomOrg(random)
      const changes = soundChanges(random, org, 8)
      const together = changeOrg(org, changes).org
      let now = org
      for (const change of changes) now = changeOrg(now, [change]).org
      expect(contentOf(together)).toEqual(contentOf(now))
      expect(together).toEqual(now)
    })
  })

  it('the inverse of changes gives the chart back', () => {
    each((random) => {
      const org = randomOrg(random)
      const changes = soundChanges(random, org, 6)
      const inverse = invertChanges(org, changes)
      const back = changeOrg(changeOrg(org, changes).org, inverse, { onIssue: 'collect' }).org
      expect(contentOf(back)).toEqual(contentOf(org))
    })
  })

  it('the org before the changes stays as it is', () => {
    each((random) => {
      const seed = random(1_000_000)
      const org = randomOrg(randomFrom(seed))
      soundChanges(random, org, 6)
      expect(org).toEqual(randomOrg(randomFrom(seed)))
    })
  })

  it('the diff to the chart after changes leads there too', () => {
    each((random) => {
      const org = randomOrg(random)
      const after = changeOrg(org, soundChanges(random, org, 6)).org
      const led = changeOrg(org, diffOrgs(org, after).changes, { onIssue: 'collect' }).org
      expect(contentOf(led)).toEqual(contentOf(after))
    })
  })

  it('a list with a problem throws all problems, each with its change, and applies none', () => {
    each((random) => {
      const org = randomOrg(random)
      const changes = Array.from({ length: 4 }, () => randomChange(random))
      try {
        changeOrg(org, changes)
      } catch (error) {
        if (!isOrgError(error, 'INVALID_CHANGES')) throw error
        expect(error.details.issues.length).toBeGreaterThan(0)
        for (const issue of error.details.issues)
          expect(issue.place.path?.slice(0, 2)).toEqual(['changes', issue.change])
      }
    })
  })

  it('changes of different roles commute up to the order of roles', () => {
    let compared = 0
    each((random) => {
      const org = randomOrg(random)
      const local = [
        'set-manager',
        'update-role',
        'add-role',
        'add-dotted-line',
        'remove-dotted-line',
        'add-move',
        'remove-move',
      ]
      const sound = Array.from({ length: 40 }, () => randomChange(random)).filter(
        (change) => local.includes(change.do) && tried(org, [change]) !== undefined,
      )
      const [one, other] = [sound.at(0), sound.at(-1)]
      if (one === undefined || other === undefined) return
      const named = [one, other].map(idsIn)
      if ([...named[0]].some((id) => named[1].has(id))) return
      const [first, second] = [
        [one, other],
        [other, one],
      ].map((changes) => tried(org, changes))
      expect(first === undefined).toBe(second === undefined)
      if (first === undefined || second === undefined) return
      compared++
      expect(sortedRoles(first)).toEqual(sortedRoles(second))
    })
    expect(compared).toBeGreaterThan(RUNS / 20)
  })
})

/** Every text in a change: ids, and a few words. */
function idsIn(change: Change): ReadonlySet<string> {
  const texts = JSON.stringify(change).match(/"[^"]*"/g) ?? []
  return new Set(texts.filter((text) => /^"(?:[a-f7]|__proto__)"$/.test(text)))
}

function sortedRoles(org: Org): unknown {
  const { roles } = contentOf(org) as { readonly roles: readonly { readonly id: string }[] }
  return roles.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
