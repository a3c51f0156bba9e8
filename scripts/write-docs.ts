/** Writes the pages of docs that are made from data and from doc comments: `npm run write:docs`. */
import { writeFileSync } from 'node:fs'
import { apiPage } from './api-page.js'
import { askGuide } from './ask-guide.js'
import { pmoModelPage } from './pmo-model-page.js'

writeFileSync('docs/api.md', await apiPage())
writeFileSync('docs/ask.md', await askGuide())
writeFileSync('docs/pmo-model.md', await pmoModelPage())
