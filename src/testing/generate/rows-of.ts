import { type OneOrMany, type Org, type RoleSpec, specOfOrg, type UnitSpec } from '../../internal.js'
import type { Row } from './defects.js'

/** The roles of an org as records, with all their attributes, in input order. */
export function rowsOf(org: Org): Row[] {
  return Array.from(specOfOrg(org).roles, ([id, spec]) => rowOf(id, spec))
}

/** The units of an org as a spec has them, in input order. */
export function unitSpecsOf(org: Org): ReadonlyMap<string, UnitSpec> {
  return specOfOrg(org).units
}

function rowOf(id: string, { reportsTo, dottedTo, progressesTo, ...attributes }: RoleSpec): Row {
  return {
    ...attributes,
    id,
    manager: typeof reportsTo === 'object' ? reportsTo.to : reportsTo,
    dotted: manyOf(dottedTo),
    moves: manyOf(progressesTo),
  }
}

function manyOf<Spec extends object>(
  edges: OneOrMany<string, Spec> | undefined,
): readonly (string | Spec)[] | undefined {
  if (edges === undefined || isList(edges)) return edges
  return [edges]
}

function isList<Spec extends object>(edges: OneOrMany<string, Spec>): edges is readonly (string | Spec)[] {
  return Array.isArray(edges)
}
