import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildSync } from 'esbuild'
import fc from 'fast-check'
import { defineOrg, orgFromDocument } from 'rolegraph'
import { toOrgDocument } from 'rolegraph/export'
import { afterAll, describe, expect, it } from 'vitest'
import { anyDocument } from '../support/any-document.js'

const guide = readFileSync(new URL('../../docs/sending-orgs.md', import.meta.url), 'utf8')

/** The files that the guide shows, by name. */
const files = new Map(
  Array.from(guide.matchAll(/^```jsx? file=(.+)\n([^`]*)^```$/gm), ([, name, code]) => [name, code]),
)

describe('the files of the recipes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sending-orgs-'))
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  /** Writes files into a folder of their own, bundles those to run with the library, and runs the first of them. */
  function printedBy(name: string, sources: ReadonlyMap<string, string>, entries: readonly string[]): string {
    const source = join(folder, name)
    mkdirSync(source)
    writeFileSync(join(source, 'package.json'), '{ "type": "module" }')
    for (const [file, code] of sources) writeFileSync(join(source, file), code)
    for (const entry of entries) {
      buildSync({
        entryPoints: [join(source, entry)],
        alias: {
          'rolegraph/export': resolve('src/export/index.ts'),
          rolegraph: resolve('src/index.ts'),
          react: join(source, 'react.js'),
        },
        // Where the packages of the library are.
        nodePaths: [resolve('node_modules')],
        bundle: true,
        platform: 'node',
        format: 'esm',
        jsxFactory: 'element',
        outfile: join(source, 'bundled', entry),
        // graphology requires a module of Node.
        banner: {
          js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
        },
      })
    }
    return execFileSync(process.execPath, [join(source, 'bundled', entries[0])], { encoding: 'utf8' })
  }

  it('are these', () => {
    expect([...files.keys()]).toEqual(['main.js', 'worker.js', 'page.jsx', 'chart.jsx'])
  })

  it('send an org to a worker', () => {
    expect(printedBy('worker', files, ['main.js', 'worker.js'])).toBe('3\n')
  })

  it('pass a document to a client component, as JSON', () => {
    const around = [
      ['react.js', 'export const useMemo = (make) => make()'],
      [
        'load-org.js',
        "import { defineOrg } from 'rolegraph'\nexport const loadOrg = async () => defineOrg({ roles: { ceo: {}, cfo: { reportsTo: 'ceo' } } })",
      ],
      [
        'run.js',
        'globalThis.element = (type, props, ...children) => ({ type, props, children })\n' +
          "const { default: Page } = await import('./page.jsx')\n" +
          'const { type, props } = await Page()\n' +
          'console.log(type(JSON.parse(JSON.stringify(props))).children[0])',
      ],
    ] as const
    expect(printedBy('components', new Map([...files, ...around]), ['run.js'])).toBe('ceo\n')
  })
})

/** The parts of a value that a client component cannot be given: React takes plain objects, lists and primitives. */
function refusedProps(value: unknown): unknown[] {
  const refused: unknown[] = []
  const pending = [value]
  for (let next = pending.pop(); pending.length > 0 || next !== undefined; next = pending.pop()) {
    if (typeof next === 'function' || typeof next === 'symbol' || typeof next === 'bigint') refused.push(next)
    if (typeof next !== 'object' || next === null) continue
    const prototype: unknown = Object.getPrototypeOf(next)
    if (prototype !== Object.prototype && prototype !== Array.prototype) refused.push(next)
    if (Object.getOwnPropertySymbols(next).length > 0) refused.push(next)
    pending.push(...Object.values<unknown>({ ...next }))
  }
  return refused
}

describe('the recipe of a server component', () => {
  it('passes props that React can serialize, and JSON without loss', () => {
    fc.assert(
      fc.property(anyDocument, (given) => {
        const org = defineOrg<string, string, unknown>(given as never)
        const document = toOrgDocument(org)
        expect(refusedProps(document)).toEqual([])
        expect(orgFromDocument(document)).toEqual(org)
        expect(orgFromDocument(JSON.parse(JSON.stringify(document)) as typeof document)).toEqual(org)
      }),
    )
  })

  it('would not be given an org', () => {
    expect(refusedProps(defineOrg({ roles: { a: {} } }))).not.toEqual([])
    expect(refusedProps({ a: [new Map()] })).toHaveLength(1)
  })
})
