/** A piece of TypeScript that the documentation shows. */
export interface Fence {
  /** The file that it stands in, relative to the root. */
  readonly file: string
  /** The line of the opening ```ts, from 1: line n of the code is line `line + n` of the file. */
  readonly line: number
  readonly code: string
}

/** These are code too, and would slip past the tests: one spelling for all. */
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

/** What a line of a doc comment says, or `undefined` for a line that is none. */
function docLine(raw: string): string | undefined {
  return /^\s*\*(?!\/) ?(.*)$/.exec(raw)?.[1]
}

function openingOf(file: string, line: number, content: string): OpenFence | undefined {
  const match = /^( *)(`{3,}|~{3,}) *([\w-]*)/.exec(content)
  if (match === null) return undefined
  const [, indent, marker, language] = match
  if (OTHER_SPELLINGS.has(language)) {
    throw new Error(`${file}:${line}: write ts instead of ${language}, so that the fence is tested`)
  }
  return { line, marker, indent: indent.length, language, code: [] }
}
