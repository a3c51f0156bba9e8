import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'

/**
 * Compares an output with a reviewed file. `UPDATE_GOLDEN=1 npx vitest run tests/render` rewrites the files: review every
 * difference before you commit it.
 */
export function expectGolden(name: string, output: string): void {
  const file = fileURLToPath(new URL(`golden/${name}`, import.meta.url))
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${output}\n`)
  }
  expect(existsSync(file), `${file} is missing`).toBe(true)
  expect(`${output}\n`).toBe(readFileSync(file, 'utf8'))
}
