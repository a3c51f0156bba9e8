import type { Call } from '../call.js'
import { CommandError } from '../exit-code.js'
import { refuseInput, writeFile } from './write-answer.js'

/** The file of `--output`, which pages are named after. */
export function fileOfPages({ options }: Call): string {
  const path = options.text('output')
  if (path !== undefined && path !== '-') return path
  throw new CommandError(
    '--pages writes one file per page, so it needs the name of a file',
    'Name it with -o org.svg: the pages are org-1.svg, org-2.svg and so on.',
  )
}

/** Writes one file per page: `org-1.svg`, `org-2.svg` and so on, with as many digits as the last one needs. */
export function writePages(call: Call, path: string, pages: readonly string[]): void {
  const [, start = path, ending = ''] = /^(.*?)(\.[^./\\]*)?$/s.exec(path) ?? []
  const digits = String(pages.length).length
  const named = pages.map((text, place) => ({
    file: `${start}-${String(place + 1).padStart(digits, '0')}${ending}`,
    text,
  }))
  // Before any page is written.
  for (const { file } of named) refuseInput(call, file)
  for (const { file, text } of named) writeFile(call, file, `${text}\n`)
}
