import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { publicApi } from '../support/public-api.js'

it('exports what tests/architecture/public-api.txt lists; `npm run write:api` records an intended change', () => {
  const written = readFileSync(new URL('./public-api.txt', import.meta.url), 'utf8')
  expect(publicApi()).toBe(written)
})
