import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

const documents = [
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'README.md',
  ...readdirSync(`${root}docs/adr`).map((file) => `docs/adr/${file}`),
]

const sources = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' })

/** Code spans such as `src/query` or `bench/guard.mjs`; a name with `…` or `my-` is a pattern. */
function pathsIn(text: string): string[] {
  return [...text.matchAll(/`((?:src|tests|docs|scripts|bench|examples|schema)\/[\w./-]+)`/g)]
    .map(([, path]) => path)
    .filter((path) => !path.includes('/my-'))
}

/** Code spans such as `route-finder.ts`: a source that a text names without its folder. */
function fileNamesIn(text: string): string[] {
  return [...text.matchAll(/`([\w-]+\.ts)`/g)].map(([, name]) => name)
}

/** The targets of links within the repository. */
function linksIn(text: string): string[] {
  return [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target]) => target)
}

it.each(documents)('%s names paths and links that exist', (document) => {
  const text = readFileSync(root + document, 'utf8')
  const missing = [
    ...pathsIn(text).filter((path) => !existsSync(root + path)),
    ...linksIn(text).filter((target) => !existsSync(resolve(root, dirname(document), target))),
    ...fileNamesIn(text).filter((name) => {
      return !existsSync(root + name) && !sources.some((source) => source.endsWith(`/${name}`))
    }),
  ]
  expect(missing).toEqual([])
})

it('finds the paths, names and links of a text', () => {
  const text =
    'In `src/query`, `a-file.ts` and [there](docs/b.md#part), not `src/my-x.ts`, `src/…`, [out](https://x.org).'
  expect([pathsIn(text), fileNamesIn(text), linksIn(text)]).toEqual([
    ['src/query'],
    ['a-file.ts'],
    ['docs/b.md'],
  ])
})
