// A million roles in one chain, under one manager and in one cycle: asks every reporting query of the built package and
// compares each answer with a known one. Run with a small stack, it shows that nothing recurses over data:
//   npm run build:js && node --stack-size=256 scripts/check-million-chain.mjs [number of roles]
import assert from 'node:assert/strict'
import { TextEncoder } from 'node:util'

const [rolegraph, handles] = await Promise.all([
  import('../dist/index.js'),
  import('../dist/handles.js'),
]).catch((cause) => {
  throw new Error('Build the package first: npm run build:js', { cause })
})

const count = Number(process.argv[2] ?? 1_000_000)
assert(
  Number.isInteger(count) && count >= 20 && count % 4 === 0,
  'The number of roles: a multiple of 4 from 20',
)

/** Exports that are not reporting queries: constructors, errors, careers, graphs, and checks with their rules. */
const NO_REPORTING_QUERIES = new Set([
  ...[
    'OrgError',
    'isOrgError',
    'defineOrg',
    'orgFromDocument',
    'packOrg',
    'unpackOrg',
    'transferListOf',
    'orgFromRecords',
    'historyFromDocument',
    'historyFromRecords',
    'toHistoryDocument',
    'fromGraph',
    'toGraph',
    'walk',
    'graphKeyOf',
  ],
  ...[
    'careerGap',
    'careerPath',
    'careerPaths',
    'crossCheck',
    'deadEndsOf',
    'entryRolesOf',
    'feedersOf',
    'isLattice',
  ],
  ...['ladderOf', 'nextStepsOf', 'reachableFrom'],
  'describeChange',
  ...[
    'checkOrg',
    'makeIssue',
    'nearestId',
    'structureRules',
    'gradeAboveReports',
    'maxLayers',
    'maxSpan',
    'noManagerOfFormerPost',
  ],
  ...[
    'formatIssues',
    'isOrg',
    'minSpan',
    'noReportingToOneself',
    'noRoleWithoutUnit',
    'noSingleReport',
    'noUnitWithoutHead',
    'noVacantManager',
    'oneTop',
    'policy',
    'starterPolicy',
  ],
])

const asked = new Set()
const askedByHandle = new Set(['NO_HANDLE'])
let checks = 0

/** Asks one query and compares the answer, or the part of it that `part` picks out. */
function check(query, args, expected, part = (answer) => answer, library = rolegraph) {
  const asking = library === handles ? askedByHandle : asked
  asking.add(query)
  checks++
  const answer = part(library[query](...args))
  const same = Array.isArray(expected) ? sameList(answer, expected) : undefined
  // deepEqual explains a difference well, but is slow on a million entries.
  if (same !== true) assert.deepEqual(answer, expected, `${query} of ${args.slice(1).map(String).join(', ')}`)
}

function sameList(actual, expected) {
  return actual.length === expected.length && expected.every((entry, at) => Object.is(entry, actual[at]))
}

/** `prefix` with each number from `first` to `last`, in steps, up or down. */
function ids(prefix, first, last, step = first <= last ? 1 : -1) {
  const length = Math.max(0, Math.floor((last - first) / step) + 1)
  return Array.from({ length }, (_, at) => `${prefix}${first + at * step}`)
}

const roles = ({ roles: list }) => list
const all = { lines: 'all' }
const dotted = { lines: 'dotted' }

/** r0 is the top; each role reports to the previous one and has a dotted line to the one before that. */
function chain() {
  const [last, middle] = [count - 1, count / 2]
  const id = (role) => `r${role}`
  // From the bottom up, so that no role comes after its manager.
  const person = (role) => `p${role}`
  const records = Array.from({ length: count }, (_, at) => {
    const role = last - at
    const holders = role % 2 === 0 ? [person(role)] : []
    return {
      id: id(role),
      manager: role > 0 ? id(role - 1) : null,
      dotted: role > 1 ? id(role - 2) : null,
      holders,
    }
  })
  const fields = { id: 'id', manager: 'manager', dotted: 'dotted', holders: 'holders' }
  const org = rolegraph.orgFromRecords(records, fields)

  check('rolesOf', [org], ids('r', last, 0))
  check('isRole', [org, id(last)], true)
  check('isRole', [org, id(count)], false)
  check('issuesOf', [org], [])
  check('roleOf', [org, id(last)], [id(last), id(last - 1), id(last - 2)], (role) => [
    role.id,
    role.reportsTo,
    ...role.dottedTo,
  ])
  // Every second role is vacant, the last one too.
  check('peopleOf', [org], ids('p', last - 1, 0, -2))
  check('isPerson', [org, person(middle)], true)
  check('personOf', [org, person(middle)], person(middle), ({ name }) => name)
  check('rolesHeldBy', [org, person(middle)], [id(middle)])
  check('holdersOf', [org, id(middle)], [person(middle)])
  check('assignmentsOf', [org, { person: person(middle) }], [id(middle)], (list) =>
    list.map(({ role }) => role),
  )
  check('vacantRolesOf', [org], ids('r', last, 1, -2))
  check('filledManagerOf', [org, id(last)], id(last - 1))
  check('managersOfPerson', [org, person(middle)], [person(middle - 2)])
  check('reportsOfPerson', [org, person(middle)], [person(middle + 2)])
  check('reportsOfPerson', [org, person(0), { transitive: true }], ids('p', 2, last, 2))
  check('isPersonAbove', [org, person(0), person(last - 1)], true)
  check('headcountOf', [org], count / 2)
  check('seatsOf', [org, id(0)], count / 2)
  check('find', [org, id(middle)], [id(middle)], (found) => found.map((match) => match.id))
  const moved = rolegraph.changeOrg(org, [{ do: 'set-manager', role: id(last), manager: id(0) }]).org
  check(
    'changeOrg',
    [moved, [{ do: 'remove-role', role: id(middle), reports: 'lift', references: 'remove' }]],
    [2, id(middle - 1)],
    (result) => [result.effects.length, rolegraph.managerOf(result.org, id(middle + 1))],
  )
  check(
    'invertChanges',
    [org, [{ do: 'set-manager', role: id(last), manager: id(0) }]],
    [id(last - 1)],
    (inverse) => inverse.map(({ manager }) => manager),
  )
  assert.throws(
    () => rolegraph.changeOrg(org, [{ do: 'set-manager', role: id(0), manager: id(last) }]),
    (error) =>
      rolegraph.isOrgError(error, 'INVALID_CHANGES') && error.details.issues[0].witness.length === count + 1,
  )
  check('diffOrgs', [org, moved], [id(last)], ({ changes }) => changes.map(({ role }) => role))
  const diff = rolegraph.diffOrgs(org, moved)
  const titled = rolegraph.changeOrg(org, [{ do: 'update-role', role: id(last), set: { title: 'Last' } }]).org
  check('mergeOrgs', [org, moved, titled], [id(0), 'Last', 0], (merge) => [
    rolegraph.managerOf(merge.org, id(last)),
    rolegraph.roleOf(merge.org, id(last)).title,
    merge.conflicts.length,
  ])
  check('marksOf', [diff], [[id(last), 'moved']], (marks) => [...marks])
  check('figuresOf', [diff], [count, count - 1], ({ layers }) => [layers.before, layers.after])
  check('filterOrg', [org, (role) => role.vacant], [id(last - 2)], (kept) =>
    rolegraph.managersOf(kept, id(last)),
  )
  check('subOrg', [org, id(middle)], [count / 2, id(middle)], (part) => [
    rolegraph.rolesOf(part).length,
    ...rolegraph.topRolesOf(part),
  ])
  check('redact', [org], [id(last - 1)], (shared) => rolegraph.managersOf(shared, id(last)))
  const [before, on, after] = ['2026-03-31', '2026-04-01', '2026-05-01']
  const toTop = { do: 'set-manager', role: id(last), manager: id(0) }
  const history = rolegraph.historyOf(org, [{ on, changes: [toTop] }])
  check('historyOf', [org, [{ on, changes: [toTop] }]], [id(0)], (made) => [
    rolegraph.managerAt(made, id(last), on),
  ])
  check('managerAt', [history, id(last), before], id(last - 1))
  check('orgAt', [history, after], [id(0)], (made) => rolegraph.managementChainOf(made, id(last)))
  check('changesBetween', [history, before, after], [{ on, changes: [toTop] }])
  check('historyIssuesOf', [history], [])
  check('tenureOf', [history, { role: id(0) }, after], ['p0'], (tenures) =>
    tenures.map(({ person: held }) => held),
  )
  check('erasePeople', [history, 'p0'], [false, id(0)], (made) => [
    rolegraph.tenureOf(made, { role: id(0) }, after).some(({ person: held }) => held === 'p0'),
    rolegraph.managerAt(made, id(last), on),
  ])
  check('timelineOf', [history, { role: id(last) }], 2, (spells) => spells.length)
  check(
    'historyFromSnapshots',
    [
      [
        { on: before, org },
        { on, org: rolegraph.orgAt(history, on) },
      ],
    ],
    [id(last - 1), id(0)],
    (made) => [before, on].map((date) => rolegraph.managerAt(made, id(last), date)),
  )
  check('draftOf', [org], [true, true, last, id(middle - 1), count - 1, id(last - 1)], (draft) => {
    const asked = [draft.isAbove(id(0), id(last)), draft.wouldMakeCycle(id(0), id(last))]
    draft.setManager(id(last), id(0))
    asked.push(draft.organizationSizeOf(id(1)) + 1, draft.lowestCommonManagerOf([id(last - 1), id(middle)]))
    asked.push(draft.managementChainOf(id(last - 1)).length + 1)
    draft.undo()
    return [...asked, draft.managerOf(id(last))]
  })
  check('linesOf', [org, id(last), all], ['solid', 'dotted'], (lines) => lines.map((line) => line.kind))

  check('managerOf', [org, id(last)], id(last - 1))
  check('managersOf', [org, id(last), all], [id(last - 1), id(last - 2)])
  check('skipLevelManagerOf', [org, id(last)], id(last - 2))
  check('managementChainOf', [org, id(last)], ids('r', last - 1, 0))
  check('managementChainOf', [org, id(last), all], ids('r', last - 1, 0))
  check('managementChainOf', [org, id(last), dotted], ids('r', last - 2, 1, -2))
  check('topRolesOf', [org], [id(0)])
  check('topRolesOf', [org, dotted], [id(1), id(0)])
  check('layerOf', [org, id(last)], count)

  check('directReportsOf', [org, id(0)], [id(1)])
  check('directReportsOf', [org, id(0), all], [id(2), id(1)])
  check('transitiveReportsOf', [org, id(0)], ids('r', 1, last))
  check('transitiveReportsOf', [org, id(0), { depth: 2 }], [id(1), id(2)])
  check('transitiveReportsOf', [org, id(0), { ...all, depth: 2 }], [id(2), id(4), id(3), id(1)])
  // First down every second role by the dotted lines, then back up through the roles in between.
  check('transitiveReportsOf', [org, id(0), all], [...ids('r', 2, last - 1, 2), ...ids('r', last, 1, -2)])
  check('transitiveReportsOf', [org, id(1), dotted], ids('r', 3, last, 2))
  check('organizationSizeOf', [org, id(0)], count)
  check('organizationSizeOf', [org, id(0), all], count)
  check('organizationSizeOf', [org, id(middle), dotted], count / 4)
  check('spanOfControlOf', [org, id(0)], 1)
  check('spanOfControlOf', [org, id(0), all], 2)
  check('peersOf', [org, id(last)], [])
  check('peersOf', [org, id(last), all], [id(last - 1)])

  check('isAbove', [org, id(0), id(last)], true)
  check('isAbove', [org, id(last), id(0)], false)
  check('isAbove', [org, id(0), id(last), all], true)
  check('isAbove', [org, id(1), id(last), dotted], true)
  check('isAbove', [org, id(0), id(last), dotted], false)
  check('compareRoles', [org, id(0), id(last)], ['above', 'chain', last], summary)
  check('compareRoles', [org, id(last), id(0), all], ['below', 'chain', count / 2], summary)
  check('compareRoles', [org, id(last), id(middle), { by: 'layer' }], ['below', 'layer', 2], summary)
  check('lowestCommonManagerOf', [org, [id(last), id(middle)]], id(middle - 1))
  check('lowestCommonManagersOf', [org, [id(last), id(middle)]], [id(middle - 1)])
  check('lowestCommonManagersOf', [org, [id(last), id(middle)], all], [id(middle - 1)])
  check('lowestCommonManagersOf', [org, [id(last), id(middle)], dotted], [])
  check('reportingPathBetween', [org, id(last), id(0)], ids('r', last, 0), roles)
  check('reportingPathBetween', [org, id(0), id(last)], ids('r', 0, last), roles)
  check('reportingPathBetween', [org, id(1), id(last), dotted], ids('r', 1, last, 2), roles)

  check(
    'spansAndLayers',
    [org],
    [count, last, 1, count, 1, 1, 0, count, last],
    ({ roles: total, managers, tops, layers, averageSpan, widestSpan, unlayered, rolesPerLayer, widest }) => [
      ...[total, managers, tops, layers, averageSpan, widestSpan, unlayered],
      ...[rolesPerLayer.filter((layer) => layer === 1).length, widest.length],
    ],
  )
  const numbers = (of) => [
    of.of(id(0)),
    of.of(id(middle)),
    of.of(id(last)),
    of.own(id(middle)),
    of.total,
    of.missing,
  ]
  const sum = (from) => ((from + last) * (last - from + 1)) / 2
  check('rollUp', [org, 'headcount'], [count / 2, count / 4, 0, 1, count / 2, 0], numbers)
  check(
    'rollUp',
    [org, (role) => Number(role.id.slice(1))],
    [sum(0), sum(middle), last, middle, sum(0), 0],
    numbers,
  )
}

function summary({ relation, by, because }) {
  return [relation, by, because.length]
}

/** Everyone but r0 reports to r0, has a dotted line to r1 (but r1 itself), and is in the unit that r0 leads. */
function star() {
  const last = count - 1
  const id = (role) => `r${role}`
  const numbers = Array.from({ length: count }, (_, role) => role)
  const org = rolegraph.orgFromRecords(numbers, {
    id,
    manager: (role) => (role === 0 ? null : id(0)),
    dotted: (role) => (role < 2 ? null : id(1)),
    unit: (role) => (role === 0 ? null : 'unit'),
    units: { unit: { head: id(0) } },
  })
  const below = ids('r', 1, last)

  check('unitsOf', [org], ['unit'])
  check('isUnit', [org, 'unit'], true)
  check('headOf', [org, 'unit'], id(0))
  check('headsOf', [org, 'unit'], [id(0)])
  check('unitOf', [org, id(last)], 'unit', (unit) => unit.id)
  check('membersOf', [org, 'unit'], below)
  check('servicesOf', [org], [])
  check('servicesFrom', [org, 'unit'], [])
  check('servicesTo', [org, id(last)], [])
  check('managerOf', [org, 'unit'], undefined)
  check('managementChainOf', [org, id(last), all], [id(0), id(1)])
  check('directReportsOf', [org, 'unit'], below)
  check('directReportsOf', [org, id(1), dotted], ids('r', 2, last))
  check('transitiveReportsOf', [org, 'unit'], below)
  check('transitiveReportsOf', [org, id(0), all], below)
  check('organizationSizeOf', [org, id(0)], count)
  check('spanOfControlOf', [org, id(0), all], last)
  check('peersOf', [org, id(last)], ids('r', 1, last - 1))
  check('peersOf', [org, id(last), all], ids('r', 1, last - 1))
  check('isAbove', [org, id(0), id(last)], true)
  check('isAbove', [org, id(2), id(last), all], false)
  check('lowestCommonManagerOf', [org, below], id(0))
  check('lowestCommonManagersOf', [org, [id(2), id(last)], all], [id(1)])
  check('reportingPathBetween', [org, id(2), id(last)], [id(2), id(0), id(last)], roles)
  check('layerOf', [org, id(last)], 2)
  check('rollUp', [org, 'headcount'], count - 1, (of) => of.of('unit'))
  check('spansAndLayers', [org], [last, last, 2], ({ widestSpan, averageSpan, layers }) => [
    widestSpan,
    averageSpan,
    layers,
  ])
}

/** Each role reports to the next one, and the last to the first: a broken chart, collected with its issues. */
function cycle() {
  const last = count - 1
  const id = (role) => `r${role}`
  const numbers = Array.from({ length: count }, (_, role) => role)
  const fields = { id, manager: (role) => id((role + 1) % count) }
  const everyone = ids('r', 0, last)
  const closed = [...everyone, id(0)]
  assert.throws(
    () => rolegraph.orgFromRecords(numbers, fields),
    (error) =>
      rolegraph.isOrgError(error, 'INVALID_ORG') && sameList(error.details.issues[0].witness, closed),
  )
  const org = rolegraph.orgFromRecords(numbers, { ...fields, onIssue: 'collect' })

  check('issuesOf', [org], ['REPORTING_CYCLE'], (issues) => issues.map((issue) => issue.code))
  check('issuesOf', [org], everyone, ([issue]) => issue.roles)
  check('topRolesOf', [org], [])
  check('orphansOf', [org], [])
  check('draftOf', [org], [count, true, true, id(last - 1), count, count - 1], (draft) => {
    const asked = [
      draft.organizationSizeOf(id(0)),
      draft.isAbove(id(5), id(0)),
      draft.wouldMakeCycle(id(0), id(5)),
    ]
    asked.push(draft.managementChainOf(id(0)).at(-2))
    // One move takes the cycle apart.
    draft.setManager(id(0), null)
    return [...asked, draft.organizationSizeOf(id(0)), draft.managementChainOf(id(1)).length]
  })
  check('layerOf', [org, id(5)], undefined)
  check('managerOf', [org, id(last)], id(0))
  check('skipLevelManagerOf', [org, id(last)], id(1))
  for (const options of [undefined, all]) {
    check('managementChainOf', [org, id(0), options], ids('r', 1, last))
    check('directReportsOf', [org, id(0), options], [id(last)])
    check('transitiveReportsOf', [org, id(0), options], ids('r', last, 1))
    check('transitiveReportsOf', [org, id(0), { ...options, depth: 2 }], [id(last), id(last - 1)])
    check('organizationSizeOf', [org, id(0), options], count)
    check('spanOfControlOf', [org, id(0), options], 1)
    check('peersOf', [org, id(0), options], [])
    check('isAbove', [org, id(0), id(5), options], true)
    check('isAbove', [org, id(5), id(0), options], true)
    check('isAbove', [org, id(5), id(5), options], false)
    check('compareRoles', [org, id(0), id(5), options], 'incomparable', ({ relation }) => relation)
    check('reportingPathBetween', [org, id(0), id(5), options], ids('r', 0, 5), roles)
    check('reportingPathBetween', [org, id(5), id(0), options], ids('r', 5, 0), roles)
    const others = everyone.filter((role) => role !== id(0) && role !== id(5))
    check('lowestCommonManagersOf', [org, [id(0), id(5)], options], others)
  }
  check('lowestCommonManagerOf', [org, [id(0), id(5)]], id(1))
  check('spansAndLayers', [org], [0, count, count], ({ layers, unlayered, managers }) => [
    layers,
    unlayered,
    managers,
  ])
  check('rollUp', [org, 'headcount'], [count, count, count], (of) => [of.of(id(0)), of.of(id(5)), of.total])
}

/** The chain again, as a spec. */
function spec() {
  const ids = Array.from({ length: count }, (_, role) => `r${role}`)
  const chart = Object.fromEntries(
    ids.map((id, role) => [id, role === 0 ? {} : { reportsTo: ids[role - 1] }]),
  )
  const org = rolegraph.defineOrg({ roles: chart })
  check('layerOf', [org, ids.at(-1)], count)
  check('managementChainOf', [org, ids.at(-1)], ids.slice(0, -1).reverse())
  const read = rolegraph.orgFromDocument({ rolegraph: 1, roles: chart })
  check('layerOf', [read, ids.at(-1)], count)
  const packed = rolegraph.packOrg(org)
  const moved = globalThis.structuredClone(packed, { transfer: rolegraph.transferListOf(packed) })
  check('layerOf', [rolegraph.unpackOrg(moved), ids.at(-1)], count)
}

/** The chain again, as columns of bytes, queried by handle: r5 has the handle 5. */
function columns() {
  const last = count - 1
  const names = Array.from({ length: count }, (_, role) => `r${role}`)
  const bytes = new TextEncoder().encode(names.join(''))
  const ends = new Int32Array(count)
  for (let role = 0, end = 0; role < count; role++) ends[role] = end += names[role].length
  const starts = Int32Array.from(ends, (end, role) => end - names[role].length)
  const org = rolegraph.orgFromColumns({
    id: { bytes, starts, ends },
    manager: {
      bytes,
      starts: Int32Array.from({ length: count }, (_, role) => (role === 0 ? -1 : starts[role - 1])),
      ends: Int32Array.from({ length: count }, (_, role) => (role === 0 ? -1 : ends[role - 1])),
    },
  })
  asked.add('orgFromColumns')
  const list = (handles) => Array.from(handles)
  const from = (first, end) => Array.from({ length: end - first }, (_, at) => first + at)

  const checkByHandle = (query, args, expected, part) => check(query, args, expected, part, handles)
  checkByHandle('roleCountOf', [org], count)
  checkByHandle('handleOf', [org, `r${last}`], last)
  checkByHandle('managerOf', [org, last], last - 1)
  checkByHandle('managerOf', [org, 0], handles.NO_HANDLE)
  checkByHandle('draftByHandle', [rolegraph.draftOf(org)], [true, last, count - 1, 5], (draft) => {
    const asked = [draft.isAbove(0, last), draft.managementChainOf(last).length]
    draft.setManager(last, 0)
    return [...asked, draft.organizationSizeOf(1) + 1, draft.lowestCommonManagerOf([6, last - 1])]
  })
  checkByHandle('isAbove', [org, 0, last], true)
  checkByHandle('isAbove', [org, last, 0], false)
  checkByHandle('layerOf', [org, last], count)
  checkByHandle('spanOfControlOf', [org, 0], 1)
  checkByHandle('organizationSizeOf', [org, 0], count)
  checkByHandle('directReportsOf', [org, 0], [1], list)
  checkByHandle('transitiveReportsOf', [org, 0], from(1, count), list)
  checkByHandle('managementChainOf', [org, last], from(0, last).reverse(), list)
  checkByHandle('lowestCommonManagerOf', [org, [last, count / 2]], count / 2 - 1)
  checkByHandle('rollUp', [org, new Float64Array(count).fill(1)], [count, 1], (sums) => [sums[0], sums[last]])
  checkByHandle('idOf', [org, last], `r${last}`)
  check('managementChainOf', [org, `r${last}`], ids('r', last - 1, 0))
}

for (const shape of [chain, star, cycle, spec, columns]) {
  const started = performance.now()
  const before = checks
  shape()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(
    `${shape.name} of ${count.toLocaleString('en')} roles: ${checks - before} answers right, ${seconds} s`,
  )
}

const missing = [
  ...Object.keys(rolegraph).filter((name) => !asked.has(name) && !NO_REPORTING_QUERIES.has(name)),
  ...Object.keys(handles).filter((name) => !askedByHandle.has(name)),
]
assert.deepEqual(missing, [], 'Exported, but neither queried here nor listed as another kind of export')
