import { describe, expect, it } from 'vitest'
import { decodeUtf8, encodeUtf8 } from '../../src/internal.js'

describe('half characters', () => {
  it.each<[string, readonly number[]]>([
    ['\ud800', [0xed, 0xa0, 0x80]],
    ['\udfff', [0xed, 0xbf, 0xbf]],
    ['a\ud83d\ude00\ud83d', [0x61, 0xf0, 0x9f, 0x98, 0x80, 0xed, 0xa0, 0xbd]],
    ['\ufffd\udc00\uff08\ufffd', [0xef, 0xbf, 0xbd, 0xed, 0xb0, 0x80, 0xef, 0xbc, 0x88, 0xef, 0xbf, 0xbd]],
    ['\ud7ff\ud800', [0xed, 0x9f, 0xbf, 0xed, 0xa0, 0x80]],
    ['\uff08', [0xef, 0xbc, 0x88]],
  ])('%j has bytes of its own, and comes back', (text, bytes) => {
    expect([...encodeUtf8(text)]).toEqual(bytes)
    expect(decodeUtf8(Uint8Array.from(bytes))).toBe(text)
  })
})
