import { type GraphOptions, invalidOption, oneOf } from '../../internal.js'
import type { ImportOptions } from '../input/import-options.js'

/** How a file with a graph is read. */
export interface GraphFileOptions extends ImportOptions {
  /**
   * What an edge means, by its id and its attributes; `undefined` ignores the edge. Default: the attribute `relation`, or
   * `'reportsTo'` for an edge without it.
   */
  readonly relation?: NonNullable<GraphOptions['relation']>
  /**
   * Where edges without the attribute `relation` point: from the report to the manager (the default), or from the manager to the report,
   * as in many drawings.
   */
  readonly edges?: 'to-manager' | 'to-report'
}

/** The options that a file with a graph has besides those of every importer. */
export const GRAPH_FILE_OPTIONS: readonly string[] = Object.freeze(['relation', 'edges'])

/** Throws `INVALID_OPTION` for a value that an option cannot have. */
export function checkGraphFileOptions({ relation, edges }: GraphFileOptions): void {
  oneOf('edges', edges, ['to-manager', 'to-report'], 'to-manager')
  const received: unknown = relation
  if (received !== undefined && typeof received !== 'function') {
    throw invalidOption('relation', received, 'a function of the id and the attributes of an edge')
  }
}
