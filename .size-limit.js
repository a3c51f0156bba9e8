/** What a user's bundle pays, minified by esbuild and gzipped, with and without graphology. */
const graphology = ['graphology', 'graphology-traversal']
const core = { path: 'dist/index.js', gzip: true }

export default [
  {
    ...core,
    name: 'an app that defines an org and asks for managers, without graphology',
    import: '{ defineOrg, managerOf, managementChainOf }',
    ignore: graphology,
    limit: '12 kB',
  },
  {
    ...core,
    name: 'the same app with graphology, which esbuild keeps since it is not marked as free of side effects',
    import: '{ defineOrg, managerOf, managementChainOf }',
    limit: '28 kB',
  },
  { ...core, name: 'the whole core, without graphology', import: '*', ignore: graphology, limit: '26 kB' },
]
