import { safeParseOrgDocument } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { Random } from '../../../scripts/fuzz/random.js'
import { bothViews } from './difference.js'
import { naiveDocument } from './naive-document.js'
import { documentInput } from './document-inputs.js'

const INPUTS = 3_000

describe('the reader of org documents, compared with a naive one', () => {
  it('makes the same org, and reports the same errors on the same lines', () => {
    let sound = 0
    let broken = 0
    for (let seed = 1; seed <= INPUTS; seed++) {
      const random = new Random(seed)
      const text = documentInput((limit) => random.below(limit))
      const naive = naiveDocument(text)
      const source = seed % 2 === 0 ? text : new TextEncoder().encode(text)
      const [seen, expected] = bothViews(safeParseOrgDocument(source, { mode: 'lenient' }), naive)
      expect(seen, `input ${String(seed)}: ${JSON.stringify(text)}`).toEqual(expected)
      if (naive.faults.length === 0) sound++
      else broken++
    }
    // Both kinds are frequent enough to mean something.
    expect(sound).toBeGreaterThan(INPUTS / 10)
    expect(broken).toBeGreaterThan(INPUTS / 10)
  })
})
