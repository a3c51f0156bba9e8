import { careersGraphlib } from './contenders/careers/graphlib.mjs'
import { careersGraphology } from './contenders/careers/graphology.mjs'
import { careersMap } from './contenders/careers/map-by-id.mjs'
import { careersRolegraph } from './contenders/careers/rolegraph.mjs'
import { d3Hierarchy } from './contenders/charts/d3-hierarchy.mjs'
import { graphlib } from './contenders/charts/graphlib.mjs'
import { graphology } from './contenders/charts/graphology.mjs'
import { graphologyWalks } from './contenders/charts/graphology-walks.mjs'
import { linkedMap } from './contenders/charts/linked-map.mjs'
import { mapById } from './contenders/charts/map-by-id.mjs'
import { ngraph } from './contenders/charts/ngraph.mjs'
import { rolegraph } from './contenders/charts/rolegraph.mjs'
import { twoLookUps } from './contenders/charts/two-look-ups.mjs'
import { typedArrays } from './contenders/charts/typed-arrays.mjs'
import { matrixGraphlib } from './contenders/matrix/graphlib.mjs'
import { matrixDag, matrixGraphology, matrixTraversal } from './contenders/matrix/graphology.mjs'
import { matrixMap } from './contenders/matrix/map-by-id.mjs'
import { matrixNgraph } from './contenders/matrix/ngraph.mjs'
import { matrixRolegraph } from './contenders/matrix/rolegraph.mjs'
import { matrixTypedArrays } from './contenders/matrix/typed-arrays.mjs'
import { namesMap, namesRolegraph } from './contenders/names.mjs'
import { pictures } from './contenders/pictures.mjs'
import { readers, readersOfThree } from './contenders/readers.mjs'
import { careerDiamonds, careerGrades, careerLattice, shortLattices } from './workloads/careers.mjs'
import { chainChart, starChart, treeChart } from './workloads/charts.mjs'
import { ladderChart, matrixChart } from './workloads/matrix-charts.mjs'
import { namesOf } from './workloads/names.mjs'
import { picturesOf } from './workloads/pictures.mjs'
import { tableOf, threeColumnsOf } from './workloads/tables.mjs'

/** The library first, then the hand-written lower bound, then common hand-written code, then other libraries. */
const charts = [rolegraph, typedArrays, mapById, linkedMap, d3Hierarchy, graphology, graphlib, ngraph]
const matrices = [
  ...[matrixRolegraph, matrixTypedArrays, matrixMap],
  ...[matrixGraphology, matrixDag, matrixTraversal, matrixGraphlib, matrixNgraph],
]
const careers = [careersRolegraph, careersMap, careersGraphology]

/** Each workload by its name: how it is made at a size, and its contenders in the order of the columns. */
export const WORKLOADS = {
  tree: { make: treeChart, contenders: charts },
  chain: { make: chainChart, contenders: charts },
  star: { make: starChart, contenders: charts },
  walks: { make: treeChart, contenders: [rolegraph, ...graphologyWalks, twoLookUps], works: ['isAbove'] },
  matrix: { make: matrixChart, contenders: matrices },
  ladder: { make: ladderChart, contenders: [matrixRolegraph, matrixTypedArrays, matrixMap, matrixDag] },
  lattice: { first: 'shortest path', make: careerLattice, contenders: [...careers, careersGraphlib] },
  grades: { first: 'shortest path', make: careerGrades, contenders: careers },
  'short lattices': { first: 'shortest path', make: shortLattices, contenders: careers },
  diamonds: { first: 'shortest path', make: careerDiamonds, contenders: [careersRolegraph] },
  names: { first: 'find', make: namesOf, contenders: [namesRolegraph, namesMap] },
  tables: { make: tableOf, contenders: readers },
  'three columns': { make: threeColumnsOf, contenders: readersOfThree },
  pictures: { make: picturesOf, contenders: [pictures] },
}
