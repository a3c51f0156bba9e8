import { defineConfig } from 'vitest/config'
import config from './vitest.store.config.js'

/** The tests of a store on several servers, which start them. */
export default defineConfig({
  ...config,
  test: { ...config.test, include: ['tests/store/sharded/**/*.test.ts'], exclude: ['**/node_modules/**'] },
})
