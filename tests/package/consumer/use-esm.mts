import {
  defineOrg,
  isOrgError,
  managementChainOf,
  managerOf,
  type Org,
  OrgError,
  orgFromRecords,
  rolesOf,
} from 'rolegraph'
import {
  handleOf,
  idOf,
  isAbove,
  managerOf as managerOfHandle,
  NO_HANDLE,
  transitiveReportsOf,
} from 'rolegraph/handles'
import { pmoOrg } from 'rolegraph/pmo'
import { type Picture, pictureOf, toDot, toMermaid, toSvg, toText } from 'rolegraph/render'
import { assertPolicy, breakOrg, makeOrg, type MatchResult, toReportTo } from 'rolegraph/testing'

export const org = defineOrg({
  roles: {
    cpo: { title: 'Chief Project Officer' },
    director: { reportsTo: 'cpo' },
    analyst: { reportsTo: 'director' },
  },
  units: { pmo: { head: 'director' } },
})

// The ids are types: a typo does not compile, in a question and in a spec.
// @ts-expect-error there is no role analist
const typo = (): unknown => managerOf(org, 'analist')
// @ts-expect-error there is no role directr
const typoInSpec = (): unknown => defineOrg({ roles: { director: {}, analyst: { reportsTo: 'directr' } } })

const manager: 'cpo' | 'director' | 'analyst' | undefined = managerOf(org, 'analyst')
const wider: Org = org
const chain: readonly string[] = managementChainOf(wider, 'analyst')
const read = orgFromRecords([{ post: '1' }, { post: '2', boss: '1' }], { id: 'post', manager: 'boss' })

export const answers = [manager, managerOf(org, 'pmo'), chain.join(), managerOf(read, '2')].join(' ')
if (answers !== 'director cpo director,cpo 1') throw new Error(`wrong answers: ${answers}`)

for (const mistake of [typo, typoInSpec]) {
  try {
    mistake()
  } catch (error) {
    if (error instanceof OrgError && isOrgError(error)) continue
  }
  throw new Error('a mistake did not throw an OrgError')
}

// The core can query an org of a subpath: both share one copy of the class.
const pmo = pmoOrg({ authority: 'supportive' })
if (managerOf(pmo, 'project-manager') !== 'functional-manager') throw new Error('wrong answer for the office')
// @ts-expect-error there is no role project-manger
const typoInPmo = (): unknown => managerOf(pmo, 'project-manger')
try {
  typoInPmo()
  throw new TypeError('a mistake did not throw')
} catch (error) {
  if (!(error instanceof OrgError)) throw error
}

// Every output draws the org, and a typo in an option does not compile.
const picture: Picture = pictureOf(org, { root: 'pmo', highlight: ['analyst'] })
const outputs = [toText(org), toDot(org), toMermaid(org), toSvg(org, { marks: { analyst: 'added' } })]
if (picture.boxes.length !== 2 || !outputs.every((output) => output.includes('Chief Project Officer'))) {
  throw new Error('wrong picture')
}
// @ts-expect-error there is no role analist
const typoInPicture = (): unknown => toText(org, { root: 'analist' })
try {
  typoInPicture()
  throw new TypeError('a mistake did not throw')
} catch (error) {
  if (!(error instanceof OrgError)) throw error
}

// The matchers need no runner, know the ids, and use the same copy of the core.
const reports: MatchResult = toReportTo(pmo, 'project-manager', 'functional-manager')
if (!reports.pass) throw new Error(reports.message())
assertPolicy(makeOrg({ roles: 30 }), [])
if (rolesOf(breakOrg(makeOrg({ roles: 30 }), 'self-report')).length !== 31) throw new Error('wrong defect')
// @ts-expect-error there is no role project-manger
const typoInMatcher = (): unknown => toReportTo(pmo, 'project-manger', 'functional-manager')
try {
  typoInMatcher()
  throw new TypeError('a mistake did not throw')
} catch (error) {
  if (!(error instanceof OrgError)) throw error
}

// Handles give the same answers, and both entries share the class.
const analyst: number = handleOf(org, 'analyst')
const below: string[] = Array.from(transitiveReportsOf(org, handleOf(org, 'cpo')), (handle) =>
  idOf(org, handle),
)
if (!isAbove(org, 0, analyst) || below.join() !== 'director,analyst')
  throw new Error('wrong answers by handle')
if (managerOfHandle(pmo, handleOf(pmo, 'project-manager')) === NO_HANDLE)
  throw new Error('no manager by handle')
// @ts-expect-error there is no role analist
const typoInHandle = (): unknown => handleOf(org, 'analist')
try {
  typoInHandle()
  throw new TypeError('a mistake did not throw')
} catch (error) {
  if (!(error instanceof OrgError)) throw error
}
