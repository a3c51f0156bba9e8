/** Writes the scripts and the style of the explorer page into the files that the library imports. */
import { writeFileSync } from 'node:fs'
import { GENERATED } from './explorer-source.js'

for (const [path, source] of Object.entries(GENERATED)) {
  writeFileSync(path, await source())
  console.log(`wrote ${path}`)
}
