import { type OneOrMany, type Org, type RoleSpec, specOfOrg } from '../../internal.js'
import type { Row } from './defects.js'

/** The roles of an org as records, with all their attributes, in input order. */
export function rowsOf(org: Org): Row[] {
  return Array.from(specOfOrg(org).roles, ([id, spec]) => rowOf(id, spec))
}

function rowOf(id: string, { reportsTo, dottedTo, progressesTo, ...attributes }: RoleSpec): Row {
  return {
    ...attributes,
    id,
    manager: reportsTo,
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
