import type { ImportResult, Source } from 'rolegraph/import'
import type { AnyOptions } from './random-options.js'
import type { Random } from './random.js'

/** An input and the options for it. */
export interface FuzzInput {
  readonly source: Source
  readonly options: AnyOptions
}

/** A format that is fuzzed. */
export interface FuzzFormat {
  readonly name: string
  /** The values of each option. */
  readonly options: Readonly<Record<string, readonly unknown[]>>
  /** A mutated text, and options that belong to it. */
  readonly text: (random: Random) => { readonly text: string; readonly options?: AnyOptions }
  readonly safeParse: (source: Source, options: AnyOptions) => ImportResult
  readonly parse: (source: Source, options: AnyOptions) => unknown
}
