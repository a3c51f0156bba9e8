import { oneLine, quote } from '../../../internal.js'
import type { ImportIssues } from '../../input/import-issues.js'
import { type LinePlaces } from '../../input/line-places.js'
import type { YamlDocument, YamlModule, YamlParser } from './yaml-module.js'

/** The package `yaml` composes nested values by recursion, and deep nesting ends the process. */
const MOST_LEVELS = 200

/** The lexer's mark that the next lexeme is the content of a scalar. */
const SCALAR_MARK = '\u001f'
const BLANKS = /[ \t\n]$/
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/

const REFUSED: ReadonlyMap<string, readonly [what: string, suggestion: string]> = new Map([
  ['&', ['an anchor', 'Remove it, and write the value where it is needed.']],
  ['*', ['an alias', 'Write the value itself; if it is text, quote it.']],
  ['!', ['a tag', 'Remove it; quote what is text.']],
  ['%', ['a directive', 'Remove the line; the document is read as YAML 1.2.']],
])

/**
 * The one document of a YAML text as the package `yaml` composes it, or `undefined` with an issue. The depth is bounded,
 * and anchors, aliases, tags and directives are refused, while the text is split into tokens: before anything is nested.
 */
export function composeYaml(
  text: string,
  yaml: YamlModule,
  places: LinePlaces,
  issues: ImportIssues,
): YamlDocument | undefined {
  const refuse: Refuse = (offset, what, suggestion) => {
    issues.addAt('INVALID_DOCUMENT', { place: places.at(offset), message: what, suggestion })
  }
  const control = text.search(CONTROLS)
  if (control !== -1) {
    refuse(control, `${quote(text[control])} is not allowed in YAML`, 'Write it in double quotes: "\\0".')
    return undefined
  }
  try {
    const tokens = tokensOf(text, yaml, { issues, places, refuse })
    if (tokens === undefined) return undefined
    const composer = new yaml.Composer({ version: '1.2', schema: 'core', merge: false, uniqueKeys: false })
    const [document, ...others] = composer.compose(tokens, true, text.length)
    addProblems(document, places, issues)
    for (const { range } of others)
      refuse(range?.[0] ?? 0, 'another document begins', 'Write one document per file.')
    return document.errors.length > 0 || others.length > 0 ? undefined : document
  } catch (error) {
    refuse(0, `the YAML parser failed: ${oneLine(String(error))}`, 'Correct the text, or write JSON.')
    return undefined
  }
}

type Refuse = (offset: number, what: string, suggestion: string) => void

interface Report {
  readonly issues: ImportIssues
  readonly places: LinePlaces
  readonly refuse: Refuse
}

function tokensOf(
  text: string,
  yaml: YamlModule,
  { issues, places, refuse }: Report,
): readonly unknown[] | undefined {
  const parser = new yaml.Parser()
  const tokens: unknown[] = []
  let isContent = false
  let refused = false
  for (const lexeme of new yaml.Lexer().lex(text)) {
    const at = parser.offset
    const isComment = !isContent && lexeme.startsWith('#')
    if (!isContent && lexeme !== '%YAML 1.2') {
      const [what, suggestion] = REFUSED.get(lexeme.charAt(0)) ?? []
      if (what !== undefined && suggestion !== undefined) {
        refuse(at, `${what}, ${quote(lexeme)}, is not supported`, suggestion)
        refused = true
      }
    }
    if (isComment && at > 0 && !BLANKS.test(text.charAt(at - 1))) {
      refuse(at, 'a comment follows a value without a space', 'Write a space before #, or quote the text.')
      refused = true
    }
    // As spaces: for each of many comments the parser looks at all blank lines before it.
    tokens.push(...parser.next(isComment ? ' '.repeat(lexeme.length) : lexeme))
    isContent = !isContent && lexeme === SCALAR_MARK
    const depth = depthOf(parser)
    if (depth > Math.min(issues.limits.depth, MOST_LEVELS)) {
      if (depth > issues.limits.depth) issues.exceeded('depth', places.at(at))
      else addTooDeep(issues, places.at(at))
      return undefined
    }
  }
  tokens.push(...parser.end())
  return refused ? undefined : tokens
}

/** How many objects and arrays are open: the stack without the document and without a scalar. */
function depthOf({ stack }: YamlParser): number {
  const top = stack.at(-1)?.type ?? ''
  const isCollection = top === 'block-map' || top === 'block-seq' || top === 'flow-collection'
  return stack.length - (isCollection ? 1 : 2)
}

function addTooDeep(issues: ImportIssues, place: { readonly line: number; readonly column: number }): void {
  issues.add('LIMIT_EXCEEDED', {
    place,
    witness: ['depth', String(MOST_LEVELS)],
    message: `The input has more than ${String(MOST_LEVELS)} levels of nesting, which is the limit for YAML`,
    suggestion: 'Write the document as JSON, which is read to any depth within limits.depth.',
  })
}

function addProblems(document: YamlDocument, places: LinePlaces, issues: ImportIssues): void {
  const add = (severity: 'error' | 'warning', message: string, offset: number): void => {
    issues.addAt('INVALID_DOCUMENT', {
      severity,
      place: places.at(offset),
      message: oneLine(message),
      suggestion: 'Correct the text; an editor with YAML support marks the place.',
    })
  }
  for (const { message, pos } of document.errors) add('error', message, pos[0])
  for (const { message, pos } of document.warnings) add('warning', message, pos[0])
}
