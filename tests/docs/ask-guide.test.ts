import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { askGuide } from '../../scripts/ask-guide.js'

it('has every row of the table of questions in the guide; `npm run write:docs` makes it again', async () => {
  const guide = readFileSync(new URL('../../docs/ask.md', import.meta.url), 'utf8')
  expect(guide).toBe(await askGuide())
})
