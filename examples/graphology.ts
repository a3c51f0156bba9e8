/**
 * An org as a graphology graph: which roles hold a matrix organisation together?
 * Run it with: npm run build && npx tsx examples/graphology.ts
 */
import { centrality } from 'graphology-metrics'
import { defineOrg, graphKeyOf, roleOf, toGraph, walk } from 'rolegraph'
import { faint, heading, strong } from './support/style.js'

const office = defineOrg({
  roles: {
    ceo: { title: 'Chief Executive Officer' },
    cpo: { title: 'Chief Project Officer', reportsTo: 'ceo' },
    cfo: { title: 'Chief Financial Officer', reportsTo: 'ceo' },
    director: { title: 'PMO Director', reportsTo: 'cpo', unit: 'pmo' },
    planner: { title: 'Planner', reportsTo: 'director', dottedTo: 'lead', unit: 'pmo' },
    controller: { title: 'Project Controller', reportsTo: 'cfo', dottedTo: ['director', 'lead'] },
    clerk: { title: 'Accounts Clerk', reportsTo: 'cfo' },
    lead: { title: 'Program Lead', reportsTo: 'cpo' },
    managerA: { title: 'Project Manager, North', reportsTo: 'lead', dottedTo: 'director' },
    managerB: { title: 'Project Manager, South', reportsTo: 'lead', dottedTo: 'director' },
  },
  units: { pmo: { title: 'Project Management Office', head: 'director' } },
  services: [{ from: 'pmo', to: 'managerA', name: 'templates' }],
})

/** The share of the shortest paths between all pairs of roles that run through each role, along some lines. */
function brokers(relations: readonly string[]): { title: string; share: number }[] {
  const graph = toGraph(office)
  // The graph is a copy, so it may be changed: keep only roles and lines, and make the lines run both ways.
  for (const { edge, attributes, source, target } of [...graph.edgeEntries()]) {
    if (relations.includes(attributes.relation)) graph.addEdge(target, source, attributes)
    else graph.dropEdge(edge)
  }
  for (const unit of graph.filterNodes((_key, { kind }) => kind === 'unit')) graph.dropNode(unit)
  const shares = centrality.betweenness(graph)
  return graph
    .mapNodes((key, { title }) => ({ title, share: shares[key] }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
}

function show(title: string, relations: readonly string[]): void {
  console.log(heading(title))
  for (const { title: role, share } of brokers(relations)) {
    const bar = '█'.repeat(Math.round(share * 40))
    console.log(`  ${role.padEnd(24)} ${faint(bar)} ${strong(`${String(Math.round(share * 100))} %`)}`)
  }
  console.log()
}

show('Which roles connect the others, along solid lines?', ['reportsTo'])
show('And along dotted lines too?', ['reportsTo', 'dottedTo'])

console.log(heading('What is within two steps of the North project, over any relation?'))
const graph = toGraph(office)
const near = walk(office, 'managerA', {
  relations: ['reportsTo', 'dottedTo', 'memberOf', 'headOf', 'supports'],
  direction: 'both',
  depth: 2,
})
for (const { id, kind, depth } of near) {
  const title = graph.getNodeAttribute(graphKeyOf(id), 'title')
  console.log(`  ${String(depth)}  ${strong(title)}${kind === 'unit' ? faint(' (a unit)') : ''}`)
}
console.log()

graph.dropNode(graphKeyOf('director'))
console.log('A graph is a copy: this one has lost its PMO Director, but in the org the Planner still')
console.log(`reports to ${strong(String(roleOf(office, 'planner').reportsTo))}.`)
