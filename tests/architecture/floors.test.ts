import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** One file for each way to break a rule: the file, what it imports, the rules that it breaks. */
const cases: readonly [file: string, imported: string, broken: readonly string[]][] = [
  ['src/model/up-one.ts', '../engine/fine.js', ['floor-0-knows-nothing-above']],
  ['src/model/up-by-type.ts', 'type ../pmo/fine.js', ['floor-0-knows-nothing-above']],
  ['src/engine/up-one.ts', '../define/fine.js', ['floor-1-knows-nothing-above']],
  ['src/define/up-one.ts', '../query/fine.js', ['floor-2-knows-nothing-above']],
  ['src/query/up-one.ts', '../render/fine.js', ['floor-3-knows-nothing-above']],
  ['src/pmo/up-one.ts', '../cli/index.js', ['floor-4-knows-nothing-above']],
  ['src/query/sideways.ts', '../career/fine.js', ['siblings-stay-apart-query']],
  ['src/change/sideways.ts', '../validate/fine.js', ['siblings-stay-apart-query']],
  ['src/handle/sideways.ts', '../query/fine.js', ['siblings-stay-apart-query']],
  ['src/pmo/sideways.ts', '../render/index.js', ['siblings-stay-apart-approval']],
  [
    'src/vitest/sideways.ts',
    '../jest/fine.js',
    ['siblings-stay-apart-cli', 'subpaths-are-entered-by-their-index'],
  ],
  ['src/pmo/past-the-index.ts', '../query/fine.js', ['subpaths-use-the-public-core']],
  ['src/columns/past-the-index.ts', '../handle/fine.js', ['subpaths-use-the-public-core']],
  ['src/cli/past-the-index.ts', '../model/fine.js', ['subpaths-use-the-public-core']],
  ['src/cli/past-an-index.ts', '../pmo/fine.js', ['subpaths-are-entered-by-their-index']],
  ['src/define/by-the-door.ts', '../index.js', ['core-does-not-import-the-index']],
  ['src/index.ts', './render/index.js', ['index-holds-the-core-only']],
  ['src/query/into-the-cellar.ts', '../cellar/fine.js', ['every-folder-has-a-floor']],
  ['src/cellar/unplaced.ts', '../model/fine.js', ['every-importer-has-a-floor']],
  ['src/query/graphs.ts', 'graphology', ['only-graph-knows-graphology']],
  ['src/engine/walks.ts', 'type graphology-types', ['only-graph-knows-graphology']],
  // A circle is reported once, at its first file.
  ['src/define/circle.ts', './circle-back.js', []],
  ['src/define/circle-back.ts', './circle.js', ['no-circles']],
  ['src/model/tested.ts', '../../tests/fine.js', ['nothing-from-outside-src']],
  ['src/query/tool.ts', 'prettier', ['no-undeclared-packages']],
  ['src/render/tree.ts', 'd3-hierarchy', ['d3-hierarchy-is-bundled-once']],
  ['src/render/svg/tree-placement.ts', 'd3-hierarchy', []],
  ['src/query/files.ts', 'node:fs', ['no-node-in-the-core']],
  ['src/query/nowhere.ts', './nowhere-at-all.js', ['everything-resolves']],

  ['src/model/fine.ts', '', []],
  ['src/engine/fine.ts', '../model/fine.js', []],
  ['src/define/fine.ts', '../engine/fine.js', []],
  ['src/query/fine.ts', '../define/fine.js', []],
  ['src/handle/fine.ts', '../engine/fine.js', []],
  ['src/career/fine.ts', '../model/fine.js', []],
  ['src/validate/fine.ts', '', []],
  ['src/pmo/fine.ts', '../index.js', []],
  ['src/pmo/index.ts', './fine.js', []],
  ['src/render/fine.ts', '', []],
  ['src/render/index.ts', './fine.js', []],
  ['src/cli/index.ts', '../pmo/index.js', []],
  ['src/jest/fine.ts', '', []],
  ['src/cellar/fine.ts', '', []],
  ['src/engine/graph.ts', 'graphology', []],
  ['tests/fine.ts', '', []],
]

interface Cruise {
  readonly summary: {
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] }
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[]
  }
}

function cruise(folder: string): Cruise {
  for (const file of ['.dependency-cruiser.mjs', 'tsconfig.json', 'package.json'])
    cpSync(join(root, file), join(folder, file))
  for (const [file, imported] of cases) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    const [, type = '', from = ''] = /^(type )?(.*)$/.exec(imported) ?? []
    const line = from === '' ? '' : `import ${type}* as it from '${from}'\n`
    writeFileSync(
      join(folder, file),
      `${line}export const own = ${line === '' || type !== '' ? '1' : 'it'}\n`,
    )
  }
  const binary = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const command = [binary, 'src', '--config', '.dependency-cruiser.mjs', '--output-type', 'json']
  const { stdout } = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' })
  // The shape is the one that dependency-cruiser documents for its JSON.
  return JSON.parse(stdout) as Cruise
}

describe('the floors', () => {
  // Inside the repository, so that packages resolve.
  mkdirSync(join(root, '.cache'), { recursive: true })
  const folder = mkdtempSync(join(root, '.cache/floors-'))
  const { violations, ruleSetUsed } = cruise(folder).summary
  rmSync(folder, { recursive: true, force: true })

  it('has a case that breaks each of its rules', () => {
    expect(new Set(cases.flatMap(([, , broken]) => broken))).toEqual(
      new Set(ruleSetUsed.forbidden.map(({ name }) => name)),
    )
  })

  it.each(cases)('%s imports "%s" and breaks %j', (file, _imported, broken) => {
    const found = violations.filter((violation) => violation.from === file).map(({ rule }) => rule.name)
    expect(found).toEqual(broken)
  })
})
