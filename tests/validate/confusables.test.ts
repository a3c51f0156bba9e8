import { describe, expect, it } from 'vitest'
import { confusablesIn, latinLookOf } from '../../src/validate/confusables.js'

describe('confusables', () => {
  it.each([
    [
      'Cyrillic capitals',
      '\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425',
      'ABEKMHOPCTYX',
    ],
    ['Cyrillic small letters', '\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455', 'aeopcyxijs'],
    [
      'Greek capitals',
      '\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7',
      'ABEZHIKMNOPTYX',
    ],
    ['Greek small letters', '\u03b1\u03bd\u03bf\u03c1\u03c5', 'avopu'],
    ['dashes', '\u2010\u2011\u2012\u2013\u2014\u2212', '------'],
    ['quotation marks', '\u2018\u2019\u201c\u201d', `''""`],
  ])('look Latin: %s', (_, text, look) => {
    expect(latinLookOf(text)).toBe(look)
  })

  it('leaves characters without a double alone', () => {
    const text = 'Az09 \u0431\u0434\u0436\u0438\u044f \u03b4\u03bb\u03c9 \u00e9\u00df \u674e \u{1f600}'
    expect(latinLookOf(text)).toBe(text)
    expect(confusablesIn(text)).toEqual([])
  })

  it('names each confusable character once', () => {
    expect(confusablesIn('p\u0430\u0430\u2013\u0430')).toEqual(['U+0430', 'U+2013'])
  })
})
