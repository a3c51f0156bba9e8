import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, normalize, posix } from 'node:path'

/** Pages at the root of the repository that are also on the site. */
const ROOT_PAGES = ['README.md', 'ARCHITECTURE.md', 'CHANGELOG.md', 'CONTRIBUTING.md']
const LINK = /(!?\[(?:[^\][]|\[[^\][]*\])*\]\()([^)\s]+)\)/g

/** The documents of the repository, with their paths in it, that become pages of the site. */
export function siteDocuments(): string[] {
  const docs = readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`)
  return [...ROOT_PAGES, ...docs.sort(), 'examples/data/README.md']
}

/**
 * Copies the documents into a folder in the layout of the repository, so that links between them hold. An example becomes
 * a page with its source. A link to a file that is not on the site leads to the repository, if that is known.
 */
export function copyPages(folder: string, repository: string | undefined): void {
  for (const document of siteDocuments()) {
    const text = readFileSync(document, 'utf8')
    write(join(folder, pageOf(document)), withLinks(text, document, repository))
  }
  cpSync('docs/gallery', `${folder}/docs/gallery`, {
    recursive: true,
    filter: (path) => statSync(path).isDirectory() || path.endsWith('.svg'),
  })
  for (const example of examples()) {
    const source = readFileSync(example, 'utf8')
    write(join(folder, pageOf(example)), `# ${example}\n\n\`\`\`\`ts\n${source}\`\`\`\`\n`)
  }
  mkdirSync(`${folder}/public`, { recursive: true })
  for (const schema of readdirSync('schema')) copyFileSync(`schema/${schema}`, `${folder}/public/${schema}`)
}

function examples(): string[] {
  return ['examples', 'examples/support'].flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `${folder}/${file}`),
  )
}

/** The page of a file of the repository: a README is the index of its folder. */
function pageOf(path: string): string {
  return path.replace(/(^|\/)README\.md$/, '$1index.md').replace(/\.ts$/, '.md')
}

/** The address of a document on the site: that of a README is the address of its folder. */
export function addressOf(path: string): string {
  return `/${pageOf(path)
    .replace(/\.md$/, '.html')
    .replace(/(^|\/)index\.html$/, '$1')}`
}

function withLinks(text: string, document: string, repository: string | undefined): string {
  const known = new Set([...siteDocuments(), ...examples()])
  return outsideFences(text, (prose) =>
    prose.replaceAll(LINK, (link: string, start: string, target: string) => {
      const path = target.replace(/#.*$/, '')
      const hash = target.slice(path.length)
      if (/^[a-z]+:/.test(target) || path === '') return link
      const found = normalize(join(dirname(document), path))
      const file = existsSync(found) && statSync(found).isDirectory() ? posix.join(found, 'README.md') : found
      if (known.has(file)) {
        const to = posix.relative(posix.dirname(pageOf(document)), pageOf(file))
        return `${start}${to.startsWith('.') ? to : `./${to}`}${hash})`
      }
      if (file.endsWith('.svg')) return `${start}./${posix.relative(posix.dirname(document), file)})`
      if (repository !== undefined) return `${start}${repository}/blob/main/${file}${hash})`
      return start.slice(1, -2)
    }),
  )
}

/** Changes a text, but not the code in it. */
export function outsideFences(text: string, change: (prose: string) => string): string {
  return text
    .split(/(^ *```[^]*?^ *```$)/m)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('')
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
