import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { compilerOptions } from '../type-problems.js'
import type { Fence } from './extract-fences.js'
import { fenceScript } from './fence-script.js'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Type-checks all fences in one program, and lists for each the unexpected errors and the missing ones. */
export function typeCheckFences(fences: readonly Fence[]): ReadonlyMap<Fence, readonly string[]> {
  const options: ts.CompilerOptions = {
    ...compilerOptions(),
    // A user's project may have it on.
    noUncheckedIndexedAccess: true,
    // An example may define what it does not use.
    noUnusedLocals: false,
    noUnusedParameters: false,
    moduleDetection: ts.ModuleDetectionKind.Force,
  }
  const virtual = new Map(fences.map((fence, index) => [`${root}__fence_${index}__.ts`, fence]))
  const host = ts.createCompilerHost(options, true)
  const withFences: ts.CompilerHost = {
    ...host,
    fileExists: (name) => virtual.has(name) || host.fileExists(name),
    readFile: (name) => virtual.get(name)?.code ?? host.readFile(name),
    getSourceFile: (name, version, ...rest) => {
      const fence = virtual.get(name)
      if (fence === undefined) return host.getSourceFile(name, version, ...rest)
      return ts.createSourceFile(name, fence.code, version, true)
    },
  }
  const program = ts.createProgram([...virtual.keys()], options, withFences)
  const problems = new Map<Fence, readonly string[]>()
  for (const [name, fence] of virtual) {
    const source = program.getSourceFile(name)
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
    problems.set(fence, problemsOf(fence, found))
  }
  return problems
}

function problemsOf(fence: Fence, diagnostics: readonly ts.Diagnostic[]): string[] {
  const refused = new Map(fenceScript(fence.code).refused.map((line) => [line, false]))
  const problems: string[] = []
  for (const { file, start = 0, messageText } of diagnostics) {
    const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1
    if (refused.has(line)) refused.set(line, true)
    else
      problems.push(`${fence.file}:${fence.line + line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`)
  }
  for (const [line, wasRefused] of refused) {
    if (!wasRefused) problems.push(`${fence.file}:${fence.line + line} compiles, and says that it does not`)
  }
  return problems
}
