/** What a user's bundle pays, minified by esbuild and gzipped. */
const graphology = ['./graphology.js', './graphology-traversal.js']
const core = { path: 'dist/index.js', gzip: true }

/** docs/adr/0010-weight-of-the-core.md says why an app and the whole core have different budgets. */
const reporting = [
  'directReportsOf, isAbove, isRole, isUnit, issuesOf, layerOf, linesOf, lowestCommonManagerOf, lowestCommonManagersOf',
  'managementChainOf, managerOf, managersOf, organizationSizeOf, peersOf, roleOf, rolesOf, skipLevelManagerOf',
  'spanOfControlOf, topRolesOf, transitiveReportsOf',
].join(', ')

export default [
  {
    ...core,
    name: 'an app that defines an org and asks for managers: graphology is dropped',
    import: '{ defineOrg, managerOf, managementChainOf }',
    limit: '18 kB',
  },
  {
    ...core,
    name: 'an app that asks every question about roles and reporting lines',
    import: `{ defineOrg, ${reporting} }`,
    limit: '21 kB',
  },
  {
    ...core,
    name: 'the first example of the README, with a career path',
    import: '{ careerPath, compareRoles, defineOrg, managerOf }',
    limit: '24.5 kB',
  },
  {
    ...core,
    name: 'the same app, with toGraph',
    import: '{ defineOrg, managerOf, managementChainOf, toGraph }',
    limit: '32.75 kB',
  },
  {
    ...core,
    name: 'an app that changes orgs and compares them',
    import: '{ changeOrg, defineOrg, diffOrgs }',
    limit: '35.25 kB',
  },
  {
    ...core,
    name: 'the same app, with drafts',
    import: '{ changeOrg, defineOrg, diffOrgs, draftOf }',
    limit: '41 kB',
  },
  { ...core, name: 'the whole core, without graphology', import: '*', ignore: graphology, limit: '131 kB' },
  {
    name: 'all queries by handle, with the engine',
    path: 'dist/handles.js',
    import: '*',
    ignore: graphology,
    gzip: true,
    limit: '11.75 kB',
  },
  {
    name: 'approvals, without the core',
    path: 'dist/approval.js',
    import: '*',
    ignore: ['./internal.js'],
    gzip: true,
    limit: '13 kB',
  },
  {
    name: 'questions in words, without the core',
    path: 'dist/ask.js',
    import: '*',
    ignore: ['./internal.js'],
    gzip: true,
    limit: '47 kB',
  },
  {
    name: 'the reference model, without the core and questions in words',
    path: 'dist/pmo.js',
    import: '*',
    ignore: ['./internal.js', './ask.js'],
    gzip: true,
    limit: '30 kB',
  },
  {
    name: 'all importers, without the core and the YAML parser',
    path: 'dist/import.js',
    import: '*',
    ignore: ['./internal.js', 'yaml'],
    gzip: true,
    limit: '53.75 kB',
  },
  {
    name: 'the writer of org documents, without the core',
    path: 'dist/export.js',
    import: '*',
    ignore: ['./internal.js'],
    gzip: true,
    limit: '2 kB',
  },
  {
    name: 'the matchers and generators for tests, without the core',
    path: 'dist/testing.js',
    import: '*',
    ignore: ['./internal.js'],
    gzip: true,
    limit: '16 kB',
  },
  {
    name: 'all pictures, without the core',
    path: 'dist/render.js',
    import: '*',
    ignore: ['./internal.js'],
    gzip: true,
    limit: '23.5 kB',
  },
  {
    name: 'an org as text, without the core',
    path: 'dist/render.js',
    import: '{ toText }',
    ignore: ['./internal.js'],
    gzip: true,
    limit: '10.25 kB',
  },
  {
    name: 'the explorer page, with its script and style, without the core and the pictures',
    path: 'dist/html.js',
    import: '*',
    ignore: ['./internal.js', './render.js'],
    gzip: true,
    limit: '98 kB',
  },
  {
    name: 'the explorer page and what it uses of the pictures, without the core',
    path: 'dist/html.js',
    import: '*',
    ignore: ['./internal.js'],
    gzip: true,
    limit: '106 kB',
  },
]
