import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** One file for each way to break a rule: the file, what it imports, and the rules that it breaks. */
const cases: readonly [file: string, imported: string, broken: readonly string[]][] = [
  ['src/kernel/up-one.ts', '../model/fine.js', ['floor-0-knows-nothing-above']],
  ['src/kernel/up-by-type.ts', 'type ../pmo/fine.js', ['floor-0-knows-nothing-above']],
  ['src/model/up-one.ts', '../engine/fine.js', ['floor-1-knows-nothing-above']],
  ['src/engine/up-one.ts', '../define/fine.js', ['floor-2-knows-nothing-above']],
  ['src/define/up-one.ts', '../query/fine.js', ['floor-3-knows-nothing-above']],
  ['src/query/up-one.ts', '../change/fine.js', ['floor-4-knows-nothing-above']],
  ['src/change/up-one.ts', '../render/fine.js', ['floor-5-knows-nothing-above']],
  ['src/history/up-one.ts', '../pmo/index.js', ['floor-6-knows-nothing-above']],
  ['src/ask/up-one.ts', '../pmo/index.js', ['floor-7-knows-nothing-above']],
  ['src/pmo/up-one.ts', '../html/index.js', ['floor-8-knows-nothing-above']],
  ['src/approval/up-one.ts', '../html/index.js', ['floor-9-knows-nothing-above']],
  ['src/html/up-one.ts', '../cli/index.js', ['floor-10-knows-nothing-above']],
  ['src/graph/sideways.ts', '../ask/index.js', ['siblings-stay-apart-ask']],
  ['src/query/sideways.ts', '../career/fine.js', ['siblings-stay-apart-query']],
  ['src/career/sideways.ts', '../validate/fine.js', ['siblings-stay-apart-query']],
  ['src/handle/sideways.ts', '../query/fine.js', ['siblings-stay-apart-query']],
  ['src/pmo/sideways.ts', '../render/index.js', ['siblings-stay-apart-handles']],
  [
    'src/vitest/sideways.ts',
    '../jest/fine.js',
    ['siblings-stay-apart-html', 'subpaths-are-entered-by-their-index'],
  ],
  ['src/pmo/past-the-entry.ts', '../query/fine.js', ['subpaths-import-the-core-by-the-internal-entry']],
  ['src/handles/past-the-entry.ts', '../handle/fine.js', ['subpaths-import-the-core-by-the-internal-entry']],
  ['src/cli/past-the-entry.ts', '../kernel/fine.js', ['subpaths-import-the-core-by-the-internal-entry']],
  ['src/graph/past-the-entry.ts', '../engine/fine.js', ['subpaths-import-the-core-by-the-internal-entry']],
  ['src/cli/with-graphs.ts', '../internal-graph.js', ['subpaths-import-the-core-by-the-internal-entry']],
  ['src/pmo/by-the-index.ts', '../index.js', ['subpaths-import-the-core-by-the-internal-entry']],
  [
    'src/html/client/by-the-entry.ts',
    '../../internal.js',
    ['the-explorer-page-bundles-the-kernel-and-the-search'],
  ],
  [
    'src/html/client/past-it.ts',
    '../../query/fine.js',
    ['the-explorer-page-bundles-the-kernel-and-the-search'],
  ],
  ['src/html/with-the-edits.ts', './client/edit/fine.js', ['a-further-script-is-in-pages-that-use-it']],
  ['src/html/client/with-the-edits.ts', './edit/fine.js', ['a-further-script-is-in-pages-that-use-it']],
  ['src/html/client/with-the-routes.ts', './approval/fine.js', ['a-further-script-is-in-pages-that-use-it']],
  ['src/html/client/edit/with-routes.ts', '../approval/fine.js', ['further-scripts-stay-apart']],
  [
    'src/html/client/approval/with-pictures.ts',
    '../../../render/index.js',
    ['the-script-for-approvals-bundles-the-search-for-routes'],
  ],
  ['src/cli/past-an-index.ts', '../pmo/fine.js', ['subpaths-are-entered-by-their-index']],
  ['src/define/by-the-index.ts', '../index.js', ['core-does-not-import-an-entry']],
  ['src/define/by-the-entry.ts', '../internal.js', ['core-does-not-import-an-entry']],
  ['src/define/by-the-graphs.ts', '../internal-graph.js', ['core-does-not-import-an-entry']],
  ['src/define/by-the-changes.ts', '../internal-change.js', ['core-does-not-import-an-entry']],
  ['src/internal.ts', './change/fine.js', ['internal-holds-no-changes']],
  ['src/internal-change.ts', './render/index.js', ['internal-holds-the-core-only']],
  ['src/internal-graph.ts', './ask/index.js', ['internal-graph-holds-graphs-only']],
  ['src/index.ts', './query/fine.js', ['index-is-a-part-of-internal']],
  ['src/query/into-no-floor.ts', '../unplaced/fine.js', ['every-folder-has-a-floor']],
  ['src/unplaced/upwards.ts', '../model/fine.js', ['every-importer-has-a-floor']],
  ['src/query/graphs.ts', 'graphology', ['only-graph-knows-graphology']],
  ['src/engine/walks.ts', 'type graphology-types', ['only-graph-knows-graphology']],
  // A cycle is reported once, at its first file.
  ['src/define/cycle.ts', './cycle-back.js', []],
  ['src/define/cycle-back.ts', './cycle.js', ['no-cycles']],
  ['src/model/tested.ts', '../../tests/fine.js', ['nothing-from-outside-src']],
  ['src/query/tool.ts', 'prettier', ['no-undeclared-packages']],
  ['src/render/tree.ts', 'd3-hierarchy', ['d3-hierarchy-is-bundled-once']],
  ['src/render/svg/tree-placement.ts', 'd3-hierarchy', []],
  ['src/cli/parser.ts', 'commander', ['commander-is-bundled-into-the-command']],
  ['src/cli/program.ts', 'commander', []],
  ['src/import/parser.ts', 'yaml', ['yaml-is-bundled-into-the-command']],
  ['src/cli/reading/yaml-package.ts', 'yaml', []],
  ['src/cli/reading/all-readers.ts', '../../import/index.js', []],
  ['src/cli/reading/one-reader.ts', '../../import/csv/parse-csv.js', []],
  ['src/cli/reading/another.ts', '../../import/fine.js', ['the-command-loads-three-readers-alone']],
  ['src/query/files.ts', 'node:fs', ['no-node-in-the-core']],
  ['src/query/nowhere.ts', './nowhere-at-all.js', ['everything-resolves']],

  ['src/kernel/fine.ts', '', []],
  ['src/model/fine.ts', '../kernel/fine.js', []],
  ['src/engine/fine.ts', '../model/fine.js', []],
  ['src/define/fine.ts', '../engine/fine.js', []],
  ['src/query/fine.ts', '../define/fine.js', []],
  ['src/handle/fine.ts', '../engine/fine.js', []],
  ['src/career/fine.ts', '../career/search/fine.js', []],
  ['src/career/search/fine.ts', '../../engine/fine.js', []],
  ['src/validate/fine.ts', '', []],
  ['src/change/fine.ts', '../query/fine.js', []],
  ['src/history/fine.ts', '../change/fine.js', []],
  ['src/ask/fine.ts', '../internal.js', []],
  ['src/ask/index.ts', './fine.js', []],
  ['src/pmo/asks.ts', '../ask/index.js', []],
  ['src/pmo/fine.ts', '../internal.js', []],
  ['src/import/fine.ts', '', []],
  ['src/import/index.ts', './fine.js', []],
  ['src/import/csv/parse-csv.ts', '../fine.js', []],
  ['src/pmo/index.ts', './fine.js', []],
  ['src/render/fine.ts', '', []],
  ['src/render/index.ts', './fine.js', []],
  ['src/html/index.ts', '../render/index.js', []],
  ['src/html/client/fine.ts', '../../kernel/fine.js', []],
  ['src/html/client/edit/fine.ts', '', []],
  ['src/html/client/approval/fine.ts', '../../../approval/fine.js', []],
  ['src/html/client/approval/own.ts', './fine.js', []],
  ['src/html/client/approval/state.ts', '../../../engine/fine.js', []],
  ['src/approval/fine.ts', '../render/index.js', []],
  ['src/html/policies.ts', '../approval/index.js', []],
  ['src/approval/index.ts', './fine.js', []],
  ['src/store/fine.ts', '../export/index.js', []],
  ['src/export/index.ts', '', []],
  ['src/cli/index.ts', '../html/index.js', []],
  ['src/jest/fine.ts', '', []],
  ['src/unplaced/fine.ts', '', []],
  ['src/graph/fine.ts', '../internal.js', []],
  ['src/graph/org-graph.ts', 'graphology', []],
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
