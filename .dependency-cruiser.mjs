/**
 * The floors of the sources, as rules. Each folder of src is on a floor, and its files import only from their own folder
 * and from lower floors; docs/adr/0001-floors.md gives the reasons.
 */
const FLOORS = [
  ['kernel'],
  ['model'],
  ['engine'],
  ['define'],
  ['query', 'handle', 'career', 'validate'],
  ['change'],
  ['history'],
  ['ask', 'graph'],
  ['handles', 'import', 'export', 'render', 'testing', 'pmo'],
  ['approval'],
  ['html', 'store', 'vitest', 'jest'],
  ['cli'],
]
/** The folders from this floor on are subpaths of the package, each with an index.ts of its own, but for graph. */
const FIRST_SUBPATH_FLOOR = 7

const ENTRIES = '^src/(index|internal|internal-change|internal-graph)\\.ts$'

/** Matches a file in one of the folders; `$1` is then the folder. */
const inAny = (folders) => `^src/(${folders.join('|')})/`
const known = FLOORS.flat()
const core = FLOORS.slice(0, FIRST_SUBPATH_FLOOR).flat()
const subpaths = FLOORS.slice(FIRST_SUBPATH_FLOOR).flat()

/** One rule per floor: it must not import what is above it. */
const floorsPointDown = FLOORS.slice(0, -1).map((folders, floor) => ({
  name: `floor-${floor}-knows-nothing-above`,
  comment:
    'A lower floor that imports a higher one can no longer be read, tested or replaced without it. Move the shared ' +
    'code down, or the caller up.',
  severity: 'error',
  from: { path: inAny(folders) },
  to: { path: inAny(FLOORS.slice(floor + 1).flat()) },
}))

/** One rule per floor with several folders. */
const siblingsStayApart = FLOORS.filter((folders) => folders.length > 1).map((folders) => ({
  name: `siblings-stay-apart-${folders[0]}`,
  comment:
    'Folders on one floor are independent features: each can be left out, and each can be understood ' +
    'alone. What two of them need belongs one floor down.',
  severity: 'error',
  from: { path: inAny(folders) },
  // A file may import from its own folder.
  to: { path: inAny(folders), pathNot: '^src/$1/' },
}))

export default {
  forbidden: [
    ...floorsPointDown,
    ...siblingsStayApart,
    {
      name: 'subpaths-import-the-core-by-the-internal-entry',
      comment:
        'src/internal.ts and src/internal-change.ts are built once, and the build turns an import of them into an import of the built ' +
        'file. Any other file of the core would be bundled a second time, and its classes and caches would exist twice.',
      severity: 'error',
      from: { path: inAny(subpaths), pathNot: '^src/html/client/' },
      to: { path: [inAny(core), '^src/(index|internal-graph)\\.ts$'] },
    },
    {
      name: 'the-explorer-page-bundles-the-kernel-and-the-search',
      comment:
        'The script of the explorer page is a program of its own, which scripts/build-explorer.ts bundles. It may share ' +
        'the functions of the kernel, and the search for names, so that it finds what find() finds. With the entry it would ' +
        'change whenever anything in the core changes.',
      severity: 'error',
      from: { path: '^src/html/client/', pathNot: '^src/html/client/(edit|approval)/' },
      to: {
        path: [
          inAny(core.filter((folder) => folder !== 'kernel')),
          '^src/(index|internal|internal-change)\\.ts$',
        ],
        pathNot: '^src/engine/(name-search|named-things|edges)\\.ts$',
      },
    },
    {
      name: 'a-further-script-is-in-pages-that-use-it',
      comment:
        'The further scripts of an explorer page bring drafts and rules of the core, and the search for approvers. A page to look at must ' +
        'not pay for them, so that the first script imports nothing of them.',
      severity: 'error',
      from: { path: '^src/html/', pathNot: '^src/html/client/(edit|approval)/' },
      to: { path: '^src/html/client/(edit|approval)/' },
    },
    {
      name: 'further-scripts-stay-apart',
      comment:
        'A page may have any of them without the others. They meet in the explorer of the first script.',
      severity: 'error',
      from: { path: '^src/html/client/(edit|approval)/' },
      to: { path: '^src/html/client/(edit|approval)/', pathNot: '^src/html/client/$1/' },
    },
    {
      name: 'subpaths-are-entered-by-their-index',
      comment: 'For the same reason, one subpath imports another (html: render) only by its index.ts.',
      severity: 'error',
      from: { path: inAny(subpaths), pathNot: ['^src/html/client/approval/', '^src/cli/reading/'] },
      to: { path: inAny(subpaths), pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'the-command-loads-three-readers-alone',
      comment:
        'Reading the code of all readers takes longer than a small chart. These three are built as files of their own (tsup.config.ts), ' +
        'so that there is one copy of them too.',
      severity: 'error',
      from: { path: '^src/cli/reading/' },
      to: {
        path: inAny(subpaths),
        pathNot: [
          '^src/cli/',
          '^src/[^/]+/index\\.ts$',
          '^src/import/(csv/parse-csv|document/parse-org-document|history/parse-history-document)\\.ts$',
        ],
      },
    },
    {
      name: 'the-script-for-approvals-bundles-the-search-for-routes',
      comment:
        'It finds the routes that approvalRoute finds, by the same code. It may import the files of that search, since the index would bring ' +
        'pictures and the check of policies too; of no other subpath may it import any file.',
      severity: 'error',
      from: { path: '^src/html/client/approval/' },
      to: { path: inAny(subpaths), pathNot: '^src/(html|approval)/' },
    },
    {
      name: 'core-does-not-import-an-entry',
      comment:
        'The entries export the core. A file of the core that imports one makes a cycle and hides what it ' +
        'really needs.',
      severity: 'error',
      from: { path: inAny(core) },
      to: { path: ENTRIES },
    },
    {
      name: 'internal-holds-the-core-only',
      comment: 'A user who imports rolegraph must not pay for a subpath: each has its own index.ts.',
      severity: 'error',
      from: { path: '^src/internal(-change)?\\.ts$' },
      to: { path: '^src/', pathNot: inAny(core) },
    },
    {
      name: 'internal-holds-no-changes',
      comment:
        'Most commands only read a chart: what changes one, and what reads and writes histories, is in src/internal-change.ts, which they ' +
        'do not load. A history is asked for its org by one file that needs none of that.',
      severity: 'error',
      from: { path: '^src/internal\\.ts$' },
      to: { path: inAny(['change', 'history']), pathNot: '^src/history/org-at\\.ts$' },
    },
    {
      name: 'internal-graph-holds-graphs-only',
      comment: 'It is what loads graphology. Anything else in it would load graphology too.',
      severity: 'error',
      from: { path: '^src/internal-graph\\.ts$' },
      to: { path: '^src/', pathNot: '^src/graph/' },
    },
    {
      name: 'index-is-a-part-of-internal',
      comment:
        'The public index only re-exports from the internal entries. Anything else would be built a second time.',
      severity: 'error',
      from: { path: '^src/index\\.ts$' },
      to: { path: '^src/', pathNot: '^src/internal(-change|-graph)?\\.ts$' },
    },
    {
      name: 'every-folder-has-a-floor',
      comment: 'The folders are the architecture: a new one needs a floor in this file.',
      severity: 'error',
      from: {},
      to: { path: '^src/', pathNot: [ENTRIES, inAny(known)] },
    },
    {
      name: 'every-importer-has-a-floor',
      comment: 'The same for a folder that nothing imports yet.',
      severity: 'error',
      from: { path: '^src/', pathNot: [ENTRIES, inAny(known)] },
      to: {},
    },
    {
      name: 'only-graph-knows-graphology',
      comment:
        'graphology confuses some ids (__proto__, constructor) with parts of its own objects. One file knows how to pass ' +
        'ids to it safely, and it is the one place to change if graphology is ever replaced.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/graph/org-graph\\.ts$' },
      to: { path: '(^|/)graphology' },
    },
    {
      name: 'no-cycles',
      comment:
        'Two files that import each other are one file in two places, and which of them loads first is luck.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'nothing-from-outside-src',
      comment: 'Tests, examples and scripts are not in the package, so what is in it cannot import them.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|examples|bench|scripts|docs|dist)/' },
    },
    {
      name: 'no-undeclared-packages',
      comment: 'A package that is not a dependency works here by luck and fails for users.',
      severity: 'error',
      from: { path: '^src/' },
      // A runner is a peer, and for our own tests also a development dependency.
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'],
        dependencyTypesNot: ['npm-peer'],
        pathNot: ['/d3-hierarchy/', '/commander/'],
      },
    },
    {
      name: 'd3-hierarchy-is-bundled-once',
      comment:
        'Its layout is bundled into rolegraph/render (docs/adr/0006). A second file that imports it could bundle ' +
        'it into a second entry.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/render/svg/tree-placement\\.ts$' },
      to: { path: '/d3-hierarchy/' },
    },
    {
      name: 'commander-is-bundled-into-the-command',
      comment: 'The command bundles it (docs/adr/0012), and one file knows how it is called.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/program\\.ts$' },
      to: { path: '/commander/' },
    },
    {
      name: 'yaml-is-bundled-into-the-command',
      comment:
        'The command bundles it (docs/adr/0012), and one file names what is used of it. The library gets it from the caller (docs/adr/0005).',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/reading/yaml-package\\.ts$' },
      to: { path: '(^|/)node_modules/yaml/' },
    },
    {
      name: 'no-node-in-the-core',
      comment: 'The core runs in browsers too. Only folders that are for Node may import its modules.',
      severity: 'error',
      from: { path: '^src/', pathNot: inAny(['cli', 'store', 'testing']) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that does not resolve would pass every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // An import of a type is a dependency too: a reader of the file needs it.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
}
