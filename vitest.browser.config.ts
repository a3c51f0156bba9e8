import { defineConfig } from 'vitest/config'
import base from './vitest.config.js'

/** The tests that need a browser; tests/browser/chromium.ts says which one. */
export default defineConfig({
  resolve: base.resolve ?? {},
  test: {
    include: ['tests/browser/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Two files at once: a page often waits for a frame.
    maxWorkers: 2,
  },
})
