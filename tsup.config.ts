import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { defineConfig, type Options } from 'tsup'
import ts from 'typescript'
import { denseCode } from './scripts/dense-code.js'

type EsbuildPlugin = NonNullable<Options['esbuildPlugins']>[number]
type TsupPlugin = NonNullable<Options['plugins']>[number]

/**
 * `internal` for the core, `internal-change` for its changes and histories, `internal-graph` for what needs graphology, `index` for what is
 * public of these, and one entry for each folder of src with an index.ts, nested ones too: src/pmo → dist/pmo.js,
 * src/testing/fast-check → dist/testing-fast-check.js.
 */
const folders = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((folder) =>
  existsSync(`src/${folder}/index.ts`),
)
const entry: Record<string, string> = {
  index: 'src/index.ts',
  internal: 'src/internal.ts',
  'internal-change': 'src/internal-change.ts',
  'internal-graph': 'src/internal-graph.ts',
  ...Object.fromEntries(
    folders.map((folder) => [folder.replaceAll(/[\\/]/g, '-'), `src/${folder}/index.ts`]),
  ),
}

/** The parts of `import` that read the charts that most people have: the command loads one of them, not all readers. */
const readers: Record<string, string> = {
  'import-csv': 'src/import/csv/parse-csv.ts',
  'import-document': 'src/import/document/parse-org-document.ts',
  'import-history': 'src/import/history/parse-history-document.ts',
}

const commandEntry = { cli: 'src/cli/main.ts', 'cli-yaml': 'src/cli/reading/yaml-package.ts' }

/**
 * Keeps an import of another entry as an import of the built file in the same format, so that each class and
 * each cache exists once per format; docs/adr/0011-one-internal-entry.md says why.
 */
function otherEntriesStayImports(entries: Record<string, string>): EsbuildPlugin {
  const built = new Map(Object.entries(entries).map(([name, file]) => [resolve(file), name]))
  return {
    name: 'other-entries-stay-imports',
    setup(build) {
      const extension = build.initialOptions.format === 'cjs' ? 'cjs' : 'js'
      build.onResolve({ filter: /^\..*\.js$/ }, ({ path, importer, kind }) => {
        if (kind === 'entry-point') return undefined
        const name = built.get(resolve(dirname(importer), path.replace(/\.js$/, '.ts')))
        return name === undefined ? undefined : { path: `./${name}.${extension}`, external: true }
      })
    },
  }
}

/**
 * In CommonJS the core is one file with its changes and histories: without chunks, a second file would have a copy of what they share. Only
 * the ES modules are two, since it is those that the command loads.
 */
const changesAreWithinTheCore: EsbuildPlugin = {
  name: 'changes-are-within-the-core',
  setup(build) {
    const core = resolve('src/internal.ts')
    build.onResolve({ filter: /\/internal-change\.js$/ }, ({ importer }) =>
      importer === core
        ? { path: resolve('src/internal-change.ts') }
        : { path: './internal.cjs', external: true },
    )
    build.onLoad({ filter: /[\\/]src[\\/]internal\.ts$/ }, ({ path }) => ({
      contents: `${readFileSync(path, 'utf8')}export * from './internal-change.js'\n`,
      loader: 'ts',
    }))
  },
}

/** What only reads a chart, such as most commands, must not load the code that changes one: not in a chunk of the core either. */
const coreIsWithoutChanges: EsbuildPlugin = {
  name: 'core-is-without-changes',
  setup(build) {
    build.initialOptions.metafile = true
    build.onEnd(({ metafile }) => {
      const outputs = Object.values(metafile?.outputs ?? {})
      const core = outputs.find(({ entryPoint }) => entryPoint === 'src/internal.ts')
      if (core === undefined) throw new Error('There is no core')
      const loaded = [core, ...core.imports.map(({ path }) => metafile?.outputs[path])]
      const changes = loaded
        .flatMap((output) => Object.entries(output?.inputs ?? {}))
        .filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && path.startsWith('src/change/'))
      if (changes.length > 0) throw new Error(`The core loads ${changes.map(([path]) => path).join(', ')}`)
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
function bundlesOnly(...names: readonly string[]): EsbuildPlugin {
  return {
    name: 'bundles-only',
    setup(build) {
      build.onLoad({ filter: /[\\/]node_modules[\\/]/ }, ({ path }) =>
        names.includes(path.split(/[\\/]node_modules[\\/]/)[1]?.split(/[\\/]/)[0] ?? '')
          ? undefined
          : { errors: [{ text: `${path} would be bundled` }] },
      )
    },
  }
}

/** Writes each file of code without white space, but for line ends. */
const dense: TsupPlugin = {
  name: 'dense',
  renderChunk: (code, { path }) => (/\.c?js$/.test(path) ? { code: denseCode(code, path) } : undefined),
}

const library: Options = {
  platform: 'neutral',
  target: 'es2022',
  // A bundler drops an unused constant that is made by these.
  pure: ['Object.keys', 'Object.entries', 'Object.fromEntries'],
  // Not bundled: excluded from tsup's own rule for dependencies, so that the plugin below handles it.
  noExternal: [/^graphology(-traversal)?$/],
  plugins: [dense],
}
const libraryPlugins = [graphologyCanBeDropped, frozenConstantsArePure, bundlesOnly('d3-hierarchy')]

/** The ES modules, with the declarations. What the readers share is in chunks. */
const modules: Options = {
  ...library,
  entry: { ...entry, ...readers },
  format: ['esm'],
  dts: { entry },
  splitting: true,
  // The other files are built beside these, at the same time.
  clean: ['!cli*', '!*.cjs'],
  esbuildPlugins: [
    otherEntriesStayImports({ ...entry, ...readers }),
    coreIsWithoutChanges,
    ...libraryPlugins,
  ],
}

/** For Jest, and for tools that resolve modules in their own way: Node requires the ES modules (the condition `module-sync`). */
const commonJs: Options = {
  ...library,
  entry: Object.fromEntries(Object.entries(entry).filter(([name]) => name !== 'internal-change')),
  format: ['cjs'],
  dts: false,
  // tsup makes chunks in CommonJS with another compiler, which renames classes.
  splitting: false,
  clean: false,
  esbuildOptions(options) {
    options.minifyWhitespace = true
    options.minifySyntax = true
  },
  esbuildPlugins: [changesAreWithinTheCore, otherEntriesStayImports(entry), ...libraryPlugins],
}

/**
 * The command: for Node, as ESM only, in one file, which loads the parts of the library that a call needs. commander and yaml are
 * bundled, for docs/adr/0012-the-command.md; yaml in a file of its own, which is loaded for YAML only.
 */
const command: Options = {
  entry: commandEntry,
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
  noExternal: ['yaml'],
  esbuildOptions(options) {
    options.minifyWhitespace = true
    // Its ES modules, of which a bundler takes what is used; for Node the package has CommonJS.
    options.alias = { yaml: resolve('node_modules/yaml/browser/dist/index.js') }
  },
  esbuildPlugins: [
    otherEntriesStayImports({ ...entry, ...readers, ...commandEntry }),
    bundlesOnly('commander', 'yaml'),
  ],
  plugins: [
    dense,
    {
      name: 'executable',
      renderChunk: (code, { path }) =>
        path.endsWith('cli.js') ? { code: `#!/usr/bin/env node\n${code}` } : undefined,
    },
  ],
}

export default defineConfig([modules, commonJs, command])
