import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { median } from './measure.mjs'

const core = new URL('../dist/index.js', import.meta.url)
const script = `const start = performance.now(); await import('${core}'); console.log(performance.now() - start)`

/** The median milliseconds of an import of the core, each in a fresh process. */
export function importTime(rounds) {
  const once = () =>
    Number(
      execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
        cwd: fileURLToPath(new URL('.', core)),
      }),
    )
  return median(Array.from({ length: rounds }, once))
}
