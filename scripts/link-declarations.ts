/**
 * Makes the declarations of every subpath refer to those of the core. The compiler can then write the type of an
 * exported org as `import("rolegraph").Org` in a project that imports only `rolegraph/import`; otherwise it knows the
 * type only from a file of the package that has no public name, and refuses (TS2742). Runs after each build.
 */
import { appendFileSync, readdirSync } from 'node:fs'

for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
  const match = /^(.+)[\\/]index\.ts$/.exec(file)
  if (match === null) continue
  const name = match[1].replaceAll(/[\\/]/g, '-')
  for (const [declarations, core] of [
    [`dist/${name}.d.ts`, './index.js'],
    [`dist/${name}.d.cts`, './index.cjs'],
  ]) {
    appendFileSync(declarations, `import type {} from '${core}';\n`)
  }
}
