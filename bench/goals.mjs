import { EXPORTS } from './workloads/exports.mjs'
import { rightOf } from './sections/finding.mjs'
import { slope } from './report/slope.mjs'

const OURS = 'rolegraph'
const BY_HANDLE = 'rolegraph, by handle'
/** The name under which the memory of an org that is read from bytes is measured. */
export const OURS_FROM_BYTES = 'rolegraph, from bytes'
const LOOPS = ['outNeighbors(id)[0]', 'findOutNeighbor(id, always)', 'outEdges(id)[0], then target']

/**
 * The goals of the library. `seen` returns a list of figures; each must be at least `least` or at most `most`, and one that was
 * not measured is undefined. `figures` are those of the tables, `memory` the bytes per role by contender, `retained` those by
 * loader, `importTime` and `firstAnswers` are in milliseconds.
 */
export function goalsFor({
  sizes: [smallest],
  main,
  largest,
  ladders,
  careers,
  names,
  found,
  shortLadders,
  exportRows,
}) {
  const tree =
    (contender, key, size = main) =>
    (board) =>
      ratio(board.figures, 'tree', size, contender, key)
  // A longer ladder outgrows the caches, which makes each step slower for every contender.
  const cached = ladders.filter((diamonds) => diamonds <= 10_000)
  const versusTree = (contender, key, goal) => ({
    wanted: `${contender.least} × as fast as ${contender.name}`,
    goal,
    unit: '×',
    least: contender.least,
    seen: (board) => [tree(contender.name, key)(board), tree(contender.name, key, largest)(board)],
  })
  const map = (least) => ({ name: 'Map by id', least })
  const graphology = (least) => ({ name: 'graphology', least })
  const byHandle = (key, most, goal) => ({
    goal,
    wanted: `at most ${most} ns`,
    unit: 'ns',
    most,
    seen: ({ figures }) => [main, largest].map((size) => nanoseconds(figures.of('tree', size, OURS, key))),
  })
  const versusWalk = (loops, least, wanted) => ({
    goal: 'isAbove by id',
    wanted,
    unit: '×',
    least,
    seen: ({ figures }) => [
      Math.min(...loops.map((name) => ratio(figures, 'walks', main, name, 'isAbove') ?? NaN)),
    ],
  })
  const load = (reader, most, workload = 'tables') => ({
    goal: `${reader}${workload === 'tables' ? '' : ` of ${workload}`}, and the first question`,
    wanted: `at most ${most} × JSON.parse`,
    unit: '×',
    most,
    at: [largest],
    seen: ({ figures }) => [
      figures.of(workload, largest, reader, 'both') / figures.of(workload, largest, 'JSON.parse', 'build'),
    ],
  })
  const cycle = (name, least, workload, size, at) => ({
    goal: 'would this line make a cycle?',
    wanted: `${least.toLocaleString('en')} × as fast as ${name}${at}`,
    unit: '×',
    least,
    seen: ({ figures }) => [ratio(figures, workload, size, name, 'would make a cycle')],
  })
  const career = (key, name, least) => ({
    goal: key,
    wanted: `${least} × as fast as ${name}`,
    unit: '×',
    least,
    at: careers,
    seen: ({ figures }) => careers.map((size) => ratio(figures, 'lattice', size, 'graphology', key)),
  })
  const tenBest = (by) => ({
    goal: `ten best by ${by}`,
    wanted: 'at most 5 × the shortest',
    unit: '×',
    most: 5,
    at: careers,
    seen: ({ figures }) =>
      careers.map(
        (size) =>
          figures.of('lattice', size, OURS, `ten best by ${by}`) /
          figures.of('lattice', size, OURS, `shortest by ${by}`),
      ),
  })
  const allPaths = (workload, key) => ({
    goal: key,
    wanted: '50 × as fast as graphology-simple-path',
    unit: '×',
    least: 50,
    at: [careers[0]],
    seen: ({ figures }) => [ratio(figures, workload, careers[0], 'graphology', key)],
  })
  const checks = (of, charts) => ({
    goal: `checkOrg, the structural rules${of}`,
    wanted: 'at most 2 × the build',
    unit: '×',
    most: 2,
    at: charts.map(([, size]) => size),
    seen: ({ figures }) =>
      charts.map(
        ([chart, size]) => figures.of(chart, size, OURS, 'checkOrg') / figures.of(chart, size, OURS, 'build'),
      ),
  })
  const exported = ({ key, title, goals }) => [
    {
      goal: `parseCsv of an export: ${title(exportRows.toLocaleString('en'))}`,
      wanted: `at most ${goals.time} × JSON.parse`,
      unit: '×',
      most: goals.time,
      at: [],
      seen: ({ exports }) => [
        exports?.get(key).get('parseCsv').microseconds / exports?.get(key).get('JSON.parse').microseconds,
      ],
    },
    {
      goal: `parseCsv of that export`,
      wanted: 'at least 3 × as fast as a CSV library, then a Map',
      unit: '×',
      least: 3,
      at: [],
      seen: ({ exports }) =>
        ['csv-parse, then a Map', 'Papa Parse, then a Map'].map(
          (name) => exports?.get(key).get(name).microseconds / exports?.get(key).get('parseCsv').microseconds,
        ),
    },
    ...(goals.memory === undefined
      ? []
      : [
          {
            goal: 'peak memory of that reading',
            wanted: `at most ${goals.memory} × the file`,
            unit: '×',
            most: goals.memory,
            at: [],
            seen: ({ exports }) => {
              const { peak, file } = exports?.get(key).get('parseCsv') ?? {}
              return [peak / file]
            },
          },
        ]),
  ]
  const picture = (key) => ({
    goal: `${key} of 10,000 roles`,
    wanted: 'at most 0.3 s',
    unit: 's',
    most: 0.3,
    at: [10_000],
    seen: ({ figures }) => [seconds(figures.of('pictures', 10_000, OURS, key))],
  })

  return [
    load('parseRecords', 1.6),
    load('parseCsv', 1.5),
    load('parseRecords', 0.5, 'three columns'),
    load('parseCsv', 0.5, 'three columns'),
    ...EXPORTS.flatMap(exported),
    {
      goal: 'orgFromRecords, and the first question',
      wanted: 'at most 1.3 × Map by id',
      unit: '×',
      most: 1.3,
      at: [largest],
      seen: ({ figures }) => [
        figures.of('tree', largest, OURS, 'both') / figures.of('tree', largest, 'Map by id', 'both'),
      ],
    },
    ...[
      ['a chart', 'tree', smallest, 1.5],
      ['a matrix chart', 'matrix', main, 1.2],
      ['a career lattice', 'lattice', careers.at(-1), 1.5],
    ].map(([what, workload, size, most]) => ({
      goal: `orgFromRecords of ${what}`,
      wanted: `at most ${most} × Map by id`,
      unit: '×',
      most,
      at: [size],
      seen: ({ figures }) => [
        figures.of(workload, size, OURS, 'build') / figures.of(workload, size, 'Map by id', 'build'),
      ],
    })),
    {
      goal: 'the first find',
      wanted: 'at most 80 ms',
      unit: 'ms',
      most: 80,
      at: [names],
      seen: ({ figures }) => [figures.of('names', names, OURS, 'first') / 1_000],
    },
    {
      goal: 'the first find',
      wanted: '10 × as fast as MiniSearch makes its index',
      unit: '×',
      least: 10,
      at: [names],
      seen: ({ finding }) => [finding?.fast.get('MiniSearch').index / finding?.fast.get(OURS).index],
    },
    {
      goal: 'find, any text',
      wanted: 'at most 2 × the faster of MiniSearch and Fuse.js',
      unit: '×',
      most: 2,
      at: [names],
      seen: ({ finding }) =>
        finding?.fast.get(OURS).ways.map(({ way, microseconds }) => {
          const others = ['MiniSearch', 'Fuse.js'].flatMap((name) => {
            return finding.fast
              .get(name)
              .ways.flatMap((other) => (other.way === way ? [other.microseconds] : []))
          })
          return microseconds / Math.min(...others)
        }) ?? [],
    },
    {
      goal: 'right answers to 300 texts',
      wanted: 'more than MiniSearch and Fuse.js give',
      unit: '',
      least: 1,
      at: [found],
      seen: ({ finding }) =>
        ['MiniSearch', 'Fuse.js'].map(
          (name) => finding && rightOf(finding.right.get(OURS)) - rightOf(finding.right.get(name)),
        ),
    },
    ...[
      ['Map, linked', 1, 'at least as fast as a linked Map that checks as much'],
      ['Map, linked, that keeps sizes', 1, 'at least as fast as one that keeps sizes too'],
      ['graphology', 20, '20 × as fast as graphology'],
      ['d3-hierarchy', 1_000, '1,000 × as fast as d3-hierarchy'],
      [
        'Map, linked, that keeps sizes, by its nodes',
        1,
        'at least as fast as that linked Map by its nodes',
        BY_HANDLE,
      ],
      ['graphology', 20, '20 × as fast as graphology', BY_HANDLE],
    ].map(([name, least, wanted, ours = OURS]) => ({
      ...{
        goal: `a turn of a draft${ours === OURS ? '' : ', by handle'}`,
        wanted,
        unit: '×',
        least,
        at: [main],
      },
      seen: ({ drafts }) => [drafts?.turns[name] / drafts?.turns[ours]],
    })),
    {
      goal: '1,000,000 random moves in a draft, every third undone',
      wanted: 'at most 10 s',
      unit: 's',
      most: 10,
      at: [main],
      seen: ({ drafts }) => [drafts?.walk.seconds],
    },
    {
      goal: 'memory of that draft',
      wanted: 'at most 250 bytes per role',
      unit: 'bytes',
      most: 250,
      at: [main],
      seen: ({ drafts }) => [drafts?.walk.bytes],
    },
    {
      goal: 'a route of approvers, with delegates',
      wanted: 'at least 100,000 per second',
      unit: 'per second',
      least: 100_000,
      at: [main],
      seen: ({ approvals }) => [approvals && 1e6 / approvals.routes[OURS]],
    },
    {
      goal: 'that route',
      wanted: 'at least 0.2 × as fast as a loop that knows vacancies only',
      unit: '×',
      least: 0.2,
      at: [main],
      seen: ({ approvals }) => [approvals?.routes['a loop over a Map'] / approvals?.routes[OURS]],
    },
    {
      goal: 'checkApprovalPolicy, every role, in a tree and in a chain',
      wanted: 'at most 1 s',
      unit: 's',
      most: 1,
      at: [main],
      seen: ({ approvals }) =>
        Object.values(approvals?.checks ?? {}).map((microseconds) => microseconds / 1e6),
    },
    {
      goal: 'from records to the first answer in a new process, once imported',
      wanted: 'at most 1.6 ms',
      unit: 'ms',
      most: 1.6,
      at: [1_000],
      seen: ({ firstAnswers }) => [firstAnswers.get(OURS)],
    },
    {
      goal: 'memory of an org, every index built',
      wanted: 'at most 110 bytes per role',
      unit: 'bytes',
      most: 110,
      at: [largest],
      seen: ({ memory }) => [memory?.get(OURS)?.asked],
    },
    {
      goal: 'memory of an org read from bytes, every index built',
      wanted: 'at most 90 bytes per role',
      unit: 'bytes',
      most: 90,
      at: [largest],
      seen: ({ memory }) => [memory?.get(OURS_FROM_BYTES)?.asked],
    },
    {
      goal: 'memory of an org, every index built',
      wanted: 'at most a fifth of graphology',
      unit: '×',
      most: 0.2,
      at: [largest],
      seen: ({ memory }) => [memory?.get(OURS)?.asked / memory?.get('graphology')?.asked],
    },
    {
      goal: 'an org retains nothing of its input',
      wanted: 'at most 1.05 × the org alone',
      unit: '×',
      most: 1.05,
      at: [largest],
      seen: ({ retained }) => [retained?.worst],
    },
    versusTree(map(3), 'isAbove', 'isAbove by id'),
    versusWalk(LOOPS, 25, '25 × as fast as any loop over graphology'),
    versusWalk(['bfsFromNode of graphology-traversal'], 1_000, '1,000 × as fast as bfsFromNode'),
    byHandle('isAbove by handle', 10, 'isAbove by handle'),
    versusTree(map(2.5), 'managementChainOf', 'managementChainOf'),
    versusTree(map(4), 'lowestCommonManagerOf', 'lowestCommonManagerOf'),
    versusTree(map(100), 'transitiveReportsOf', 'transitiveReportsOf about 1,000'),
    byHandle('organizationSizeOf by handle', 30, 'organizationSizeOf by handle'),
    versusTree(map(50), 'layers and spans', 'layers and spans of all'),
    versusTree(graphology(200), 'layers and spans', 'layers and spans of all'),
    versusTree(map(50), 'rollUp', 'rollUp of all'),
    versusTree(graphology(200), 'rollUp', 'rollUp of all'),
    checks('', [
      ['tree', main],
      ['tree', largest],
    ]),
    checks(', of the chain, the star and the matrix chart', [
      ['chain', largest],
      ['star', largest],
      ['matrix', main],
    ]),
    {
      goal: "isAbove, lines: 'all', in a matrix chart",
      wanted: '8 × as fast as Map by id',
      unit: '×',
      least: 8,
      seen: ({ figures }) => [ratio(figures, 'matrix', main, 'Map by id', 'matrix isAbove')],
    },
    cycle('Map by id', 8, 'matrix', main, ''),
    cycle('graphology-dag', 1_000, 'matrix', main, ''),
    {
      ...cycle(
        'graphology-dag',
        1_000,
        'ladder',
        shortLadders.at(-1),
        `, ${shortLadders.at(-1)} diamonds in a row`,
      ),
      at: [3 * shortLadders.at(-1)],
    },
    {
      goal: 'would this line make a cycle?',
      wanted: 'linear on ladders of 100 to 10,000 diamonds: a slope of at most 1.15',
      unit: '',
      most: 1.15,
      at: [3 * cached.at(-1)],
      seen: ({ figures }) => [
        slope(cached.map((size) => [size, figures.of('ladder', size, OURS, 'would make a cycle')])),
      ],
    },
    career('shortest by steps', 'graphology-shortest-path', 4),
    career('shortest by years', 'graphology-shortest-path', 4),
    tenBest('steps'),
    tenBest('years'),
    allPaths('grades', 'all paths up ten grades'),
    allPaths('short lattices', 'all paths in careers of 40 roles'),
    picture('toText'),
    picture('toSvg'),
    {
      goal: 'import of the core in a new process',
      wanted: 'at most 60 ms',
      unit: 'ms',
      most: 60,
      at: [],
      seen: ({ importTime }) => [importTime],
    },
  ].map((goal) => ({ at: [main, largest], ...goal }))
}

/** How many times as long as the library a contender takes, or undefined. */
function ratio(figures, workload, size, contender, key) {
  return figures.of(workload, size, contender, key) / figures.of(workload, size, OURS, key)
}

function nanoseconds(microseconds) {
  return microseconds * 1_000
}

function seconds(microseconds) {
  return microseconds / 1_000_000
}
