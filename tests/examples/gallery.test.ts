import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { toSvg } from 'rolegraph/render'
import { describe, expect, it } from 'vitest'
import { pictures } from '../../examples/support/pictures.js'

const folder = new URL('../../docs/gallery/', import.meta.url)

describe('docs/gallery', () => {
  it.each(pictures.map((picture) => [picture.name, picture] as const))(
    'has the current picture of %s',
    (name, { org, title, options, drawing }) => {
      const file = new URL(`${name}.svg`, folder)
      const svg = `${toSvg(org, { ...options, ...drawing, title })}\n`
      // The same switch as for the golden files: review what it changes.
      if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, svg)
      expect(existsSync(file)).toBe(true)
      expect(readFileSync(file, 'utf8')).toBe(svg)
    },
  )

  it('has one entry per picture on its page, and no other', () => {
    const page = readFileSync(new URL('README.md', folder), 'utf8')
    const shown = [...page.matchAll(/\((\S+)\.svg\)/g)].map(([, name]) => name)
    expect(shown).toEqual(pictures.map(({ name }) => name))
    const files = readdirSync(folder).filter((name) => name.endsWith('.svg'))
    expect(files.sort()).toEqual(pictures.map(({ name }) => `${name}.svg`).sort())
  })
})
