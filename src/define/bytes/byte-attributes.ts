import { type AttributeColumns, lateAttributeColumns, narrowed, NONE } from '../../engine/columns.js'
import type { RoleAttributes } from '../../model/role.js'
import type { Person } from '../../model/person.js'
import type { Unit } from '../../model/unit.js'
import { ROLE_STATUSES } from '../attribute-readers.js'
import { checkedAttribute } from '../checked-attribute.js'
import { addUnitNamedAsRole, mentionedUnit } from '../read-units.js'
import { checkVacancy } from '../role-rows.js'
import { ByteHolding, vacancyOf } from './byte-holding.js'
import type { RowNames } from './byte-people.js'
import { type ByteRows, type ListCells, type NumberName, ofRoles } from './byte-rows.js'
import { type Members, membersIn } from './byte-units.js'
import { type ByteCells, ByteTexts } from './byte-texts.js'
import { LateList } from './late-list.js'

/** The attributes that are a number. */
export const NUMBERS: readonly NumberName[] = ['grade', 'fte', 'cost', 'minYears']

/** The column of an attribute, whose values may be made when they are read. */
interface Column {
  readonly list: ArrayLike<unknown>
}

/** Checked odd values by handle; `undefined` for a refused one. */
type OddValues = ReadonlyMap<number, unknown>

const NO_VALUES: OddValues = new Map()

/** The attributes of rows in bytes: checked, copied, and decoded when they are first read. */
export class ByteAttributes {
  readonly #given: ByteRows
  readonly #roles: RowNames
  readonly #holding: ByteHolding
  readonly #count: number
  readonly #columns = new Map<keyof RoleAttributes, Column>()
  readonly #odd = new Map<keyof RoleAttributes, OddValues>()

  constructor(given: ByteRows, roles: RowNames) {
    this.#given = given
    this.#roles = roles
    this.#count = given.ids.set.count
    this.#holding = new ByteHolding(given, roles)
  }

  /** The people whom rows name by id; absent if holders are names. */
  get people(): ReadonlyMap<string, Person> | undefined {
    return this.#holding.people
  }

  get columns(): AttributeColumns {
    return lateAttributeColumns(this.#columns)
  }

  /** Reads an attribute, and adds an issue for each value that it cannot have. */
  read(name: keyof RoleAttributes): void {
    if (name === 'holders') this.#holding.readPeople()
    const odd = this.#oddValues(name)
    this.#odd.set(name, odd)
    // Units are numbered once all have been read.
    if (name === 'unit' || name === 'alsoIn') return
    const column = this.#column(name)
    if (odd.size === 0) {
      if (column !== undefined) this.#columns.set(name, column)
      return
    }
    const count = this.#count
    const valueOf = (handle: number): unknown => (odd.has(handle) ? odd.get(handle) : column?.list[handle])
    this.#columns.set(
      name,
      new LateList(count, valueOf, () => {
        const list =
          column === undefined ? new Array<unknown>(count).fill(undefined) : Array.from(column.list)
        for (const [handle, value] of odd) list[handle] = value
        return list
      }),
    )
  }

  /** The checked odd values of an attribute, including negative numbers, which are all refused. */
  #oddValues(name: keyof RoleAttributes): OddValues {
    const { ids, odd } = this.#given
    const values = new Map(odd?.get(name))
    const amounts = NUMBERS.find((number) => number === name && number !== 'grade')
    const column = amounts && this.#given[amounts]
    for (let row = 0; column !== undefined && row < column.length; row++) {
      if (column[row] < 0 && !values.has(row)) values.set(row, column[row])
    }
    const shared = (name === 'holders' || name === 'vacant') && this.#holding.isShared ? name : undefined
    if (values.size === 0 && shared === undefined) return NO_VALUES
    const checked = new Map<number, unknown>()
    for (const row of [...values.keys()].sort((a, b) => a - b)) {
      const handle = ids.handles[row]
      if (ids.isRepeat(row)) continue
      const value = checkedAttribute(this.#roles, handle, name, values.get(row))
      checked.set(handle, name === 'holders' ? this.#holding.known(handle, value) : value)
    }
    if (shared !== undefined) this.#holding.joinRows(shared, values, checked)
    return checked
  }

  /** The column of an attribute; `undefined` if no row has it. */
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
      case 'holders':
        return this.#holding.column ?? this.#lists(given.holders)
      case 'aliases':
      case 'certifications':
      case 'skills':
      case 'sources':
        return this.#lists(given[name])
      case 'vacant':
        return this.#vacancies(given.vacant)
      case 'data':
        return this.#data(given.data)
      case 'status':
        return this.#statuses(given.status)
      // Units are read separately; every hedge is an odd value.
      case 'unit':
      case 'alsoIn':
      case 'hedge':
        return undefined
    }
  }

  #texts(column: ByteCells | ByteTexts | undefined, made: (text: string) => unknown): Column | undefined {
    if (column === undefined || column.starts.every((start) => start < 0)) return undefined
    const texts = column instanceof ByteTexts ? column : ByteTexts.copyOf(ofRoles(column, this.#given.ids))
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

  #statuses(column: Uint8Array | undefined): Column | undefined {
    if (column === undefined || column.every((code) => code === 0)) return undefined
    const { ids } = this.#given
    const statusAt = (code: number): unknown => (code === 0 ? undefined : ROLE_STATUSES[code - 1])
    return new LateList(this.#count, (handle) => statusAt(column[ids.rowOf(handle)]))
  }

  #data(make: ByteRows['data']): Column | undefined {
    const { ids } = this.#given
    return make && new LateList(this.#count, (handle) => make(ids.rowOf(handle)))
  }

  /** Adds an issue for each role that is stated to be both vacant and held, or neither. */
  checkVacancies(): void {
    const { vacant, ids, people = this.#given.holders } = this.#given
    const oddVacant = this.#odd.get('vacant') ?? NO_VALUES
    const oddHolders = this.#odd.get('holders') ?? NO_VALUES
    if ((vacant === undefined && oddVacant.size === 0) || (people === undefined && oddHolders.size === 0))
      return
    for (let handle = 0; handle < this.#count; handle++) {
      const row = ids.rowOf(handle)
      const isVacant = oddVacant.has(handle) ? oddVacant.get(handle) : vacancyOf(vacant?.[row] ?? 0)
      if (isVacant === undefined) continue
      const names = oddHolders.has(handle) ? oddHolders.get(handle) : this.#holding.countedAt(row)
      if (Array.isArray(names)) checkVacancy(this.#roles, handle, isVacant === true, names)
    }
  }

  /** The units that roles name, without those that have the id of a role, which become issues. */
  linkedUnits(): ReadonlyMap<string, Unit> {
    const odd = { unit: this.#odd.get('unit') ?? NO_VALUES, alsoIn: this.#odd.get('alsoIn') ?? NO_VALUES }
    const members = membersIn(this.#given, odd)
    const units = new Map<string, Unit>()
    if (members === undefined) return units
    const { ids } = this.#given
    const names: (string | undefined)[] = []
    for (const name of members.names.texts()) {
      const role = ids.set.get(name)
      if (role === undefined) units.set(name, mentionedUnit(name))
      else {
        const { handle, field } = members.firstOf(names.length)
        addUnitNamedAsRole(this.#roles, name, role, handle, field)
      }
      names.push(role === undefined ? name : undefined)
    }
    if (units.size > 0) this.#addUnitColumns(members, names)
    return units
  }

  /** @param names The units by number; `undefined` for one that is left out. */
  #addUnitColumns({ own, others }: Members, names: readonly (string | undefined)[]): void {
    const nameOf = (unit: number): string | undefined => (unit === NONE ? undefined : names[unit])
    this.#columns.set(
      'unit',
      new LateList(
        this.#count,
        (handle) => nameOf(own[handle]),
        () => Array.from(own, nameOf),
      ),
    )
    if (others === undefined) return
    this.#columns.set(
      'alsoIn',
      new LateList(this.#count, (handle) => {
        const further = others.get(handle)?.filter((unit) => unit !== own[handle])
        const listed = further?.flatMap((unit) => names[unit] ?? [])
        return listed === undefined || listed.length === 0 ? undefined : Object.freeze(listed)
      }),
    )
  }
}
