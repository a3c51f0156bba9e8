import {
  headOf,
  isRole,
  layerOf,
  type LinesOption,
  managementChainOf,
  type Org,
  quote,
  quotedList,
  routeText,
  topRolesOf,
} from '../internal.js'

/** The role itself, or the head of a unit. Throws `UNKNOWN_ROLE` with the nearest id, `UNIT_WITHOUT_HEAD`. */
export function standingRole(org: Org, id: string): string {
  layerOf(org, id)
  return isRole(org, id) ? id : (headOf(org, id) ?? id)
}

/** A sentence on who is above a role. */
export function chainLine(org: Org, role: string, options?: LinesOption): string {
  const chain = managementChainOf(org, role, options)
  const lines = options?.lines ?? 'solid'
  if (chain.length === 0) {
    const top = topRolesOf(org).includes(standingRole(org, role))
    return `Above ${quote(role)}: nobody${top ? ', it is a top' : lines === 'solid' ? '' : ` along ${lines} lines`}.`
  }
  if (lines === 'solid') return `Management chain of ${quote(role)}: ${routeText(chain)}`
  return `Above ${quote(role)} along ${lines} lines: ${quotedList(chain, 'nobody')}.`
}
