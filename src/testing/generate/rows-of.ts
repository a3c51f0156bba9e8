import {
  type Alias,
  type LineSpec,
  linesOf,
  type MoveSpec,
  nextStepsOf,
  type Org,
  roleOf,
  rolesOf,
  unitOf,
  unitsOf,
  type UnitSpec,
  type WarnedAlias,
} from '../../internal.js'
import type { Row } from './defects.js'

/** The roles of an org as records, with all their attributes, in input order. */
export function rowsOf(org: Org): Row[] {
  return rolesOf(org).map((id) => {
    const { reportsTo, dottedTo, progressesTo, holders, vacant, ...attributes } = roleOf(org, id)
    return {
      ...attributes,
      aliases: namesOf(attributes),
      manager: reportsTo,
      dotted: dottedTo.length === 0 ? undefined : linesOf(org, id, { lines: 'dotted' }).map(lineSpec),
      moves: progressesTo.length === 0 ? undefined : nextStepsOf(org, id).map(moveSpec),
      vacant: vacant ? true : undefined,
      holders: holders.length === 0 ? undefined : holders,
    }
  })
}

/** The units of an org as a spec has them, in input order. */
export function unitSpecsOf(org: Org): Map<string, UnitSpec> {
  const specs = new Map<string, UnitSpec>()
  for (const id of unitsOf(org)) {
    const unit = unitOf(org, id)
    if (unit === undefined) continue
    const { title, kind, head, partOf, sources, hedge, note } = unit
    specs.set(id, {
      title,
      aliases: namesOf(unit),
      ...(kind !== undefined && { kind }),
      ...(head !== undefined && { head }),
      ...(partOf !== undefined && { partOf }),
      ...(sources !== undefined && { sources }),
      ...(hedge !== undefined && { hedge }),
      ...(note !== undefined && { note }),
    })
  }
  return specs
}

/** The aliases of a role or unit, each with its warning. */
function namesOf(named: {
  readonly aliases: readonly string[]
  readonly warnedAliases?: readonly WarnedAlias[]
}): readonly Alias[] {
  return named.aliases.map((name) => named.warnedAliases?.find((warned) => warned.name === name) ?? name)
}

function lineSpec({
  from: _,
  kind: __,
  ...line
}: LineSpec & { readonly from: string; readonly kind: string }): LineSpec {
  return line
}

function moveSpec({ from: _, ...move }: MoveSpec & { readonly from: string }): MoveSpec {
  return move
}
