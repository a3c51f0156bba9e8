import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const source = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

export default defineConfig({
  // The tests read the sources under the name by which users import them.
  resolve: { alias: [{ find: /^rolegraph$/, replacement: source('src/index.ts') }] },
  test: {
    include: ['tests/**/*.test.ts', 'examples/**/*.test.ts'],
    exclude: ['tests/browser/**', 'tests/package/**', '**/node_modules/**'],
    typecheck: { enabled: true, include: ['tests/types/**/*.test-d.ts'], tsconfig: 'tsconfig.json' },
  },
})
