import { invalidArgument } from '../kernel/invalid-input.js'
import { ownValue } from '../kernel/option-check.js'
import type { OrgError } from '../kernel/org-error.js'
import type { ByteColumn } from '../model/org-columns.js'
import { ByteTexts } from './bytes/byte-texts.js'
import { byteColumnOf } from './bytes/packed-texts.js'
import { isUtf8 } from './bytes/utf8.js'
import { columnsOf, PACKED_COLUMNS, typedArrayKind } from './packed-org.js'

/** The columns of a packed org from outside, read once. */
export class UnpackedColumns {
  readonly count: number
  readonly #columns: ReadonlyMap<string, unknown>

  /** Throws `INVALID_ARGUMENT` for anything but a packed org of this version with known columns. */
  constructor(
    readonly caller: string,
    packed: unknown,
  ) {
    this.#columns = columnsOf(caller, packed)
    const roles = ownValue(packed, 'roles')
    if (typeof roles !== 'number' || !Number.isInteger(roles) || roles < 0) {
      throw invalidArgument(caller, 'packed.roles', roles, 'the number of roles')
    }
    this.count = roles
    for (const [name, column] of this.#columns) {
      if (PACKED_COLUMNS.includes(name)) continue
      throw invalidArgument(caller, `packed.columns.${name}`, column, 'absent: there is no such column')
    }
  }

  /** A column with `count` rows: one per role by default. */
  of(name: string, count = this.count): UnpackedColumn {
    return new UnpackedColumn(this.caller, `packed.columns.${name}`, this.#columns.get(name), count)
  }
}

/**
 * One column from outside, or a part of one. Every reader copies, and throws `INVALID_ARGUMENT` for an invalid column. An
 * array whose buffer was moved away has length 0, and copying it would throw.
 */
export class UnpackedColumn {
  readonly #caller: string
  readonly #name: string
  readonly #given: unknown

  constructor(
    caller: string,
    name: string,
    given: unknown,
    readonly count: number,
  ) {
    this.#caller = caller
    this.#name = name
    this.#given = given
  }

  get isAbsent(): boolean {
    return this.#given === undefined
  }

  get isTexts(): boolean {
    return ownValue(this.#given, 'bytes') !== undefined
  }

  get isJson(): boolean {
    return typeof ownValue(this.#given, 'json') === 'string'
  }

  part(name: string): UnpackedColumn {
    return new UnpackedColumn(this.#caller, `${this.#name}.${name}`, ownValue(this.#given, name), this.count)
  }

  ints(length?: number): Int32Array {
    const given = this.#given
    if (!isInts(given)) throw this.wrong('an Int32Array')
    return this.#whole(new Int32Array(given.length === 0 ? [] : given), length)
  }

  bytes(length?: number): Uint8Array {
    const given = this.#given
    if (!isBytes(given)) throw this.wrong('a Uint8Array')
    return this.#whole(new Uint8Array(given.length === 0 ? [] : given), length)
  }

  doubles(length: number): Float64Array {
    const given = this.#given
    if (!isDoubles(given)) throw this.wrong('a Float64Array')
    return this.#whole(new Float64Array(given.length === 0 ? [] : given), length)
  }

  /** Texts as ranges of bytes. */
  byteColumn(): ByteColumn {
    const ends = this.part('ends').ints(this.count)
    const column = byteColumnOf({ bytes: this.part('bytes').bytes(), ends })
    if (column === undefined) throw this.wrong('texts whose ends are in order and within the bytes')
    if (!isUtf8(column)) throw this.wrong('texts in UTF-8')
    return column
  }

  texts(): readonly (string | undefined)[] {
    return ByteTexts.copyOf(this.byteColumn()).all
  }

  /** The values of a column without rows; none if it is absent. */
  allValues(): readonly unknown[] {
    if (this.isAbsent) return []
    const values = this.#values()
    if (ownValue(this.#given, 'at') !== undefined) throw this.wrong('a list of values')
    return values
  }

  /** The values of a column with their rows; none if it is absent. */
  entries(): Iterable<readonly [row: number, value: unknown]> {
    return this.isAbsent ? [] : this.lateEntries()()
  }

  /** The same, with the values parsed when the function is called. The rows are checked at once. */
  lateEntries(): () => Iterable<readonly [row: number, value: unknown]> {
    const at = this.part('at')
    const rows = at.isAbsent ? undefined : at.ints()
    let last = -1
    for (const row of rows ?? []) {
      if (row <= last || row >= this.count) throw at.wrong('rows in ascending order')
      last = row
    }
    const length = rows?.length ?? this.count
    return () => {
      const values = this.#values()
      if (values.length !== length) throw this.wrong(`a list of ${String(length)} values`)
      return values.map((value, index) => [rows?.[index] ?? index, value] as const)
    }
  }

  /** Throws for a column that must not be there. */
  refuse(allowed: string): void {
    if (!this.isAbsent) throw this.wrong(allowed)
  }

  wrong(allowed: string): OrgError<'INVALID_ARGUMENT'> {
    return invalidArgument(this.#caller, this.#name, this.#given, allowed)
  }

  #whole<Typed extends { readonly length: number }>(array: Typed, length?: number): Typed {
    if (length === undefined || array.length === length) return array
    const moved = array.length === 0 ? '; its buffer may have been transferred to another thread' : ''
    throw invalidArgument(this.#caller, this.#name, array, `an array of ${String(length)} numbers${moved}`)
  }

  #values(): readonly unknown[] {
    const json = ownValue(this.#given, 'json')
    const values: unknown = json === undefined ? ownValue(this.#given, 'values') : this.#parsed(json)
    if (Array.isArray(values)) return Array.from<unknown>(values)
    throw this.wrong('{ json } with the text of a list, or { values } with a list')
  }

  #parsed(json: unknown): unknown {
    try {
      return typeof json === 'string' ? JSON.parse(json) : undefined
    } catch {
      // Not JSON, or nested deeper than the stack.
      return undefined
    }
  }
}

// By their kind, since `instanceof` knows only the arrays of one realm.
const isInts = (value: unknown): value is Int32Array => typedArrayKind(value) === 'Int32Array'
const isBytes = (value: unknown): value is Uint8Array => typedArrayKind(value) === 'Uint8Array'
const isDoubles = (value: unknown): value is Float64Array => typedArrayKind(value) === 'Float64Array'
