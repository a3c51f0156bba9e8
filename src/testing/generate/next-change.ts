import { type Change, type ChangeKind, isOrgError, type Org } from '../../internal.js'
import { changeOrg } from '../../internal-change.js'
import { BROKEN_MAKERS } from './broken-change-makers.js'
import { MAKERS } from './change-makers.js'
import { ChangedChart, type Draw } from './changed-chart.js'

/** A change and the org after it. */
export interface NextChange {
  readonly change: Change
  /** The org that the next change of the list applies to. Of a broken change, it has only what can be applied. */
  readonly org: Org
}

/**
 * Makes a change of one of these kinds, which can be applied unless `isBroken`; `undefined` if the org allows no such change. A draw
 * of only zeros makes the simplest change.
 */
export function nextChange(
  org: Org,
  draw: Draw,
  kinds: ReadonlySet<ChangeKind>,
  isBroken = false,
): NextChange | undefined {
  const chart = new ChangedChart(org, draw)
  const all = isBroken ? BROKEN_MAKERS : [...MAKERS]
  const makers = all.filter(([kind]) => kinds.has(kind))
  if (makers.length === 0) return undefined
  const start = draw(makers.length)
  for (let step = 0; step < makers.length; step++) {
    const [, make] = makers[(start + step) % makers.length]
    const change = make(chart)
    const after = change === undefined ? undefined : applied(org, change, isBroken)
    if (change !== undefined && after !== undefined) return { change, org: after }
  }
  return undefined
}

/** The org after a change; `undefined` if the change can be applied but should not be, or the reverse. */
function applied(org: Org, change: Change, isBroken: boolean): Org | undefined {
  try {
    const { org: after } = changeOrg(org, [change])
    return isBroken ? undefined : after
  } catch (error) {
    if (!isOrgError(error, 'INVALID_CHANGES')) throw error
  }
  return isBroken ? changeOrg(org, [change], { onIssue: 'collect' }).org : undefined
}
