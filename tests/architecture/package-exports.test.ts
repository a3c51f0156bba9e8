import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

interface PackageJson {
  readonly exports: Readonly<Record<string, unknown>>
  readonly main: string
  readonly module: string
  readonly types: string
  readonly typesVersions: { readonly '*': Readonly<Record<string, readonly string[]>> }
  readonly alias: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly peerDependencies: Readonly<Record<string, string>>
  readonly peerDependenciesMeta: Readonly<Record<string, unknown>>
  readonly files: readonly string[]
  readonly sideEffects: readonly string[]
}

const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as PackageJson

/** The entries, by folder; the command is not an importable entry. */
const entries = [
  'index',
  ...readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' })
    .filter((folder) => folder !== 'cli' && existsSync(`${root}src/${folder}/index.ts`))
    .sort(),
]

describe('package.json', () => {
  it('exports the core, each folder with an index.ts, the schema of org documents, and itself', () => {
    const names = entries.map((entry) => (entry === 'index' ? '.' : `./${entry}`))
    expect(Object.keys(manifest.exports).sort()).toEqual(
      [...names, './schema.json', './changes-schema.json', './approval-schema.json', './package.json'].sort(),
    )
  })

  it.each(entries)('exports %s as ESM where require() can load it, else as CJS, types first', (entry) => {
    // As text, since the order of the conditions matters.
    const conditions = JSON.stringify(manifest.exports[entry === 'index' ? '.' : `./${entry}`])
    const file = `./dist/${entry.replace('/', '-')}`
    expect(conditions).toBe(
      JSON.stringify({
        // Node 20.19 and later: one copy for import and require.
        'module-sync': { types: `${file}.d.ts`, default: `${file}.js` },
        import: { types: `${file}.d.ts`, default: `${file}.js` },
        require: { types: `${file}.d.cts`, default: `${file}.cjs` },
      }),
    )
  })

  it('leads resolvers that do not read exports to the same files', () => {
    const { main, module, types, typesVersions, alias } = manifest
    expect([main, module, types]).toEqual(['./dist/index.cjs', './dist/index.js', './dist/index.d.ts'])
    const subpaths = entries.slice(1)
    const file = (entry: string): string => `./dist/${entry.replace('/', '-')}`
    // TypeScript with moduleResolution: node10, which does not ask for the format of declarations
    expect(typesVersions['*']).toEqual({
      ...Object.fromEntries(subpaths.map((entry) => [entry, [`${file(entry)}.d.ts`]])),
      'schema.json': ['./schema/org.schema.json'],
      'changes-schema.json': ['./schema/changes.schema.json'],
      'approval-schema.json': ['./schema/approval.schema.json'],
    })
    // Parcel
    expect(alias).toEqual(Object.fromEntries(subpaths.map((entry) => [`./${entry}`, `${file(entry)}.js`])))
  })

  it('depends on graphology, its traversal and its types, and nothing else', () => {
    expect(Object.keys(manifest.dependencies)).toEqual([
      'graphology',
      'graphology-traversal',
      'graphology-types',
    ])
  })

  it('has a YAML parser, the test runners and fast-check as optional peers, and includes the schema', () => {
    const optional = ['@jest/globals', 'fast-check', 'vitest', 'yaml']
    expect(Object.keys(manifest.peerDependencies)).toEqual(optional)
    expect(manifest.peerDependenciesMeta).toEqual(
      Object.fromEntries(optional.map((name) => [name, { optional: true }])),
    )
    expect(manifest.files).toContain('schema')
    expect(existsSync(`${root}${String(manifest.exports['./schema.json'])}`)).toBe(true)
    expect(existsSync(`${root}${String(manifest.exports['./changes-schema.json'])}`)).toBe(true)
  })

  it('lets bundlers drop what is not used, except for the entries that register matchers', () => {
    expect(manifest.sideEffects).toEqual(['./dist/vitest.*', './dist/jest.*'])
  })
})
