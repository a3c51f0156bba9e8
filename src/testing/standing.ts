import {
  headOf,
  isRole,
  layerOf,
  managementChainOf,
  type LinesOption,
  type Org,
  topRolesOf,
} from '../internal.js'
import { quoted, quotedList, route } from './text/quoted.js'

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
    return `Above ${quoted(role)}: nobody${top ? ', it is a top' : lines === 'solid' ? '' : ` along ${lines} lines`}.`
  }
  if (lines === 'solid') return `Management chain of ${quoted(role)}: ${route(chain)}`
  return `Above ${quoted(role)} along ${lines} lines: ${quotedList(chain)}.`
}
