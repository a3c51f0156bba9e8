import { defineConfig } from 'vitest/config'
import base from './vitest.config.js'

/** The tests that compare all small charts and lists of changes, where `npm test` compares some of them. */
export default defineConfig({
  resolve: base.resolve ?? {},
  test: {
    include: [
      'tests/change/draft-naive.test.ts',
      'tests/change/merge-pairs.test.ts',
      'tests/change/naive-changes.test.ts',
    ],
    env: { EXHAUSTIVE: process.env['EXHAUSTIVE'] ?? 'alike' },
    testTimeout: 3_600_000,
  },
})
