import { decodeUtf8, partitionPoint, type Steps } from '../../internal.js'
import type { Encoding } from '../input/decode.js'
import type { ImportIssues } from '../input/import-issues.js'
import { type LinePlace, LinePlaces } from '../input/line-places.js'
import { bytesIn, type Source } from '../input/source.js'
import { escapeStart, stringEnd } from './json-bytes.js'

/** A part of a text, as offsets of its bytes. */
export interface ByteRange {
  readonly from: number
  readonly to: number
}

/** The ranges that are within another one; they must be in order and must not overlap. O(log ranges + ranges found). */
export function rangesWithin<Range extends ByteRange>(
  ranges: readonly Range[],
  from: number,
  to: number,
): readonly Range[] {
  const firstFrom = (offset: number): number =>
    partitionPoint(ranges.length, (index) => ranges[index].from < offset)
  return ranges.length === 0 ? ranges : ranges.slice(firstFrom(from), firstFrom(to))
}

/** The text of a source; `undefined`, with an issue, if it cannot be decoded or exceeds a limit. */
export function* jsonText(
  parser: string,
  source: Source,
  encoding: Encoding | undefined,
  issues: ImportIssues,
): Steps<JsonText | undefined> {
  const bytes = yield* bytesIn(parser, source, encoding, issues)
  if (bytes === undefined || typeof source !== 'string') return bytes && new JsonText(bytes)
  return new JsonText(bytes, source.startsWith('\uFEFF') ? source.slice(1) : source)
}

/** A JSON text as bytes in UTF-8. */
export class JsonText {
  readonly bytes: Uint8Array
  readonly #places: LinePlaces
  #text: string | undefined

  /** @param text The same as a string, if it is available. */
  constructor(bytes: Uint8Array, text?: string) {
    this.bytes = bytes
    this.#places = new LinePlaces(bytes)
    this.#text = text
  }

  at(offset: number): LinePlace {
    return this.#places.at(offset)
  }

  /** The characters of a range, without some ranges inside it, which must be in order. */
  slice(from: number, to: number, without: readonly ByteRange[] = []): string {
    if (from === 0 && to === this.bytes.length && without.length === 0) return this.#whole
    let text = ''
    let at = from
    for (const hole of without) {
      text += this.#characters(at, hole.from)
      at = hole.to
    }
    return text + this.#characters(at, to)
  }

  /** The value of the string that begins there. */
  stringAt(start: number): string {
    const end = stringEnd(this.bytes, start)
    const source = this.slice(start, end)
    return escapeStart(this.bytes, start, end) === -1 ? source.slice(1, -1) : (JSON.parse(source) as string)
  }

  characterAt(offset: number): string {
    const [character] = this.slice(offset, offset + 4)
    return character
  }

  get #whole(): string {
    return (this.#text ??= decodeUtf8(this.bytes))
  }

  #characters(from: number, to: number): string {
    const isAscii = this.#text?.length === this.bytes.length
    return isAscii ? this.#whole.slice(from, to) : decodeUtf8(this.bytes.subarray(from, to))
  }
}
