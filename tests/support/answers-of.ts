import {
  compareRoles,
  type Criterion,
  directReportsOf,
  isAbove,
  layerOf,
  type Lines,
  lowestCommonManagerOf,
  lowestCommonManagersOf,
  managementChainOf,
  managerOf,
  managersOf,
  type Org,
  organizationSizeOf,
  peersOf,
  reportingPathBetween,
  skipLevelManagerOf,
  spanOfControlOf,
  topRolesOf,
  transitiveReportsOf,
} from 'rolegraph'

export function pairs(roles: readonly string[]): [string, string][] {
  return roles.flatMap((a) => roles.map((b): [string, string] => [a, b]))
}

/** Two roles in each order, one role twice, three and four roles. */
export function groups(roles: readonly string[]): string[][] {
  return [...pairs(roles), ...roles.map((left) => roles.filter((role) => role !== left)), [...roles]].filter(
    (group) => group.length > 1,
  )
}

/** The answers to every question about roles and reporting lines; those without a choice of lines only for the solid ones. */
export function answersOf(
  org: Org,
  roles: readonly string[],
  lines: Lines,
  criteria: readonly (Criterion | undefined)[],
): object {
  return {
    tops: topRolesOf(org, { lines }),
    roles: roles.map((role) => ({
      managers: managersOf(org, role, { lines }),
      reports: directReportsOf(org, role, { lines }),
      chain: managementChainOf(org, role, { lines }),
      below: transitiveReportsOf(org, role, { lines }),
      twoBelow: transitiveReportsOf(org, role, { lines, depth: 2 }),
      peers: peersOf(org, role, { lines }),
      size: organizationSizeOf(org, role, { lines }),
      span: spanOfControlOf(org, role, { lines }),
    })),
    pairs: pairs(roles).map(([a, b]) => ({
      isAbove: isAbove(org, a, b, { lines }),
      path: reportingPathBetween(org, a, b, { lines }),
      compared: criteria.map((by) => compareRoles(org, a, b, by === undefined ? { lines } : { lines, by })),
    })),
    groups: groups(roles).map((group) => lowestCommonManagersOf(org, group, { lines })),
    solid:
      lines === 'solid' &&
      roles.map((role) => [managerOf(org, role), skipLevelManagerOf(org, role), layerOf(org, role)]),
    solidGroups: lines === 'solid' && groups(roles).map((group) => lowestCommonManagerOf(org, group)),
  }
}
