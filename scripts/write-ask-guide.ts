/** Makes the table of docs/ask.md again: npx tsx scripts/write-ask-guide.ts */
import { readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { withAskTable } from './ask-table.js'

const file = 'docs/ask.md'
const page = withAskTable(readFileSync(file, 'utf8'))
writeFileSync(file, await format(page, { ...(await resolveConfig(file)), filepath: file }))
