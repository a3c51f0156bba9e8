import { readFileSync } from 'node:fs'

/** The text of a hand-made answer of a directory. */
export function fixture(name: string): string {
  return readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8')
}
