import type { ApprovalRoute } from 'rolegraph/approval'

/** A route in short: `ada@lead, ben@cfo(for cy)`; alternatives with `|`, people who must all approve with `&`. */
export function inShort(route: ApprovalRoute): string {
  const steps = route.steps
    .map(({ approvers, needed }) =>
      approvers
        .map(
          ({ person, role, standsInFor }) =>
            `${person ?? '?'}@${role ?? '-'}${standsInFor === undefined ? '' : `(for ${standsInFor})`}`,
        )
        .join(needed === approvers.length ? ' & ' : ` |${String(needed)} `),
    )
    .join(', ')
  return route.outcome === 'ROUTE' ? steps : `NO_APPROVER ${route.because.reason}${steps && `: ${steps}`}`
}

/** Who was passed over in short: `ada@lead absent`. */
export function passedInShort(route: ApprovalRoute): string {
  return route.passedOver
    .map(({ role, person, because }) => `${person ?? ''}@${role ?? '-'} ${because}`)
    .join(', ')
}
