import fc from 'fast-check'
import { expect, it } from 'vitest'
import { textAt } from '../../src/store/joined-text.js'
import { ESCAPE, NO_VALUE, SEPARATOR } from '../../src/store/stored-text.js'
import { TextColumn } from '../../src/store/text-column.js'

// Texts are missing, empty, of several bytes a character, or with a control character that means nothing here.
const text = fc.option(fc.constantFrom('', 'a', 'Analyst', '名', 'Bérénice 🙂', '\t', 'a\tb'), {
  nil: undefined,
  freq: 2,
})
const piece = fc.array(text, { minLength: 1, maxLength: 6 })
const pieces = fc.array(fc.oneof(piece, fc.constantFrom([undefined], [undefined, undefined])), {
  maxLength: 8,
})

const joined = (texts: readonly (string | undefined)[]): Uint8Array =>
  new TextEncoder().encode(texts.map((each) => each ?? NO_VALUE).join(SEPARATOR))

function textsIn(column: TextColumn): (string | undefined)[] {
  const { ranges, count } = column
  return Array.from({ length: count }, (_, row) => ranges && textAt(ranges, row))
}

it('a column has the texts of its pieces, however they come', () => {
  fc.assert(
    fc.property(pieces, fc.integer({ min: 1, max: 9 }), fc.array(fc.boolean()), (all, expected, ways) => {
      const column = new TextColumn()
      const added: (string | undefined)[] = []
      for (const [at, texts] of all.entries()) {
        if (ways[at]) {
          const other = new TextColumn()
          expect(other.addJoined(joined(texts), texts.length, 1)).toBe(true)
          if (other.ranges === undefined) continue
          column.addRanges(other.ranges, expected)
        } else expect(column.addJoined(joined(texts), texts.length, expected)).toBe(true)
        added.push(...texts)
        expect(textsIn(column)).toEqual(added)
      }
      const isEmpty = added.every((each) => each === undefined)
      expect(column.texts === undefined).toBe(isEmpty)
      if (column.texts !== undefined) expect(added.map((_, row) => column.texts?.text(row))).toEqual(added)
    }),
  )
})

it.each([
  ['an escape', `a${SEPARATOR}b${ESCAPE}c`, 2],
  ['too few values', 'a', 2],
  ['too many values', `a${SEPARATOR}b${SEPARATOR}c`, 2],
])('a column refuses %s', (_what, bytes, rows) => {
  expect(new TextColumn().addJoined(new TextEncoder().encode(bytes), rows, 1)).toBe(false)
})
