import {
  type ByteColumn,
  ByteSet,
  finished,
  inSlices,
  type RowIds,
  type Steps,
  textAt,
} from '../../internal.js'
import { spaceAt } from './white-space.js'

/** Returned instead of a handle if no role has the name. Lower numbers stand for {@link RoleFinder.candidates}. */
export const NOBODY = -1

/** How roles are found: by a kind of name, the ids of people, or ids without leading zeros. */
export type FinderKey = 'id' | 'email' | 'name' | 'nameWithId' | 'person' | 'bareId'

/** Keys with the roles that have them: a handle, or the number of a set of roles. */
interface RoleIndex {
  readonly keys: ByteSet
  readonly roles: number[]
}

/** Finds roles by their id, e-mail address or name. */
export class RoleFinder {
  readonly #match: FinderKey
  readonly #ids: RowIds
  /** By names in the form in which they are compared. */
  readonly #index: RoleIndex
  /** By names without case, Unicode form and order; made when a name is not found as written. */
  #folded: RoleIndex | undefined
  readonly #several: Set<number>[] = []
  readonly #key = new KeyBuffer()
  #turned: (() => ByteColumn | undefined) | undefined
  #names: readonly string[] | undefined

  constructor(match: FinderKey, ids: RowIds) {
    this.#match = match
    this.#ids = ids
    this.#index = { keys: new ByteSet(this.#isById ? 0 : ids.handles.length), roles: [] }
  }

  /** Adds the name of each row. */
  add(names: ByteColumn): void {
    finished(this.addSteps(names))
  }

  /** The same in steps. */
  *addSteps({ bytes, starts, ends }: ByteColumn): Steps<void> {
    yield* inSlices(starts.length, (from, to) => {
      for (let row = from; row < to; row++) {
        if (starts[row] < 0) continue
        this.#write(bytes, starts[row], ends[row])
        if (this.#key.length > 0) this.#put(this.#index, this.#ids.handles[row])
      }
    })
  }

  /** Adds the name `Last, First` of each row when a name with a comma is first looked up. */
  addTurned(names: () => ByteColumn | undefined): void {
    this.#turned = names
  }

  #turn(): void {
    const names = this.#turned?.()
    this.#turned = undefined
    if (names !== undefined) this.add(names)
  }

  /** The first few names, in the form in which they are compared. */
  get names(): readonly string[] {
    this.#turn()
    return (this.#names ??= firstOf(this.#isById ? this.#ids.set : this.#index.keys))
  }

  /** The handle of the one role that a cell names; {@link NOBODY} for none, a lower number for several. */
  find(bytes: Uint8Array, begin: number, end: number): number {
    if (this.#isById) {
      const found = this.#ids.set.find(bytes, begin, end)
      if (found >= 0 || this.#match === 'id') return found
      return this.#ids.set.get(idInLabel(textAt(bytes, begin, end)) ?? '') ?? NOBODY
    }
    const found = this.findExactly(bytes, begin, end)
    if (found !== NOBODY || this.#match !== 'name') return found
    const folded = finished(this.fold())
    this.#key.writeFolded(bytes, begin, end)
    return this.#found(folded)
  }

  /** The same by names as written. */
  findExactly(bytes: Uint8Array, begin: number, end: number): number {
    if (this.#isById) return this.find(bytes, begin, end)
    if (this.#turned !== undefined && hasComma(bytes, begin, end)) this.#turn()
    this.#write(bytes, begin, end)
    return this.#found(this.#index)
  }

  /** How many texts are among the names of a column, without an index of all of them. */
  countIn(texts: Iterable<string>, { bytes, starts, ends }: ByteColumn): number {
    const wanted = new ByteSet()
    for (const text of texts) {
      const encoded = new TextEncoder().encode(text)
      this.#write(encoded, 0, encoded.length)
      wanted.add(this.#key.bytes, 0, this.#key.length)
    }
    const found = new Set<number>()
    for (let row = 0; row < starts.length && found.size < wanted.count; row++) {
      if (starts[row] < 0) continue
      this.#write(bytes, starts[row], ends[row])
      const number = wanted.find(this.#key.bytes, 0, this.#key.length)
      if (number >= 0) found.add(number)
    }
    return found.size
  }

  findText(text: string): number {
    const bytes = new TextEncoder().encode(text)
    return this.find(bytes, 0, bytes.length)
  }

  findTextExactly(text: string): number {
    const bytes = new TextEncoder().encode(text)
    return this.findExactly(bytes, 0, bytes.length)
  }

  /** The roles that share a name, given what {@link find} returns for it. */
  candidates(found: number): ReadonlySet<number> {
    return this.#several[NOBODY - 1 - found]
  }

  /** The ids of the roles, at most `most` of them, given what {@link find} returns. */
  idsOf(found: number, most = Infinity): readonly string[] {
    const ids: string[] = []
    for (const handle of found >= 0 ? [found] : found === NOBODY ? [] : this.candidates(found)) {
      if (ids.length === most) break
      ids.push(this.#ids.set.text(handle))
    }
    return ids
  }

  get #isById(): boolean {
    return this.#match === 'id' || this.#match === 'nameWithId'
  }

  #write(bytes: Uint8Array, begin: number, end: number): void {
    if (this.#match === 'email') this.#key.writeEmail(bytes, begin, end)
    else if (this.#match === 'bareId') this.#key.writeBareId(bytes, begin, end)
    else if (this.#match === 'person') this.#key.writeExact(bytes, begin, end)
    else this.#key.writeName(bytes, begin, end)
  }

  #put({ keys, roles }: RoleIndex, handle: number): void {
    const key = keys.add(this.#key.bytes, 0, this.#key.length)
    if (key === roles.length) roles.push(handle)
    else if (roles[key] < NOBODY) this.#several[NOBODY - 1 - roles[key]].add(handle)
    else if (roles[key] !== handle) {
      this.#several.push(new Set([roles[key], handle]))
      roles[key] = NOBODY - this.#several.length
    }
  }

  #found({ keys, roles }: RoleIndex): number {
    const key = keys.find(this.#key.bytes, 0, this.#key.length)
    return key < 0 ? NOBODY : roles[key]
  }

  /** Makes the index of names without case, Unicode form and order, unless it exists. */
  *fold(): Steps<RoleIndex> {
    if (this.#folded !== undefined) return this.#folded
    const { keys, roles } = this.#index
    const folded: RoleIndex = { keys: new ByteSet(keys.count), roles: [] }
    yield* inSlices(roles.length, (from, to) => {
      for (let key = from; key < to; key++) {
        const { bytes, begin, end } = keys.rangeOf(key)
        this.#key.writeFolded(bytes, begin, end)
        const role = roles[key]
        for (const handle of role < NOBODY ? this.candidates(role) : [role]) this.#put(folded, handle)
      }
    })
    return (this.#folded = folded)
  }
}

/** How many names are compared with an unknown one. */
const MOST_NAMES = 20_000

function firstOf(set: ByteSet): readonly string[] {
  const first: string[] = []
  for (const text of set.texts()) if (first.push(text) === MOST_NAMES) break
  return first
}

function hasComma(bytes: Uint8Array, begin: number, end: number): boolean {
  for (let at = begin; at < end; at++) if (bytes[at] === COMMA) return true
  return false
}

/** A name in a form in which it is compared. */
class KeyBuffer {
  bytes = new Uint8Array(256)
  length = 0

  /** A name without the spaces around it, and with one space for each run of them. */
  writeName(bytes: Uint8Array, begin: number, end: number): void {
    this.#begin(end - begin)
    this.#addName(bytes, begin, end)
  }

  /** An address without case, `mailto:` and the spaces around it. */
  writeEmail(bytes: Uint8Array, begin: number, end: number): void {
    this.#begin(end - begin)
    for (let at = begin; at < end; at++) {
      const byte = bytes[at]
      // Letters beyond ASCII have case too, and there may be spaces among the characters.
      if (byte <= 0x20 || byte >= 0x80) {
        const address = textAt(bytes, begin, end).trim().toLowerCase()
        this.#take(address.replace(/^mailto:/, ''))
        return
      }
      this.bytes[this.length++] = lower(byte)
    }
    // Hardly any address begins with it.
    const mayBeMailto = this.bytes[0] === MAILTO[0] && this.length >= MAILTO.length
    if (mayBeMailto && MAILTO.every((byte, at) => this.bytes[at] === byte)) {
      this.bytes.copyWithin(0, MAILTO.length, this.length)
      this.length -= MAILTO.length
    }
  }

  /** An id as it is. */
  writeExact(bytes: Uint8Array, begin: number, end: number): void {
    this.#begin(end - begin)
    for (let at = begin; at < end; at++) this.bytes[this.length++] = bytes[at]
  }

  /** An id without leading zeros; of zeros alone, one is left. */
  writeBareId(bytes: Uint8Array, begin: number, end: number): void {
    this.#begin(end - begin)
    let at = begin
    while (at + 1 < end && bytes[at] === ZERO) at++
    while (at < end) this.bytes[this.length++] = bytes[at++]
  }

  /** A name without case and Unicode form, `Last, First` as `First Last`. */
  writeFolded(bytes: Uint8Array, begin: number, end: number): void {
    let comma = -1
    let commas = 0
    let isAscii = true
    for (let at = begin; at < end; at++) {
      if (bytes[at] >= 0x80) isAscii = false
      else if (bytes[at] === COMMA && commas++ === 0) comma = at
    }
    this.#begin(end - begin + 1)
    if (commas === 1) {
      this.#addName(bytes, comma + 1, end)
      this.#addName(bytes, begin, comma)
    } else this.#addName(bytes, begin, end)
    if (!isAscii) this.#take(textAt(this.bytes, 0, this.length).normalize('NFC').toLowerCase())
    else for (let at = 0; at < this.length; at++) this.bytes[at] = lower(this.bytes[at])
  }

  #begin(room: number): void {
    if (room > this.bytes.length) this.bytes = new Uint8Array(2 * room)
    this.length = 0
  }

  #take(text: string): void {
    const bytes = new TextEncoder().encode(text)
    this.#begin(bytes.length)
    this.bytes.set(bytes)
    this.length = bytes.length
  }

  #addName(bytes: Uint8Array, begin: number, end: number): void {
    const target = this.bytes
    let to = this.length
    let isSpaced = to > 0
    for (let at = begin; at < end;) {
      const byte = bytes[at]
      const space = byte > 0x20 && byte < 0x80 ? 0 : spaceAt(bytes, at)
      if (space > 0) {
        isSpaced = to > 0
        at += space
        continue
      }
      if (isSpaced) target[to++] = SPACE
      isSpaced = false
      target[to++] = byte
      at++
    }
    this.length = to
  }
}

const SPACE = 0x20
const ZERO = 0x30
const COMMA = 0x2c
const MAILTO = /* @__PURE__ */ new TextEncoder().encode('mailto:')

function lower(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte
}

/** The id in `Ann Roe (J0005)`, `Ann Roe [J0005]` or `Ann Roe J0005`. */
function idInLabel(label: string): string | undefined {
  const trimmed = label.trim()
  const close = trimmed.at(-1)
  const open = close === ')' ? trimmed.lastIndexOf('(') : close === ']' ? trimmed.lastIndexOf('[') : -1
  if (open > 0) return trimmed.slice(open + 1, -1).trim()
  const space = trimmed.lastIndexOf(' ')
  return space === -1 ? undefined : trimmed.slice(space + 1)
}
