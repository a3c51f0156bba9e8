/**
 * Makes the declarations of every subpath refer to those of the core. The compiler can then write the type of an
 * exported org as `import("rolegraph").Org` in a project that imports only `rolegraph/import`; otherwise it knows the
 * type only from a file of the package that has no public name, and refuses (TS2742). Runs after each build.
 */
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'

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

/**
 * A project has one runner, and may see the declarations of both entries: a name from the other runner must not be an
 * error there. The compiler ignores one on the line after this comment, also in declarations.
 */
const IGNORED = '// @ts-ignore The runner may be absent.\n'
for (const [name, line] of [
  ['vitest', /^import .* from 'vitest';$/m],
  ['jest', /^declare module 'expect' \{$/m],
] as const) {
  for (const file of [`dist/${name}.d.ts`, `dist/${name}.d.cts`]) {
    const text = readFileSync(file, 'utf8')
    if (!line.test(text)) throw new Error(`${file} does not name its runner`)
    writeFileSync(
      file,
      text.replace(line, (found) => IGNORED + found),
    )
  }
}
