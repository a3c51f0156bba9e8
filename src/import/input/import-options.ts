import { givenOptions, invalidOption, oneOf, type Signal, signalIn } from '../../internal.js'
import { checkCorrections, type Correction } from './corrections.js'
import { type Encoding, ENCODINGS } from './decode.js'
import { DEFAULT_LIMITS, type Limits } from './limits.js'
import type { ImportProgress } from './source.js'

/** The options of every importer. */
export interface ImportOptions {
  /** `'strict'` (the default): a single error means that there is no org. `'lenient'`: an org of whatever can be read. */
  readonly mode?: 'strict' | 'lenient'
  /** The encoding of bytes without a byte order mark. Default: UTF-8. Bytes that are invalid in it are an issue. */
  readonly encoding?: Encoding
  /** Limits on how much is read. */
  readonly limits?: Partial<Limits>
  /** Values to read instead of those in the input. Each is reported as `OPTION_APPLIED`; an unused one is an error. */
  readonly corrections?: readonly Correction[]
  /** Called while a large input is read; see {@link ImportProgress}. */
  readonly onProgress?: (progress: ImportProgress) => void
  /** An `AbortSignal`: once it is aborted, its reason is thrown, and a stream is cancelled. */
  readonly signal?: Signal
}

const COMMON: readonly (keyof ImportOptions)[] = Object.freeze([
  'mode',
  'encoding',
  'limits',
  'corrections',
  'onProgress',
  'signal',
])
const MODES = Object.freeze(['strict', 'lenient'] as const)

/**
 * The caller's own options for an importer that has the common options and `others`. Throws `INVALID_OPTION` for any other
 * name, and for an invalid value of a common option; the limits are checked where they are used.
 */
export function ownOptions<Options extends ImportOptions>(
  parser: string,
  options: Options | undefined,
  others: readonly string[],
): Options {
  const given = ownProperties(givenOptions(parser, options, [...COMMON, ...others])) as Options
  if (given.mode !== undefined) oneOf('mode', given.mode, MODES)
  if (given.encoding !== undefined) oneOf('encoding', given.encoding, ENCODINGS)
  checkCorrections(given.corrections)
  signalIn(given.signal)
  const progress: unknown = given.onProgress
  if (progress !== undefined && typeof progress !== 'function')
    throw invalidOption('onProgress', progress, 'a function of the progress')
  return given
}

/**
 * The limits of the caller, with defaults for the others. Throws `INVALID_OPTION` for an unknown name, and for a value that
 * is not a positive number.
 */
export function limitsOf(given: Partial<Limits> | undefined): Limits {
  const own = namedValues(
    'limits',
    given === undefined ? {} : given,
    Object.keys(DEFAULT_LIMITS),
    'an object of numbers: { rows: 1000 }',
  )
  const limits = { ...DEFAULT_LIMITS, ...own }
  for (const [name, limit] of Object.entries<unknown>(limits)) {
    if (typeof limit === 'number' && limit > 0) continue
    throw invalidOption(`limits.${name}`, limit, 'a number above 0')
  }
  return limits
}

/** An option that is an object with some of the `known` names, without inherited properties. Throws `INVALID_OPTION`. */
export function namedValues(
  option: string,
  received: unknown,
  known: readonly string[],
  allowed: string,
): object {
  if (typeof received !== 'object' || received === null || Array.isArray(received)) {
    throw invalidOption(option, received, allowed)
  }
  return ownProperties(givenOptions(option, received, known))
}

function ownProperties(given: ReadonlyMap<string, unknown>): object {
  return Object.assign(Object.create(null) as object, Object.fromEntries(given))
}

/** Throws `INVALID_OPTION` for an option that is given and not text. */
export function checkText(option: string, received: unknown): void {
  if (received !== undefined && typeof received !== 'string')
    throw invalidOption(option, received, 'a string')
}

/** Throws `INVALID_OPTION` for an option that is given and not a list of strings. */
export function checkWords(option: string, received: unknown): void {
  if (received !== undefined && !isTexts(received)) throw invalidOption(option, received, 'a list of words')
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

/** Throws `INVALID_OPTION` for an option that is given and neither `true` nor `false`. */
export function checkSwitch(option: string, received: unknown): void {
  if (received !== undefined && typeof received !== 'boolean') {
    throw invalidOption(option, received, ['true', 'false'])
  }
}

/** Throws `INVALID_OPTION` for an invalid `repeatedIds`. */
export function checkRepeatedIds(received: unknown): void {
  oneOf('repeatedIds', received, ['error', 'job-share'], 'error')
}
