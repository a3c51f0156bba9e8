/** What a user's bundle pays, minified by esbuild and gzipped. */
const graphology = ['./graphology.js', './graphology-traversal.js']
const internal = ['./internal.js', './internal-change.js']
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
    limit: '19 kB',
  },
  {
    ...core,
    name: 'an app that asks every question about roles and reporting lines',
    import: `{ defineOrg, ${reporting} }`,
    limit: '22 kB',
  },
  {
    ...core,
    name: 'the first example of the README, with a career path',
    import: '{ careerPath, compareRoles, defineOrg, managerOf }',
    limit: '25.25 kB',
  },
  {
    ...core,
    name: 'the same app, with toGraph',
    import: '{ defineOrg, managerOf, managementChainOf, toGraph }',
    limit: '35 kB',
  },
  {
    ...core,
    name: 'an app that changes orgs and compares them',
    import: '{ changeOrg, defineOrg, diffOrgs }',
    limit: '37.5 kB',
  },
  {
    ...core,
    name: 'the same app, with drafts',
    import: '{ changeOrg, defineOrg, diffOrgs, draftOf }',
    limit: '43 kB',
  },
  {
    ...core,
    name: 'the whole core, without graphology',
    import: '*',
    ignore: graphology,
    limit: '137 kB',
  },
  {
    name: 'all queries by handle, with the engine',
    path: 'dist/handles.js',
    import: '*',
    ignore: graphology,
    gzip: true,
    limit: '12.5 kB',
  },
  {
    name: 'approvals, without the core and the pictures',
    path: 'dist/approval.js',
    import: '*',
    ignore: [...internal, './render.js', './ask.js'],
    gzip: true,
    limit: '18.5 kB',
  },
  {
    name: 'the store, without the core and the client of a database',
    path: 'dist/store.js',
    import: '*',
    ignore: internal,
    gzip: true,
    limit: '27 kB',
  },
  {
    name: 'questions in words, without the core',
    path: 'dist/ask.js',
    import: '*',
    ignore: internal,
    gzip: true,
    limit: '74.25 kB',
  },
  {
    name: 'the reference model, without the core and questions in words',
    path: 'dist/pmo.js',
    import: '*',
    ignore: [...internal, './ask.js'],
    gzip: true,
    limit: '30 kB',
  },
  {
    name: 'all importers, without the core and the YAML parser',
    path: 'dist/import.js',
    import: '*',
    ignore: [...internal, 'yaml'],
    gzip: true,
    limit: '83 kB',
  },
  {
    name: 'all writers, without the core',
    path: 'dist/export.js',
    import: '*',
    ignore: internal,
    gzip: true,
    limit: '15.5 kB',
  },
  {
    name: 'the matchers and generators for tests, without the core',
    path: 'dist/testing.js',
    import: '*',
    ignore: internal,
    gzip: true,
    limit: '16 kB',
  },
  {
    name: 'all pictures, without the core',
    path: 'dist/render.js',
    import: '*',
    ignore: internal,
    gzip: true,
    limit: '38.25 kB',
  },
  {
    name: 'an org as text, without the core',
    path: 'dist/render.js',
    import: '{ toText }',
    ignore: internal,
    gzip: true,
    limit: '10.75 kB',
  },
  {
    name: 'the explorer page, with its script and style, without the core and the pictures',
    path: 'dist/html.js',
    import: '*',
    ignore: [...internal, './render.js'],
    gzip: true,
    limit: '122 kB',
  },
  {
    name: 'the explorer page and what it uses of the pictures, without the core',
    path: 'dist/html.js',
    import: '*',
    ignore: internal,
    gzip: true,
    limit: '129 kB',
  },
]
