/** Writes docs/pmo-model.md after a change of the PMO model: `npx tsx scripts/write-pmo-model.ts`. */
import { writeFileSync } from 'node:fs'
import { pmoModelPage } from './pmo-model-page.js'

writeFileSync('docs/pmo-model.md', await pmoModelPage())
