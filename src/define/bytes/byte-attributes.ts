import { type AttributeColumns, lateAttributeColumns, narrowed, NONE } from '../../engine/columns.js'
import type { RoleAttributes } from '../../model/role.js'
import type { Unit } from '../../model/unit.js'
import { checkedAttribute } from '../read-records.js'
import { addUnitNamedAsRole, mentionedUnit } from '../read-units.js'
import { checkVacancy, type RoleNames } from '../role-rows.js'
import { type ByteRows, type ListCells, type NumberName, ofRoles } from './byte-rows.js'
import { ByteSet } from './byte-set.js'
import { type ByteCells, ByteTexts } from './byte-texts.js'
import { LateList } from './late-list.js'

/** The attributes that are a number. */
export const NUMBERS: readonly NumberName[] = ['grade', 'fte', 'cost', 'minYears']

/** The column of an attribute, whose values are made when they are read. */
interface Column {
  readonly list: ArrayLike<unknown>
}

/** Odd values by handle, checked: `undefined` where a value is refused. */
type OddValues = ReadonlyMap<number, unknown>

const NO_VALUES: OddValues = new Map()

/** The attributes of rows in bytes: checked, copied, and decoded when they are first read. */
export class ByteAttributes {
  readonly #given: ByteRows
  readonly #roles: RoleNames
  readonly #count: number
  readonly #columns = new Map<keyof RoleAttributes, Column>()
  readonly #odd = new Map<keyof RoleAttributes, OddValues>()
  /** The unit of each role by its number, and the units in the order of their first member. */
  #unitOf: Int32Array | undefined
  readonly #units = new ByteSet()

  constructor(given: ByteRows, roles: RoleNames) {
    this.#given = given
    this.#roles = roles
    this.#count = given.ids.set.count
  }

  get columns(): AttributeColumns {
    return lateAttributeColumns(this.#columns)
  }

  /** Reads an attribute, and adds an issue for each value that it cannot have. */
  read(name: keyof RoleAttributes): void {
    const odd = this.#oddValues(name)
    this.#odd.set(name, odd)
    if (name === 'unit') {
      this.#readUnits(odd)
      return
    }
    const column = this.#column(name)
    if (odd.size === 0) {
      if (column !== undefined) this.#columns.set(name, column)
      return
    }
    const valueOf = (handle: number): unknown => (odd.has(handle) ? odd.get(handle) : column?.list[handle])
    this.#columns.set(
      name,
      new LateList(this.#count, valueOf, () => {
        const list =
          column === undefined ? new Array<unknown>(this.#count).fill(undefined) : Array.from(column.list)
        for (const [handle, value] of odd) list[handle] = value
        return list
      }),
    )
  }

  /** The checked odd values of an attribute; those of negative numbers too, all of which are refused. */
  #oddValues(name: keyof RoleAttributes): OddValues {
    const { ids, odd } = this.#given
    const values = new Map(odd?.get(name))
    const amounts = NUMBERS.find((number) => number === name && number !== 'grade')
    const column = amounts && this.#given[amounts]
    for (let row = 0; column !== undefined && row < column.length; row++) {
      if (column[row] < 0 && !values.has(row)) values.set(row, column[row])
    }
    if (values.size === 0) return NO_VALUES
    const checked = new Map<number, unknown>()
    for (const row of [...values.keys()].sort((a, b) => a - b)) {
      const handle = ids.handles[row]
      if (ids.isRepeat(row)) continue
      checked.set(handle, checkedAttribute(this.#roles, handle, name, values.get(row)))
    }
    return checked
  }

  /** The column of an attribute; `undefined` where no row has it. */
  #column(name: keyof RoleAttributes): Column | undefined {
    const given = this.#given
    switch (name) {
      case 'title':
      case 'family':
      case 'note':
        return this.#texts(given[name], (text) => text)
      case 'grade':
      case 'fte':
      case 'cost':
      case 'minYears':
        return this.#numbers(given[name])
      case 'aliases':
      case 'holders':
      case 'certifications':
      case 'skills':
      case 'sources':
        return this.#lists(given[name])
      case 'vacant':
        return this.#vacancies(given.vacant)
      case 'data':
        return this.#data(given.data)
      // Units are read apart; every hedge and every status is an odd value; no reader of bytes has further units.
      case 'unit':
      case 'alsoIn':
      case 'hedge':
      case 'status':
        return undefined
    }
  }

  #texts(column: ByteCells | undefined, made: (text: string) => unknown): Column | undefined {
    if (column === undefined || column.starts.every((start) => start < 0)) return undefined
    const texts = ByteTexts.copyOf(ofRoles(column, this.#given.ids))
    const valueOf = (text: string | undefined): unknown => (text === undefined ? undefined : made(text))
    return new LateList(
      this.#count,
      (handle) => valueOf(texts.text(handle)),
      () => texts.all.map(valueOf),
    )
  }

  #numbers(column: Float64Array | undefined): Column | undefined {
    if (column === undefined || column.every(Number.isNaN)) return undefined
    const { rows } = this.#given.ids
    const own = rows === undefined ? column : Float64Array.from(rows, (row) => column[row])
    if (!own.some(Number.isNaN)) return { list: narrowed(own) }
    const valueOf = (value: number): number | undefined => (Number.isNaN(value) ? undefined : value)
    return new LateList(
      this.#count,
      (handle) => valueOf(own[handle]),
      () => Array.from(own, valueOf),
    )
  }

  #lists(column: ByteCells | ListCells | undefined): Column | undefined {
    if (column === undefined) return undefined
    if (!('items' in column)) return this.#texts(column, (text) => Object.freeze([text]))
    const { ids } = this.#given
    const { first, items, missing } = column
    const own = ByteTexts.copyOf(items)
    return new LateList(this.#count, (handle) => {
      const row = ids.rowOf(handle)
      if (missing?.[row] === 1) return undefined
      const length = first[row + 1] - first[row]
      return Object.freeze(Array.from({ length }, (_, index) => own.text(first[row] + index)))
    })
  }

  #vacancies(column: Uint8Array | undefined): Column | undefined {
    if (column === undefined || column.every((code) => code === 0)) return undefined
    const { rows } = this.#given.ids
    const own = rows === undefined ? column : Uint8Array.from(rows, (row) => column[row])
    return new LateList(
      this.#count,
      (handle) => vacancyOf(own[handle]),
      () => Array.from(own, vacancyOf),
    )
  }

  #data(make: ByteRows['data']): Column | undefined {
    const { ids } = this.#given
    return make && new LateList(this.#count, (handle) => make(ids.rowOf(handle)))
  }

  /** Adds an issue for each role that is stated to be both vacant and held, or neither. */
  checkVacancies(): void {
    const { vacant, holders, ids } = this.#given
    const oddVacant = this.#odd.get('vacant') ?? NO_VALUES
    const oddHolders = this.#odd.get('holders') ?? NO_VALUES
    if ((vacant === undefined && oddVacant.size === 0) || (holders === undefined && oddHolders.size === 0))
      return
    for (let handle = 0; handle < this.#count; handle++) {
      const row = ids.rowOf(handle)
      const isVacant = oddVacant.has(handle) ? oddVacant.get(handle) : vacancyOf(vacant?.[row] ?? 0)
      if (isVacant === undefined) continue
      const names = oddHolders.has(handle) ? oddHolders.get(handle) : holdersIn(holders, row)
      if (Array.isArray(names)) checkVacancy(this.#roles, handle, isVacant === true, names)
    }
  }

  #readUnits(odd: OddValues): void {
    const { ids, unit, unitPrefix = '' } = this.#given
    if (unit === undefined && odd.size === 0) return
    const cells = unit && ByteTexts.plain(ofRoles(unit, ids))
    if (cells !== undefined && odd.size === 0 && unitPrefix === '') {
      this.#unitOf = this.#units.addAll(cells)
      return
    }
    const prefix = new TextEncoder().encode(unitPrefix)
    const unitOf = new Int32Array(this.#count).fill(NONE)
    for (let handle = 0; handle < this.#count; handle++) {
      const value = odd.get(handle)
      if (typeof value === 'string') unitOf[handle] = this.#units.addText(value)
      else if (cells !== undefined && cells.starts[handle] >= 0 && !odd.has(handle)) {
        const [begin, end] = [cells.starts[handle], cells.ends[handle]]
        const name = new Uint8Array(prefix.length + end - begin)
        name.set(prefix)
        name.set(cells.bytes.subarray(begin, end), prefix.length)
        unitOf[handle] = this.#units.add(name, 0, name.length)
      }
    }
    this.#unitOf = unitOf
  }

  /** The units that roles name. One with the id of a role is an issue, and left out. */
  linkedUnits(): ReadonlyMap<string, Unit> {
    const units = new Map<string, Unit>()
    const unitOf = this.#unitOf
    if (unitOf === undefined) return units
    const { ids } = this.#given
    const names: (string | undefined)[] = []
    for (const name of this.#units.texts()) {
      const role = ids.set.get(name)
      if (role === undefined) units.set(name, mentionedUnit(name))
      else addUnitNamedAsRole(this.#roles, name, role, unitOf.indexOf(names.length))
      names.push(role === undefined ? name : undefined)
    }
    if (units.size > 0) {
      const nameOf = (unit: number): string | undefined => (unit === NONE ? undefined : names[unit])
      this.#columns.set(
        'unit',
        new LateList(
          this.#count,
          (handle) => nameOf(unitOf[handle]),
          () => Array.from(unitOf, nameOf),
        ),
      )
    }
    return units
  }
}

/** Whether a code says that a role is vacant. */
function vacancyOf(code: number): boolean | undefined {
  return code === 0 ? undefined : code === 1
}

/** A list as long as that of the holders of a row. */
function holdersIn(column: ByteCells | ListCells | undefined, row: number): readonly unknown[] | undefined {
  if (column === undefined) return undefined
  if (!('items' in column)) return column.starts[row] < 0 ? undefined : [undefined]
  if (column.missing?.[row] === 1) return undefined
  return new Array<unknown>(column.first[row + 1] - column.first[row])
}
