import type { Hedge } from '../../internal.js'
import type { SourceCode } from './sources.js'

/** What every fact of the model carries: at least one source, and the source's own hedge where it has one. */
export interface Stated {
  readonly sources: readonly [SourceCode, ...SourceCode[]]
  readonly hedge?: Hedge
  readonly note?: string
}

/** The evidence of a fact that nobody is cited for. */
export const GENERAL: Stated = Object.freeze({ sources: Object.freeze(['general'] as const) })

/** What a note says where a source does not state the fact outright. */
export const INFERRED = 'inferred'
