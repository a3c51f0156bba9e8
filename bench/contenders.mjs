import { graphologyLoops } from './graphology-loops.mjs'
import { linkedMap, mapById } from './hand-written-map.mjs'
import { withRolegraph } from './with-rolegraph.mjs'

/** Who runs beside whom, in the order of the columns. */
export const contenders = [withRolegraph, mapById, linkedMap, graphologyLoops]
