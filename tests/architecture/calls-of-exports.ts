import { MultiDirectedGraph } from 'graphology'
import {
  changeOrg,
  defineOrg,
  diffOrgs,
  draftOf,
  historyOf,
  makeIssue,
  maxSpan,
  OrgError,
  packOrg,
} from 'rolegraph'
import { approvalPolicy, approvalRoute } from 'rolegraph/approval'
import { openStore, sqliteDriver } from 'rolegraph/store'
import { byteColumn } from '../support/byte-column.js'

/** A right call of an exported function, and where its options are. */
export interface RightCall {
  readonly args: readonly unknown[]
  /** The position of the options, from 0; left out for a function without options. */
  readonly options?: number
}

const org = defineOrg({
  roles: {
    cpo: { title: 'Chief Project Officer', grade: 9, unit: 'office', family: 'pmo' },
    lead: { reportsTo: 'cpo', grade: 7, unit: 'pmo', family: 'pmo', progressesTo: 'cpo', holders: ['Ada'] },
    analyst: {
      reportsTo: 'lead',
      dottedTo: 'cpo',
      unit: 'pmo',
      family: 'pmo',
      progressesTo: [{ to: 'lead', years: [2, 3] }],
    },
    planner: { reportsTo: 'lead', vacant: true },
  },
  units: { office: { head: 'cpo' }, pmo: { head: 'lead', partOf: 'office' } },
  services: [{ from: 'pmo', to: 'planner', name: 'templates' }],
})
const spec = { roles: { a: {}, b: { reportsTo: 'a' } } }
/** Clients of databases that are never asked anything. */
const nothing = (): never => {
  throw new Error('This database has nothing.')
}
const prepare = (): { all: () => readonly unknown[]; run: () => unknown } => ({ all: nothing, run: nothing })

const approvals = {
  rules: [{ by: 'chain' }],
  limits: [{ role: 'cpo', upTo: null }],
  escalateAfterDays: 3,
} as const
const request = { requester: { role: 'lead' }, amount: 5, date: '2026-01-02' }
const route = approvalRoute(org, approvalPolicy(approvals), { requester: { role: 'analyst' }, amount: 5 })
const issue = makeIssue({ code: 'ODD', message: 'It is odd', suggestion: 'Look at it.' })
const vacate = { do: 'unassign', role: 'lead', person: 'Ada' } as const
const { org: changed } = changeOrg(org, [vacate])
const history = historyOf(org, [{ on: '2026-04-01', changes: [vacate] }])
const graph = new MultiDirectedGraph()
graph.addNode('a')
const document = JSON.stringify({ rolegraph: 1, roles: { a: {}, b: { reportsTo: 'a' } } })
const historyDocument = JSON.stringify({
  rolegraph: 3,
  roles: { a: {}, b: { reportsTo: 'a' } },
  effective: [{ on: '2026-04-01', changes: [{ do: 'set-manager', role: 'b', manager: null }] }],
})
const records = JSON.stringify([{ id: 'a' }, { id: 'b', manager: 'a' }])
const csv = 'id,manager\na,\nb,a\n'
const organogram =
  'Post Unique Reference,Name,Grade,Job Title,Job/Team Function,Parent Department,Organisation,Unit,Contact Phone,' +
  'Contact E-mail,Reports to Senior Post,Salary Cost of Reports (£),FTE,Actual Pay Floor (£),Actual Pay Ceiling (£)\n' +
  '1,A Name,SCS1,Director,Leads,Office,Office,Unit,,,XX,0,1,0,0\n'
const graphUsers = JSON.stringify({ value: [{ id: 'a', displayName: 'A', manager: null }] })
const scimUsers = JSON.stringify({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
  totalResults: 1,
  Resources: [{ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], id: 'a', userName: 'a' }],
})
const ldif = 'dn: cn=a,dc=ex\nobjectClass: person\ncn: a\n'
const turtle = '@prefix org: <http://www.w3.org/ns/org#> . <http://example.org/a> a org:Post .'
const jsonLd = '{ "@id": "http://example.org/a", "@type": "http://www.w3.org/ns/org#Post" }'
const graphml =
  '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="directed"><node id="a"/></graph></graphml>'
const gexf =
  '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph defaultedgetype="directed"><nodes><node id="a" label="a"/></nodes></graph></gexf>'
const ldapEntries = [{ dn: 'cn=a,dc=ex', cn: 'a' }]
const googleUsers = JSON.stringify({
  kind: 'admin#directory#users',
  users: [{ id: '1', primaryEmail: 'a@example.com' }],
})

/** A query of one role, by its id or its handle, with or without the option `lines`. */
const ofRole = (role: string | number): RightCall => ({ args: [org, role] })
const along = (...roles: readonly (string | number)[]): RightCall => ({
  args: [org, ...roles],
  options: 1 + roles.length,
})
const ofOrg: RightCall = { args: [org] }
const parser = (source: string): RightCall => ({ args: [source], options: 1 })
const picture: RightCall = { args: [org], options: 1 }
const arbitrary: RightCall = { args: [], options: 0 }

/**
 * A right call of every exported function, by the name of its entry. An export that is missing here fails the test: its
 * author says how it is called, and it is then called wrongly too.
 */
export const CALLS: { readonly [Entry in string]?: { readonly [Name in string]?: RightCall } } = {
  rolegraph: {
    assignmentsOf: { args: [org, { role: 'lead' }] },
    careerGap: along('analyst', 'cpo'),
    careerPath: along('analyst', 'cpo'),
    careerPaths: along('analyst', 'cpo'),
    changesBetween: { args: [history, '2026-01-01', '2026-12-31'], options: 3 },
    changeOrg: { args: [org, [vacate]], options: 2 },
    checkOrg: { args: [org], options: 1 },
    compareRoles: along('cpo', 'analyst'),
    crossCheck: ofOrg,
    deadEndsOf: ofOrg,
    defineOrg: { args: [spec], options: 1 },
    describeChange: { args: [vacate] },
    diffOrgs: { args: [org, changed] },
    directReportsOf: along('lead'),
    draftOf: ofOrg,
    entryRolesOf: ofOrg,
    erasePeople: { args: [history, 'Ada'] },
    feedersOf: ofRole('lead'),
    figuresOf: { args: [diffOrgs(org, changed)] },
    filterOrg: { args: [org, () => true], options: 2 },
    filledManagerOf: along('analyst'),
    find: { args: [org, 'lead'], options: 2 },
    headcountOf: { args: [org, 'lead'], options: 2 },
    historyFromDocument: { args: [{ rolegraph: 2, roles: { a: {} } }], options: 1 },
    historyFromRecords: {
      args: [[{ id: 'a', start: '2026-01-01' }], { id: 'id', from: 'start' }],
      options: 1,
    },
    historyFromSnapshots: { args: [[{ on: '2026-01-01', org }]] },
    historyIssuesOf: { args: [history] },
    historyOf: { args: [org, [{ on: '2026-04-01', changes: [vacate] }]], options: 2 },
    holdersOf: ofRole('lead'),
    isPerson: { args: [org, 'Ada'] },
    isPersonAbove: along('Ada', 'Ada'),
    managersOfPerson: along('Ada'),
    peopleOf: ofOrg,
    personOf: { args: [org, 'Ada'] },
    reportsOfPerson: along('Ada'),
    rolesHeldBy: { args: [org, 'Ada'] },
    seatsOf: { args: [org, 'lead'], options: 2 },
    vacantRolesOf: { args: [org], options: 1 },
    formatIssues: { args: [[issue]], options: 1 },
    fromGraph: { args: [graph], options: 1 },
    gradeAboveReports: { args: [], options: 0 },
    graphKeyOf: { args: ['lead'] },
    headOf: { args: [org, 'pmo'] },
    headsOf: { args: [org, 'pmo'] },
    invertChanges: { args: [org, [vacate]] },
    isAbove: along('cpo', 'lead'),
    isLattice: ofOrg,
    isOrg: ofOrg,
    isOrgError: {
      args: [new OrgError('UNKNOWN_UNIT', 'No unit', { id: 'x', nearest: undefined }), 'UNKNOWN_UNIT'],
    },
    isRole: { args: [org, 'lead'] },
    isUnit: { args: [org, 'pmo'] },
    issuesOf: ofOrg,
    ladderOf: { args: [org, 'pmo'] },
    layerOf: ofRole('lead'),
    linesOf: along('lead'),
    lowestCommonManagerOf: { args: [org, ['analyst', 'planner']] },
    lowestCommonManagersOf: { args: [org, ['analyst', 'planner']], options: 2 },
    makeIssue: { args: [{ code: 'ODD', message: 'It is odd', suggestion: 'Look at it.' }], options: 0 },
    managementChainOf: along('analyst'),
    managerAt: { args: [history, 'lead', '2026-04-01'], options: 3 },
    managerOf: ofRole('lead'),
    managersOf: along('analyst'),
    marksOf: { args: [diffOrgs(org, changed)], options: 1 },
    maxLayers: { args: [3] },
    maxSpan: { args: [3], options: 1 },
    membersOf: { args: [org, 'pmo'], options: 2 },
    mergeOrgs: { args: [org, changed, org], options: 3 },
    minSpan: { args: [3], options: 1 },
    nearestId: { args: ['led', ['lead', 'analyst']] },
    nextStepsOf: ofRole('lead'),
    noManagerOfFormerPost: { args: [{ isFormer: () => false }], options: 0 },
    noReportingToOneself: { args: [] },
    noRoleWithoutUnit: { args: [] },
    noSingleReport: { args: [] },
    noUnitWithoutHead: { args: [] },
    noVacantManager: { args: [], options: 0 },
    oneTop: { args: [] },
    organizationSizeOf: along('lead'),
    orgAt: { args: [history, '2026-04-01'], options: 2 },
    orgFromColumns: { args: [{ id: byteColumn(['a', 'b']), manager: byteColumn([undefined, 'a']) }] },
    orgFromDocument: { args: [{ rolegraph: 1, roles: {} }], options: 1 },
    orphansOf: { args: [org] },
    orgFromRecords: { args: [[{ id: 'a' }], { id: 'id' }], options: 1 },
    packOrg: ofOrg,
    peersOf: along('analyst'),
    policy: { args: [{ span: { rule: maxSpan(3), because: 'Everyone meets weekly.' } }] },
    reachableFrom: along('analyst'),
    reportingPathBetween: along('analyst', 'cpo'),
    roleOf: ofRole('lead'),
    rolesOf: ofOrg,
    rollUp: { args: [org, 'headcount'], options: 2 },
    servicesFrom: ofRole('pmo'),
    servicesOf: ofOrg,
    servicesTo: ofRole('planner'),
    skipLevelManagerOf: ofRole('analyst'),
    spanOfControlOf: along('lead'),
    spansAndLayers: { args: [org], options: 1 },
    starterPolicy: { args: [], options: 0 },
    redact: { args: [org], options: 1 },
    subOrg: ofRole('lead'),
    tenureOf: { args: [history, { role: 'lead' }, '2026-04-01'], options: 3 },
    timelineOf: { args: [history, { role: 'lead' }], options: 2 },
    toGraph: { args: [org], options: 1 },
    toHistoryDocument: { args: [history] },
    topRolesOf: { args: [org], options: 1 },
    transferListOf: { args: [packOrg(org)] },
    transitiveReportsOf: along('cpo'),
    unitOf: ofRole('lead'),
    unitsOf: ofOrg,
    unpackOrg: { args: [packOrg(org)] },
    walk: { args: [org, 'lead', { relations: ['reportsTo'] }], options: 2 },
  },
  'rolegraph/export': {
    describeLoss: { args: [{ kind: 'role', of: ['lead'], field: 'note', why: 'no-place' }] },
    toCsv: picture,
    toCypher: picture,
    toDotData: ofOrg,
    toGexf: ofOrg,
    toGraphml: ofOrg,
    toFlatRows: picture,
    toFlow: ofOrg,
    toJsonLd: picture,
    toGraphBatches: { args: [org, [vacate]], options: 2 },
    toLdif: { args: [org, { base: 'dc=ex' }], options: 1 },
    toLdifChanges: { args: [org, [vacate], { base: 'dc=ex' }], options: 2 },
    toNestedRows: ofOrg,
    toTurtle: picture,
    toScimPatches: { args: [org, [vacate]], options: 2 },
    toOrgDocument: ofOrg,
  },
  'rolegraph/approval': {
    approvalEscalation: { args: [org, approvalPolicy(approvals), request, 0] },
    approvalPolicy: { args: [approvals] },
    approvalQuestions: { args: [approvalPolicy(approvals)], options: 1 },
    routeToMermaid: { args: [org, route], options: 2 },
    routeToSvg: { args: [org, route], options: 2 },
    approvalRoute: { args: [org, approvalPolicy(approvals), request] },
    benchOf: along('cpo'),
    checkApprovalPolicy: { args: [org, approvalPolicy(approvals)], options: 2 },
    successionRisks: { args: [org], options: 1 },
  },
  'rolegraph/store': {
    openStore: { args: [sqliteDriver({ prepare, exec: nothing })], options: 1 },
    pgliteDriver: { args: [{ query: nothing, transaction: nothing, listen: nothing }] },
    postgresDriver: { args: [{ query: nothing, connect: nothing }] },
    shardedStore: { args: [[openStore(sqliteDriver({ prepare, exec: nothing }))]], options: 1 },
    sqliteDriver: { args: [{ prepare, exec: nothing }] },
  },
  'rolegraph/handles': {
    directReportsOf: along(1),
    draftByHandle: { args: [draftOf(org)] },
    handleOf: ofRole('lead'),
    idOf: ofRole(1),
    isAbove: along(0, 1),
    layerOf: ofRole(1),
    lowestCommonManagerOf: { args: [org, [2, 3]] },
    managementChainOf: along(2),
    managerOf: ofRole(2),
    organizationSizeOf: along(1),
    roleCountOf: ofOrg,
    rollUp: { args: [org, Float64Array.of(1, 2, 3, 4)], options: 2 },
    spanOfControlOf: along(1),
    transitiveReportsOf: along(0),
  },
  'rolegraph/html': { toHtml: picture },
  'rolegraph/import': {
    movesFromRows: { args: [[{ job: 'a', next: 'b' }], { from: 'job', to: 'next' }] },
    parseBackstage: parser('[]'),
    parseCsv: parser(csv),
    parseGexf: parser(gexf),
    parseGithubTeams: parser('[]'),
    parseGoogleDirectory: parser(googleUsers),
    parseGraphml: parser(graphml),
    parseHistoryDocument: parser(historyDocument),
    parseNested: parser('{ "id": "a" }'),
    parseJsonLd: parser(jsonLd),
    parseLdapEntries: { args: [ldapEntries], options: 1 },
    parseLdif: parser(ldif),
    parseMicrosoftGraph: parser(graphUsers),
    parseOrganogram: parser(organogram),
    parseOrgDocument: parser(document),
    parseRecords: parser(records),
    parseScim: parser(scimUsers),
    parseScimGroups: parser(scimUsers),
    parseTurtle: parser(turtle),
    safeParseBackstage: parser('[]'),
    safeParseCsv: parser(csv),
    safeParseNested: parser('{ "id": "a" }'),
    safeParseGexf: parser(gexf),
    safeParseGithubTeams: parser('[]'),
    safeParseGoogleDirectory: parser(googleUsers),
    safeParseGraphml: parser(graphml),
    safeParseHistoryDocument: parser(historyDocument),
    safeParseJsonLd: parser(jsonLd),
    safeParseLdapEntries: { args: [ldapEntries], options: 1 },
    safeParseLdif: parser(ldif),
    safeParseMicrosoftGraph: parser(graphUsers),
    safeParseOrganogram: parser(organogram),
    safeParseOrgDocument: parser(document),
    safeParseRecords: parser(records),
    safeParseScim: parser(scimUsers),
    safeParseScimGroups: parser(scimUsers),
    safeParseTurtle: parser(turtle),
  },
  'rolegraph/ask': {
    ask: { args: [org, 'who reports to the lead?'], options: 2 },
  },
  'rolegraph/pmo': {
    answer: { args: ['what-is-a-pmo'], options: 1 },
    askPmo: { args: ['What is a PMO?'], options: 1 },
    eligibilityFor: { args: ['PMP'] },
    findCertification: { args: ['PMP'] },
    findPmoKinds: { args: ['EPMO'] },
    managerChoicesOf: { args: ['pmo-manager', { authority: 'directive' }], options: 1 },
    payOf: { args: ['pmo-manager'] },
    pmoOrg: { args: [{ authority: 'directive' }], options: 0 },
    pmoRolesBy: { args: [], options: 0 },
    pmoServices: { args: ['directive'] },
    pmoVariants: { args: [] },
    sourcesOf: { args: [org, 'lead'] },
  },
  'rolegraph/render': {
    pictureOf: picture,
    toDot: picture,
    toMermaid: picture,
    diffToMarkdown: { args: [diffOrgs(org, changed)], options: 1 },
    toSvg: picture,
    toSvgPages: picture,
    toText: picture,
    visibleText: { args: ['text'] },
  },
  'rolegraph/testing': {
    assertPolicy: { args: [org, [maxSpan(9)]] },
    breakOrg: { args: [org, 'cycle', 7] },
    makeChanges: { args: [org], options: 1 },
    makeOrg: { args: [], options: 0 },
    orgEquality: { args: [org, org] },
    toBeAbove: along('cpo', 'lead'),
    toBeApprovedBy: { args: [route, { role: 'lead' }] },
    toBeHeldBy: { args: [org, 'lead', 'Ada'] },
    toBePeers: { args: [org, 'analyst', 'planner'] },
    toBeValidOrg: { args: [org], options: 1 },
    toHaveApprovalRoute: { args: [route, [{ role: 'lead' }]] },
    toHaveCareerPath: along('analyst', 'cpo'),
    toHaveDirectReports: { args: [org, 'lead', ['analyst', 'planner']], options: 3 },
    toHaveLayersAtMost: { args: [org, 3] },
    toHaveManager: { args: [org, 'lead', 'cpo'] },
    toEqualOrg: { args: [org, changed] },
    toHaveChanged: { args: [changed, org, [vacate]] },
    toHaveHeadcount: { args: [org, 1, 'lead'], options: 3 },
    toHaveNoReportingCycles: ofOrg,
    toHaveRole: ofRole('lead'),
    toHaveSingleTop: { args: [org, 'cpo'] },
    toHaveSpanOfControlAtLeast: { args: [org, 1, 'lead'] },
    toHaveSpanOfControlAtMost: { args: [org, 3, 'lead'] },
    toHold: { args: [org, 'Ada', 'lead'] },
    toMatchChart: { args: [org, 'cpo'], options: 2 },
    toProgressTo: { args: [org, 'analyst', 'lead', 'advancement'] },
    toReportTo: along('lead', 'cpo'),
    toReportToPerson: along('Ada', 'Ada'),
    toReportUpTo: along('analyst', 'cpo'),
    toSatisfyPolicy: { args: [org, [maxSpan(9)]] },
  },
  'rolegraph/testing/fast-check': {
    anyCareerLattice: arbitrary,
    anyChanges: { args: [org], options: 1 },
    anyForest: arbitrary,
    anyMatrix: arbitrary,
    anyOrg: arbitrary,
    anyHistory: arbitrary,
    anyReorganisation: arbitrary,
    anyStaffedOrg: arbitrary,
    anyTree: arbitrary,
  },
  'rolegraph/vitest': {},
}

/** Exports that are not called: classes, and the reasons. */
export const NOT_CALLED: ReadonlySet<string> = new Set([
  // Made by the library; their constructors are not for users.
  'rolegraph OrgError',
  'rolegraph/testing PolicyViolation',
])
