import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { EDIT_SCRIPT, EDIT_STYLE } from '../../src/html/explorer-edit.generated.js'
import { SCRIPT, STYLE } from '../../src/html/explorer-page.generated.js'

const weight = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0)

describe('the scripts and styles of a page, gzipped,', () => {
  it('have at most 45 kB in a page to look at', () => {
    expect(weight([SCRIPT, STYLE])).toBeLessThanOrEqual(45_000)
  })

  it('have at most 95.5 kB in a page that edits', () => {
    expect(weight([SCRIPT, STYLE, EDIT_SCRIPT, EDIT_STYLE])).toBeLessThanOrEqual(95_500)
  })
})
