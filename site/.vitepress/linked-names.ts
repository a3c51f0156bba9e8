import type { MarkdownRenderer } from 'vitepress'

type Token = ReturnType<MarkdownRenderer['parseInline']>[number]

/**
 * Makes each code span that is a public name a link to its page in the reference: outside the reference, headings and
 * other links. In a table with a column `from rolegraph/pmo` a name is one of that import, else one of the core.
 */
export function linkedNames(markdown: MarkdownRenderer, reference: ReadonlyMap<string, string>): void {
  const unique = namesOfOneImport(reference)
  markdown.core.ruler.push('linked-names', (state) => {
    const { relativePath } = state.env as { readonly relativePath?: string }
    if (relativePath?.startsWith('reference/') !== false) return
    let from = 'rolegraph'
    for (const [index, token] of state.tokens.entries()) {
      if (token.type === 'heading_open') from = 'rolegraph'
      const inHeader = state.tokens[index - 1]?.type === 'th_open'
      if (inHeader) from = /^from `(.*)`$/.exec(token.content)?.[1] ?? from
      if (token.type !== 'inline' || inHeader || state.tokens[index - 1]?.type === 'heading_open') continue
      const pageOf = (name: string): string | undefined =>
        reference.get(`${from} ${name}`) ?? reference.get(`rolegraph ${name}`) ?? unique.get(name)
      token.children = linked(token.children ?? [], pageOf, state.Token)
    }
  })
}

function linked(
  tokens: readonly Token[],
  pageOf: (name: string) => string | undefined,
  Made: new (type: string, tag: string, nesting: Token['nesting']) => Token,
): Token[] {
  let depth = 0
  return tokens.flatMap((token) => {
    if (token.type === 'link_open') depth++
    if (token.type === 'link_close') depth--
    const page =
      token.type === 'code_inline' && depth === 0 ? pageOf(token.content.replace(/\(.*\)$/, '')) : undefined
    if (page === undefined) return token
    const open = new Made('link_open', 'a', 1)
    open.attrSet('href', `/reference/${page}`)
    return [open, token, new Made('link_close', 'a', -1)]
  })
}

/** The pages of names that exactly one import has. */
function namesOfOneImport(reference: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const pages = new Map<string, string>()
  const several = new Set<string>()
  for (const [key, page] of reference) {
    const name = key.split(' ')[1]
    if (pages.has(name)) several.add(name)
    pages.set(name, page)
  }
  for (const name of several) pages.delete(name)
  return pages
}
