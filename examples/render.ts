/**
 * Writes the reference model and NHS England as text, Mermaid, DOT, SVG and explorer pages into examples/output.
 * Run it with: npm run build && npx tsx examples/render.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { toHtml } from 'rolegraph/html'
import { toDot, toMermaid, toSvg, toText } from 'rolegraph/render'
import { pictures } from './support/pictures.js'

const folder = new URL('output/', import.meta.url)
mkdirSync(folder, { recursive: true })

for (const { name, title, org, options, drawing } of pictures) {
  const { root, marks, highlight } = options
  const outputs = {
    txt: toText(org, options),
    mmd: toMermaid(org, options),
    dot: toDot(org, options),
    svg: toSvg(org, { ...options, ...drawing, title }),
    html: toHtml(org, {
      title,
      ...(root && { root }),
      ...(marks && { marks }),
      ...(highlight && { highlight }),
    }),
  }
  for (const [ending, output] of Object.entries(outputs)) {
    writeFileSync(new URL(`${name}.${ending}`, folder), `${output}\n`)
  }
  console.log(`examples/output/${name}.{${Object.keys(outputs).join(',')}}: ${title}`)
}

const [{ org, options }] = pictures
console.log(`\n${toText(org, options)}`)
