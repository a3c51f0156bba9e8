import ts from 'typescript'

/**
 * Code without white space, but with each statement and each member of a class on a line of its own: a trace leads to a statement, a
 * debugger steps from one to the next, and Node prints a short line of an error that nobody catches. Names stay as they are. Of the
 * comments it keeps marks of pure calls, which bundlers need, and licences; doc comments are in the declarations. It is in ASCII: V8 keeps
 * any other source in two bytes per character, and reads it more slowly.
 */
export function denseCode(code: string, path: string): string {
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.ES2022, false, ts.ScriptKind.JS)
  const parts: string[] = []
  let last = ''
  const write = (token: ts.Node, isFirstOnLine: boolean): void => {
    const start = token.getStart(source)
    const text = code.slice(start, token.end)
    const isEnd = token.kind === ts.SyntaxKind.EndOfFileToken
    if (text === '' && !isEnd) return
    if (parts.length > 0) parts.push(isFirstOnLine ? '\n' : isSpaceNeeded(last, text) ? ' ' : '')
    parts.push(keptComments(code.slice(token.pos, start)))
    parts.push(ts.isRegularExpressionLiteral(token) ? text.replaceAll(/[^\0-\x7f]/g, escaped) : text)
    last = text
  }
  // The nodes that are not written yet, the next one last. A node without a token is the end of a file, or of an empty list.
  const open: { readonly node: ts.Node; readonly isFirstOnLine: boolean }[] = [
    { node: source, isFirstOnLine: false },
  ]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node } = next
    const isFirstOnLine = next.isFirstOnLine || hasOwnLine(node)
    const children = node.getChildren(source).filter((child) => !ts.isJSDoc(child))
    if (children.length === 0) write(node, isFirstOnLine)
    const first = children.findIndex(({ pos, end }) => end > pos)
    for (let at = children.length - 1; at >= 0; at--)
      open.push({ node: children[at], isFirstOnLine: isFirstOnLine && at === first })
  }
  const text = `${parts.join('').trimEnd()}\n`
  const other = /.{0,40}[^\0-\x7f].{0,40}/.exec(text)
  if (other !== null) throw new Error(`${path} is not in ASCII: ${other[0]}`)
  return text
}

function hasOwnLine(node: ts.Node): boolean {
  return (ts.isStatement(node) && !ts.isBlock(node)) || ts.isClassElement(node)
}

/** Of the space and the comments before a token, what must stay. */
function keptComments(trivia: string): string {
  const comments = trivia.match(/\/\*[^]*?\*\//g) ?? []
  return comments
    .map((comment) => {
      if (/^\/\* [@#]__(PURE|NO_SIDE_EFFECTS)__ \*\/$/.test(comment)) return comment
      return /^\/\*!|@license|@preserve/.test(comment) ? `${comment}\n` : ''
    })
    .join('')
}

/** Whether two tokens would be read as something else without a space between them. */
function isSpaceNeeded(before: string, after: string): boolean {
  const [left, right] = [before.slice(-1), after.slice(0, 1)]
  const areWords = /[\w$\\]/.test(left) && /[\w$\\]/.test(right)
  const isOperator = left === right && /[-+/]/.test(left)
  const isNumber = /^\d+$/.test(before) && right === '.'
  // A regular expression before a word, and what would begin a comment.
  return areWords || isOperator || isNumber || /^\/[\w$*]|^<!/.test(left + right)
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
