import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { apiPage } from '../../scripts/api-page.js'
import { publicApi } from '../support/public-api.js'

const written = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8')

/** The names that the page lists, each with its import. */
function listed(page: string): readonly string[] {
  return page.split(/^## /m).flatMap((section) => {
    const from = /from `(rolegraph[\w/-]*)`/.exec(section)?.[1] ?? ''
    const types = /^Types: (.*)$/m.exec(section)?.[1] ?? ''
    const names = [
      ...Array.from(section.matchAll(/^\| .* \| `(\w+)` +\|/gm), ([, name]) => name),
      ...Array.from(types.matchAll(/`(\w+)`/g), ([, name]) => name),
    ]
    return names.map((name) => `${from} ${name}`)
  })
}

/** The names that the package exports, as the snapshot of the public API has them. */
function exported(api: string): readonly string[] {
  return api.split(/^# /m).flatMap((entry) => {
    const from = entry.slice(0, entry.indexOf('\n'))
    const declared = entry.matchAll(
      /^(?:declare )?(?:interface|type|const|function|class|abstract class) (\w+)(?:.*?(?: as (\w+))?)$/gm,
    )
    const names = Array.from(declared, ([, name, alias = name]) => alias)
    return names.map((name) => `${from} ${name}`)
  })
}

describe('docs/api.md', () => {
  it('is what npm run write:docs makes of the doc comments', async () => {
    expect(await apiPage()).toBe(written)
  })

  it('lists every public name once, and no other', () => {
    const names = [...new Set(exported(publicApi()))]
    expect(names).toContain('rolegraph/handles idOf')
    expect(listed(written).toSorted()).toEqual(names.toSorted())
  })

  it('has a question or a sentence in every row', () => {
    for (const [row, text] of written.matchAll(/^\| (.*?) +\| `\w+`/gm)) expect(text, row).toMatch(/[.?]$/)
  })
})
