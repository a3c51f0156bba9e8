import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

interface PublicFunction {
  readonly name: string
  readonly place: string
  readonly parameters: readonly string[]
  /** The doc comment as it is written. */
  readonly comment: string
}

/** Every function that an entry exports, with the doc comment that its users see. */
function publicFunctions(): PublicFunction[] {
  const folders = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' }).filter((folder) =>
    existsSync(`${root}src/${folder}/index.ts`),
  )
  const entries = [`${root}src/index.ts`, ...folders.map((folder) => `${root}src/${folder}/index.ts`)]
  const program = ts.createProgram(entries, { module: ts.ModuleKind.NodeNext, noLib: true, types: [] })
  const checker = program.getTypeChecker()
  const found = new Map<ts.Node, PublicFunction>()
  for (const entry of entries) {
    const source = program.getSourceFile(entry)
    const module = source && checker.getSymbolAtLocation(source)
    for (const exported of module ? checker.getExportsOfModule(module) : []) {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
      const declaration = symbol.declarations?.find((node) => ts.isFunctionDeclaration(node))
      if (declaration !== undefined) found.set(declaration, described(exported.name, declaration))
    }
  }
  return [...found.values()]
}

function described(name: string, declaration: ts.FunctionDeclaration): PublicFunction {
  const source = declaration.getSourceFile()
  const line = source.getLineAndCharacterOfPosition(declaration.getStart()).line + 1
  return {
    name,
    place: `${source.fileName.slice(root.length)}:${line}`,
    parameters: declaration.parameters.map((parameter) => parameter.name.getText()),
    comment: ts
      .getJSDocCommentsAndTags(declaration)
      .filter((node) => ts.isJSDoc(node))
      .map((node) => node.getText())
      .join('\n'),
  }
}

function missingIn({ parameters, comment }: PublicFunction): string[] {
  const lines = comment.split('\n').map((line) => line.replace(/^\s*(\/\*)?\*+ ?/, ''))
  const required: [name: string, found: boolean][] = [
    ['a summary', /^[A-Z].*/.test(lines.find((line) => line.trim() !== '') ?? '')],
    ...parameters.map((name): [string, boolean] => [
      `@param ${name}`,
      lines.some((line) => line.startsWith(`@param ${name} `)),
    ]),
    ['@returns', lines.some((line) => line.startsWith('@returns '))],
    ['Complexity: before the tags, where an editor shows it', isBeforeTags(lines, 'Complexity: ')],
    ['@example with a ts fence', lines[lines.indexOf('@example') + 1] === '```ts'],
  ]
  return required.filter(([, present]) => !present).map(([name]) => name)
}

/** Below a tag an editor takes a line for a part of that tag. */
function isBeforeTags(lines: readonly string[], start: string): boolean {
  const at = lines.findIndex((line) => line.startsWith(start))
  return at >= 0 && at < lines.findIndex((line) => line.startsWith('@'))
}

describe('the doc comments of public functions', () => {
  const functions = publicFunctions()

  it('are found', () => {
    expect(functions.map(({ name }) => name)).toContain('managerOf')
  })

  it.each(functions.map((one) => [one.name, one.place, one] as const))('%s (%s)', (_name, _place, one) => {
    expect(missingIn(one)).toEqual([])
  })
})
