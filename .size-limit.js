/** What a user's bundle pays, minified by esbuild and gzipped. */
const graphology = ['./graphology.js', './graphology-traversal.js']
const core = { path: 'dist/index.js', gzip: true }

export default [
  {
    ...core,
    name: 'an app that defines an org and asks for managers: graphology is dropped',
    import: '{ defineOrg, managerOf, managementChainOf }',
    limit: '12 kB',
  },
  {
    ...core,
    name: 'the same app that hands its org to graphology too',
    import: '{ defineOrg, managerOf, managementChainOf, toGraph }',
    limit: '30 kB',
  },
  { ...core, name: 'the whole core, without graphology', import: '*', ignore: graphology, limit: '39 kB' },
  {
    name: 'all queries by handle, with the engine below them',
    path: 'dist/columns.js',
    import: '*',
    ignore: graphology,
    gzip: true,
    limit: '6 kB',
  },
  {
    name: 'the reference model, without the core',
    path: 'dist/pmo.js',
    import: '*',
    ignore: ['./index.js'],
    gzip: true,
    limit: '30 kB',
  },
  {
    name: 'all importers, without the core and the YAML parser',
    path: 'dist/import.js',
    import: '*',
    ignore: ['./index.js', 'yaml'],
    gzip: true,
    limit: '30 kB',
  },
  {
    name: 'the writer of org documents, without the core',
    path: 'dist/export.js',
    import: '*',
    ignore: ['./index.js'],
    gzip: true,
    limit: '2 kB',
  },
  {
    name: 'the matchers and generators for tests, without the core',
    path: 'dist/testing.js',
    import: '*',
    ignore: ['./index.js'],
    gzip: true,
    limit: '16 kB',
  },
  {
    name: 'all pictures, without the core',
    path: 'dist/render.js',
    import: '*',
    ignore: ['./index.js'],
    gzip: true,
    limit: '18 kB',
  },
  {
    name: 'an org as text, without the core',
    path: 'dist/render.js',
    import: '{ toText }',
    ignore: ['./index.js'],
    gzip: true,
    limit: '9 kB',
  },
  {
    name: 'the explorer page, with its script and style, without the core',
    path: 'dist/html.js',
    import: '*',
    ignore: ['./index.js'],
    gzip: true,
    limit: '20 kB',
  },
]
