/**
 * Prints every object that the library exports or returns here, one per line, and whether it is frozen. A bundle must
 * print the same as the unbundled package.
 */
import * as core from 'rolegraph'
import * as documents from 'rolegraph/export'
import * as handles from 'rolegraph/handles'
import * as html from 'rolegraph/html'
import * as importers from 'rolegraph/import'
import * as pmo from 'rolegraph/pmo'
import * as render from 'rolegraph/render'
import * as testing from 'rolegraph/testing'

const org = core.defineOrg({
  roles: {
    ceo: { family: 'office', title: 'Chief Executive', aliases: ['boss'], data: { site: 'London' } },
    lead: { reportsTo: 'ceo', unit: 'pmo', progressesTo: 'ceo', holders: ['Ada'] },
    analyst: {
      reportsTo: 'lead',
      dottedTo: 'ceo',
      unit: 'pmo',
      progressesTo: [{ to: 'lead', years: [2, 4] }],
    },
  },
  units: { pmo: { head: 'lead' } },
  services: [{ from: 'pmo', to: 'ceo', name: 'reports' }],
})
const broken = core.orgFromRecords([{ id: 'a', manager: 'b' }], {
  id: 'id',
  manager: 'manager',
  onIssue: 'collect',
})

function errorOf(call) {
  try {
    call()
  } catch (error) {
    return { details: error.details }
  }
}

const answers = {
  org,
  sealed: Object.getPrototypeOf(org),
  role: core.roleOf(org, 'analyst'),
  unit: core.unitOf(org, 'pmo'),
  lines: core.linesOf(org, 'analyst', { lines: 'all' }),
  moves: core.nextStepsOf(org, 'analyst'),
  services: core.servicesOf(org),
  path: core.careerPath(org, 'analyst', 'ceo'),
  comparison: core.compareRoles(org, 'ceo', 'analyst'),
  route: core.reportingPathBetween(org, 'ceo', 'analyst'),
  shape: core.spansAndLayers(org),
  ladder: core.ladderOf(org, 'office'),
  gap: core.careerGap(org, 'analyst', 'ceo'),
  check: core.checkOrg(broken, { rules: [...core.structureRules, core.maxSpan(0)] }),
  issues: core.issuesOf(broken),
  policy: core.policy({ 'small teams': { rule: core.maxSpan(5), because: 'They talk.' } }),
  starter: core.starterPolicy(),
  unknown: errorOf(() => core.managerOf(org, 'nobody')),
  refused: errorOf(() => core.defineOrg({ roles: { a: { reportsTo: 'b' } } })),
  document: documents.toOrgDocument(org),
  csv: importers.safeParseCsv('id,manager\n1,\n2,3\n'),
  office: core.roleOf(pmo.pmoOrg({ authority: 'directive' }), 'pmo-director'),
  answer: pmo.answer('which-is-higher-pmo-or-pm'),
  kinds: pmo.pmoVariants(),
  picture: render.pictureOf(org),
  handle: handles.handleOf(org, 'ceo'),
  page: html.toHtml(org).length > 0,
  match: testing.toHaveRole(org, 'ceo'),
}

const byKey = ([a], [b]) => (a < b ? -1 : 1)

const seen = new Set()
const pending = [
  [
    '',
    {
      ...core,
      ...documents,
      ...importers,
      ...render,
      ...html,
      pmo: { ...pmo },
      testing: { ...testing },
      answers,
    },
  ],
]
const found = []
for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
  const [path, value] = next
  if (seen.has(value)) continue
  seen.add(value)
  if (typeof value === 'object') found.push(`${path} ${Object.isFrozen(value) ? 'frozen' : 'open'}`)
  // Sorted: an object that is reached by several paths must get the same name in each bundle.
  for (const [key, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(value)).sort(byKey)) {
    const part = descriptor.value
    if (typeof part === 'object' && part !== null && !ArrayBuffer.isView(part))
      pending.push([`${path}.${key}`, part])
  }
}
console.log(found.sort().join('\n'))
