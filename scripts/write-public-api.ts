/** Writes tests/architecture/public-api.txt anew, after a change of the public API that is meant. */
import { writeFileSync } from 'node:fs'
import { publicApi } from '../tests/support/public-api.js'

writeFileSync('tests/architecture/public-api.txt', publicApi())
