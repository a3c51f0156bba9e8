const FIRST = 256
const FREE = -1
const GOLDEN = 0x9e3779b1
const [ZERO, NINE, POINT, COMMA] = [0x30, 0x39, 0x2e, 0x2c]

/** Returned by {@link ownerOf} and {@link keep} for a text that the table does not have. */
export const NO_OWNER = -1

/**
 * A hash table from texts to owners that stores the texts as UTF-16 units: a Map of strings takes longer to fill, and most
 * texts are never looked up. It is a plain object because a check ends before the methods of a class would be compiled.
 */
export interface TextTable {
  /** All texts one after another, then the text being looked up. */
  units: Uint16Array
  /** Where each text ends and the next one begins. */
  ends: Int32Array
  owners: Int32Array
  hashes: Int32Array
  count: number
  /** By slot, the number of a text or {@link FREE}. The number of slots is a power of two, twice the room for texts. */
  slots: Int32Array
}

export function emptyTable(): TextTable {
  return {
    units: new Uint16Array(1024),
    ends: new Int32Array(FIRST),
    owners: new Int32Array(FIRST),
    hashes: new Int32Array(FIRST),
    count: 0,
    slots: new Int32Array(2 * FIRST).fill(FREE),
  }
}

/** The owner of a text, or {@link NO_OWNER}. */
export function ownerOf(table: TextTable, text: string): number {
  const start = startOf(table, table.count)
  makeRoom(table, start + text.length)
  const end = writeAsItIs(text, table.units, start)
  const number = table.slots[slotOf(table, hashOf(table.units, start, end), start, end)]
  return number === FREE ? NO_OWNER : table.owners[number]
}

/**
 * The owner of a text. If the table does not have the text, adds it with `owner` and returns {@link NO_OWNER}. With `fold`,
 * the text is compared after replacing each unit with its entry in `fold` and dropping leading zeros of whole numbers.
 */
export function keep(table: TextTable, text: string, fold: Uint16Array | undefined, owner: number): number {
  const start = startOf(table, table.count)
  makeRoom(table, start + text.length)
  const end =
    fold === undefined ? writeAsItIs(text, table.units, start) : writeFolded(text, fold, table.units, start)
  const hash = hashOf(table.units, start, end)
  const slot = slotOf(table, hash, start, end)
  const number = table.slots[slot]
  if (number !== FREE) return table.owners[number]
  table.slots[slot] = table.count
  table.ends[table.count] = end
  table.owners[table.count] = owner
  table.hashes[table.count] = hash
  if (++table.count === table.ends.length) widen(table)
  return NO_OWNER
}

function startOf(table: TextTable, number: number): number {
  return number === 0 ? 0 : table.ends[number - 1]
}

function makeRoom(table: TextTable, units: number): void {
  if (units > table.units.length) table.units = longer(table.units, new Uint16Array(2 * units))
}

function writeAsItIs(text: string, units: Uint16Array, start: number): number {
  for (let index = 0; index < text.length; index++) units[start + index] = text.charCodeAt(index)
  return start + text.length
}

/** Drops leading zeros of whole numbers, but not of a fraction after `1.` or `1,`. */
function writeFolded(text: string, fold: Uint16Array, units: Uint16Array, start: number): number {
  let end = start
  let afterDigit = false
  let afterPoint = false
  let atHead = false
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (isDigit(unit)) {
      if (!afterDigit) atHead = !afterPoint
      afterDigit = true
      if (atHead && unit === ZERO && index + 1 < text.length && isDigit(text.charCodeAt(index + 1))) continue
      atHead = false
    } else {
      afterPoint = afterDigit && (unit === POINT || unit === COMMA)
      afterDigit = false
    }
    units[end++] = fold[unit]
  }
  return end
}

function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= NINE
}

function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = 0
  for (let place = start; place < end; place++) {
    hash = Math.imul(hash ^ units[place], GOLDEN)
    hash ^= hash >>> 15
  }
  return hash
}

/** The slot of the text written at `start`, or the free slot for it. */
function slotOf(table: TextTable, hash: number, start: number, end: number): number {
  const { slots, hashes } = table
  const mask = slots.length - 1
  let slot = hash & mask
  while (slots[slot] !== FREE) {
    if (hashes[slots[slot]] === hash && isWritten(table, slots[slot], start, end)) break
    slot = (slot + 1) & mask
  }
  return slot
}

function isWritten(table: TextTable, number: number, start: number, end: number): boolean {
  const { units } = table
  const first = startOf(table, number)
  if (table.ends[number] - first !== end - start) return false
  for (let place = start; place < end; place++) {
    if (units[place] !== units[first + place - start]) return false
  }
  return true
}

function widen(table: TextTable): void {
  const room = 2 * table.ends.length
  table.ends = longer(table.ends, new Int32Array(room))
  table.owners = longer(table.owners, new Int32Array(room))
  table.hashes = longer(table.hashes, new Int32Array(room))
  const slots = new Int32Array(2 * room).fill(FREE)
  const mask = slots.length - 1
  for (let number = 0; number < table.count; number++) {
    let slot = table.hashes[number] & mask
    while (slots[slot] !== FREE) slot = (slot + 1) & mask
    slots[slot] = number
  }
  table.slots = slots
}

function longer<Column extends Uint16Array | Int32Array>(from: Column, to: Column): Column {
  to.set(from)
  return to
}
