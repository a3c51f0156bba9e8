import type { LinePlace } from './line-places.js'

/** The keys from the root of a document to a part of it. */
export type DocumentPath = readonly (string | number)[]

/** A document that has been parsed: its value, and where each part of it stands in the text. */
export interface DocumentTree {
  readonly value: unknown
  /** The keys of the object at a path in the order of the text, which JavaScript objects do not keep. */
  keysAt(path: DocumentPath): readonly string[]
  /**
   * Where a part begins: its value, or with `'key'` its key. A part that the text does not have is placed where
   * the nearest part around it is.
   */
  placeAt(path: DocumentPath, part: 'key' | 'value'): LinePlace
  /** How to mend a part that has the wrong type because of the way in which this format is written. */
  hintAt(path: DocumentPath): string | undefined
}
