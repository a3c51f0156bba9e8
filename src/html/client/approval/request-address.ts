import type { PageRequest } from './page-routes.js'

/** Writes a request into the parts of an address that scripts keep. */
export function writeRequest(parts: Map<string, string>, request: PageRequest | undefined): void {
  for (const name of ['amount', 'kind', 'date']) parts.delete(name)
  if (request === undefined) return
  const { amount, kind, date } = request
  // Also without an amount, since it says that there is a request.
  parts.set('amount', amount === undefined ? '' : String(amount))
  if (kind !== undefined) parts.set('kind', kind)
  if (date !== undefined) parts.set('date', date)
}

/** The request in an address. An amount that is not a number is refused with the request. */
export function readRequestIn(hash: string): PageRequest | undefined {
  const parts = new URLSearchParams(hash.slice(1))
  const amount = parts.get('amount')
  if (amount === null) return undefined
  return {
    amount: amount === '' ? undefined : Number(amount),
    kind: parts.get('kind') ?? undefined,
    date: parts.get('date') ?? undefined,
  }
}
