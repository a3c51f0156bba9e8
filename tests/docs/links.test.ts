import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const run = (command: string, ...args: readonly string[]): string =>
  execFileSync(command, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

const documents = run('git', 'ls-files', '--cached', '--others', '--exclude-standard', '*.md')
  .trim()
  .split('\n')
  .filter((file) => !/^(tests|site)\//.test(file) && existsSync(join(root, file)))

/** The text without code. */
function proseOf(text: string): string {
  return text.replaceAll(/^ *(`{3,}|~{3,})[^]*?^ *\1$/gm, '').replaceAll(/<!--[^]*?-->/g, '')
}

interface Link {
  /** Where it leads, from the root of the repository. */
  readonly path: string
  readonly anchor: string
}

/** The relative links of a document, whose own path they may leave out. */
function linksOf(document: string, text: string): Link[] {
  return Array.from(
    proseOf(text).matchAll(/\]\((?![a-z]+:)([^)#\s]*)#?([^)\s]*)\)/g),
    ([, path, anchor]) => ({
      path: path === '' ? document : normalize(join(dirname(document), path)),
      anchor,
    }),
  )
}

/** The anchors of the headings of a document, as GitHub makes them. */
function anchorsOf(text: string): ReadonlySet<string> {
  const seen = new Map<string, number>()
  const anchors = Array.from(proseOf(text).matchAll(/^#+ (.*)$/gm), ([, heading]) => {
    const plain = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[`*]/g, '')
    const slug = plain
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-')
    const times = seen.get(slug) ?? 0
    seen.set(slug, times + 1)
    return times === 0 ? slug : `${slug}-${times}`
  })
  return new Set(anchors)
}

/** The links of a document that lead nowhere. */
function deadLinks(document: string, text: string): string[] {
  return linksOf(document, text)
    .filter(({ path, anchor }) => {
      const file = join(root, path)
      if (!existsSync(file)) return true
      if (anchor === '' || !path.endsWith('.md')) return false
      return !anchorsOf(path === document ? text : readFileSync(file, 'utf8')).has(anchor)
    })
    .map(({ path, anchor }) => `${path}#${anchor}`)
}

describe('the links of documents', () => {
  it.each(documents)('%s leads to files and headings that exist', (document) => {
    expect(deadLinks(document, readFileSync(join(root, document), 'utf8'))).toEqual([])
  })

  it('are found, with their anchors', () => {
    const text =
      '# A `b` & c\n\n[a](#a-b--c) [b](#none) [c](nothing.md) ![d](docs)\n\n```md\n[e](nowhere.md)\n```\n'
    expect(deadLinks('README.md', text)).toEqual(['README.md#none', 'nothing.md#'])
  })

  it('of the packed guides lead to packed files', () => {
    const output = run('npm', 'pack', '--dry-run', '--json', '--ignore-scripts')
    const [{ files }] = Object.values(
      JSON.parse(output) as Record<string, { readonly files: readonly { readonly path: string }[] }>,
    )
    const packed = new Set(files.map(({ path }) => path))
    const isPacked = (path: string): boolean =>
      packed.has(path) ||
      (statSync(join(root, path)).isDirectory() &&
        [...packed].some((one) => !relative(path, one).startsWith('..')))
    const guides = [...packed].filter((path) => /^(docs|examples)\/.*\.md$/.test(path))
    expect(guides).toContain('docs/recipes/README.md')
    const left = guides.flatMap((guide) =>
      linksOf(guide, readFileSync(join(root, guide), 'utf8'))
        .filter(({ path }) => !isPacked(path))
        .map(({ path }) => `${guide} → ${path}`),
    )
    expect(left).toEqual([])
  })
})
