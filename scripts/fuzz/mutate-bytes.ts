import type { Random } from './random.js'

/** A text as bytes: in one of several encodings, often with a mark, and now and then with bytes changed. */
export function bytesOf(text: string, random: Random): Uint8Array {
  const encoding = random.pick(['utf8', 'utf8', 'utf8', 'utf16le', 'utf16be', 'latin1'] as const)
  const bytes = Buffer.from(text, encoding === 'utf16be' ? 'utf16le' : encoding)
  if (encoding === 'utf16be') bytes.swap16()
  const marked = random.oneIn(3) ? new Uint8Array([...MARKS[encoding], ...bytes]) : new Uint8Array(bytes)
  return random.oneIn(2) ? marked : changed(marked, random)
}

const MARKS = {
  utf8: [0xef, 0xbb, 0xbf],
  utf16le: [0xff, 0xfe],
  utf16be: [0xfe, 0xff],
  latin1: [],
} as const

function changed(bytes: Uint8Array, random: Random): Uint8Array {
  let changing = bytes
  do {
    const at = random.below(changing.length + 1)
    const kind = random.below(5)
    if (kind === 0) changing = changing.slice(0, at)
    else if (kind === 1) changing = without(changing, at, 1 + random.below(3))
    else if (kind === 2)
      changing = joined(changing.subarray(0, at), [random.below(256)], changing.subarray(at))
    else if (at < changing.length)
      changing[at] = kind === 3 ? random.below(256) : changing[at] ^ (1 << random.below(8))
  } while (!random.oneIn(2))
  return changing
}

function without(bytes: Uint8Array, at: number, count: number): Uint8Array {
  return joined(bytes.subarray(0, at), [], bytes.subarray(at + count))
}

function joined(before: Uint8Array, between: readonly number[], after: Uint8Array): Uint8Array {
  const whole = new Uint8Array(before.length + between.length + after.length)
  whole.set(before)
  whole.set(between, before.length)
  whole.set(after, before.length + between.length)
  return whole
}
