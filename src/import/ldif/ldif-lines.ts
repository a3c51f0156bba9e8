const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20
const HASH = 0x23
const MINUS = 0x2d
const COLON = 0x3a
const LESS = 0x3c

/** What a line is. */
export type LdifLineKind = 'blank' | 'comment' | 'value' | 'base64' | 'url' | 'dash' | 'broken'

/** The lines of LDIF (RFC 2849), one after the other. A line that goes on after a blank on the next one is one line. */
export class LdifLines {
  kind: LdifLineKind = 'blank'
  /** Where the line begins in the source. */
  begin = 0
  /** The bytes that the name and the value are in: those of the source, or of a line put together again. */
  bytes: Uint8Array
  nameFrom = 0
  nameTo = 0
  from = 0
  to = 0
  readonly #source: Uint8Array
  readonly #end: number
  #at: number
  #unfolded = new Uint8Array(256)

  constructor(source: Uint8Array, from = 0, to = source.length) {
    this.#source = source
    this.bytes = source
    this.#at = from
    this.#end = to
  }

  /** Where the next line begins. */
  get at(): number {
    return this.#at
  }

  /** Reads the next line; `false` at the end. */
  next(): boolean {
    const source = this.#source
    const at = this.#at
    if (at >= this.#end) return false
    this.begin = at
    this.bytes = source
    let past = this.#pastOf(at)
    if (past === at) {
      this.kind = 'blank'
      return true
    }
    let from = at
    if (this.#at < this.#end && source[this.#at] === SPACE) {
      past = this.#unfold(at, past)
      from = 0
    }
    this.#split(from, past)
    return true
  }

  /** The end of the line that begins there, without its end of line; the next line begins after that. */
  #pastOf(at: number): number {
    const source = this.#source
    const found = source.indexOf(LF, at)
    const end = found === -1 || found >= this.#end ? this.#end : found
    this.#at = end + 1
    return end > at && source[end - 1] === CR ? end - 1 : end
  }

  /** Puts the parts of a folded line together; returns its length. */
  #unfold(begin: number, end: number): number {
    const source = this.#source
    let length = 0
    let from = begin
    let past = end
    for (;;) {
      if (length + past - from > this.#unfolded.length) {
        const wider = new Uint8Array(2 * (length + past - from))
        wider.set(this.#unfolded.subarray(0, length))
        this.#unfolded = wider
      }
      for (let at = from; at < past; at++) this.#unfolded[length++] = source[at]
      if (this.#at >= this.#end || source[this.#at] !== SPACE) break
      from = this.#at + 1
      past = Math.max(from, this.#pastOf(this.#at))
    }
    this.bytes = this.#unfolded
    return length
  }

  #split(begin: number, past: number): void {
    const { bytes } = this
    const first = bytes[begin]
    this.nameFrom = begin
    this.nameTo = past
    this.from = past
    this.to = past
    if (first === HASH) {
      this.kind = 'comment'
      return
    }
    if (first === MINUS && past === begin + 1) {
      this.kind = 'dash'
      return
    }
    let colon = begin
    while (colon < past && bytes[colon] !== COLON) colon++
    if (first === SPACE || colon === past || colon === begin) {
      this.kind = isBlank(bytes, begin, past) ? 'blank' : 'broken'
      return
    }
    this.nameTo = colon
    let from = colon + 1
    if (bytes[from] === COLON && from < past) {
      this.kind = 'base64'
      from++
    } else if (bytes[from] === LESS && from < past) {
      this.kind = 'url'
      from++
    } else this.kind = 'value'
    while (from < past && bytes[from] === SPACE) from++
    this.from = from
  }
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] !== SPACE) return false
  return true
}

const PAD = 0x3d

/** The value of each byte as a digit of base64; 0xff for any other. */
const DIGITS = /* @__PURE__ */ base64Digits()

function base64Digits(): Uint8Array {
  const digits = new Uint8Array(256).fill(0xff)
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  for (let digit = 0; digit < letters.length; digit++) digits[letters.charCodeAt(digit)] = digit
  return digits
}

/**
 * Decodes base64 into `target`, which has room for it: three bytes for four digits. Returns how many bytes there are, or -1 where
 * the text is not base64. Without a target the text is only checked.
 */
export function decodeBase64(bytes: Uint8Array, begin: number, end: number, target?: Uint8Array): number {
  let past = end
  while (past > begin && bytes[past - 1] === SPACE) past--
  const digits = past - begin
  if (digits % 4 !== 0) return -1
  if (digits > 0 && bytes[past - 1] === PAD) past--
  if (digits > 0 && bytes[past - 1] === PAD) past--
  let length = 0
  let bits = 0
  let count = 0
  for (let at = begin; at < past; at++) {
    const digit = DIGITS[bytes[at]]
    if (digit === 0xff) return -1
    bits = (bits << 6) | digit
    count += 6
    if (count < 8) continue
    count -= 8
    if (target !== undefined) target[length] = (bits >> count) & 0xff
    length++
  }
  return length
}
