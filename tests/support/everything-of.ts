import {
  directReportsOf,
  find,
  linesOf,
  managementChainOf,
  membersOf,
  type Org,
  peersOf,
  roleOf,
  rolesOf,
  servicesFrom,
  servicesOf,
  servicesTo,
  toGraph,
  topRolesOf,
  unitOf,
  unitsOf,
} from 'rolegraph'

/** Everything that an org holds, by its queries, as plain data in the order of the answers. */
export function everythingOf(org: Org): unknown {
  const all = { lines: 'all' } as const
  return {
    tops: topRolesOf(org),
    roles: rolesOf(org).map((id) => ({
      role: roleOf(org, id),
      lines: linesOf(org, id, all),
      chain: managementChainOf(org, id, all),
      reports: directReportsOf(org, id, all),
      peers: peersOf(org, id),
      unit: unitOf(org, id),
      gives: servicesFrom(org, id),
      gets: servicesTo(org, id),
      found: namesOf(org, id).map((name) => find(org, name)),
    })),
    units: unitsOf(org).map((id) => ({
      unit: unitOf(org, id),
      members: membersOf(org, id, { nested: true }),
      gives: servicesFrom(org, id),
    })),
    services: servicesOf(org),
    graph: graphOf(org),
  }
}

function namesOf(org: Org, id: string): readonly string[] {
  const role = roleOf(org, id)
  return [id, role.title, ...role.aliases]
}

/** The nodes and edges of the graph. An empty list means the same as no list. */
function graphOf(org: Org): unknown {
  const graph = toGraph(org)
  const said = (attributes: object): unknown =>
    Object.entries(attributes)
      .filter(
        ([, value]) =>
          value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0),
      )
      .sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    nodes: graph.mapNodes((key, attributes) => [key, said(attributes)]),
    edges: graph.mapEdges((key, attributes, source, target) => [key, source, target, said(attributes)]),
  }
}
