import ts from 'typescript'

/** A comment in a fence that states what the code prints or returns. */
export interface Expectation {
  /** The line of the code where the text begins, from 1. */
  readonly line: number
  /** The text after `// =>`, one entry per line. */
  readonly expected: string[]
  readonly kind: 'log' | 'value'
}

/** A parsed fence: what it promises, and JavaScript that reports to `__log` and `__value` what it does. */
export interface FenceScript {
  readonly expectations: readonly Expectation[]
  /** The lines that must not compile, from 1. */
  readonly refused: readonly number[]
  /** The modules that the code imports. */
  readonly imports: readonly string[]
  readonly javascript: string
}

interface Comment {
  readonly line: number
  readonly text: string
  /** Nothing but the comment is on the line. */
  readonly alone: boolean
}

interface Edit {
  readonly at: number
  readonly end: number
  readonly text: string
}

type Shown = ts.ExpressionStatement | ts.VariableStatement

/**
 * Parses a fence. `// => text` at the end of a statement, or on the lines below it, states what the statement prints
 * (`console.log`), evaluates to (any other expression) or assigns (`const x = …`); `//` and four spaces continue the
 * text. `// does not compile` marks a line that must have a type error; its statement is not run.
 */
export function fenceScript(code: string): FenceScript {
  const source = ts.createSourceFile('fence.ts', code, ts.ScriptTarget.ES2022, true)
  const comments = commentsOf(source)
  const refused = comments
    .filter(({ text }) => text.startsWith('// does not compile'))
    .map(({ line }) => line)
  const statements = refused.map((line) => statementAround(source, line))
  const edits: Edit[] = statements.map((statement) => ({
    at: statement.getStart(),
    end: statement.getEnd(),
    text: statement.getText().replace(/[^\n]/g, ' '),
  }))
  const expectations = expectationsOf(source, comments, edits)
  const compilerOptions: ts.CompilerOptions = {
    module: ts.ModuleKind.CommonJS,
    target: ts.ScriptTarget.ES2022,
    esModuleInterop: true,
  }
  const { outputText } = ts.transpileModule(edited(code, edits), { compilerOptions })
  const imports = ts.preProcessFile(code).importedFiles.map(({ fileName }) => fileName)
  return { expectations, refused, imports, javascript: outputText }
}

function expectationsOf(source: ts.SourceFile, comments: readonly Comment[], edits: Edit[]): Expectation[] {
  const expectations: Expectation[] = []
  const shown = shownStatements(source)
  let lastLine = -1
  for (const { line, text, alone } of comments) {
    const first = /^\/\/ ?=> ?(.*)$/.exec(text)?.[1]
    const goesOn = alone && line === lastLine + 1
    const more = first ?? (goesOn ? /^\/\/(?: {4}(.*))?$/.exec(text)?.[1] : undefined)
    if (more === undefined) continue
    lastLine = line
    if (goesOn) {
      expectations[expectations.length - 1].expected.push(more)
      continue
    }
    const statement = shownAt(shown, source, alone ? line - 1 : line)
    if (statement === undefined) throw new Error(`line ${line}: "${text}" belongs to no statement`)
    expectations.push({ line, expected: [more], kind: report(statement, expectations.length, edits) })
  }
  return expectations
}

/** Makes a statement report under a number, and returns what it reports. */
function report(statement: Shown, site: number, edits: Edit[]): Expectation['kind'] {
  if (ts.isVariableStatement(statement)) {
    const name = statement.declarationList.declarations[0].name.getText()
    edits.push({ at: statement.getEnd(), end: statement.getEnd(), text: `;__value(${site},${name});` })
    return 'value'
  }
  const { expression } = statement
  const start = expression.getStart()
  if (isLog(statement)) {
    edits.push({ at: start, end: start + 'console.log'.length, text: `__log(${site})` })
    return 'log'
  }
  edits.push({ at: start, end: start, text: `__value(${site},` })
  edits.push({ at: expression.getEnd(), end: expression.getEnd(), text: ')' })
  return 'value'
}

function isLog(statement: Shown): boolean {
  return ts.isExpressionStatement(statement) && statement.expression.getText().startsWith('console.log(')
}

/** The statement that a comment on (or below) a line refers to: the one that prints there, or else the last to end. */
function shownAt(shown: readonly Shown[], source: ts.SourceFile, line: number): Shown | undefined {
  const here = shown.filter((statement) => lineAt(source, statement.getEnd()) === line)
  const logs = here.filter(isLog)
  if (logs.length > 0) return logs.at(-1)
  return here.sort((a, b) => a.getEnd() - b.getEnd()).at(-1)
}

function shownStatements(source: ts.SourceFile): Shown[] {
  const shown: Shown[] = []
  const visit = (node: ts.Node): void => {
    const oneName =
      ts.isVariableStatement(node) &&
      node.declarationList.declarations.length === 1 &&
      ts.isIdentifier(node.declarationList.declarations[0].name)
    if (ts.isExpressionStatement(node)) shown.push(node)
    else if (oneName) shown.push(node)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return shown
}

function statementAround(source: ts.SourceFile, line: number): ts.Statement {
  const covers = (node: ts.Node): boolean =>
    lineAt(source, node.getStart()) <= line && line <= lineAt(source, node.getEnd())
  let found: ts.Statement | undefined
  const visit = (node: ts.Node): void => {
    if (!covers(node)) return
    if (ts.isStatement(node) && !ts.isBlock(node)) found = node
    ts.forEachChild(node, visit)
  }
  for (const statement of source.statements) visit(statement)
  if (found === undefined) throw new Error(`line ${line}: there is no statement that could not compile`)
  return found
}

function commentsOf(source: ts.SourceFile): Comment[] {
  const { text } = source
  const found = new Map<number, Comment>()
  const add = (at: number, end: number, kind: ts.CommentKind): void => {
    if (kind !== ts.SyntaxKind.SingleLineCommentTrivia) return
    const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
    found.set(at, { line: lineAt(source, at), text: text.slice(at, end), alone: before.trim() === '' })
  }
  const visit = (node: ts.Node): void => {
    ts.forEachLeadingCommentRange(text, node.getFullStart(), add)
    ts.forEachTrailingCommentRange(text, node.getEnd(), add)
    for (const child of node.getChildren()) visit(child)
  }
  visit(source)
  return [...found.entries()].sort(([a], [b]) => a - b).map(([, comment]) => comment)
}

function edited(code: string, edits: readonly Edit[]): string {
  // From the end, so that earlier positions stay valid.
  return [...edits]
    .sort((a, b) => b.at - a.at)
    .reduce((text, edit) => text.slice(0, edit.at) + edit.text + text.slice(edit.end), code)
}

function lineAt(source: ts.SourceFile, position: number): number {
  return source.getLineAndCharacterOfPosition(position).line + 1
}
