/** Writes the script and the style of the explorer page into the file that the library imports. */
import { writeFileSync } from 'node:fs'
import { explorerSource, GENERATED } from './explorer-source.js'

writeFileSync(GENERATED, await explorerSource())
console.log(`wrote ${GENERATED}`)
