import { describe, expect, it } from 'vitest'
import { askQuestions } from 'rolegraph/ask'
import { pieces } from '../../src/ask/pattern-text.js'
import { vocabularyOf } from '../../src/ask/pattern-words.js'
import { PHRASES } from '../../src/ask/vocabulary.js'

const patterns = askQuestions.flatMap((row) => row.patterns)
const texts = [...patterns, ...PHRASES.values()]
/** The words, by a loop over the signs. */
const words = new Set(
  texts.flatMap((text) =>
    Array.from(text, (sign) => ('()[]|'.includes(sign) ? ' ' : sign))
      .join('')
      .split(' ')
      .filter((piece) => piece !== '' && !piece.startsWith('{') && !piece.startsWith(':')),
  ),
)

describe('the words of questions', () => {
  it('are those of the patterns and of the phrases', () => {
    expect([...vocabularyOf(patterns).all].sort()).toEqual([...words].sort())
    // A phrase that no pattern has would have words of no question.
    expect(new Set(texts.flatMap(pieces))).toEqual(
      new Set([...texts.flatMap(pieces), ...Array.from(PHRASES.keys(), (name) => `:${name}`)]),
    )
  })

  it('are found in the text of the patterns, the first few, and in a set after that', () => {
    const list = [...words]
    for (let at = 0; at < list.length; at += 40) {
      const vocabulary = vocabularyOf(patterns)
      const part = list.slice(at, at + 40)
      expect(part.filter((word) => !vocabulary.has(word))).toEqual([])
    }
  })

  it.each([
    '',
    'repor',
    'eports',
    '{who}',
    'who}',
    ':boss',
    'boss|bosses',
    '(boss',
    'is]',
    '__proto__',
    'zebra',
  ])('are not %j, asked first or last', (word) => {
    const vocabulary = vocabularyOf(patterns)
    expect(vocabulary.has(word)).toBe(false)
    for (const each of words) vocabulary.has(each)
    expect(vocabulary.has(word)).toBe(false)
    expect(vocabulary.all.has(word)).toBe(false)
  })
})
