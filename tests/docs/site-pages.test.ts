import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { llmsFullText, llmsText } from '../../scripts/llms-text.js'
import { copyPages, outsideFences, siteDocuments } from '../../scripts/site-pages.js'

describe('the pages of the site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'site-'))
  copyPages(folder, undefined)
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })
  const page = (path: string): string => readFileSync(join(folder, path), 'utf8')

  it('are the README, the guides, the recipes and the examples', () => {
    for (const path of [
      'index.md',
      'docs/api.md',
      'docs/recipes/sql.md',
      'examples/people.md',
      'docs/gallery/office.svg',
    ]) {
      expect(existsSync(join(folder, path)), path).toBe(true)
    }
    expect(siteDocuments()).toContain('docs/recipes/react.md')
  })

  it('link to each other', () => {
    expect(page('docs/people.md')).toContain('[examples/people.ts](../examples/people.md)')
    expect(page('docs/gallery/index.md')).toContain('](./office.svg)')
  })

  it('link to the repository for other files, if it is known', () => {
    const other = mkdtempSync(join(tmpdir(), 'site-'))
    copyPages(other, 'https://github.com/acme/rolegraph')
    const pages = [
      'CONTRIBUTING.md',
      'ARCHITECTURE.md',
      'index.md',
      'docs/performance.md',
      'examples/data/index.md',
    ]
    const text = pages.map((path) => readFileSync(join(other, path), 'utf8')).join('\n')
    rmSync(other, { recursive: true })
    expect(text).not.toMatch(/\]\((\.\/)?(\.\.\/)*(src|scripts|bench)\//)
  })

  it('keep their code as it is', () => {
    expect(outsideFences('a\n```ts\na\n```\na\n', (text) => text.replaceAll('a', 'b'))).toBe(
      'b\n```ts\na\n```\nb\n',
    )
  })
})

describe('llms.txt', () => {
  it('names the library, and each guide with a sentence', () => {
    const lines = llmsText().split('\n')
    expect(lines[0]).toBe('# rolegraph')
    expect(lines[2]).toMatch(/^> Org charts you can query, test and trust\. .*\.$/)
    const guides = lines.filter((line) => line.startsWith('- '))
    expect(guides.length).toBeGreaterThan(10)
    for (const guide of guides) expect(guide).toMatch(/^- \[.+\]\(\/.*\): .+\.$/)
  })

  it('comes with all guides in one file', () => {
    for (const text of ['# rolegraph', '# Which function answers which question', '# Recipes']) {
      expect(llmsFullText()).toContain(`\n${text}\n`)
    }
  })
})
