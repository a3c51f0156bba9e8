import { resolve } from 'node:path'
import ts from 'typescript'

/** The options with which the sources and tests are compiled. */
export function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile('tsconfig.json', (file) => ts.sys.readFile(file)) as {
    config: unknown
  }
  return ts.parseJsonConfigFileContent(config, ts.sys, resolve('.')).options
}

/** The errors in these files, as tsc prints them. What they import is not checked: `npm run types` does that. */
export function typeProblems(files: readonly string[], changes: ts.CompilerOptions = {}): string[] {
  const program = ts.createProgram(files, { ...compilerOptions(), ...changes })
  const host = ts.createCompilerHost(program.getCompilerOptions())
  return files.flatMap((file) => {
    const source = program.getSourceFile(file)
    if (source === undefined) throw new Error(`There is no file ${file}`)
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
    return found.map((diagnostic) => ts.formatDiagnostic(diagnostic, host).trimEnd())
  })
}
