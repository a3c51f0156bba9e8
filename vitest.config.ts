import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const fromRoot = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

export default defineConfig({
  // The tests import the sources under the public package name.
  resolve: {
    alias: [
      { find: /^rolegraph$/, replacement: fromRoot('src/index.ts') },
      { find: /^rolegraph\/(.+)$/, replacement: fromRoot('src/$1/index.ts') },
    ],
  },
  test: {
    include: ['tests/**/*.test.ts', 'examples/**/*.test.ts'],
    // Tests of the store on a server have a configuration of their own, as those in a browser do.
    exclude: [
      'tests/browser/**',
      'tests/package/**',
      'tests/store/server/**',
      'tests/store/sharded/**',
      '**/node_modules/**',
      '.cache/**',
    ],
    // A worker loads the sources once: to load them anew for each file takes longer than the tests of most files.
    isolate: false,
    // On every core: Vitest leaves one of them free, which is half of a small machine.
    maxWorkers: '100%',
    // Property tests over many charts are slow on a busy machine: a slow test is not a failed one.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', fromRoot('tests/support/closing-line-reporter.ts')],
    typecheck: { enabled: true, include: ['tests/types/**/*.test-d.ts'], tsconfig: 'tsconfig.types.json' },
  },
})
