/** A piece of TypeScript that the documentation shows. */
export interface Fence {
  /** The file that contains it, relative to the root. */
  readonly file: string
  /** The line of the opening ```ts, from 1: line n of the code is line `line + n` of the file. */
  readonly line: number
  readonly code: string
}

/** Other spellings of `ts`, which the tests would miss: only one spelling is allowed. */
const OTHER_SPELLINGS = new Set(['typescript', 'tsx', 'mts', 'cts', 'js', 'javascript', 'jsx', 'mjs', 'cjs'])

interface OpenFence {
  readonly line: number
  readonly marker: string
  readonly indent: number
  readonly language: string
  readonly code: string[]
}

/** The ```ts fences of a Markdown file, or of the doc comments of a source file, in order. */
export function extractFences(file: string, text: string): Fence[] {
  const fences: Fence[] = []
  let open: OpenFence | undefined
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = index + 1
    const content = file.endsWith('.md') ? raw : docLine(raw)
    if (open === undefined) {
      if (content !== undefined) open = openingOf(file, line, content)
    } else if (content === undefined) {
      break
    } else if (content.trim().startsWith(open.marker) && /^\s*[`~]+\s*$/.test(content)) {
      if (open.language === 'ts') fences.push({ file, line: open.line, code: `${open.code.join('\n')}\n` })
      open = undefined
    } else {
      open.code.push(content.replace(new RegExp(`^ {0,${open.indent}}`), ''))
    }
  }
  if (open !== undefined) throw new Error(`${file}:${open.line}: the fence has no end`)
  return fences
}

/** The text of a line of a doc comment; `undefined` for any other line. */
function docLine(raw: string): string | undefined {
  return /^\s*\*(?!\/) ?(.*)$/.exec(raw)?.[1]
}

function openingOf(file: string, line: number, content: string): OpenFence | undefined {
  const match = /^( *)(`{3,}|~{3,}) *([\w-]*)(.*)/.exec(content)
  if (match === null) return undefined
  const [, indent, marker, language, info] = match
  // A fence with `file=main.js` is one file of several, which a test of its page writes and runs.
  const isFile = /^ file=[\w.-]+$/.test(info)
  if (!isFile && OTHER_SPELLINGS.has(language)) {
    throw new Error(`${file}:${line}: write ts instead of ${language}, so that the fence is tested`)
  }
  return { line, marker, indent: indent.length, language, code: [] }
}
