import type { Lacking } from '../ask/index.js'
import { amountIn, oneLine } from '../internal.js'
import { kindsOf } from './policy-plan.js'
import type { ApprovalPolicy } from './policy-spec.js'

/** Words for a request of no particular kind. */
const ANY_KIND = new Set([
  'request',
  'requests',
  'it',
  'this',
  'that',
  'something',
  'anything',
  'amount',
  'sum',
  '',
])

/** Why an amount is not read; `undefined` for other words than an amount. */
export function unread(written: string, { currency }: ApprovalPolicy): Lacking | undefined {
  if (/^\D*\d{1,3}(\.\d{3})+\D*$/.test(written)) {
    const plain = written.replaceAll('.', '')
    return {
      lacking: `Countries read “${oneLine(written)}” differently: write it without the dot, as “${oneLine(plain)}”, or with a comma.`,
    }
  }
  // In another currency it is an amount if it is one without the letters and signs of a currency.
  const number = written.replace(/^[a-z]{3} |[€$£]| ?[a-z]{3,7}$/gi, '')
  if (amountIn(number, undefined) === undefined) return undefined
  return {
    lacking:
      currency === undefined
        ? 'The amounts of the policy have no currency.'
        : `The amounts of the policy are in ${oneLine(currency)}.`,
  }
}

export const NO_KIND = Symbol('no kind')

/** The kind that words name: one of the policy's, in the singular or plural; `undefined` for a request of no particular kind. */
export function kindIn(policy: ApprovalPolicy, words: string): string | undefined | typeof NO_KIND {
  const written = words.toLowerCase().replace(/^(a|an|the|any) /, '')
  const isSame = (kind: string): boolean => {
    const plain = kind.toLowerCase()
    return [plain, `${plain}s`, `${plain} request`, `${plain} requests`].includes(written)
  }
  const known = kindsNamed(policy).find(isSame)
  if (known !== undefined) return known
  const hasRest = policy.rules.some(({ kind }) => kind === undefined)
  // A number or a name is not a kind of request.
  if (!hasRest || /\d/.test(written)) return NO_KIND
  return ANY_KIND.has(written) ? undefined : written
}

/** The kinds of request that a policy names. */
export function kindsNamed({ rules, limits = [] }: ApprovalPolicy): string[] {
  return [...rules.flatMap(kindsOf), ...limits.flatMap(({ kind }) => kind ?? [])]
}
