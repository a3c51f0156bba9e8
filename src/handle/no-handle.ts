/**
 * What a query by handle gives where there is no role: −1. It is a number, so that answers stay whole numbers, which
 * fit into an `Int32Array` and cost no memory of their own; and it is the handle of no role in any org.
 */
export const NO_HANDLE = -1 as const
