import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type DefaultTheme, defineConfig } from 'vitepress'
import { linkedNames } from './linked-names.js'

const pages = resolve(import.meta.dirname, '../../.cache/site')

/** The page of each public name, by `rolegraph/pmo answer`. */
const reference = new Map(
  JSON.parse(readFileSync(`${pages}/reference-pages.json`, 'utf8')) as [key: string, page: string][],
)

function titleOf(page: string): string {
  const text = readFileSync(`${pages}/${page}.md`, 'utf8')
  return /^# (.*)$/m.exec(text)?.[1].replace(/^(\d+)\. /, '$1 ') ?? page
}

function itemsOf(...names: readonly string[]): DefaultTheme.SidebarItem[] {
  return names
    .filter((name) => existsSync(`${pages}/${name}.md`))
    .map((name) => ({ text: titleOf(name), link: `/${name}` }))
}

function itemsIn(folder: string): DefaultTheme.SidebarItem[] {
  if (!existsSync(`${pages}/${folder}`)) return []
  const names = readdirSync(`${pages}/${folder}`).filter(
    (file) => file.endsWith('.md') && file !== 'index.md',
  )
  return itemsOf(...names.sort().map((file) => `${folder}/${file.replace(/\.md$/, '')}`))
}

/** The guides in reading order; one that is not named here comes last. */
const GUIDES = [
  'ask',
  'people',
  'drawing',
  'explorer',
  'import',
  'change',
  'history',
  'testing',
  'command',
  'approvals',
  'store',
  'sending-orgs',
  'org-document',
  'formats',
  'pmo-model',
  'scale',
  'performance',
  'support',
]

function guideItems(): DefaultTheme.SidebarItem[] {
  const others = readdirSync(`${pages}/docs`)
    .filter((file) => file.endsWith('.md') && !/^(index|api)\.md$/.test(file))
    .map((file) => file.replace(/\.md$/, ''))
    .filter((name) => !GUIDES.includes(name))
  return itemsOf(...[...GUIDES, ...others.sort()].map((name) => `docs/${name}`))
}

const guides: DefaultTheme.SidebarItem[] = [
  {
    text: 'Start',
    items: [
      { text: 'rolegraph', link: '/' },
      { text: 'Playground', link: '/playground' },
      ...itemsOf('docs/api'),
    ],
  },
  {
    text: 'Guides',
    items: [...guideItems(), { text: 'Gallery', link: '/docs/gallery/' }],
  },
  { text: 'Recipes', items: itemsIn('docs/recipes') },
  { text: 'Examples', collapsed: true, items: itemsIn('examples') },
  {
    text: 'The project',
    collapsed: true,
    items: [
      ...itemsOf('CHANGELOG', 'ARCHITECTURE', 'CONTRIBUTING'),
      { text: 'Decisions', collapsed: true, items: itemsIn('docs/adr') },
    ],
  },
]

/** One group for each import, with its functions, classes and constants; its types are on its page. */
function referenceItems(): DefaultTheme.SidebarItem[] {
  const groups = new Map<string, DefaultTheme.SidebarItem[]>()
  for (const [key, page] of reference) {
    const [from, name] = key.split(' ')
    const items = groups.get(from) ?? []
    groups.set(from, items)
    if (!page.includes('#')) items.push({ text: name, link: `/reference/${page.replace(/\.md$/, '')}` })
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([from, items]) => ({
      text: from,
      link: `/reference/${from}/`,
      collapsed: from !== 'rolegraph',
      items: items.toSorted((a, b) => ((a.text ?? '') < (b.text ?? '') ? -1 : 1)),
    }))
}

/** A manager with two reports. */
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M8 5v3m-4 3V8h8v3" fill="none" stroke="#3451b2"/>' +
    '<path d="M5 1h6v4H5zM1 11h6v4H1zM9 11h6v4H9z" fill="#3451b2"/></svg>',
)}`

export default defineConfig({
  title: 'rolegraph',
  description: 'Org charts you can query, test and trust',
  lang: 'en-GB',
  srcDir: '../.cache/site',
  outDir: './dist',
  cacheDir: '../.cache/vitepress',
  cleanUrls: false,
  head: [['link', { rel: 'icon', href: ICON }]],
  markdown: {
    config: (markdown) => {
      // Vue would take {{ }} in a code span, such as a variable of a workflow, for an expression of its own.
      markdown.core.ruler.push('plain-code-spans', ({ tokens }) => {
        for (const token of tokens.flatMap(({ children }) => children ?? []))
          if (token.type === 'code_inline') token.attrSet('v-pre', '')
      })
      linkedNames(markdown, reference)
    },
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Guides', link: '/docs/people', activeMatch: '^/docs/(?!api)' },
      { text: 'By question', link: '/docs/api' },
      { text: 'Reference', link: '/reference/rolegraph/', activeMatch: '^/reference/' },
      { text: 'Playground', link: '/playground' },
    ],
    sidebar: { '/reference/': referenceItems(), '/': guides },
  },
})
