import { defineConfig } from 'vitest/config'
import config from './vitest.config.js'

/** The tests of the store on all databases: scripts/test-store.ts starts the server that they need. */
export default defineConfig({
  ...config,
  test: {
    ...config.test,
    include: ['tests/store/**/*.test.ts'],
    exclude: ['tests/store/sharded/**', '**/node_modules/**'],
    typecheck: { enabled: false },
    // Each file has databases and connections of its own.
    isolate: true,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Each file has a part of the two cores that a small machine has.
    maxWorkers: 2,
  },
})
