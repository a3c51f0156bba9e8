import { readFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { expect, it } from 'vitest'
import { withAskTable } from '../../scripts/ask-table.js'

it('has every row of the table of questions in the guide; `npx tsx scripts/write-ask-guide.ts` makes it again', async () => {
  const file = 'docs/ask.md'
  const guide = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
  expect(guide).toBe(await format(withAskTable(guide), { ...(await resolveConfig(file)), filepath: file }))
})
