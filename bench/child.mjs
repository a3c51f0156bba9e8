/**
 * Measures one contender on one workload, in its own process, so that no contender affects how the code of another is
 * optimised, or its memory. Prints the figures as JSON:
 * node bench/child.mjs '{"workload":"tree","size":1000,"contender":"rolegraph","builds":{…},"works":{…}}'
 */
import { measureBuilds, measureFresh, measureWork } from './measure.mjs'
import { WORKLOADS } from './workloads.mjs'

const ONCE = { rounds: 0, budget: 0, atLeast: 0 }
const job = JSON.parse(process.argv[2])
const { make, contenders, works: wanted } = WORKLOADS[job.workload]
const contender = contenders.find(({ name }) => name === job.contender)
const workload = make(job.size, contender)

const [{ build, first, both, model }] = measureBuilds([contender], workload, job.builds)
const works = []
for (const work of workload.works) {
  if (!work.asks.every((question) => question in contender)) continue
  if (wanted !== undefined && !wanted.includes(work.key)) continue
  works.push({ key: work.key, name: work.name, isCheck: work.isCheck ?? false, ...measured(work) })
}
console.log(JSON.stringify({ build, first, both, works }))

function measured(work) {
  if (work.fresh) return measureFresh(work, contender, workload, job.builds)
  // A work that only compares answers runs once.
  return measureWork(work, [contender], [model], work.isCheck ? ONCE : job.works)[0]
}
