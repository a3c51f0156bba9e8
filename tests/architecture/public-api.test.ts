import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { publicApi } from '../support/public-api.js'

it('exports what tests/architecture/public-api.txt says; `npm run write:api` writes a change that is meant', () => {
  const written = readFileSync(new URL('./public-api.txt', import.meta.url), 'utf8')
  expect(publicApi()).toBe(written)
})
