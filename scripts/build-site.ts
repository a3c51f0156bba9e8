/**
 * Builds the site into site/dist: the documents of the repository, the reference that is made from the doc comments, and a
 * playground that runs the built library. `npm run docs` builds the library first; `-- --preview` then serves the site.
 */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { build as bundle } from 'esbuild'
import { build, serve } from 'vitepress'
import { llmsFullText, llmsText } from './llms-text.js'
import { referencePages, writeReference } from './reference.js'
import { repositoryAddress } from './repository.js'
import { copyPages } from './site-pages.js'

const folder = '.cache/site'

rmSync(folder, { recursive: true, force: true })
mkdirSync(`${folder}/public`, { recursive: true })
copyPages(folder, repositoryAddress())
await writeReference(`${folder}/reference`)
writeFileSync(`${folder}/reference-pages.json`, JSON.stringify([...referencePages(`${folder}/reference`)]))
writeFileSync(`${folder}/public/llms.txt`, llmsText())
writeFileSync(`${folder}/public/llms-full.txt`, llmsFullText())
// Pages with diagrams load it; it is too large to be a part of every page.
copyFileSync('node_modules/mermaid/dist/mermaid.min.js', `${folder}/public/mermaid.js`)
copyFileSync('site/playground.md', `${folder}/playground.md`)
await bundle({
  entryPoints: ['site/playground/playground.ts'],
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  outfile: `${folder}/public/playground.js`,
  alias: Object.fromEntries(
    ['ask', 'export', 'import', 'render']
      .map((name) => [`rolegraph/${name}`, `./dist/${name}.js`])
      .concat([['rolegraph', './dist/index.js']]),
  ),
  // The YAML parser is an option of the reader of org documents, which the playground does not use.
  external: ['yaml'],
})
await build('site')
if (process.argv.includes('--preview')) await serve({ root: 'site' })
