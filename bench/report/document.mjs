import { readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { fileURLToPath } from 'node:url'

const file = fileURLToPath(new URL('../../docs/performance.md', import.meta.url))

/** Writes sections into the document, each between its marks: `<!-- bench:NAME -->` and `<!-- /bench:NAME -->`. */
export async function writeDocument(sections) {
  let text = readFileSync(file, 'utf8')
  for (const { name, content } of sections) {
    const [begin, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`]
    const [from, to] = [text.indexOf(begin), text.indexOf(end)]
    if (from === -1 || to < from)
      throw new Error(`docs/performance.md has no place for ${name}: ${begin} … ${end}`)
    text = `${text.slice(0, from)}${begin}\n\n${content}\n\n${text.slice(to)}`
  }
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }))
}
