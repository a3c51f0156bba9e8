import { type ByteCells, ByteSet, textAt } from '../../internal.js'
import { GrowingBytes, GrowingInts } from '../input/growing-ints.js'
import { DnKey } from './dn-key.js'
import type { LdapAttributes, LdapPart } from './ldap-options.js'

/** The parts that are one text. */
type TextPart = 'id' | 'title' | 'name' | 'unit' | 'email'
const TEXT_PARTS: readonly TextPart[] = ['id', 'title', 'name', 'unit', 'email']

/** The parts that are distinguished names of other entries. */
type DnPart = 'manager' | 'dotted' | 'directReports' | 'roleOccupant'
const DN_PARTS: readonly DnPart[] = ['manager', 'dotted', 'directReports', 'roleOccupant']

/** A part that an attribute holds: of several attributes of an entry the one with the lowest rank is read. */
interface Use {
  readonly part: TextPart | DnPart | 'objectClass'
  readonly rank: number
}

/** An attribute, by its description in the input: its type and its options. */
export interface LdapAttribute {
  /** As it is written first. */
  readonly name: string
  /** The type in lower case, without options. */
  readonly type: string
  readonly uses: readonly Use[]
  /** Whether it holds only a part of its values: `directReports;range=0-1499`. */
  readonly isPartial: boolean
}

/** Distinguished names of other entries, each in the row of its entry. */
export class DnValues {
  readonly rows = new GrowingInts()
  /** The texts, and the keys by which they are compared: a key that begins at -1 is that of a text that is no such name. */
  readonly texts = { starts: new GrowingInts(), ends: new GrowingInts() }
  readonly keys = { starts: new GrowingInts(), ends: new GrowingInts() }
  /** Where each is in the input. */
  readonly origins = new GrowingInts()

  get count(): number {
    return this.rows.length
  }
}

/** A value of the entry that is being read. */
interface OpenValue extends Use {
  readonly from: number
  readonly to: number
  readonly keyFrom: number
  readonly keyTo: number
  readonly origin: number
}

const PERSON_CLASSES: ReadonlySet<string> = new Set([
  ...['person', 'organizationalperson', 'inetorgperson', 'residentialperson', 'user', 'contact'],
])
const COMPUTER = 'computer'
const ROLE_CLASS = 'organizationalrole'
const MOST_CLASSES = 1000

/**
 * The entries of a directory in columns: those that are roles are rows, and of the others only their names are kept. Texts and
 * names of other entries are copied, so that values may come from anywhere.
 */
export class LdapRows {
  readonly texts = new GrowingBytes()
  readonly keys = new GrowingBytes()
  readonly dn = { starts: new GrowingInts(), ends: new GrowingInts() }
  readonly dnKeys = { starts: new GrowingInts(), ends: new GrowingInts() }
  readonly values: Readonly<Record<DnPart, DnValues>> = {
    manager: new DnValues(),
    dotted: new DnValues(),
    directReports: new DnValues(),
    roleOccupant: new DnValues(),
  }
  /** Where each row is in the input, and where it ends there. */
  readonly origins = new GrowingInts()
  readonly pasts = new GrowingInts()
  /** 1 for a role without the person, such as an `organizationalRole`. */
  readonly isPost = new GrowingInts()
  /** The keys of the entries that are left out. */
  readonly others = new ByteSet()
  /** The entries that are left out since they are no roles, by their most special object class. */
  readonly leftOut = new Map<string, number>()
  /** Where the entries without the attribute that is the id are in the input, and those whose id is too long. */
  readonly withoutId: number[] = []
  readonly withLongId: number[] = []
  /** Whether an entry has an attribute for the manager, even an empty one. */
  hasManagers = false
  readonly #columns: Readonly<Record<TextPart, { starts: GrowingInts; ends: GrowingInts }>>
  readonly #attributes: LdapAttributes
  readonly #descriptions = new ByteSet()
  readonly #described: LdapAttribute[] = []
  readonly #classes = new ByteSet()
  readonly #classNames: string[] = []
  readonly #wanted: ReadonlySet<string> | undefined
  readonly #key = new DnKey()
  readonly #longest: number
  #open: OpenValue[] = []
  #classesOfEntry: string[] = []
  #origin = 0
  #textsBefore = 0
  #keysBefore = 0

  /** @param longest How many UTF-16 units an id may have. */
  constructor(attributes: LdapAttributes, classes: readonly string[] | undefined, longest: number) {
    this.#longest = longest
    this.#attributes = attributes
    this.#wanted = classes && new Set(classes.map((name) => name.toLowerCase()))
    const column = () => ({ starts: new GrowingInts(), ends: new GrowingInts() })
    this.#columns = { id: column(), title: column(), name: column(), unit: column(), email: column() }
  }

  get count(): number {
    return this.origins.length
  }

  /** Whether the ids of roles are the names of entries. */
  get isNamedByDn(): boolean {
    return this.#attributes.id[0] === 'dn'
  }

  /** How many descriptions of attributes there are so far. */
  get width(): number {
    return this.#described.length
  }

  /** The attribute that is described in a range. */
  attribute(bytes: Uint8Array, from: number, to: number): LdapAttribute {
    const number = this.#descriptions.add(bytes, from, to)
    if (number === this.#described.length) {
      this.#described.push(attributeOf(textAt(bytes, from, to), this.#attributes))
    }
    return this.#described[number]
  }

  /** Begins an entry; returns whether its name is a distinguished name. */
  begin(bytes: Uint8Array, from: number, to: number, origin: number): boolean {
    this.#open = []
    this.#classesOfEntry = []
    this.#origin = origin
    this.#textsBefore = this.texts.length
    this.#keysBefore = this.keys.length
    const isName = this.#key.write(bytes, from, to)
    this.texts.add(bytes, from, to)
    if (isName) this.keys.add(this.#key.bytes, 0, this.#key.length)
    // What cannot be read as a name is compared as it is.
    else this.keys.add(bytes, from, to)
    return isName
  }

  /** Adds a value of the entry. */
  add(attribute: LdapAttribute, bytes: Uint8Array, from: number, to: number, origin: number): void {
    for (const { part, rank } of attribute.uses) {
      if (part === 'objectClass') this.#addClass(bytes, from, to)
      else if (from < to) this.#addValue(part, rank, bytes, from, to, origin)
      if (part === 'manager') this.hasManagers = true
    }
  }

  #addValue(
    part: TextPart | DnPart,
    rank: number,
    bytes: Uint8Array,
    from: number,
    to: number,
    origin: number,
  ): void {
    const textFrom = this.texts.length
    this.texts.add(bytes, from, to)
    let keyFrom = -1
    if (!isTextPart(part) && this.#key.write(bytes, from, to)) {
      keyFrom = this.keys.length
      this.keys.add(this.#key.bytes, 0, this.#key.length)
    }
    const at = { from: textFrom, to: this.texts.length, keyFrom, keyTo: this.keys.length }
    this.#open.push({ part, rank, ...at, origin })
  }

  #addClass(bytes: Uint8Array, from: number, to: number): void {
    const number = this.#classes.count < MOST_CLASSES ? this.#classes.add(bytes, from, to) : MOST_CLASSES
    const name = this.#classNames[number] ?? textAt(bytes, from, to).toLowerCase()
    if (number < MOST_CLASSES) this.#classNames[number] = name
    this.#classesOfEntry.push(name)
  }

  /** Ends the entry: it becomes a row, or is left out. */
  end(past: number): void {
    const keyTo = this.#keyEnd()
    const dnTo = this.#open.at(0)?.from ?? this.texts.length
    const id = this.isNamedByDn ? { from: this.#textsBefore, to: dnTo } : this.#best('id')
    if (!this.#isRole() || id === undefined || this.#isLong(id)) {
      this.#leaveOut(id !== undefined)
      this.others.add(this.keys.bytes, this.#keysBefore, keyTo)
      this.texts.length = this.#textsBefore
      this.keys.length = this.#keysBefore
      return
    }
    const row = this.count
    this.origins.push(this.#origin)
    this.pasts.push(past)
    this.dn.starts.push(this.#textsBefore)
    this.dn.ends.push(dnTo)
    this.dnKeys.starts.push(this.#keysBefore)
    this.dnKeys.ends.push(keyTo)
    this.isPost.push(this.#isPost() ? 1 : 0)
    for (const part of TEXT_PARTS) {
      const best = this.#best(part)
      this.#columns[part].starts.push(best?.from ?? -1)
      this.#columns[part].ends.push(best?.to ?? -1)
    }
    for (const part of DN_PARTS) this.#addDns(part, row)
  }

  #leaveOut(hasId: boolean): void {
    if (this.#isRole()) {
      const origins = hasId ? this.withLongId : this.withoutId
      origins.push(this.#origin)
      return
    }
    const name = this.#classesOfEntry.at(-1) ?? ''
    this.leftOut.set(name, (this.leftOut.get(name) ?? 0) + 1)
  }

  #isLong({ from, to }: { readonly from: number; readonly to: number }): boolean {
    return to - from > this.#longest && textAt(this.texts.bytes, from, to).length > this.#longest
  }

  /** Where the key of the entry itself ends: those of its values follow. */
  #keyEnd(): number {
    return this.#open.find(({ keyFrom }) => keyFrom !== -1)?.keyFrom ?? this.keys.length
  }

  #best(part: TextPart): OpenValue | undefined {
    let best: OpenValue | undefined
    for (const value of this.#open) {
      if (value.part === part && (best === undefined || value.rank < best.rank)) best = value
    }
    return best
  }

  #addDns(part: DnPart, row: number): void {
    let least = Infinity
    for (const value of this.#open) if (value.part === part && value.rank < least) least = value.rank
    if (least === Infinity) return
    const { rows, texts, keys, origins } = this.values[part]
    for (const value of this.#open) {
      if (value.part !== part || value.rank !== least) continue
      rows.push(row)
      texts.starts.push(value.from)
      texts.ends.push(value.to)
      keys.starts.push(value.keyFrom)
      keys.ends.push(value.keyTo)
      origins.push(value.origin)
    }
  }

  #isRole(): boolean {
    const classes = this.#classesOfEntry
    const wanted = this.#wanted
    if (wanted !== undefined) return classes.some((name) => wanted.has(name))
    if (classes.length === 0) return true
    return (
      !classes.includes(COMPUTER) && classes.some((name) => PERSON_CLASSES.has(name) || name === ROLE_CLASS)
    )
  }

  #isPost(): boolean {
    const classes = this.#classesOfEntry
    return classes.includes(ROLE_CLASS) && !classes.some((name) => PERSON_CLASSES.has(name))
  }

  /** The texts of a part, by row. */
  cells(part: TextPart): ByteCells {
    return this.cellsOf(part === 'id' && this.isNamedByDn ? this.dn : this.#columns[part])
  }

  cellsOf({ starts, ends }: { starts: GrowingInts; ends: GrowingInts }): ByteCells {
    return { bytes: this.texts.bytes, starts: starts.taken, ends: ends.taken }
  }

  /** The keys of names. */
  keysOf({ starts, ends }: { starts: GrowingInts; ends: GrowingInts }): ByteCells {
    return { bytes: this.keys.bytes, starts: starts.taken, ends: ends.taken }
  }
}

function isTextPart(part: TextPart | DnPart): part is TextPart {
  return (TEXT_PARTS as readonly string[]).includes(part)
}

/** The attribute of a description: what it is read for. One with options comes after the same without: `title;lang-en`. */
function attributeOf(name: string, attributes: LdapAttributes): LdapAttribute {
  const [type = '', ...options] = name.toLowerCase().split(';')
  const uses: Use[] = []
  const last = options.length > 0 ? 1 : 0
  for (const [part, names] of Object.entries(attributes) as [LdapPart, readonly string[]][]) {
    const rank = names.indexOf(type)
    if (rank !== -1) uses.push({ part, rank: 2 * rank + last })
  }
  if (type === 'objectclass') uses.push({ part: 'objectClass', rank: 0 })
  if (type === 'directreports') uses.push({ part: 'directReports', rank: 0 })
  if (type === 'roleoccupant') uses.push({ part: 'roleOccupant', rank: last })
  const isPartial = options.some((option) => /^range=\d+-\d+$/.test(option))
  return { name, type, uses, isPartial }
}
