/**
 * Completes the declarations. Runs after each build; docs/adr/0015-what-an-install-downloads.md says why.
 */
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import ts from 'typescript'

/** The name of each entry but those of the core. */
const subpaths = readdirSync('src', { recursive: true, encoding: 'utf8' }).flatMap((file) => {
  const folder = /^(.+)[\\/]index\.ts$/.exec(file)?.[1]
  return folder === undefined ? [] : [folder.replaceAll(/[\\/]/g, '-')]
})

/*
 * Makes the declarations of every subpath refer to those of the core. The compiler can then write the type of an
 * exported org as `import("rolegraph").Org` in a project that imports only `rolegraph/import`; otherwise it knows the
 * type only from a file of the package that has no public name, and refuses (TS2742).
 */
for (const name of subpaths) appendFileSync(`dist/${name}.d.ts`, `import type {} from './index.js';\n`)

/**
 * A project has one runner, and may see the declarations of both entries: a name from the other runner must not be an
 * error there. The compiler ignores one on the line after this comment, also in declarations.
 */
const IGNORED = '// @ts-ignore The runner may be absent.\n'
for (const [name, line] of [
  ['vitest', /^import .* from 'vitest';$/m],
  ['jest', /^declare module 'expect' \{$/m],
] as const) {
  const file = `dist/${name}.d.ts`
  const text = readFileSync(file, 'utf8')
  if (!line.test(text)) throw new Error(`${file} does not name its runner`)
  writeFileSync(
    file,
    text.replace(line, (found) => IGNORED + found),
  )
}

/* No other declarations refer to those of the core's internal entries. */
const users = readdirSync('dist').filter(
  (file) =>
    file.endsWith('.d.ts') && /'\.\/internal(-change)?\.js'/.test(readFileSync(`dist/${file}`, 'utf8')),
)
if (users.length > 0) throw new Error(`${users.join(', ')} needs the declarations of an internal entry`)
for (const name of ['internal', 'internal-change']) rmSync(`dist/${name}.d.ts`, { force: true })

const AS_ESM = `with { 'resolution-mode': 'import' }`

/** The type parameters of a class as they are declared, and their names, both in angle brackets. */
function typeParameters(symbol: ts.Symbol): readonly [declared: string, names: string] {
  const parameters = symbol.declarations?.find(ts.isClassDeclaration)?.typeParameters ?? []
  if (parameters.length === 0) return ['', '']
  const local = new Set(parameters.map(({ name }) => name.text))
  const declared = parameters.map((parameter) =>
    parameter.getText().replaceAll(/\b[A-Z]\w*/g, (name) => (local.has(name) ? name : `esm.${name}`)),
  )
  return [`<${declared.join(', ')}>`, `<${[...local].join(', ')}>`]
}

/** Declarations for CommonJS that have the types of those for ES modules, and declare the values again. */
function declarationsForCommonJs(program: ts.Program, name: string): string {
  const checker = program.getTypeChecker()
  const file = program.getSourceFile(`dist/${name}.d.ts`)
  const module = file && checker.getSymbolAtLocation(file)
  if (module === undefined) throw new Error(`dist/${name}.d.ts is not a module`)
  const values = checker.getExportsOfModule(module).flatMap((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
    if ((symbol.flags & ts.SymbolFlags.Value) === 0) return []
    const value = `export declare const ${exported.name}: typeof esm.${exported.name};`
    if ((symbol.flags & ts.SymbolFlags.Type) === 0) return [value]
    // A value of this name hides the type of this name.
    const [parameters, names] = typeParameters(symbol)
    return [value, `export type ${exported.name}${parameters} = esm.${exported.name}${names};`]
  })
  return [
    `import type * as esm from './${name}.js' ${AS_ESM};`,
    `export type * from './${name}.js' ${AS_ESM};`,
    ...values.sort(),
    '',
  ].join('\n')
}

/** Declarations that add to those of a runner: the imports of other files become imports of the same types as ESM. */
function matchersForCommonJs(text: string): string {
  return text
    .replaceAll(/^import '\.\/.*\n/gm, '')
    .replaceAll(/^import type \{\} from '\.\/index\.js';\n/gm, '')
    .replaceAll(
      /^import \{(.*)\} from '(\.\/.*\.js)';$/gm,
      (_, names: string, from: string) => `import type {${names}} from '${from}' ${AS_ESM};`,
    )
    .replaceAll(
      /^export \{ (\w+) as matchers \} from '(\.\/.*\.js)';$/gm,
      (_, name: string, from: string) =>
        `import type { ${name} as Matchers } from '${from}' ${AS_ESM};\nexport declare const matchers: typeof Matchers;`,
    )
}

const AUGMENTING = ['vitest', 'jest']
const plain = ['index', ...subpaths.filter((name) => !AUGMENTING.includes(name))]
const program = ts.createProgram(
  plain.map((name) => `dist/${name}.d.ts`),
  { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, types: [] },
)
const written = new Map([
  ...plain.map((name) => [`${name}.d.cts`, declarationsForCommonJs(program, name)] as const),
  ...AUGMENTING.map(
    (name) => [`${name}.d.cts`, matchersForCommonJs(readFileSync(`dist/${name}.d.ts`, 'utf8'))] as const,
  ),
])
for (const file of readdirSync('dist')) if (file.endsWith('.d.cts')) rmSync(`dist/${file}`)
for (const [file, text] of written) {
  const relative = [...text.matchAll(/'(\.[^']*)'/g)].map(([, path]) => path)
  if (relative.some((path) => !path.endsWith('.js')))
    throw new Error(`${file} needs declarations that are gone`)
  writeFileSync(`dist/${file}`, text)
}
