/**
 * A column of texts in UTF-8 that lie somewhere in one input: the text of a row is what stands from `starts[row]` up to
 * `ends[row]`, and there is none where `starts[row]` is negative. A column of Apache Arrow is one, with its
 * offsets as `starts` and the same from the second on as `ends`.
 */
export interface ByteColumn {
  readonly bytes: Uint8Array
  readonly starts: Int32Array
  readonly ends: Int32Array
}
