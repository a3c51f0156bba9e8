import { listed } from './in-words.js'
import { invalidOption } from './invalid-input.js'
import { didYouMean, nearestId } from './nearest-id.js'
import { OrgError } from './org-error.js'
import { quote } from './quote.js'

/** The options given by the caller, by name. */
export type GivenOptions = ReadonlyMap<string, unknown>

const NONE_GIVEN: GivenOptions = new Map()

/**
 * The options of a call: the own properties of an object. An unknown name throws `INVALID_OPTION`, since a misspelt
 * option would silently have no effect.
 */
export function givenOptions(caller: string, options: unknown, known: readonly string[]): GivenOptions {
  if (options === undefined) return NONE_GIVEN
  if (!isPlainObject(options)) {
    const message = `${caller} expects its options as a plain object, received ${quote(options)}. ${optionsAre(known)}`
    throw new OrgError('INVALID_OPTION', message, {
      option: 'options',
      received: options,
      allowed: 'an object',
    })
  }
  const given = new Map<string, unknown>(Object.entries(options))
  for (const [option, received] of given) {
    if (known.includes(option)) continue
    const nearest = didYouMean(nearestId(option, known))
    const message = `${caller} has no option ${quote(option)}${nearest === '' ? '.' : nearest} ${optionsAre(known)}`
    throw new OrgError('INVALID_OPTION', message, { option, received, allowed: known.join(', ') })
  }
  return given
}

/**
 * Whether a value is an object such as `{}`, from any realm. A `Map`, a `Date`, a list or an instance of another class
 * does not keep its values in its own properties, and would be read as having no options.
 */
export function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  if (typeof prototype !== 'object' || prototype === null) return true
  const { constructor }: { readonly constructor: unknown } = prototype
  // Only `Object.prototype`, of any realm, has no prototype itself.
  const made: unknown = typeof constructor === 'function' ? constructor.prototype : undefined
  return (
    made === undefined || (typeof made === 'object' && made !== null && Object.getPrototypeOf(made) === null)
  )
}

/** An own property of a value from outside; `undefined` if it has none. */
export function ownValue(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined
}

/** One option of an object that {@link givenOptions} or `alongLines` has checked. Inherited properties do not count. */
export function ownOption<Options extends object, Name extends keyof Options>(
  options: Options | undefined,
  name: Name,
): Options[Name] | undefined {
  return options !== undefined && Object.hasOwn(options, name) ? options[name] : undefined
}

function optionsAre(known: readonly string[]): string {
  if (known.length === 0) return 'It takes no options.'
  return known.length === 1 ? `Its only option is ${known[0]}.` : `Its options are ${listed(known)}.`
}

/** One of a few words; `otherwise` if it is left out. Throws `INVALID_OPTION`. */
export function oneOf<Word extends string>(
  option: string,
  received: unknown,
  words: readonly Word[],
  otherwise?: Word,
): Word {
  if (received === undefined && otherwise !== undefined) return otherwise
  const word = words.find((known) => known === received)
  if (word !== undefined) return word
  const nearest = didYouMean(nearestId(received, words))
  throw invalidOption(
    option,
    received,
    words.map((known) => `'${known}'`),
    nearest,
  )
}

/**
 * An upper limit: a whole number of at least `least`, or `Infinity` for no limit; `otherwise` if it is left out. Throws
 * `INVALID_OPTION`.
 */
export function upperLimit(option: string, received: unknown, least: number, otherwise = Infinity): number {
  if (received === undefined) return otherwise
  if (isUpperLimit(received, least)) return received
  throw invalidOption(option, received, `a whole number, ${String(least)} or more, or Infinity for no limit`)
}

/** Whether a value is a whole number of at least `least`, or `Infinity`. */
export function isUpperLimit(received: unknown, least: number): received is number {
  return received === Infinity || isWholeNumber(received, least)
}

/** A whole number of at least `least`; `otherwise` if it is left out. Throws `INVALID_OPTION`. */
export function wholeNumber(option: string, received: unknown, least: number, otherwise: number): number {
  if (received === undefined) return otherwise
  if (isWholeNumber(received, least)) return received
  throw invalidOption(option, received, `a whole number, ${String(least)} or more`)
}

/** Whether a value is a whole number of at least `least`. */
export function isWholeNumber(received: unknown, least: number): received is number {
  return typeof received === 'number' && Number.isInteger(received) && received >= least
}

/** A flag; `otherwise` if it is left out. Throws `INVALID_OPTION`. */
export function trueOrFalse(option: string, received: unknown, otherwise: boolean): boolean {
  if (received === undefined) return otherwise
  if (typeof received === 'boolean') return received
  throw invalidOption(option, received, 'true or false')
}

/** An option that is a function from one argument to text, checked at each call. Throws `INVALID_OPTION`. */
export function textFunction(option: string, received: unknown): (argument: unknown) => string {
  if (typeof received !== 'function') throw invalidOption(option, received, 'a function')
  return (argument) => {
    const text: unknown = Reflect.apply(received, undefined, [argument])
    if (typeof text === 'string') return text
    throw invalidOption(option, received, 'a function that returns a string')
  }
}

/** The part of `AbortSignal` that is used. Its own type would need the DOM library or the types of Node. */
export interface Signal {
  throwIfAborted(): void
  addEventListener?(type: 'abort', listener: () => void): void
  removeEventListener?(type: 'abort', listener: () => void): void
}

/** The option `signal`. Throws `INVALID_OPTION` for anything but an `AbortSignal` or `undefined`. */
export function signalIn(received: unknown): Signal | undefined {
  if (received === undefined || isSignal(received)) return received
  throw invalidOption('signal', received, 'an AbortSignal')
}

function isSignal(value: unknown): value is Signal {
  return (
    typeof value === 'object' && value !== null && typeof Reflect.get(value, 'throwIfAborted') === 'function'
  )
}
