import { type ByteColumn, encodeUtf8, RowIds } from '../../internal.js'
import { NOBODY, RoleFinder } from '../input/role-finder.js'

/** Finds users by their names, in any case, Unicode form and order, as managers of tables are found. */
export class NamedUsers {
  readonly #ids: readonly string[]
  readonly #rows: RowIds
  readonly #finder: RoleFinder

  /** @param users The id of each user, and the name where there is one. */
  constructor(users: readonly { readonly id: string; readonly name: string | undefined }[]) {
    this.#ids = users.map(({ id }) => id)
    this.#rows = RowIds.of(columnOf(this.#ids))
    this.#finder = new RoleFinder('name', this.#rows)
    this.#finder.add(columnOf(users.map(({ name }) => name)))
  }

  /** The ids of the users with a name. */
  find(name: string): readonly string[] {
    const found = this.#finder.findText(name)
    if (found === NOBODY) return []
    const handles = found >= 0 ? [found] : [...this.#finder.candidates(found)]
    return handles.map((handle) => this.#ids[this.#rows.rowOf(handle)])
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
