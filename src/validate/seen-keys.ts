const FIRST = 256
const FREE = -1
const GOLDEN = 0x9e3779b1
const [ZERO, NINE, POINT, COMMA] = [0x30, 0x39, 0x2e, 0x2c]

/** What {@link ownerOf} and {@link keep} give for a text that is nobody's. */
export const NOBODY = -1

/**
 * Texts and whose they are. What is kept are the UTF-16 units: a Map of strings takes longer to fill, and most of what goes
 * in is never found. It is a plain object, since a check is over before the methods of a class are compiled.
 */
export interface SeenKeys {
  /** All texts behind each other, then the one that is looked for. */
  units: Uint16Array
  /** Where each text ends; it begins where the one before it ends. */
  ends: Int32Array
  owners: Int32Array
  hashes: Int32Array
  count: number
  /** A power of two, twice as many as there is room for texts; each is the number of a text, or {@link FREE}. */
  slots: Int32Array
}

export function noKeys(): SeenKeys {
  return {
    units: new Uint16Array(1024),
    ends: new Int32Array(FIRST),
    owners: new Int32Array(FIRST),
    hashes: new Int32Array(FIRST),
    count: 0,
    slots: new Int32Array(2 * FIRST).fill(FREE),
  }
}

/** Whose a text is, or {@link NOBODY}. */
export function ownerOf(seen: SeenKeys, text: string): number {
  const start = startOf(seen, seen.count)
  makeRoom(seen, start + text.length)
  const end = writeAsItIs(text, seen.units, start)
  const number = seen.slots[slotOf(seen, hashOf(seen.units, start, end), start, end)]
  return number === FREE ? NOBODY : seen.owners[number]
}

/**
 * Whose a text is, with each unit as `fold` has it, if given, and then without zeros that lead a whole number. Where it is
 * nobody's it is kept as that of `owner`.
 */
export function keep(seen: SeenKeys, text: string, fold: Uint16Array | undefined, owner: number): number {
  const start = startOf(seen, seen.count)
  makeRoom(seen, start + text.length)
  const end =
    fold === undefined ? writeAsItIs(text, seen.units, start) : writeFolded(text, fold, seen.units, start)
  const hash = hashOf(seen.units, start, end)
  const slot = slotOf(seen, hash, start, end)
  const number = seen.slots[slot]
  if (number !== FREE) return seen.owners[number]
  seen.slots[slot] = seen.count
  seen.ends[seen.count] = end
  seen.owners[seen.count] = owner
  seen.hashes[seen.count] = hash
  if (++seen.count === seen.ends.length) widen(seen)
  return NOBODY
}

function startOf(seen: SeenKeys, number: number): number {
  return number === 0 ? 0 : seen.ends[number - 1]
}

function makeRoom(seen: SeenKeys, units: number): void {
  if (units > seen.units.length) seen.units = longer(seen.units, new Uint16Array(2 * units))
}

function writeAsItIs(text: string, units: Uint16Array, start: number): number {
  for (let index = 0; index < text.length; index++) units[start + index] = text.charCodeAt(index)
  return start + text.length
}

/** Drops a zero at the head of a number with another digit behind it; a number after `1.` or `1,` is a fraction. */
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

/** The slot of the text that was written, or the free one into which it goes. */
function slotOf(seen: SeenKeys, hash: number, start: number, end: number): number {
  const { slots, hashes } = seen
  const mask = slots.length - 1
  let slot = hash & mask
  while (slots[slot] !== FREE) {
    if (hashes[slots[slot]] === hash && isWritten(seen, slots[slot], start, end)) break
    slot = (slot + 1) & mask
  }
  return slot
}

function isWritten(seen: SeenKeys, number: number, start: number, end: number): boolean {
  const { units } = seen
  const first = startOf(seen, number)
  if (seen.ends[number] - first !== end - start) return false
  for (let place = start; place < end; place++) {
    if (units[place] !== units[first + place - start]) return false
  }
  return true
}

function widen(seen: SeenKeys): void {
  const room = 2 * seen.ends.length
  seen.ends = longer(seen.ends, new Int32Array(room))
  seen.owners = longer(seen.owners, new Int32Array(room))
  seen.hashes = longer(seen.hashes, new Int32Array(room))
  const slots = new Int32Array(2 * room).fill(FREE)
  const mask = slots.length - 1
  for (let number = 0; number < seen.count; number++) {
    let slot = seen.hashes[number] & mask
    while (slots[slot] !== FREE) slot = (slot + 1) & mask
    slots[slot] = number
  }
  seen.slots = slots
}

function longer<Column extends Uint16Array | Int32Array>(from: Column, to: Column): Column {
  to.set(from)
  return to
}
