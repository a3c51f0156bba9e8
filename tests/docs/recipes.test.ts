import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildSync } from 'esbuild'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as YAML from 'yaml'
import { typeProblems } from '../support/type-problems.js'

const folder = resolve('docs/recipes')
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

describe('the recipe for React', () => {
  // In the repository, where imports of packages are found.
  const work = resolve('.cache/react-recipe')
  const files = Array.from(
    read('react.md').matchAll(/^```tsx? file=(.+)\n([^`]*(?:`[^`\n]+`[^`]*)*)^```$/gm),
    ([, name, code]) => {
      return [name, code] as const
    },
  )
  const entry = [
    "import { createElement } from 'react'",
    "import { renderToStaticMarkup } from 'react-dom/server'",
    "import { defineOrg } from 'rolegraph'",
    "import { OrgPicture } from './org-picture.js'",
    "import { OrgTree } from './org-tree.js'",
    'export const tree = (document: Parameters<typeof OrgTree>[0]["document"]) =>',
    "  renderToStaticMarkup(createElement(OrgTree, { document, label: 'Office' }))",
    "export const picture = renderToStaticMarkup(createElement(OrgPicture, { org: defineOrg({ roles: { a: { title: 'A & B' } } }) }))",
  ].join('\n')

  interface Rendered {
    readonly tree: (document: object) => string
    readonly picture: string
  }
  let rendered: Rendered

  beforeAll(async () => {
    rmSync(work, { recursive: true, force: true })
    mkdirSync(work, { recursive: true })
    for (const [name, code] of files) writeFileSync(join(work, name), code)
    writeFileSync(join(work, 'run.ts'), entry)
    buildSync({
      entryPoints: [join(work, 'run.ts')],
      alias: Object.fromEntries(
        ['export', 'render']
          .map((name) => [`rolegraph/${name}`, resolve(`src/${name}/index.ts`)])
          .concat([['rolegraph', resolve('src/index.ts')]]),
      ),
      packages: 'external',
      bundle: true,
      platform: 'node',
      format: 'esm',
      jsx: 'automatic',
      outfile: join(work, 'run.js'),
    })
    rendered = (await import(pathToFileURL(join(work, 'run.js')).href)) as Rendered
  })
  afterAll(() => {
    rmSync(work, { recursive: true, force: true })
  })

  it('has these files, which compile', () => {
    expect(files.map(([name]) => name)).toEqual(['use-org.ts', 'org-tree.tsx', 'org-picture.tsx'])
    const written = files.map(([name]) => join(work, name)).concat(join(work, 'run.ts'))
    const lib = ['lib.es2023.d.ts', 'lib.dom.d.ts']
    expect(typeProblems(written, { jsx: ts.JsxEmit.ReactJSX, lib })).toEqual([])
  })

  it('renders a tree with levels', () => {
    const document = { rolegraph: 1, roles: { a: { title: 'A <b>' }, b: { reportsTo: 'a' }, c: {} } }
    expect(rendered.tree(document)).toBe(
      '<ul role="tree" aria-label="Office">' +
        '<li role="treeitem" aria-level="1" aria-expanded="true" style="margin-inline-start:0rem">A &lt;b&gt;</li>' +
        '<li role="treeitem" aria-level="2" style="margin-inline-start:1.5rem">b</li>' +
        '<li role="treeitem" aria-level="1" style="margin-inline-start:0rem">c</li></ul>',
    )
  })

  it('shows the issues of a broken chart', () => {
    const html = rendered.tree({ rolegraph: 1, roles: { a: {}, b: { reportsTo: 'nobody' } } })
    expect(html).toMatch(/^<p role="alert">.*nobody.*<\/p><ul/)
  })

  it('renders a picture whose labels are escaped', () => {
    expect(rendered.picture).toContain('A &amp; B')
  })
})

describe('the recipe for GitHub', () => {
  interface Workflow {
    readonly on: unknown
    readonly permissions: unknown
    readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly uses?: string }[] }>>
  }
  const workflows = Array.from(read('github-action.md').matchAll(/^```yaml\n([^]*?)^```/gm), ([, text]) => {
    return YAML.parse(text) as Workflow
  })

  it('has workflows that only read, and check out before they run', () => {
    expect(workflows).toHaveLength(2)
    for (const { permissions, jobs } of workflows) {
      expect(permissions).toEqual({ contents: 'read' })
      for (const { steps } of Object.values(jobs)) {
        expect(steps[0].uses).toMatch(/^actions\/checkout@v\d+$/)
        expect(steps.at(-1)).toHaveProperty('run')
      }
    }
  })
})

it('lists every recipe in the index', () => {
  const index = readFileSync('docs/recipes/README.md', 'utf8')
  const recipes = readdirSync(folder).filter((file) => file !== 'README.md')
  for (const file of recipes) expect(index).toContain(`](${file})`)
})
