import { type ByteColumn, encodeUtf8, RowIds } from '../../internal.js'
import { RoleFinder } from '../input/role-finder.js'

/** Finds users by their names, in any case, Unicode form and order, as managers of tables are found. */
export class NamedUsers {
  readonly #finder: RoleFinder

  /** @param users The id of each user, and the name where there is one. */
  constructor(users: readonly { readonly id: string; readonly name: string | undefined }[]) {
    this.#finder = new RoleFinder('name', RowIds.of(columnOf(users.map(({ id }) => id))))
    this.#finder.add(columnOf(users.map(({ name }) => name)))
  }

  /** The ids of the users with a name. */
  find(name: string): readonly string[] {
    return this.#finder.idsOf(this.#finder.findText(name))
  }
}

function columnOf(texts: readonly (string | undefined)[]): ByteColumn {
  const pieces = texts.map((text) => (text === undefined ? undefined : encodeUtf8(text)))
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + (piece?.length ?? 0), 0))
  const starts = new Int32Array(texts.length).fill(-1)
  const ends = new Int32Array(texts.length)
  let at = 0
  for (const [row, piece] of pieces.entries()) {
    if (piece === undefined) continue
    bytes.set(piece, at)
    starts[row] = at
    at += piece.length
    ends[row] = at
  }
  return { bytes, starts, ends }
}
