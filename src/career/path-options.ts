import type { MoveLimits } from './search/move-filter.js'
import type { OrgState } from '../engine/org-state.js'
import { rolesOfFamily } from './family-index.js'
import { ownHandle } from '../engine/role-handle.js'
import type { MoveKind } from '../model/move.js'
import { didYouMean, nearestId } from '../kernel/nearest-id.js'
import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'

/** Which career moves a query follows. */
export interface MoveOptions<Id extends string = string> {
  /** Roles that are never entered or left. Default: none. */
  readonly avoid?: readonly Id[]
  /** Only roles of these families are passed. Default: any role, also one without a family. */
  readonly families?: readonly string[]
  /** Only moves of these kinds are taken. Default: all kinds. */
  readonly moves?: readonly MoveKind[]
}

/** What makes a career path the best, and which moves it may take. */
export interface CareerPathOptions<Id extends string = string> extends MoveOptions<Id> {
  /** The fewest `'steps'` (the default), or the fewest `'years'` at least. */
  readonly by?: 'steps' | 'years'
  /** The least years of the moves of a path add up to no more than this. Default: no bound. */
  readonly maxYears?: number
}

/** Which career paths are listed, in which order, and how many. */
export interface CareerPathsOptions<Id extends string = string> extends CareerPathOptions<Id> {
  /** The `'best'` first (the default), or in `'any'` order, which is faster when all of them are wanted. */
  readonly order?: 'best' | 'any'
  /** How many paths at most: a whole number, 0 or more. Default: all. */
  readonly limit?: number
  /** Ends the listing: an `AbortSignal`, asked before each path. */
  readonly signal?: { throwIfAborted(): void }
}

/** The options of a career query, checked. */
export interface CheckedPathOptions extends MoveLimits {
  readonly by: 'steps' | 'years'
  readonly order: 'best' | 'any'
  readonly maxYears: number
  readonly limit: number
  readonly signal: { throwIfAborted(): void } | undefined
}

const OPTIONS = ['avoid', 'families', 'moves', 'by', 'maxYears', 'order', 'limit', 'signal']
const KINDS: readonly MoveKind[] = ['advancement', 'lateral', 'transition']

/** Checks the options of any career query. Throws `INVALID_OPTION`, `UNKNOWN_ROLE`, `UNKNOWN_FAMILY`. */
export function checkPathOptions(
  state: OrgState,
  options: CareerPathsOptions | undefined,
): CheckedPathOptions {
  const given = givenOptions(options)
  const limit = amount('limit', given.get('limit'))
  if (!Number.isInteger(limit) && limit !== Infinity)
    throw invalid('limit', limit, 'a whole number, 0 or more')
  return {
    avoid: setOf('avoid', given.get('avoid'), (id) => ownHandle(state, id)),
    families: setOf('families', given.get('families'), (family) => {
      rolesOfFamily(state, family)
      return family
    }),
    kinds: setOf('moves', given.get('moves'), (kind) => choice('moves', kind, KINDS)),
    by: choice('by', given.get('by') ?? 'steps', ['steps', 'years']),
    order: choice('order', given.get('order') ?? 'best', ['best', 'any']),
    maxYears: amount('maxYears', given.get('maxYears')),
    limit,
    signal: signalIn(given.get('signal')),
  }
}

function givenOptions(options: unknown): ReadonlyMap<string, unknown> {
  if (options === undefined) return new Map()
  if (typeof options !== 'object' || options === null) {
    throw new OrgError(
      'INVALID_ARGUMENT',
      `The options of a career query are ${quote(options)}, no object.`,
      {
        argument: 'options',
        received: options,
      },
    )
  }
  const given = new Map<string, unknown>(Object.entries(options))
  for (const [option, received] of given) {
    if (OPTIONS.includes(option)) continue
    throw invalid(
      option,
      received,
      `the options ${OPTIONS.join(', ')}`,
      didYouMean(nearestId(option, OPTIONS)),
    )
  }
  return given
}

function setOf<Item>(
  option: string,
  received: unknown,
  read: (item: string) => Item,
): ReadonlySet<Item> | undefined {
  if (received === undefined) return undefined
  const list: readonly unknown[] = Array.isArray(received) ? received : [undefined]
  return new Set(
    list.map((item) => {
      if (typeof item === 'string') return read(item)
      throw invalid(option, Array.isArray(received) ? item : received, 'an array of strings')
    }),
  )
}

/** A number from 0 on; `Infinity` where it is left out. */
function amount(option: string, received: unknown): number {
  if (received === undefined) return Infinity
  if (typeof received === 'number' && received >= 0) return received
  throw invalid(option, received, 'a number, 0 or more')
}

function choice<Word extends string>(option: string, received: unknown, words: readonly Word[]): Word {
  const word = words.find((known) => known === received)
  if (word === undefined) throw invalid(option, received, words.map(quote).join(' or '))
  return word
}

function signalIn(received: unknown): CheckedPathOptions['signal'] {
  if (received === undefined || isSignal(received)) return received
  throw invalid('signal', received, 'an AbortSignal')
}

function isSignal(value: unknown): value is { throwIfAborted(): void } {
  return (
    typeof value === 'object' && value !== null && typeof Reflect.get(value, 'throwIfAborted') === 'function'
  )
}

function invalid(option: string, received: unknown, allowed: string, near = ''): OrgError<'INVALID_OPTION'> {
  const message = `The option ${option} of a career query has the value ${quote(received)}; allowed: ${allowed}${near}`
  return new OrgError('INVALID_OPTION', message, { option, received, allowed })
}
