import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A name that the package exports. */
export interface PublicName {
  readonly name: string
  /** What to import it from: `rolegraph/pmo`. */
  readonly from: string
  readonly isType: boolean
  readonly isFunction: boolean
  /** The first sentence of the doc comment. */
  readonly summary: string
  /** The paragraph of the doc comment that begins with this word. */
  readonly complexity: string | undefined
  /** All names in its declarations: the types that its users see. */
  readonly mentions: ReadonlySet<string>
}

/** The entries of the package and their sources: `rolegraph/pmo` is `src/pmo/index.ts`. */
export function packageEntries(): ReadonlyMap<string, string> {
  const { exports } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { exports: object }
  return new Map(
    Object.keys(exports)
      .filter((path) => !path.endsWith('.json'))
      .map((path) => [path.replace('.', 'rolegraph'), `${root}src${path.slice(1)}/index.ts`]),
  )
}

/** The symbols that each entry of the package exports, in the order of package.json. */
interface ExportedSymbols {
  readonly checker: ts.TypeChecker
  readonly byEntry: ReadonlyMap<string, readonly ts.Symbol[]>
}

let exported: ExportedSymbols | undefined

/** What the package exports. The sources are compiled once in a process: it takes seconds. */
export function exportedSymbols(): ExportedSymbols {
  return (exported ??= readSymbols())
}

function readSymbols(): ExportedSymbols {
  const parsed = ts.getParsedCommandLineOfConfigFile(`${root}tsconfig.json`, undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'))
    },
  })
  const entries = packageEntries()
  const program = ts.createProgram([...entries.values()], parsed?.options ?? {})
  const checker = program.getTypeChecker()
  const exportsOf = (file: string): readonly ts.Symbol[] => {
    const source = program.getSourceFile(file)
    const module = source && checker.getSymbolAtLocation(source)
    return module === undefined ? [] : checker.getExportsOfModule(module)
  }
  return { checker, byEntry: new Map([...entries].map(([from, file]) => [from, exportsOf(file)])) }
}

/** Everything that the package exports, by entry in the order of package.json. */
export function publicNames(): readonly PublicName[] {
  const { checker, byEntry } = exportedSymbols()
  return [...byEntry].flatMap(([from, symbols]) => symbols.map((symbol) => described(symbol, from, checker)))
}

function described(symbol: ts.Symbol, from: string, checker: ts.TypeChecker): PublicName {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  // A link keeps the text that it shows.
  const text = ts
    .displayPartsToString(target.getDocumentationComment(checker))
    .replaceAll(/\{@link (\w+) ?\}/g, '`$1`')
  const paragraphs = text.split(/\n\s*\n/).map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim())
  const complexity = paragraphs.find((paragraph) => paragraph.startsWith('Complexity: '))
  return {
    name: symbol.name,
    from,
    // A class can be exported as a type only.
    isType:
      (target.flags & ts.SymbolFlags.Value) === 0 ||
      symbol.declarations?.some(ts.isTypeOnlyImportOrExportDeclaration) === true,
    isFunction: (target.flags & ts.SymbolFlags.Function) !== 0,
    summary: firstSentence(paragraphs[0] ?? ''),
    complexity: complexity?.replace('Complexity: ', '').replace(/\.$/, ''),
    mentions: namesIn(target),
  }
}

/** A sentence ends with a full stop before a capital letter, or with the paragraph. */
function firstSentence(paragraph: string): string {
  return /^.*?\.(?= [A-Z`]|$)/.exec(paragraph)?.[0] ?? paragraph
}

/** The type names in the declarations of a symbol, without the bodies of functions. */
function namesIn(symbol: ts.Symbol): ReadonlySet<string> {
  const names = new Set<string>()
  const pending: ts.Node[] = [...(symbol.declarations ?? [])]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (ts.isBlock(node)) continue
    if (ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node)) {
      names.add(ts.isTypeReferenceNode(node) ? node.typeName.getText() : node.expression.getText())
    }
    pending.push(...node.getChildren())
  }
  return names
}
