import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../..', import.meta.url))

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  types: [],
  // The sources under the name by which users import them; their own declarations are checked elsewhere.
  paths: { rolegraph: [`${root}src/index.ts`] },
  skipLibCheck: true,
}

/** An error of the compiler: the underlined piece of the source, and the message. */
export interface Finding {
  readonly at: string
  readonly message: string
}

/** A program over snippets of source that are not in a file; `findings` checks one snippet and what it imports. */
export interface Snippets {
  readonly program: ts.Program
  findings(name: string): readonly Finding[]
}

/** Compiles snippets, by name, each as a virtual file next to the tests. They share one set of libraries. */
export function compileSnippets(snippets: ReadonlyMap<string, string>): Snippets {
  const files = new Map(
    [...snippets].map(([name, source]) => [`${root}tests/types/${name}.virtual.ts`, source]),
  )
  const disk = ts.createCompilerHost(OPTIONS)
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (file) => files.has(file) || disk.fileExists(file),
    readFile: (file) => files.get(file) ?? disk.readFile(file),
    getSourceFile: (file, languageVersion, ...others) => {
      const source = files.get(file)
      if (source === undefined) return disk.getSourceFile(file, languageVersion, ...others)
      return ts.createSourceFile(file, source, languageVersion, true)
    },
  }
  const program = ts.createProgram([...files.keys()], OPTIONS, host)
  return {
    program,
    findings: (name) => {
      const source = program.getSourceFile(`${root}tests/types/${name}.virtual.ts`)
      if (source === undefined) throw new Error(`There is no snippet ${name}`)
      const diagnostics = [
        ...program.getSyntacticDiagnostics(source),
        ...program.getSemanticDiagnostics(source),
      ]
      return diagnostics.map(({ start = 0, length = 0, messageText }) => ({
        at: source.text.slice(start, start + length),
        message: ts.flattenDiagnosticMessageText(messageText, '\n'),
      }))
    },
  }
}
