/** Writes tests/architecture/public-api.txt after an intended change of the public API. */
import { writeFileSync } from 'node:fs'
import { publicApi } from '../tests/support/public-api.js'

writeFileSync('tests/architecture/public-api.txt', publicApi())
