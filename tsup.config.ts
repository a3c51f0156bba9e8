import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { defineConfig, type Options } from 'tsup'
import ts from 'typescript'

type EsbuildPlugin = NonNullable<Options['esbuildPlugins']>[number]
type TsupPlugin = NonNullable<Options['plugins']>[number]

/**
 * `internal` for the core, `internal-graph` for what needs graphology, `index` for what is public of both, and one entry for each folder of src with an index.ts,
 * nested ones too: src/pmo → dist/pmo.js, src/testing/fast-check → dist/testing-fast-check.js.
 */
const folders = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((folder) =>
  existsSync(`src/${folder}/index.ts`),
)
const entry: Record<string, string> = {
  index: 'src/index.ts',
  internal: 'src/internal.ts',
  'internal-graph': 'src/internal-graph.ts',
  ...Object.fromEntries(
    folders.map((folder) => [folder.replaceAll(/[\\/]/g, '-'), `src/${folder}/index.ts`]),
  ),
}

const built = new Map(Object.entries(entry).map(([name, file]) => [resolve(file), name]))

/**
 * Keeps an import of another entry as an import of the built file in the same format, so that each class and
 * each cache exists once per format; docs/adr/0011-one-internal-entry.md says why.
 */
const otherEntriesStayImports: EsbuildPlugin = {
  name: 'other-entries-stay-imports',
  setup(build) {
    const extension = build.initialOptions.format === 'cjs' ? 'cjs' : 'js'
    build.onResolve({ filter: /\/(index|internal(-graph)?)\.js$/ }, ({ path, importer, kind }) => {
      if (kind === 'entry-point') return undefined
      const name = built.get(resolve(dirname(importer), path.replace(/\.js$/, '.ts')))
      return name === undefined ? undefined : { path: `./${name}.${extension}`, external: true }
    })
  },
}

/**
 * graphology does not declare that it is free of side effects, so a bundler would keep it in apps that never ask for a
 * graph. The built library imports it through a file of this package, which does declare it: a bundler drops that file,
 * and graphology with it, if nothing uses it.
 */
const graphologyCanBeDropped: EsbuildPlugin = {
  name: 'graphology-can-be-dropped',
  setup(build) {
    const cjs = build.initialOptions.format === 'cjs'
    const used = new Set<string>()
    build.onResolve({ filter: /^graphology(-traversal)?$/ }, ({ path }) => {
      used.add(path)
      return { path: `./${path}.${cjs ? 'cjs' : 'js'}`, external: true }
    })
    build.onEnd(() => {
      mkdirSync('dist', { recursive: true })
      for (const name of used) {
        if (cjs) writeFileSync(`dist/${name}.cjs`, `'use strict'\nmodule.exports = require('${name}')\n`)
        else writeFileSync(`dist/${name}.js`, `export * from '${name}'\n`)
      }
    })
  },
}

/**
 * Marks the frozen constants of a module as pure, so that a bundler drops those that an app does not use. Only these:
 * a bundler also drops a call within a function if nothing uses its result, and what should be frozen would not be.
 */
const frozenConstantsArePure: EsbuildPlugin = {
  name: 'frozen-constants-are-pure',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true)
      const contents = positionsOfFrozenConstants(source).reduceRight(
        (text, at) => `${text.slice(0, at)}/* @__PURE__ */ ${text.slice(at)}`,
        source.text,
      )
      return { contents, loader: 'ts' }
    })
  },
}

/** Where `Object.freeze(…)` begins in the values of a module's constants, in order. */
function positionsOfFrozenConstants(source: ts.SourceFile): number[] {
  const positions: number[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return
    if (ts.isCallExpression(node) && node.expression.getText() === 'Object.freeze') {
      positions.push(node.getStart())
    }
    ts.forEachChild(node, visit)
  }
  for (const statement of source.statements) if (ts.isVariableStatement(statement)) visit(statement)
  return positions
}

/**
 * Packages that are bundled on purpose: docs/adr/0006-layout-of-trees.md and docs/adr/0012-the-command.md. One that is neither a
 * dependency nor a peer would be bundled without a word.
 */
function bundlesOnly(name: string): EsbuildPlugin {
  return {
    name: 'bundles-only',
    setup(build) {
      build.onLoad({ filter: /[\\/]node_modules[\\/]/ }, ({ path }) =>
        path.split(/[\\/]node_modules[\\/]/)[1]?.split(/[\\/]/)[0] === name
          ? undefined
          : { errors: [{ text: `${path} would be bundled` }] },
      )
    },
  }
}

/**
 * Code without white space gets each statement and member on a line of its own: a trace leads to a statement, a debugger steps from
 * one to the next, and Node prints a short line of an error that nobody catches. Other code loses the doc comments of members, which
 * are in the declarations. All is in ASCII, since V8 keeps any other source in two bytes per character, and reads it more slowly.
 */
const statementsOnLines: TsupPlugin = {
  name: 'statements-on-lines',
  renderChunk: (code, { path }) => (/\.c?js$/.test(path) ? { code: onLines(code, path) } : undefined),
}

function onLines(code: string, path: string): string {
  const isDense = path.endsWith('.cjs') || path.endsWith('cli.js')
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.ES2022, false, ts.ScriptKind.JS)
  const parts: string[] = []
  let at = 0
  const visit = (node: ts.Node): void => {
    if (isDense && ((ts.isStatement(node) && !ts.isBlock(node)) || ts.isClassElement(node))) {
      const start = node.getStart(source)
      if (start > at) parts.push(code.slice(at, start), '\n')
      at = start
    } else if (ts.isClassElement(node)) {
      const start = node.getStart(source)
      const before = code.slice(node.pos, start).replaceAll(/\s*\/\*[^]*?\*\//g, '')
      parts.push(code.slice(at, node.pos), before)
      at = start
    } else if (ts.isRegularExpressionLiteral(node)) {
      const start = node.getStart(source)
      parts.push(code.slice(at, start), node.text.replaceAll(/[^\0-\x7f]/g, escaped))
      at = node.end
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  const text = parts.join('') + code.slice(at)
  const other = /.{0,40}[^\0-\x7f].{0,40}/.exec(text)
  if (other !== null) throw new Error(`${path} is not in ASCII: ${other[0]}`)
  return text
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

const library: Options = {
  entry,
  format: ['esm', 'cjs'],
  platform: 'neutral',
  target: 'es2022',
  dts: true,
  splitting: false,
  // The command is built beside the library, at the same time.
  clean: ['!cli*'],
  // A bundler drops an unused constant that is made by these.
  pure: ['Object.keys', 'Object.entries', 'Object.fromEntries'],
  // Not bundled: excluded from tsup's own rule for dependencies, so that the plugin below handles it.
  noExternal: [/^graphology(-traversal)?$/],
  esbuildOptions(options, { format }) {
    // Without white space, esbuild writes no marks of pure calls, which bundlers of the ES modules need.
    options.minifyWhitespace = format === 'cjs'
    // Node requires the ES modules (the condition module-sync), so few ever read the other files.
    options.minifySyntax = format === 'cjs'
  },
  esbuildPlugins: [
    otherEntriesStayImports,
    graphologyCanBeDropped,
    frozenConstantsArePure,
    bundlesOnly('d3-hierarchy'),
  ],
  plugins: [statementsOnLines],
}

/**
 * The command: for Node, as ESM only, in one file, which loads the parts of the library that a call needs. commander is bundled
 * into it, for docs/adr/0012-the-command.md.
 */
const command: Options = {
  entry: { cli: 'src/cli/main.ts' },
  format: ['esm'],
  platform: 'node',
  target: 'node20',
  dts: false,
  splitting: false,
  clean: false,
  // commander is CommonJS and requires modules of Node.
  banner: {
    js: "import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url);",
  },
  esbuildOptions(options) {
    options.minifyWhitespace = true
  },
  esbuildPlugins: [otherEntriesStayImports, bundlesOnly('commander')],
  plugins: [
    statementsOnLines,
    {
      name: 'executable',
      renderChunk: (code, { path }) =>
        path.endsWith('cli.js') ? { code: `#!/usr/bin/env node\n${code}` } : undefined,
    },
  ],
}

export default defineConfig([library, command])
