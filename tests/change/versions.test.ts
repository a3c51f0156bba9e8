import {
  careerPath,
  type Change,
  changeOrg,
  compareRoles,
  diffOrgs,
  directReportsOf,
  feedersOf,
  find,
  headcountOf,
  holdersOf,
  isAbove,
  isOrgError,
  isRole,
  layerOf,
  linesOf,
  lowestCommonManagersOf,
  managementChainOf,
  managerOf,
  managersOf,
  membersOf,
  mergeOrgs,
  nextStepsOf,
  type Org,
  orgFromDocument,
  orgFromRecords,
  organizationSizeOf,
  packOrg,
  peersOf,
  reportingPathBetween,
  roleOf,
  rolesOf,
  rollUp,
  skipLevelManagerOf,
  spanOfControlOf,
  spansAndLayers,
  subOrg,
  topRolesOf,
  toGraph,
  transitiveReportsOf,
  unpackOrg,
} from 'rolegraph'
import * as handles from 'rolegraph/handles'
import { describe, expect, it } from 'vitest'
import { stateOf } from '../../src/engine/org-state.js'
import { type Random, randomChange, randomFrom, randomOrg } from './random-charts.js'
import { orgOf, SMALL_CHANGES, smallCharts } from './small-changes.js'

const RUNS = Number(process.env['CHANGE_RUNS'] ?? 400)

const LINES = ['solid', 'dotted', 'all'] as const

/** Questions about one role, two roles and whole charts. */
const QUESTIONS: readonly ((org: Org, a: string, b: string) => unknown)[] = [
  (org, a) => managerOf(org, a),
  (org, a) => skipLevelManagerOf(org, a),
  (org, a) => roleOf(org, a),
  (org, a) => isRole(org, a),
  (org, a) => layerOf(org, a),
  (org, a) => nextStepsOf(org, a),
  (org, a) => feedersOf(org, a),
  (org, a) => holdersOf(org, a),
  (org, a) => headcountOf(org, a),
  (org, a, b) => careerPath(org, a, b),
  (org, a, b) => compareRoles(org, a, b, { by: 'grade' }),
  (org, a) => find(org, a),
  (org, a) => handles.idOf(org, handles.handleOf(org, a)),
  (org, a) => handles.managerOf(org, handles.handleOf(org, a)),
  ...LINES.flatMap((lines): ((org: Org, a: string, b: string) => unknown)[] => [
    (org, a) => managersOf(org, a, { lines }),
    (org, a) => managementChainOf(org, a, { lines }),
    (org, a) => linesOf(org, a, { lines }),
    (org, a) => directReportsOf(org, a, { lines }),
    (org, a) => transitiveReportsOf(org, a, { lines }),
    (org, a) => peersOf(org, a, { lines }),
    (org, a) => organizationSizeOf(org, a, { lines }),
    (org, a) => spanOfControlOf(org, a, { lines }),
    (org, a, b) => isAbove(org, a, b, { lines }),
    (org, a, b) => compareRoles(org, a, b, { lines }),
    (org, a, b) => reportingPathBetween(org, a, b, { lines }),
    (org, a, b) => lowestCommonManagersOf(org, [a, b], { lines }),
    (org) => topRolesOf(org, { lines }),
  ]),
  (org) => rolesOf(org),
  (org) => membersOf(org, 'u', { nested: true }),
  (org, a) => rollUp(org, 'headcount').of(a),
  (org) => spansAndLayers(org),
  (org) => graphOf(org),
  (org, a) => JSON.stringify(subOrg(org, a)),
  (org) => JSON.stringify(org),
  (org) => JSON.stringify(unpackOrg(packOrg(org))),
]

/** The answer, or the code of the error. */
function answered(question: (typeof QUESTIONS)[number], org: Org, a: string, b: string): unknown {
  try {
    return question(org, a, b)
  } catch (error) {
    if (isOrgError(error)) return error.code
    throw error
  }
}

function graphOf(org: Org): unknown {
  const graph = toGraph(org)
  return [
    graph.mapNodes((key, attributes) => [key, attributes]),
    graph.mapEdges((_key, attributes, source, target) => [source, target, attributes]),
  ]
}

function tried(org: Org, change: Change): Org | undefined {
  try {
    return changeOrg(org, [change]).org
  } catch (error) {
    if (isOrgError(error, 'INVALID_CHANGES')) return undefined
    throw error
  }
}

/** Versions of a chart, each made of one of those before by one change. */
function versionsOf(first: Org, random: Random, tries: number): Org[] {
  const versions = [first]
  for (let index = 0; index < tries; index++) {
    const from = random(3) > 0 ? versions.length - 1 : random(versions.length)
    const next = tried(versions[from], randomChange(random))
    if (next !== undefined) versions.push(next)
  }
  return versions
}

function rebuilt(org: Org): Org {
  const document = JSON.parse(JSON.stringify(org)) as Parameters<typeof orgFromDocument>[0]
  return orgFromDocument(document, { onIssue: 'collect' })
}

/** The org of the whole columns; `undefined` where these cannot be read again, such as a role twice in one unit. */
function copied(org: Org): Org | undefined {
  const copy = unpackOrg(packOrg(org))
  try {
    graphOf(copy)
    return copy
  } catch (error) {
    if (isOrgError(error, 'INVALID_ARGUMENT')) return undefined
    throw error
  }
}

describe('a version of a chart', () => {
  it('answers every question as its whole columns do, whatever was asked before', () => {
    for (let seed = 1; seed <= RUNS; seed++) {
      // The versions to ask, and the same ones again, from which nothing was read.
      const [asked, again] = [1, 2].map(() => {
        const random = randomFrom(seed)
        return versionsOf(randomOrg(random), random, 12)
      })
      const expected = again.map(copied)
      const random = randomFrom(seed + 1_000_000)
      for (let ask = 0; ask < 24; ask++) {
        const version = random(asked.length)
        const whole = expected[version]
        if (whole === undefined) continue
        const ids = [...rolesOf(whole), 'u', 'nobody']
        const [a, b] = [ids[random(ids.length)], ids[random(ids.length)]]
        const question = QUESTIONS[random(QUESTIONS.length)]
        const at = `seed ${String(seed)}, version ${String(version)}, of ${a} and ${b}: ${String(question)}`
        expect(answered(question, asked[version], a, b), at).toEqual(answered(question, whole, a, b))
      }
    }
  })

  it('answers as the chart that is built from its document, after every change, and some lists of two, of all charts of up to three roles', () => {
    const random = randomFrom(3)
    const points = QUESTIONS.slice(0, -8)
    for (const chart of smallCharts()) {
      if (chart.length > 3) break
      const org = orgOf(chart)
      for (const change of SMALL_CHANGES) {
        const once = tried(org, change)
        if (once === undefined) continue
        const other = SMALL_CHANGES[random(SMALL_CHANGES.length)]
        const twice = random(4) === 0 ? tried(once, other) : undefined
        for (const [version, same] of [
          [once, tried(org, change)],
          [twice, twice && tried(once, other)],
        ]) {
          if (version === undefined || same === undefined) continue
          const expected = rebuilt(same)
          const ids = rolesOf(expected)
          for (let ask = 0; ask < 6; ask++) {
            const [a, b] = [ids[random(ids.length)] ?? 'a', ids[random(ids.length)] ?? 'a']
            const question = points[random(points.length)]
            expect(answered(question, version, a, b), String(question)).toEqual(
              answered(question, expected, a, b),
            )
          }
        }
      }
    }
  })

  it('shares the columns of the chart however many managers its changes refer to', () => {
    const count = 10_000
    const records = Array.from({ length: count }, (_, at) => ({
      id: `r${String(at)}`,
      manager: at === 0 ? null : 'r0',
    }))
    const org = orgFromRecords(records, { id: 'id', manager: 'manager' })
    // 150 roles change and 150 others become managers: a version of this chart may have 156 changed roles.
    const changes = Array.from({ length: 150 }, (_, at): Change => {
      return { do: 'set-manager', role: `r${String(1 + at)}`, manager: `r${String(5_000 + at)}` }
    })
    const { columns } = stateOf(changeOrg(org, changes).org)
    expect(columns.reader).toBeDefined()
    expect(columns.ids).toBe(stateOf(org).columns.ids)
  })

  it('shares the columns of the chart when two versions with a thousand changes in all or more are merged', () => {
    const org = orgFromRecords(
      Array.from({ length: 90_000 }, (_, at) => ({ id: `r${String(at)}` })),
      { id: 'id' },
    )
    const [ours, theirs] = [0, 700].map(
      (first) =>
        changeOrg(
          org,
          Array.from({ length: 700 }, (_, at): Change => {
            return {
              do: 'update-role',
              role: `r${String(first + at)}`,
              set: { title: `New ${String(first + at)}` },
            }
          }),
        ).org,
    )
    const merged = mergeOrgs(org, ours, theirs).org
    if (merged === undefined) throw new Error('The sides change different roles')
    const { columns } = stateOf(merged)
    expect(columns.reader).toBeDefined()
    expect(columns.ids).toBe(stateOf(org).columns.ids)
    for (const at of [0, 699, 700, 1_399])
      expect(roleOf(merged, `r${String(at)}`).title).toBe(`New ${String(at)}`)
    expect(roleOf(merged, 'r1400').title).toBe('r1400')
  })

  it('has whole columns when much of it has changed, and answers the same', () => {
    const random = randomFrom(11)
    const records = Array.from({ length: 300 }, (_, at) => ({
      id: `r${String(at)}`,
      manager: at === 0 ? undefined : `r${String(Math.floor((at - 1) / 4))}`,
      title: `Role ${String(at)}`,
    }))
    const read = (rows: typeof records): Org =>
      orgFromRecords(rows, { id: 'id', manager: 'manager', title: 'title' })
    let org = read(records)
    for (let round = 0; round < 400; round++) {
      const id = `n${String(round)}`
      const at = 1 + random(records.length - 1)
      const hasReports = records.some(({ manager }) => manager === records[at].id)
      const kind = random(4)
      let change: Change
      if (kind === 0) {
        change = { do: 'add-role', role: id, spec: { reportsTo: 'r0', title: id }, before: records[at].id }
        records.splice(at, 0, { id, manager: 'r0', title: id })
      } else if (kind === 1 && !hasReports) {
        change = { do: 'remove-role', role: records[at].id }
        records.splice(at, 1)
      } else if (kind === 2) {
        change = { do: 'reorder', role: records[at].id, before: null }
        records.push(...records.splice(at, 1))
      } else {
        change = { do: 'update-role', role: records[at].id, set: { title: id } }
        records[at] = { ...records[at], title: id }
      }
      org = changeOrg(org, [change]).org
      const { id: asked, manager, title } = records[random(records.length)]
      expect(managerOf(org, asked)).toBe(manager)
      expect(roleOf(org, asked).title).toBe(title)
      if (round % 40 === 0) expect(JSON.stringify(org)).toBe(JSON.stringify(read(records)))
    }
    expect(diffOrgs(org, read(records)).changes).toEqual([])
  })

  it('takes several changes at once, and does not count roles that an earlier version removed', () => {
    const chart = orgOf(['a', 'b', 'c'].map((id) => ({ id, dottedTo: [], progressesTo: [] })))
    const first = changeOrg(chart, [
      { do: 'update-role', role: 'a', set: { title: 'A' } },
      { do: 'set-manager', role: 'c', manager: 'b' },
      { do: 'update-role', role: 'b', set: { grade: 2 } },
    ]).org
    expect(
      rolesOf(first).map((id) => [roleOf(first, id).title, roleOf(first, id).grade, managerOf(first, id)]),
    ).toEqual([
      ['A', undefined, undefined],
      ['b', 2, undefined],
      ['c', undefined, 'b'],
    ])
    const chain = orgOf([
      { id: 'a', dottedTo: [], progressesTo: [] },
      { id: 'b', reportsTo: 'a', dottedTo: [], progressesTo: [] },
    ])
    const second = changeOrg(chain, [{ do: 'remove-role', role: 'b' }]).org
    expect(rolesOf(changeOrg(second, [{ do: 'remove-role', role: 'a' }]).org)).toEqual([])
  })
})
